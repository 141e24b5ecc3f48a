import { call, literal } from '../../engine/sql.ts';
import {
  lifecycleChangesSql,
  type LifecycleMovesOptions,
  type LifecycleOptions,
  lifecycleSql,
  lifecycleSummarySql,
} from './lifecycle.ts';
import type { View } from './view.ts';

/** `LifecycleSummaryRow`s with means rounded as a reader wants them. */
export function summarySql(options: LifecycleOptions): string {
  return `SELECT * REPLACE (
  round(mean_orders, 2) AS mean_orders, round(mean_gap_days, 1) AS mean_gap_days,
  round(mean_silence_days, 1) AS mean_silence_days)
${lifecycleSummarySql(options)}`;
}

/** The customers of a stage, of a move, or all. */
export function customersSql(
  options: LifecycleOptions,
  moves: LifecycleMovesOptions,
  { stage, move }: Pick<View, 'stage' | 'move'>,
): string {
  const moved =
    move &&
    `\nWHERE customer_id IN (
  SELECT customer_id ${lifecycleChangesSql(moves)}
  WHERE from_stage = ${literal(move.from_stage)} AND to_stage = ${literal(move.to_stage)})`;
  const where = moved ?? (stage ? `\nWHERE stage = ${literal(stage)}` : '');
  return `SELECT
  customer_id, customer_name, stage, reason, last_order, round(silence_days, 1) AS silence_days,
  round(gap_days, 1) AS gap_days, orders, revenue, revenue_last, revenue_before, profit
${lifecycleSql(options)}${where}`;
}

/** The median gap between two orders of a customer, and of how many gaps. */
export function shopGapSql(as_of: Date | undefined): string {
  return `SELECT median_gap_days, gaps FROM ${call('overview', { date_to: as_of })}`;
}

/** One `ShopRow`. */
export const SHOP_SQL = `SELECT
  (SELECT count(*) FROM customers) AS buyers,
  count(*) FILTER (customer_id IS NULL) AS guest_orders,
  coalesce(sum(revenue) FILTER (customer_id IS NULL), 0) AS guest_revenue,
  sum(revenue) AS revenue,
  min(ordered_at) AS first_order,
  max(ordered_at) AS last_order
FROM orders`;

export interface ShopRow {
  buyers: number;
  guest_orders: number;
  guest_revenue: number;
  revenue: number;
  first_order: Date | null;
  last_order: Date | null;
}

/** The row of `shopGapSql`. */
export interface ShopGapRow {
  median_gap_days: number | null;
  gaps: number;
}
