import { literal } from '../../engine/sql.ts';

/** The customers that two ways of grouping put into one pair of segments. */
export interface CrossRow {
  segment: string;
  other: string;
  customers: number;
  revenue: number;
  /** Of the customers of `segment`. */
  customer_share: number;
  /** Of the revenue of `segment`; null when it has none. */
  revenue_share: number | null;
  revenue_per_customer: number;
}

/** `CrossRow`s of the pairs that hold somebody; `rows` and `others` are statements with a row per customer. */
export function crossSql(rows: string, others: string): string {
  return `SELECT
  a.segment, b.segment AS other,
  count(*)::INTEGER AS customers, sum(a.revenue) AS revenue,
  count(*) / sum(count(*)) OVER (PARTITION BY a.segment) AS customer_share,
  sum(a.revenue) / nullif(sum(sum(a.revenue)) OVER (PARTITION BY a.segment), 0) AS revenue_share,
  sum(a.revenue) / count(*) AS revenue_per_customer
FROM (${rows}) a
JOIN (${others}) b ON b.customer_id = a.customer_id
WHERE a.segment IS NOT NULL AND b.segment IS NOT NULL
GROUP BY a.segment, b.segment`;
}

/** The customers of a pair of segments; '' for any. */
export function crossListSql(rows: string, others: string, segment: string, other: string): string {
  const where = [
    ...(segment ? [`a.segment = ${literal(segment)}`] : []),
    ...(other ? [`b.segment = ${literal(other)}`] : []),
  ];
  return `SELECT
  a.customer_id, a.customer_name, a.segment, b.segment AS other, a.last_order, a.recency_days, a.frequency, a.monetary
FROM (${rows}) a
JOIN (${others}) b ON b.customer_id = a.customer_id${where.length ? `\nWHERE ${where.join(' AND ')}` : ''}`;
}

/** The summaries of several models under each other; `model` is the first column. */
export function glanceSql(summaries: readonly (readonly [model: string, summary: string])[]): string {
  return summaries
    .map(
      ([model, summary]) =>
        `SELECT ${literal(model)} AS model, s.*, s.revenue / nullif(s.customers, 0) AS revenue_per_customer FROM (${summary}) s`,
    )
    .join('\nUNION ALL\n');
}
