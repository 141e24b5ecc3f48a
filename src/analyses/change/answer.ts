import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import type { Factor, FactorRow, KindRow, Measure } from './change.ts';

/** Factors that are counts; the others are money, and orders per buyer a ratio. */
const COUNTS: readonly Factor[] = ['buyers', 'guest_orders'];

/** Keeps a sign and its number on one line. */
const NO_BREAK = '\u2060';

/** By how much the whole changed and why, in words: every factor that moved it, the strongest first; null for unknown profit. */
export function changeAnswer(
  rows: readonly FactorRow[],
  of: Measure,
  t: Messages['change'],
  f: Formats,
): string | null {
  const [first] = rows;
  if (!first || first.total_before === null || first.total_after === null) return null;
  const { total_before: before, total_after: after } = first;
  const by = after - before;
  const total = {
    of,
    before: f.roundMoney(before),
    after: f.roundMoney(after),
    by: f.roundMoney(Math.abs(by)),
  };
  const rate = before > 0 ? signed(by / before, (share) => f.percent(share)) : '';
  const lead =
    Math.abs(by) < 0.005 ? t.same(total) : by < 0 ? t.fell({ ...total, rate }) : t.rose({ ...total, rate });
  const parts = rows
    .filter((row) => Math.abs(row.contribution ?? 0) >= 0.005)
    .toSorted((a, b) => Math.abs(b.contribution!) - Math.abs(a.contribution!))
    .map((row) => moved(row, t, f));
  return lead + t.because({ parts });
}

/** Who stayed away, came, came back, and brought more or less; null where nobody bought. */
export function whomAnswer(rows: readonly KindRow[], t: Messages['change'], f: Formats): string | null {
  const of = (kind: KindRow['kind']) => rows.find((row) => row.kind === kind);
  const count = (kind: KindRow['kind']) => of(kind)?.customers ?? 0;
  const gone = of('lost')!;
  const words = (row: KindRow) => ({
    customers: f.count(row.customers),
    money: f.roundMoney(Math.abs(row.contribution ?? 0)),
  });
  const both = ['more', 'same', 'less'].reduce((sum, kind) => sum + count(kind as KindRow['kind']), 0);
  const bothBy = (of('more')?.contribution ?? 0) + (of('less')?.contribution ?? 0);
  const guests = of('guests')?.contribution ?? 0;
  const parts = [
    gone.customers ? t.lost(words(gone)) : '',
    count('new') ? t.fresh(words(of('new')!)) : '',
    count('won_back') ? t.wonBack(words(of('won_back')!)) : '',
    both && Math.abs(bothBy) >= 0.005
      ? t.both({ customers: f.count(both), money: f.roundMoney(Math.abs(bothBy)), up: bothBy > 0 })
      : '',
    Math.abs(guests) >= 0.005 ? t.guestsMoved({ money: f.roundMoney(Math.abs(guests)), up: guests > 0 }) : '',
  ].filter((part) => part !== '');
  return parts.length ? t.whom({ parts }) : null;
}

/** What a factor was before and after. */
export function factorValues(
  { factor, value_before, value_after }: FactorRow,
  f: Formats,
): { from: string; to: string } {
  const write = (value: number | null) =>
    factor === 'orders_per_buyer'
      ? f.number(value)
      : COUNTS.includes(factor)
        ? f.count(value)
        : f.money(value);
  return { from: write(value_before), to: write(value_after) };
}

/** A change with its sign, written by `write`. */
export function signed(value: number, write: (value: number) => string): string {
  return `${value < 0 ? '−' : '+'}${write(Math.abs(value))}`;
}

/** Money added or taken away, for a sentence. */
export function told(value: number, f: Formats): string {
  return signed(value, (money) => NO_BREAK + f.roundMoney(money));
}

function moved(row: FactorRow, t: Messages['change'], f: Formats): string {
  const by = (row.value_after ?? 0) - (row.value_before ?? 0);
  return t.moved[row.factor]({
    ...factorValues(row, f),
    change: f.count(Math.abs(by)),
    up: by > 0,
    money: told(row.contribution!, f),
  });
}
