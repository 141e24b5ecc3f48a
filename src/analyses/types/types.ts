import { call } from '../../engine/sql.ts';

/** The six types in the order in which their rules are tried. */
export const TYPES = ['relationship', 'stingy', 'owner', 'task', 'rational', 'mixed'] as const;
export const REASONS = [
  'tag',
  'source',
  'friend',
  'bargains',
  'bargaining',
  'compares',
  'one_order',
  'few_days',
  'regular',
  'new',
  'none',
] as const;

export type CustomerType = (typeof TYPES)[number];
export type Reason = (typeof REASONS)[number];

/** The thresholds of the rules; shares of 1. */
export interface TypeOptions {
  /** One day after the last order by default; later orders do not count. */
  as_of?: Date | undefined;
  /** The sources that count as a referral; by default those whose words say so. */
  referral_sources?: readonly string[] | undefined;
  /** Stingy: so many orders at least, so much off the price of so large a share of them. */
  habit_orders?: number | undefined;
  bargain_from?: number | undefined;
  bargain_share?: number | undefined;
  /** Stingy too: haggles in notes, and more than this share of money given back. */
  bargain_returns?: number | undefined;
  /** Owner: so many orders at least, discounts between these shares. */
  owner_orders?: number | undefined;
  owner_low?: number | undefined;
  owner_high?: number | undefined;
  /** Task: at most so many orders within so many days, then silence of more than `task_factor` usual gaps. */
  task_orders?: number | undefined;
  task_days?: number | undefined;
  task_factor?: number | undefined;
  /** Rational: so many gaps at least, varying by this at most; at most these shares of refunds and discounts. */
  rational_gaps?: number | undefined;
  rational_variation?: number | undefined;
  rational_returns?: number | undefined;
  rational_discount?: number | undefined;
}

export const TYPE_DEFAULTS = {
  habit_orders: 2,
  bargain_from: 0.2,
  bargain_share: 0.8,
  bargain_returns: 0.2,
  owner_orders: 5,
  owner_low: 0.03,
  owner_high: 0.2,
  task_orders: 3,
  task_days: 7,
  task_factor: 2,
  rational_gaps: 3,
  rational_variation: 0.6,
  rational_returns: 0.05,
  rational_discount: 0.1,
} as const satisfies TypeOptions;

/** A customer with a dated order up to the as-of moment, the type and the first rule that held. */
export interface TypeRow {
  customer_id: string;
  customer_name: string | null;
  type: CustomerType;
  reason: Reason;
  orders: number;
  revenue: number;
  first_order: Date;
  last_order: Date;
  recency_days: number;
  /** Whole days from the first order to the last. */
  span_days: number;
  /** Of the first order. */
  source: string | null;
  /** Orders with `bargain_from` or more off the price; null, as the share, where the shop has no discounts. */
  bargain_orders: number | null;
  discount_share: number | null;
  /** Null where the shop has no refunds. */
  return_rate: number | null;
  median_gap_days: number | null;
  gap_variation: number | null;
  /** The silence the rule of task waits for; null in a shop where nobody came back. */
  silence_days: number | null;
}

export interface TypeSummaryRow {
  position: number;
  type: CustomerType;
  customers: number;
  customer_share: number | null;
  orders: number;
  revenue: number;
  revenue_share: number | null;
  mean_revenue: number | null;
  mean_orders: number | null;
  mean_discount_share: number | null;
  mean_return_rate: number | null;
  by_tag: number;
  silence_days: number | null;
}

/** One `TypeRow` per customer, by id. */
export function customerTypesSql(options: TypeOptions = {}): string {
  return `FROM ${call('customer_types', { ...options })}`;
}

/** One `TypeSummaryRow` per type, in the order of the rules, empty ones included. */
export function typeSummarySql(options: TypeOptions = {}): string {
  return `FROM ${call('type_summary', { ...options })}`;
}
