import { literal } from '../../engine/sql.ts';
import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import { type RfmOptions, rfmSql, type SegmentOptions, segmentsSql, segmentSummarySql } from './segments.ts';

/** One row of `CutPoints` from the shop itself: quintiles of recency and money; orders where they usually differ. */
export function cutPointsSql({ as_of, monetary }: RfmOptions): string {
  const quintiles = '[0.2, 0.4, 0.6, 0.8]';
  return `SELECT
  quantile_disc(recency_days, ${quintiles}) AS r_edges,
  [2, 3, 5, 10] AS f_edges,
  list_transform(quantile_cont(monetary, ${quintiles}), lambda money: round(money)) AS m_edges
${rfmSql({ as_of, monetary })}`;
}

/** `SegmentSummaryRow`s with means rounded as a reader wants them. */
export function summarySql(options: SegmentOptions): string {
  return `SELECT * REPLACE (round(mean_recency, 1) AS mean_recency, round(mean_frequency, 2) AS mean_frequency)
${segmentSummarySql(options)}`;
}

/** How many customers each of the eight classes holds by the mean and by the median. */
export function comparisonSql(scores: RfmOptions): string {
  const summary = (threshold: 'mean' | 'median') => segmentSummarySql({ model: '8', ...scores, threshold });
  return `SELECT
  position, segment, by_mean.customers AS customers_by_mean, by_median.customers AS customers_by_median
FROM (${summary('mean')}) AS by_mean
JOIN (${summary('median')}) AS by_median USING (position, segment)`;
}

/** The customers of one segment, of one cell of the grid (54: recency 5, frequency 4; 543: monetary 3), or all. */
export function customersSql(
  options: SegmentOptions,
  { segment, cell }: { segment: string; cell: number },
): string {
  return listSql(segmentsSql(options), { segment, cell });
}

/** The same over any statement with `segment` and the columns of `rfm`. */
export function listSql(rows: string, { segment, cell }: { segment: string; cell: number }): string {
  const where = segment
    ? `\nWHERE segment = ${literal(segment)}`
    : cell
      ? `\nWHERE ${cellCondition(cell)}`
      : '';
  return `SELECT
  customer_id, customer_name, segment, last_order, recency_days, frequency, monetary, r, f, m, code
FROM (${rows})${where}`;
}

/** What segments leave out: orders without a customer, beside all revenue, all customers and the last order. */
export const GUESTS_SQL = `SELECT
  (SELECT count(*) FROM customers) AS buyers,
  count(*) FILTER (customer_id IS NULL) AS guest_orders,
  coalesce(sum(revenue) FILTER (customer_id IS NULL), 0) AS guest_revenue,
  sum(revenue) AS revenue,
  max(ordered_at) AS last_order
FROM orders`;

/** The row of `GUESTS_SQL`. */
export interface GuestsRow {
  buyers: number;
  guest_orders: number;
  guest_revenue: number;
  revenue: number;
  last_order: Date | null;
}

function cellCondition(cell: number): string {
  const [r, f, m] = String(cell).split('').map(Number);
  return `r = ${literal(r!)} AND f = ${literal(f!)}${m ? ` AND m = ${literal(m)}` : ''}`;
}

/** The sentence on guests, of whom no customer page can speak; none where there are none. */
export function guestsLeftOut(
  { guest_orders, guest_revenue, revenue }: Pick<GuestsRow, 'guest_orders' | 'guest_revenue' | 'revenue'>,
  t: Messages['shell'],
  f: Formats,
): string[] {
  if (!guest_orders) return [];
  const share = f.percent(guest_revenue / revenue);
  return [t.guests({ orders: f.count(guest_orders), revenue: f.money(guest_revenue), share })];
}
