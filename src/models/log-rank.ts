import { chiSquareTail } from './chi-square.ts';

/** How many of a group had the event after so many days, and how many were last seen then without it. */
export interface SurvivalStep {
  days: number;
  events: number;
  censored: number;
}

/** Whether groups differ: the statistic, its degrees of freedom, and how likely so large a one is by chance. */
export interface LogRank {
  chiSquare: number;
  df: number;
  p: number;
}

/**
 * The log-rank test (Mantel 1966; Peto & Peto 1972) of the steps of two or more groups, with the hypergeometric variance
 * for ties. Null where nothing can be compared: fewer than two groups, or no event while two of them were watched.
 */
export function logRank(groups: readonly (readonly SurvivalStep[])[]): LogRank | null {
  const df = groups.length - 1;
  if (df < 1) return null;
  const excess = new Float64Array(df);
  const variance = Array.from({ length: df }, () => new Float64Array(df));
  for (const { events, atRisk } of moments(groups)) {
    const d = sum(events);
    const n = sum(atRisk);
    const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
    for (let i = 0; i < df; i++) {
      const share = atRisk[i]! / n;
      excess[i]! += events[i]! - d * share;
      for (let j = 0; j < df; j++) variance[i]![j]! += spread * share * ((i === j ? 1 : 0) - atRisk[j]! / n);
    }
  }
  const solved = solve(variance, excess);
  if (!solved) return null;
  const chiSquare = solved.reduce((total, weight, i) => total + weight * excess[i]!, 0);
  return { chiSquare, df, p: chiSquareTail(chiSquare, df) };
}

/** For each day with an event, how many of each group had it and how many were still at risk. */
function moments(groups: readonly (readonly SurvivalStep[])[]): { events: number[]; atRisk: number[] }[] {
  const days = [
    ...new Set(groups.flatMap((steps) => steps.filter(({ events }) => events).map((one) => one.days))),
  ];
  const left = groups.map((steps) => steps.reduce((n, { events, censored }) => n + events + censored, 0));
  const next = groups.map(() => 0);
  return days
    .sort((a, b) => a - b)
    .map((day) => {
      const events = groups.map((steps, g) => {
        for (; next[g]! < steps.length && steps[next[g]!]!.days < day; next[g]!++) {
          const { events, censored } = steps[next[g]!]!;
          left[g]! -= events + censored;
        }
        const step = steps[next[g]!];
        return step?.days === day ? step.events : 0;
      });
      return { events, atRisk: [...left] };
    });
}

/** The solution of a symmetric system by elimination with pivots; null where it is singular. */
function solve(matrix: readonly Float64Array[], right: Float64Array): number[] | null {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  const least = 1e-10 * Math.max(...rows.map((row, i) => row[i]!), 1e-300);
  for (let i = 0; i < size; i++) {
    const pivot = rows.slice(i).reduce((best, row) => (Math.abs(row[i]!) > Math.abs(best[i]!) ? row : best));
    if (!(Math.abs(pivot[i]!) > least)) return null;
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(i, 0, pivot);
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = row[i]! / pivot[i]!;
      for (let j = i; j <= size; j++) row[j]! -= factor * pivot[j]!;
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
