import { literal } from '../../engine/sql.ts';
import type { ModelName } from '../../models/value/types.ts';
import { type Segmentation, segmentationSql } from '../segmentations.ts';
import { type CountBy, type HoldoutOptions, holdoutSql, repeatSql } from './value.ts';

/** What is asked of the worker. */
export interface Question {
  as_of: Date | undefined;
  split: Date | undefined;
  count_by: CountBy;
  model: ModelName;
  /** Days ahead; one of `HORIZONS`. */
  horizon: number;
  /** A year's discount rate, and how many months ahead the customer value reaches. */
  discount: number;
  months: number;
  /** How the sums are grouped, and the groups in their order. */
  by: Segmentation;
  segments: readonly string[];
}

/** Columns of numbers of each customer by id, as the models read them; `segment` is the place among the groups or −1. */
export function knownSql({ as_of, count_by, by, segments }: Question): string {
  return `SELECT
  r.x::DOUBLE AS x, r.t_x, r.age, coalesce(r.mean_spend, 'nan'::DOUBLE) AS spend, r.revenue,
  coalesce(list_position(${literal(segments)}, s.segment), 0)::INTEGER - 1 AS segment
FROM (${repeatSql({ as_of, count_by })}) r
LEFT JOIN (${segmentationSql({ by, as_of })}) s ON s.customer_id = r.customer_id
ORDER BY r.customer_id`;
}

/** The same at the split, with what came after it. */
export function heldSql(options: HoldoutOptions): string {
  return `SELECT
  x::DOUBLE AS x, t_x, age, coalesce(mean_spend, 'nan'::DOUBLE) AS spend, revenue,
  x_lately::DOUBLE AS x_lately, x_holdout::DOUBLE AS x_holdout, spend_holdout, holdout_weeks
${holdoutSql(options)}
ORDER BY customer_id`;
}

/** What of the customers' revenue is profit, where costs are known, and of what part of it they are. */
export function marginSql(as_of: Date | undefined): string {
  const until = as_of ? ` AND ordered_at <= ${literal(as_of)}` : '';
  return `SELECT
  sum(revenue - cost) / nullif(sum(revenue) FILTER (cost IS NOT NULL), 0) AS margin,
  sum(revenue) FILTER (cost IS NOT NULL) / nullif(sum(revenue), 0) AS known
FROM orders
WHERE customer_id IS NOT NULL AND ordered_at IS NOT NULL${until}`;
}

/** The row of `marginSql`; null without costs. */
export interface MarginRow {
  margin: number | null;
  known: number | null;
}
