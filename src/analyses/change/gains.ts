import { call } from '../../engine/sql.ts';

/** `percent` of each lever more, 1 by default, in the `days` before `as_of`. */
export interface GainOptions {
  days?: number | undefined;
  as_of?: Date | undefined;
  percent?: number | undefined;
}

export type GainLever =
  | 'new_buyers'
  | 'won_back_buyers'
  | 'guest_orders'
  | 'returning_buyers'
  | 'orders_per_buyer'
  | 'revenue_per_order'
  | 'units_per_order'
  | 'discount'
  | 'refund';

/** What more of one lever would have brought: `gain` = `base` × `percent` / 100 × `value_each`, with its 95 % interval. */
export interface GainRow {
  position: number;
  direction: 'more' | 'longer' | 'deeper';
  lever: GainLever;
  /** What a per cent is taken of: buyers, orders, units or money. */
  base: number;
  /** As asked for; less for returning buyers where fewer stayed away. */
  percent: number;
  /** How many buyers or orders `value_each` is the mean of; null for discounts and refunds. */
  observed: number | null;
  value_each: number;
  gain: number;
  /** Null where the gain is a matter of arithmetic alone, or of a single observation. */
  gain_low: number | null;
  gain_high: number | null;
  /** As for revenue; all null without costs. */
  profit_each: number | null;
  profit: number | null;
  profit_low: number | null;
  profit_high: number | null;
}

/** One `GainRow` per lever the data speak of, the largest gain first; none where they do not cover the period. */
export function leverGainsSql(options: GainOptions = {}): string {
  return `FROM ${call('lever_gains', { ...options })}`;
}
