import type { Messages } from '../../messages/index.ts';
import { type LogRank, logRank } from '../../models/log-rank.ts';
import type { Formats } from '../../state/formats.ts';
import { dayReached, readCurve, type Reading } from './curve.ts';
import type { CurveRow } from './retention.ts';

/** The day the answer speaks of, and those it falls back on when the data are younger. */
const DAYS = [90, 60, 30] as const;
/** The longest of these that can be read is the time to come back in. */
const HORIZONS = [365, 180, 90] as const;
/** Groups are said to differ when chance alone does so in fewer cases. */
const SIGNIFICANCE = 0.05;

/** What the page says first: how many come back by a day, against a plain count, and how soon; null without the curve. */
export function retentionAnswer(
  curve: readonly CurveRow[],
  order: number,
  t: Messages['retention'],
  f: Formats,
): string | null {
  const all = curve[0]?.at_risk;
  if (!all) return null;
  const reading = DAYS.map((days) => readCurve(curve, days)).find((one) => one !== null);
  const buyers = t.buyers({ order });
  if (!reading) return t.tooYoung({ buyers, customers: f.count(all) });
  return ofHundred(reading, buyers, t, f) + halfOf(curve, t, f);
}

function ofHundred(reading: Reading, buyers: string, t: Messages['retention'], f: Formats): string {
  const { days, share, low, high, plain, undecided } = reading;
  const hundred = (value: number) => f.number(100 * value, 0);
  const words = { buyers, days: f.count(days), n: hundred(share) };
  if (low === null || high === null) return t.nobodyYet(words);
  const told = t.within({ ...words, low: hundred(low), high: hundred(high) });
  return hundred(plain) === words.n
    ? told + t.asCounted
    : told + t.notPlain({ plain: hundred(plain), undecided: f.count(undecided), days: words.days });
}

/** How soon half of those come back who do so within a year, or the longest time that can be read. */
function halfOf(curve: readonly CurveRow[], t: Messages['retention'], f: Formats): string {
  const longest = HORIZONS.map((days) => readCurve(curve, days)).find((one) => one !== null);
  const half = longest?.share ? dayReached(curve, longest.share / 2) : null;
  return longest && half !== null ? t.halfWithin({ within: f.count(longest.days), days: f.count(half) }) : '';
}

/** A group's curve and its words. */
export interface GroupCurve {
  name: string;
  rows: readonly CurveRow[];
}

/** Whether the groups, those with enough customers, come back alike; `test` is null where that cannot be told. */
export function comparison(
  groups: readonly GroupCurve[],
  least: number,
): { test: LogRank | null; compared: GroupCurve[] } {
  const compared = groups.filter(({ rows }) => (rows[0]?.at_risk ?? 0) >= least);
  return { test: logRank(compared.map(({ rows }) => rows)), compared };
}

/** The comparison in words, with the figures of the best and the worst group on the day that can be read. */
export function comparisonWords(
  groups: readonly GroupCurve[],
  least: number,
  t: Messages['retention'],
  f: Formats,
): string {
  const { test, compared } = comparison(groups, least);
  if (!test) return t.notCompared({ least: f.count(least) });
  const p = f.probability(test.p);
  const day = DAYS.find((days) => compared.every(({ rows }) => readCurve(rows, days)));
  const read = compared
    .map(({ name, rows }) => ({ name, share: (day && readCurve(rows, day)?.share) ?? 0 }))
    .sort((a, b) => b.share - a.share);
  const told = test.p < SIGNIFICANCE ? t.differ({ p }) : t.chance({ p });
  const [best, worst] = [read[0], read.at(-1)];
  if (!day || !best || !worst) return told;
  return (
    told +
    t.bestWorst({
      days: f.count(day),
      best: best.name,
      high: f.percent(best.share),
      worst: worst.name,
      low: f.percent(worst.share),
    })
  );
}
