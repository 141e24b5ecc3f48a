import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import type { TypeSummaryRow } from './types.ts';

/** The answer in words: the type that brings the most, and how many show none; null for nobody. */
export function typesAnswer(
  rows: readonly TypeSummaryRow[],
  t: Messages['types'],
  f: Formats,
): string | null {
  const total = rows.reduce((sum, { customers }) => sum + customers, 0);
  if (!total) return null;
  const told = rows.filter(({ type, customers }) => type !== 'mixed' && customers);
  const mixed = rows.find(({ type }) => type === 'mixed')?.customers ?? 0;
  const rest = { mixed: f.count(mixed), total: f.count(total), share: f.percent(mixed / total, 0) };
  const [top] = told.toSorted((a, b) => b.revenue - a.revenue);
  if (!top) return t.answerNone(rest);
  return (
    t.answer({
      name: t.names[top.type],
      customers: f.count(top.customers),
      total: rest.total,
      revenue: f.percent(top.revenue_share, 0),
    }) + (mixed ? t.answerMixed(rest) : '')
  );
}
