import { sureSteps } from './curve.ts';
import type { LinePoint } from './lines.chart.ts';
import type { AgeRow, CurveRow } from './retention.ts';

/** A line of the pictures: the whole shop's key is '', a group's its place from 1. */
export interface Line<Row> {
  key: string;
  name: string;
  customers: number;
  rows: readonly Row[];
}

/** A point with the line and the row it stands for; the row is null where the curve begins. */
export type PointOf<Row> = LinePoint & { of: Line<Row>; row: Row | null };

/** So many steps of a curve are drawn at most; more cannot be told apart. */
const MOST_STEPS = 150;

/** The curves from day 0 as far as enough customers stand behind them. */
export function curvePoints(lines: readonly Line<CurveRow>[], least: number): PointOf<CurveRow>[] {
  return lines.flatMap((of) => {
    const sure = sureSteps(of.rows);
    const small = of.customers < least;
    const start = { key: of.key, x: 0, y: 0, low: null, high: null, small, of, row: null };
    const points = thinned(sure).map((row) => ({
      key: of.key,
      x: row.days,
      y: row.share,
      low: row.low,
      high: row.high,
      small,
      of,
      row,
    }));
    return points.length && points[0]!.x > 0 ? [start, ...points] : points;
  });
}

/** The last step of each of at most `MOST_STEPS` equal stretches of days. */
function thinned(rows: readonly CurveRow[]): CurveRow[] {
  const stretch = Math.max(1, (rows.at(-1)?.days ?? 0) / MOST_STEPS);
  const place = (row: CurveRow) => Math.floor(row.days / stretch);
  return rows.filter((row, i) => i + 1 === rows.length || place(row) !== place(rows[i + 1]!));
}

/**
 * What customers of each line do, or have brought, by age: shares after the first period, money from it on. A line ends
 * where one cohort is left, and that of a group with enough customers where fewer than `least` stand behind it.
 */
export function agePoints(
  lines: readonly Line<AgeRow>[],
  show: 'share' | 'revenue',
  least: number,
): PointOf<AgeRow>[] {
  return lines.flatMap((of) => {
    const small = of.customers < least;
    return of.rows
      .filter(
        ({ age, size, cohorts }) =>
          (age > 0 || show === 'revenue') && cohorts > 1 && (small || size >= least),
      )
      .map((row) => ({
        key: of.key,
        x: row.age,
        y: show === 'share' ? row.share : row.cumulative_per_customer,
        low: show === 'share' ? row.low : null,
        high: show === 'share' ? row.high : null,
        small,
        of,
        row,
      }));
  });
}
