import { literal } from '../../engine/sql.ts';
import { type CustomerType, customerTypesSql, type TypeOptions, typeSummarySql } from './types.ts';

/** What the rules can stand on: how many orders say where the buyer came from, have a discount or a refund, and so on. */
export const EVIDENCE_SQL = `SELECT
  count(*) AS orders,
  count(source) AS with_source,
  count(*) FILTER (discount > 0) AS with_discount,
  count(*) FILTER (refund > 0) AS with_refund,
  (SELECT count(note) FROM order_line) AS with_note,
  (SELECT count(tags) FROM order_line) + (SELECT count(tag) FROM customer_tag) AS with_tag
FROM orders`;

/** The row of `EVIDENCE_SQL`. */
export interface EvidenceRow {
  orders: number;
  with_source: number;
  with_discount: number;
  with_refund: number;
  with_note: number;
  with_tag: number;
}

/** One `SourceRow` per source, numbered by name, the most frequent first. */
export const SOURCES_SQL = `SELECT
  row_number() OVER (ORDER BY source)::INTEGER AS number, source, orders, names_friend(source) AS referral
FROM (SELECT source, count(*) AS orders FROM orders WHERE source IS NOT NULL GROUP BY source)
ORDER BY orders DESC, source`;

export interface SourceRow {
  number: number;
  source: string;
  orders: number;
  /** Its words say that somebody sent the customer. */
  referral: boolean;
}

/** `TypeSummaryRow`s with the mean of orders rounded as a reader wants it. */
export function summarySql(options: TypeOptions): string {
  return `SELECT * REPLACE (round(mean_orders, 2) AS mean_orders)
${typeSummarySql(options)}`;
}

/** The customers of a type, or all, with the reason and the figures it stands on. */
export function listSql(options: TypeOptions, type: CustomerType | null): string {
  return `SELECT
  customer_id, customer_name, type, reason, revenue, orders, source, bargain_orders, discount_share, return_rate,
  recency_days, span_days, gap_variation, last_order
${customerTypesSql(options)}${type ? `\nWHERE type = ${literal(type)}` : ''}`;
}
