import type { FitProblem, ValueResult } from '../../models/value/types.ts';
import type { ErrorRow, Halves } from './backtest.ts';

/** From where on a test passes or fails; all of it is said on the page. */
export const LIMITS = {
  /** The share by which the total may be off. */
  total: { good: 0.1, bad: 0.25 },
  /** The root mean squared error over that of the best naive forecast. */
  naive: { good: 1, bad: 1.05 },
  /** How many times further off one half of the time held out may be than the other. */
  drift: { good: 1.25, bad: 1.5 },
  /** With fewer purchases held out nothing is judged. */
  purchases: 30,
} as const;

export const TESTS = ['fit', 'total', 'naive', 'drift'] as const;
export type Test = (typeof TESTS)[number];
export type Mark = 'passes' | 'borderline' | 'fails' | 'unknown';
export type Trust = 'trust' | 'care' | 'no';

/** Each test with its mark and what it rests on, and what they come to: the worst of them. */
export interface Verdict {
  trust: Trust;
  marks: Record<Test, Mark>;
  /** Why the fit on all the data is not used. */
  problem: FitProblem | null;
  /** Actual ÷ expected of the second half over that of the first; null where there is too little. */
  drift: number | null;
}

/** The errors of the model and of the naive forecasts, and the halves of the time held out. */
export interface Evidence {
  result: ValueResult;
  model: ErrorRow | null;
  naive: readonly ErrorRow[];
  halves: Halves | null;
}

/**
 * Judges a fit by how it did on what it had not seen. What cannot be judged counts as borderline; but where the earlier part has
 * customers enough and yet carries no fit, the model has failed.
 */
export function judge({ result, model, naive, halves }: Evidence): Verdict {
  const { problem } = result.lifetime;
  const before = result.backtest?.lifetime.problem ?? null;
  const refused = before === 'edge' || before === 'convergence';
  const enough = model !== null && model.actual >= LIMITS.purchases;
  const drift = enough && halves ? driftOf(halves) : null;
  const marks: Verdict['marks'] = {
    fit: problem ? 'fails' : result.spend.problem ? 'borderline' : 'passes',
    total: enough
      ? mark(Math.abs(model.total_error ?? Infinity), LIMITS.total)
      : refused
        ? 'fails'
        : 'unknown',
    naive: enough ? mark(model.rmse / bestNaive(naive).rmse, LIMITS.naive) : 'unknown',
    drift: drift === null ? 'unknown' : mark(Math.max(drift.ratio, 1 / drift.ratio), LIMITS.drift),
  };
  if (drift && !drift.certain) marks.drift = 'passes';
  const found = Object.values(marks);
  const trust = found.includes('fails') ? 'no' : found.every((one) => one === 'passes') ? 'trust' : 'care';
  return { trust, marks, problem, drift: drift?.ratio ?? null };
}

/** The naive forecast with the least root mean squared error. */
export function bestNaive(rows: readonly ErrorRow[]): ErrorRow {
  return rows.reduce((best, row) => (row.rmse < best.rmse ? row : best));
}

/** The ratio of the halves, and whether chance in so many purchases explains it (95 %). */
function driftOf({ actual, expected }: Halves): { ratio: number; certain: boolean } | null {
  const [first, second] = actual;
  if (!first || !second || !(expected[0] > 0) || !(expected[1] > 0)) return null;
  const ratio = second / expected[1] / (first / expected[0]);
  return { ratio, certain: Math.abs(Math.log(ratio)) > 1.96 * Math.sqrt(1 / first + 1 / second) };
}

function mark(value: number, { good, bad }: { good: number; bad: number }): Mark {
  return value <= good ? 'passes' : value <= bad ? 'borderline' : 'fails';
}
