import type { CurveRow } from './retention.ts';

/** What the curve says of one day. */
export interface Reading {
  days: number;
  share: number;
  low: number | null;
  high: number | null;
  /** What counting those who had bought again by then among all would give. */
  plain: number;
  /** Customers who have been silent for fewer days, so that nobody knows yet. */
  undecided: number;
}

/** The days the page reads the curve at. */
export const READ_AT = [30, 60, 90, 180, 365] as const;

/** The curve is not drawn, or read, where fewer customers are still watched. */
export const LEAST_AT_RISK = 10;

/** The part of one group's curve, in the order of its days, that enough customers still stand behind. */
export function sureSteps(curve: readonly CurveRow[], least = LEAST_AT_RISK): CurveRow[] {
  return curve.filter(({ at_risk }) => at_risk >= least);
}

/** The curve on one day; null where too few were watched so long. */
export function readCurve(curve: readonly CurveRow[], days: number): Reading | null {
  const watched = curve.find((row) => row.days >= days)?.at_risk ?? 0;
  const all = curve[0]?.at_risk ?? 0;
  if (watched < Math.min(LEAST_AT_RISK, all) || watched === 0) return null;
  const before = curve.filter((row) => row.days <= days);
  const { share = 0, low = null, high = null } = before.at(-1) ?? {};
  const earlier = before.filter((row) => row.days < days);
  return {
    days,
    share,
    low,
    high,
    plain: before.reduce((sum, { events }) => sum + events, 0) / all,
    undecided: earlier.reduce((sum, { censored }) => sum + censored, 0),
  };
}

/** The first day on which the curve has reached this share; null where it never does. */
export function dayReached(curve: readonly CurveRow[], share: number): number | null {
  return curve.find((row) => row.share >= share - 1e-12)?.days ?? null;
}
