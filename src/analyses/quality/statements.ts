import { literal } from '../../engine/sql.ts';
import {
  customerQualitySql,
  type Finding,
  FINDINGS,
  type Quality,
  type QualityOptions,
  qualitySummarySql,
  type Tier,
} from './quality.ts';
import type { View } from './view.ts';

/** A row for each tier: customers, what they bring and how many are of each quality. */
export function tiersSql(options: QualityOptions): string {
  return `SELECT
  tier_position, tier,
  sum(customers)::INTEGER AS customers, sum(revenue) AS revenue, sum(revenue_share) AS revenue_share,
  sum(customers) FILTER (quality = 'poor')::INTEGER AS poor,
  sum(customers) FILTER (quality = 'fair')::INTEGER AS fair,
  sum(customers) FILTER (quality = 'good')::INTEGER AS good,
  sum(customers) FILTER (quality = 'unknown')::INTEGER AS unknown
${qualitySummarySql(options)}
GROUP BY tier_position, tier
ORDER BY tier_position`;
}

/** The customers of a finding, of one cell of the matrix, or all. */
export function listSql(options: QualityOptions, list: View['list']): string {
  const finding = FINDINGS.find((one): one is Finding => one === list);
  const [tier, quality] = list.split('.') as [Tier, Quality?];
  const where = finding
    ? `\nWHERE finding = ${literal(finding)}`
    : quality
      ? `\nWHERE tier = ${literal(tier)} AND quality = ${literal(quality)}`
      : '';
  return `SELECT
  customer_id, customer_name, tier, quality, score, revenue, weaknesses, strengths, orders, margin, return_rate,
  discount_share, payment_days, growth, last_order
${customerQualitySql(options)}${where}`;
}
