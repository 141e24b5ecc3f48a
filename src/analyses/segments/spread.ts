import { type RfmOptions, rfmSql } from './segments.ts';
import type { Measure } from './own.ts';

/** So many bars the picture of a measure has at most. */
const BARS = 60;

/** One bar of a measure's histogram; every row says where the axis goes and where cut points might stand. */
export interface SpreadRow {
  bar: number;
  customers: number;
  low: number;
  high: number;
  suggested: number[];
}

/** The axis of a measure: money by its logarithm, days and orders evenly, a bar being what begins at its left edge. */
export interface Axis {
  low: number;
  high: number;
  even: boolean;
}

/**
 * `SpreadRow`s of the bars that hold somebody. Money goes from its half per cent to the largest, what lies below in
 * the first bar; orders to where a twentieth have more. Suggested are round values: days as they are usually told,
 * the orders that part most shops, and the money of the upper half, fifth and twentieth.
 */
export function spreadSql(measure: Measure, { as_of, monetary }: RfmOptions = {}): string {
  const value = { recency: 'recency_days', frequency: 'frequency', monetary: 'monetary' }[measure];
  const axis = {
    recency: '0::DOUBLE AS low, max(value) + 1 AS high, [30, 90, 180]::DOUBLE[] AS suggested',
    frequency:
      '1::DOUBLE AS low, greatest(quantile_disc(value, 0.95), 7) + 1 AS high, [2, 3, 6]::DOUBLE[] AS suggested',
    monetary: `quantile_disc(value, 0.005) FILTER (value > 0) AS low, max(value) AS high,
    list_transform(quantile_cont(value, [0.5, 0.8, 0.95]), lambda edge: round(edge, 1 - floor(log10(greatest(edge, 1)))::INTEGER)) AS suggested`,
  }[measure];
  const bars = measure === 'monetary' ? String(BARS) : `least(${BARS}, a.high - a.low)`;
  const place =
    measure === 'monetary'
      ? 'ln(greatest(v.value, a.low) / a.low) / nullif(ln(a.high / a.low), 0)'
      : '(v.value - a.low) / nullif(a.high - a.low, 0)';
  return `WITH measured AS (
  SELECT ${value}::DOUBLE AS value
  ${rfmSql({ as_of, monetary })}
),
axis AS (
  SELECT ${axis}
  FROM measured
)
SELECT
  greatest(0, least(${bars} - 1, floor(${bars} * coalesce(${place}, 0))))::INTEGER AS bar,
  count(*)::INTEGER AS customers, a.low, a.high, a.suggested
FROM measured v, axis a
GROUP BY ALL
ORDER BY bar`;
}

/** How many bars there are between the ends of an axis: one for each day or number of orders where there is room. */
export function barsOf({ low, high, even }: Axis): number {
  return even ? Math.min(BARS, high - low) : BARS;
}

/** Where a cut point stands on the axis, 0 to 1: days count to their end, orders and money from their beginning. */
export function placeOf(cut: number, measure: Measure, { low, high, even }: Axis): number {
  const value = measure === 'recency' ? cut + 1 : cut;
  const place = even
    ? (value - low) / (high - low)
    : Math.log(Math.max(value, low) / low) / Math.log(high / low);
  return Math.min(1, Math.max(0, place));
}

/** The cut point at a place of the axis: whole days and orders, money to three digits. */
export function cutAt(place: number, measure: Measure, { low, high, even }: Axis): number {
  if (!even) return Number((low * (high / low) ** place).toPrecision(3));
  const value = Math.round(low + place * (high - low));
  return measure === 'recency' ? Math.max(0, value - 1) : value;
}
