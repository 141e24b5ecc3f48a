import { call } from '../../engine/sql.ts';

export const TIERS = ['vip', 'major', 'ordinary', 'small'] as const;
export const QUALITIES = ['poor', 'fair', 'good', 'unknown'] as const;
export const FINDINGS = ['big_but_poor', 'small_but_promising'] as const;
export const TIERS_BY = ['customers', 'revenue'] as const;
/** What the score is made of. */
export const COMPONENTS = ['margin', 'returns', 'discount', 'payment', 'growth'] as const;

export type Tier = (typeof TIERS)[number];
export type Quality = (typeof QUALITIES)[number];
export type Finding = (typeof FINDINGS)[number];
export type Component = (typeof COMPONENTS)[number];

/** How customers are put into tiers and judged. Borders and limits are shares of 1. */
export interface QualityOptions extends Partial<Record<`${Component}_weight`, number | undefined>> {
  /** One day after the last order by default; later orders do not count. */
  as_of?: Date | undefined;
  /** 'customers' by default: a tier ends at a share of the customers; 'revenue': at a share of the revenue. */
  tiers_by?: (typeof TIERS_BY)[number] | undefined;
  /** Where each tier ends, counted from the biggest customer: .01, .05, .2 of customers or .5, .8, .95 of revenue. */
  vip_to?: number | undefined;
  major_to?: number | undefined;
  ordinary_to?: number | undefined;
  /** Days of each of the two windows that growth compares. */
  window_days?: number | undefined;
  /** The orders a customer needs to be judged. */
  min_orders?: number | undefined;
  /** The components that must be known of a customer for a score. */
  min_known?: number | undefined;
  /** Poor up to this share of the scored customers, good from that on. */
  poor_to?: number | undefined;
  good_from?: number | undefined;
}

export const BORDERS = {
  customers: { vip_to: 0.01, major_to: 0.05, ordinary_to: 0.2 },
  revenue: { vip_to: 0.5, major_to: 0.8, ordinary_to: 0.95 },
} as const;
export const QUALITY_DEFAULTS = {
  tiers_by: 'customers',
  window_days: 180,
  min_orders: 2,
  min_known: 2,
  poor_to: 0.33,
  good_from: 0.67,
} as const satisfies QualityOptions;

/** A customer with a dated order up to the as-of moment. A figure is null where it is not known. */
export interface QualityRow extends Record<`${Component}_rank`, number | null> {
  customer_id: string;
  customer_name: string | null;
  tier: Tier;
  quality: Quality;
  finding: Finding | null;
  /** 0 to 100; null without enough orders or components. */
  score: number | null;
  /** How many components with a weight are known. */
  known: number;
  weaknesses: Component[];
  strengths: Component[];
  orders: number;
  revenue: number;
  first_order: Date;
  last_order: Date;
  /** (revenue − cost) / revenue. */
  margin: number | null;
  /** Refunds / amount. */
  return_rate: number | null;
  /** Discounts / amount before them. */
  discount_share: number | null;
  /** Median days from order to payment. */
  payment_days: number | null;
  /** Revenue of the last window / revenue of the one before − 1. */
  growth: number | null;
}

/** One tier and one quality. */
export interface QualitySummaryRow extends Record<`with_${Component}`, number> {
  tier_position: number;
  tier: Tier;
  quality_position: number;
  quality: Quality;
  customers: number;
  share_of_tier: number | null;
  revenue: number;
  revenue_share: number | null;
  /** Those of them that are big but poor, or small but promising. */
  found: number;
  found_revenue: number;
  /** Of the unknown: those with fewer orders than a judgement needs. */
  too_few_orders: number;
}

/** A place among the scored customers; revenue in four steps to each power of ten, score in steps of 5. */
export interface QualityMapRow {
  revenue_from: number;
  revenue_to: number;
  score_from: number;
  score_to: number;
  customers: number;
  revenue: number;
  big_but_poor: number;
  small_but_promising: number;
}

/** One `QualityRow` per customer, by id. */
export function customerQualitySql(options: QualityOptions = {}): string {
  return `FROM ${call('customer_quality', { ...options })}`;
}

/** One `QualitySummaryRow` per tier and quality, biggest first, empty ones included. */
export function qualitySummarySql(options: QualityOptions = {}): string {
  return `FROM ${call('quality_summary', { ...options })}`;
}

/** One `QualityMapRow` per place with customers. */
export function qualityMapSql(options: QualityOptions = {}): string {
  return `FROM ${call('quality_map', { ...options })}`;
}
