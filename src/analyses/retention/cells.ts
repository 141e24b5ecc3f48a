import type { AgeRow, CohortRow } from './retention.ts';
import type { TriangleCell } from './triangle.chart.ts';
import type { Show } from './view.ts';

/** The place of the row of all cohorts together. */
export const ALL = 'all';

/** The cohorts that are drawn and the cells of their triangle, in reading order. */
export interface Triangle {
  cohorts: { key: string; cohort: Date; size: number }[];
  /** The row each cell stands for; null in the row of all cohorts. */
  cells: (TriangleCell & { of: CohortRow | null; at: AgeRow | null })[];
}

/**
 * The last `most` cohorts as a triangle, with the row of all together below where a share is shown, as far as several of them reach. Cells are shaded in
 * proportion to the largest after the first period, which would outshine the rest.
 */
export function triangleOf(
  rows: readonly CohortRow[],
  ages: readonly AgeRow[],
  show: Show,
  most: number,
  words: (value: number) => string,
): Triangle {
  const cohorts = rows
    .filter(({ age }) => age === 0)
    .map(({ cohort, size }) => ({ key: cohort.toISOString().slice(0, 10), cohort, size }))
    .slice(-most);
  const shown = new Set(cohorts.map(({ key }) => key));
  const inside = rows.filter(({ cohort }) => shown.has(cohort.toISOString().slice(0, 10)));
  const widest = Math.max(0, ...inside.map(({ age }) => age));
  const whole = inside.filter(({ age, is_partial }) => age > 0 && !is_partial).map((row) => row[show]);
  const largest = Math.max(0, ...whole) || 1;
  const level = (value: number) => Math.max(0, Math.min(1, value / largest));
  const cells = inside.map((row) => ({
    row: row.cohort.toISOString().slice(0, 10),
    age: row.age,
    level: level(row[show]),
    words: words(row[show]),
    partial: row.is_partial,
    of: row,
    at: null,
  }));
  const average = show === 'share' ? ages.filter(({ age, cohorts }) => age <= widest && cohorts > 1) : [];
  const last = average.map((at) => ({
    row: ALL,
    age: at.age,
    level: level(at.share),
    words: words(at.share),
    partial: false,
    of: null,
    at,
  }));
  return { cohorts, cells: [...cells, ...last] };
}
