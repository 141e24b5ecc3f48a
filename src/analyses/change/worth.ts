import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import type { Measure } from './change.ts';
import type { GainRow } from './gains.ts';

/** From a mean of fewer no lever is put before the others. */
const FEW = 30;

/** A gain in the measure asked for; revenue where profit is not known. */
export interface Worth {
  row: GainRow;
  /** The column it stands in. */
  by: 'gain' | 'profit';
  value: number;
  /** Its interval; none where it is plain arithmetic or the mean of few. */
  low: number | null;
  high: number | null;
  /** Whether it is the mean of so few that it says little. */
  few: boolean;
}

/** The levers, the one worth most first, those of which few are known last. */
export function sortedGains(rows: readonly GainRow[], measure: Measure): Worth[] {
  const by: Worth['by'] =
    measure === 'profit' && rows.some(({ profit }) => profit !== null) ? 'profit' : 'gain';
  return rows
    .map((row) => {
      const few = row.observed !== null && row.observed < FEW;
      const [low, high] = few ? [null, null] : [row[`${by}_low`], row[`${by}_high`]];
      return { row, by, value: row[by] ?? 0, low, high, few };
    })
    .toSorted(
      (a, b) =>
        Number(a.few) - Number(b.few) ||
        Number((b.value - a.value).toFixed(6)) ||
        a.row.position - b.row.position,
    );
}

/** Where a per cent is worth most, in words. */
export function gainsAnswer(
  { row, by, value, low, high }: Worth,
  { percent, days }: { percent: string; days: string },
  t: Messages['gains'],
  f: Formats,
): string {
  const words = {
    percent,
    days,
    lever: t.levers[row.lever],
    gain: f.roundMoney(value),
    range: range(low, high, t, f),
  };
  return by === 'profit' ? t.answerProfit(words) : t.answer(words);
}

/** How a gain comes about: 412 new buyers × 1% × ¥86.20 = ¥355 (¥301 to ¥409). */
export function gainWords({ row, few }: Worth, days: string, t: Messages['gains'], f: Formats): string {
  const money = row.lever === 'discount' || row.lever === 'refund';
  const product = t.products[row.lever]({
    base: money ? f.money(row.base) : f.count(row.base),
    percent: f.percent(row.percent / 100),
    each: f.money(row.value_each),
    days,
  });
  const result = t.result({
    product,
    gain: f.money(row.gain),
    range: few ? '' : range(row.gain_low, row.gain_high, t, f),
  });
  const profit = row.profit === null ? '' : t.profit({ profit: f.money(row.profit) });
  return result + profit + (few ? t.few({ n: f.count(row.observed) }) : '');
}

function range(low: number | null, high: number | null, t: Messages['gains'], f: Formats): string {
  return low === null || high === null ? '' : t.range({ low: f.roundMoney(low), high: f.roundMoney(high) });
}
