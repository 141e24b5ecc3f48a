import { call } from '../../engine/sql.ts';

/** The window of orders: from `date_from` on, before `date_to`; without them all orders. */
export interface OverviewOptions {
  date_from?: Date | undefined;
  date_to?: Date | undefined;
}

/** `days` is the length of the two periods compared, 90 by default; `as_of` is the end of the later one. */
export interface LeversOptions {
  days?: number | undefined;
  as_of?: Date | undefined;
}

/** The shop in one row. Rates are null where their denominator is 0; dates where nothing is dated. */
export interface OverviewRow {
  revenue: number;
  amount: number;
  refund: number;
  orders: number;
  buyers: number;
  guest_orders: number;
  buyer_revenue: number;
  guest_revenue: number;
  units: number;
  lines: number;
  /** `buyer_revenue` / `buyers`. */
  revenue_per_buyer: number | null;
  /** `revenue` / `orders`, guests' orders among them. */
  revenue_per_order: number | null;
  /** `revenue` / `units`. */
  revenue_per_unit: number | null;
  /** `units` / `orders`. */
  units_per_order: number | null;
  /** Buyers with at least two orders in the window. */
  repeat_buyers: number;
  /** `repeat_buyers` / `buyers`. */
  repurchase_rate: number | null;
  /** How many gaps between consecutive orders of a buyer `median_gap_days` is the median of. */
  gaps: number;
  median_gap_days: number | null;
  first_order: Date | null;
  last_order: Date | null;
}

/** One calendar month; months without an order are there with zeros. */
export interface MonthlyRow {
  month: Date;
  revenue: number;
  orders: number;
  buyers: number;
  new_buyers: number;
  returning_buyers: number;
  guest_orders: number;
  new_revenue: number;
  returning_revenue: number;
  guest_revenue: number;
  /** The data begin after the month's first day or end before its last. */
  is_partial: boolean;
}

/** One lever in the last period and in the one before; null where the data do not cover a period. */
export interface LeverRow {
  position: number;
  direction: 'more' | 'longer' | 'deeper';
  lever:
    | 'new_buyers'
    | 'returning_buyers'
    | 'repurchase_rate'
    | 'orders_per_buyer'
    | 'revenue_per_order'
    | 'units_per_order';
  value: number | null;
  previous: number | null;
  change: number | null;
  change_rate: number | null;
  period_start: Date;
  period_end: Date;
}

/** One `OverviewRow`. */
export function overviewSql(options: OverviewOptions = {}): string {
  return `FROM ${call('overview', { ...options })}`;
}

/** One `MonthlyRow` per month, in order. */
export function overviewMonthlySql(): string {
  return `FROM ${call('overview_monthly')}`;
}

/** One `LeverRow` per lever. */
export function overviewLeversSql(options: LeversOptions = {}): string {
  return `FROM ${call('overview_levers', { ...options })}`;
}
