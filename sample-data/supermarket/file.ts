import { csv, money } from '../csv.ts';
import { ITEMS, type Language } from './items.ts';
import { receipts } from './receipts.ts';

const FIRST_DAY = Date.UTC(2026, 2, 2);
const HEADERS: Readonly<Record<Language, readonly string[]>> = {
  en: ['receipt', 'time', 'customer', 'item', 'category', 'quantity', 'price'],
  zh: ['小票号', '时间', '会员', '商品', '类目', '数量', '单价'],
};

/** The supermarket's receipts, one row per line, oldest first; the same receipts in either language. */
export function supermarket(language: Language): string {
  const rows = receipts().flatMap(({ minute, card, lines }, index) =>
    lines.map(({ item: name, quantity }) => {
      const { [language]: label, category, price } = ITEMS.get(name)!;
      return [
        `R${String(index + 1).padStart(5, '0')}`,
        time(minute),
        card,
        label,
        category[language],
        quantity,
        money(price),
      ];
    }),
  );
  return csv(HEADERS[language], rows);
}

function time(minute: number): string {
  return new Date(FIRST_DAY + minute * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}
