import { call, literal } from '../../engine/sql.ts';
import { segmentationSql } from '../segmentations.ts';
import { cutSegmentsSql, type Measure } from '../segments/own.ts';
import { MODELS } from '../segments/segments.ts';

/** The groupings whose segments stand in an order, so that moving up and down means something. */
export const MOVE_MODELS = [...MODELS, 'own', 'lifecycle'] as const;
export type MoveModel = (typeof MOVE_MODELS)[number];

/** The segments of each model, best first; those of the shop's own cut points are numbered. */
export const ORDERS = {
  '11': [
    'champions',
    'loyal',
    'potential_loyalist',
    'new_customers',
    'promising',
    'need_attention',
    'about_to_sleep',
    'at_risk',
    'cannot_lose_them',
    'hibernating',
    'lost',
  ],
  '8': ['111', '011', '101', '001', '110', '010', '100', '000'],
  tiers: ['top_1', 'next_4', 'next_15', 'rest'],
  lifecycle: ['maturity', 'buildup', 'exploration', 'decline'],
} as const satisfies Record<Exclude<MoveModel, 'own'>, readonly string[]>;

/** What stands for customers who had not bought yet at the first date. */
export const NEW = 'new';

/** How customers are grouped; `measure` and `cuts` are for 'own'. */
export interface MoveGrouping {
  model: MoveModel;
  measure?: Measure | undefined;
  cuts?: readonly number[] | undefined;
}

/** A customer with an order up to the second date. */
export interface MoveRow {
  customer_id: string;
  customer_name: string | null;
  /** Null for those without an order up to the first date. */
  segment_from: string | null;
  segment_to: string | null;
  last_order: Date;
  /** What they brought in the 365 days up to the first date, in all up to it, and from then to the second date. */
  revenue_year: number;
  revenue_before: number;
  revenue_between: number;
  orders_between: number;
}

/** The customers who went from one segment to another, or stayed. */
export interface FlowRow {
  segment_from: string;
  segment_to: string;
  customers: number;
  revenue_year: number;
  revenue_before: number;
  revenue_between: number;
}

/** A segment at the end of a month. */
export interface MonthRow {
  month_end: Date;
  position: number;
  segment: string;
  customers: number;
  /** Of the customers there were by then. */
  customer_share: number;
  /** What its customers had brought by then. */
  revenue: number;
}

/** One row `starts, ends`: the moments compared, those not given being worked out. */
export function datesSql(date_from: Date | undefined, date_to: Date | undefined): string {
  return `FROM ${call('move_dates', { date_from, date_to })}`;
}

/** One `MoveRow` per customer. */
export function movesSql(grouping: MoveGrouping, date_from: Date, date_to: Date): string {
  const { model } = grouping;
  const rfm = MODELS.find((one) => one === model);
  if (rfm) return `FROM ${call('segment_moves', { model: rfm, date_from, date_to })}`;
  const at = (as_of: Date) =>
    model === 'own'
      ? cutSegmentsSql({ measure: grouping.measure, cuts: grouping.cuts, as_of })
      : segmentationSql({ by: 'lifecycle', as_of });
  return `SELECT
  v.customer_id, v.customer_name, a.segment AS segment_from, b.segment AS segment_to,
  v.last_order, v.revenue_year, v.revenue_before, v.revenue_between, v.orders_between
FROM ${call('period_revenue', { date_from, date_to })} v
LEFT JOIN (${at(date_from)}) a ON a.customer_id = v.customer_id
LEFT JOIN (${at(date_to)}) b ON b.customer_id = v.customer_id`;
}

/** `FlowRow`s of the pairs that hold somebody, over `MoveRow`s. */
export function flowsSql(moves: string): string {
  return `SELECT
  coalesce(segment_from, ${literal(NEW)}) AS segment_from, segment_to,
  count(*)::INTEGER AS customers, sum(revenue_year) AS revenue_year,
  sum(revenue_before) AS revenue_before, sum(revenue_between) AS revenue_between
FROM (${moves})
WHERE segment_to IS NOT NULL
GROUP BY ALL`;
}

/** The customers of one flow, or with `to` null all who left `from`; the most valuable in the year before first. */
export function moversSql(moves: string, from: string, to: string | null): string {
  const was = from === NEW ? 'segment_from IS NULL' : `segment_from = ${literal(from)}`;
  const is = to === null ? `segment_to IS DISTINCT FROM ${literal(from)}` : `segment_to = ${literal(to)}`;
  return `SELECT
  customer_id, customer_name, coalesce(segment_from, ${literal(NEW)}) AS segment_from, segment_to, last_order,
  revenue_year, revenue_before, revenue_between, orders_between
FROM (${moves})
WHERE ${was} AND ${is}`;
}

/** `MonthRow`s of the last `months`, the last of them ending at `as_of`. */
export function monthsSql(grouping: MoveGrouping, as_of: Date, months: number): string {
  const { model, measure, cuts } = grouping;
  if (model === 'lifecycle')
    return `SELECT
  as_of AS month_end, position, stage AS segment, customers,
  customers / nullif(sum(customers) OVER (PARTITION BY as_of), 0) AS customer_share, revenue
FROM ${call('lifecycle_monthly', { months, as_of })}
ORDER BY month_end, position`;
  const options = model === 'own' ? { model: 'cuts', measure, cuts } : { model };
  return `FROM ${call('segment_months', { ...options, months, as_of })}`;
}
