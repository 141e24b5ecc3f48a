import { call } from '../../engine/sql.ts';

/** Against which period the last one is held: as many days before it, or the same dates a year earlier. */
export const COMPARISONS = ['before', 'year'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export const MEASURES = ['revenue', 'profit'] as const;
export type Measure = (typeof MEASURES)[number];

/** `days` is the length of both periods, 90 by default; the later one ends at `as_of`, the end of the last day with an order. */
export interface ChangeOptions {
  days?: number | undefined;
  as_of?: Date | undefined;
  compare?: Comparison | undefined;
  measure?: Measure | undefined;
}

/** What a change is made of; those of guests only where there are guests, costs only for profit. */
export type Factor =
  | 'buyers'
  | 'orders_per_buyer'
  | 'revenue_per_order'
  | 'cost_per_order'
  | 'guest_orders'
  | 'guest_revenue_per_order'
  | 'guest_cost_per_order';

/** One factor. The contributions of all add up to `total_after` − `total_before`; null for profit without costs. */
export interface FactorRow {
  position: number;
  factor: Factor;
  /** Null where the period has no order to divide by. */
  value_before: number | null;
  value_after: number | null;
  contribution: number | null;
  total_before: number | null;
  total_after: number | null;
  /** Shares of the orders whose cost is known; null without orders. */
  costed_before: number | null;
  costed_after: number | null;
  compared_starts: Date;
  compared_ends: Date;
  starts: Date;
  ends: Date;
  /** Whether the data begin before both periods. */
  is_comparable: boolean;
}

/** Kinds of buyers between two periods, in this order. */
export const KINDS = ['new', 'won_back', 'more', 'same', 'less', 'lost', 'guests'] as const;
export type BuyerKind = (typeof KINDS)[number];

/** One kind of buyer; the contributions of all add up to the same change. */
export interface KindRow {
  position: number;
  kind: BuyerKind;
  /** Null for guests. */
  customers: number | null;
  orders_before: number;
  orders_after: number;
  value_before: number | null;
  value_after: number | null;
  contribution: number | null;
  is_comparable: boolean;
  /** Whole days from the first order in the data to the period compared; below 0 where it begins earlier than they do. */
  history_days: number;
}

/** One `FactorRow` per factor, in order; none where no order is in either period. */
export function revenueChangeSql(options: ChangeOptions = {}): string {
  return `FROM ${call('revenue_change', { ...options })}`;
}

/** The seven `KindRow`s. */
export function buyerChangeSql(options: ChangeOptions = {}): string {
  return `FROM ${call('buyer_change', { ...options })}`;
}

/** The customers of one kind, as rows of `changed_buyers`. */
export function changedBuyersSql(options: ChangeOptions, kind: Exclude<BuyerKind, 'guests'>): string {
  return `SELECT
  customer_id, customer_name, first_order, last_order, orders_before, orders_after, value_before, value_after, contribution
FROM ${call('changed_buyers', { ...options })}
WHERE kind = '${kind}'`;
}
