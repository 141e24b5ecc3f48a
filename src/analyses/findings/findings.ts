import { call } from '../../engine/sql.ts';
import type { Comparison } from '../change/change.ts';

/** What the findings ask, in the order they are asked. */
export const QUESTIONS = [
  'profit',
  'newcomers',
  'leavers',
  'dependence',
  'sources',
  'discounts',
  'refunds',
  'complaints',
] as const;
export type Question = (typeof QUESTIONS)[number];

/** Both periods: the last `days` up to `as_of` and those compared with. */
export interface PeriodOptions {
  days?: number | undefined;
  compare?: Comparison | undefined;
  as_of?: Date | undefined;
}

/** Which columns have a value somewhere. */
export interface ColumnsRow {
  customers: boolean;
  products: boolean;
  costs: boolean;
  sources: boolean;
  discounts: boolean;
  refunds: boolean;
  complaints: boolean;
}
export type Column = keyof ColumnsRow;

/** One of the two periods, from `starts` (inclusive) to `ends` (exclusive), `span` days long. */
export interface PeriodRow {
  position: number;
  period: 'now' | 'before';
  starts: Date;
  ends: Date;
  span: number;
  beginning: Date;
  /** Whole days of orders before the earlier period; below 0 when the data begin in it. */
  days_known_before: number;
}

/** Both periods in one row; `…_squares` are sums over buyers of squared changes, their roots standard errors. */
export interface ProfitRow {
  buyers: number;
  revenue: number | null;
  revenue_before: number | null;
  revenue_squares: number | null;
  /** Share of revenue from orders whose cost is known. */
  costed_share: number | null;
  costed_share_before: number | null;
  profit: number | null;
  profit_before: number | null;
  profit_squares: number | null;
  /** Profit in the revenue of orders with a cost. */
  margin: number | null;
  margin_before: number | null;
  margin_squares: number | null;
}

/** The newcomers of one period; sums and sums of squares over them, of their first `within_days`. */
export interface NewcomersRow {
  period: 'now' | 'before';
  starts: Date;
  ends: Date;
  /** New is who had no order for so many days before the period; below 0 when the data do not cover it. */
  lookback: number;
  customers: number;
  again: number;
  revenue: number | null;
  revenue_squares: number | null;
  costed: number;
  profit: number | null;
  profit_squares: number | null;
}

/** The best customers with a rhythm of one period, and those of them who were silent at its end. */
export interface LeaversRow {
  period: 'now' | 'before';
  starts: Date;
  ends: Date;
  span: number;
  customers: number;
  silent: number;
  revenue: number;
  silent_revenue: number | null;
  silent_profit: number | null;
}

/** The customer and the product with most revenue; shares with standard errors. */
export interface DependenceRow {
  kind: 'customer' | 'product';
  id: string;
  name: string | null;
  orders: number;
  own_orders: number;
  revenue: number;
  own_revenue: number;
  share: number | null;
  share_error: number | null;
  orders_before: number;
  share_before: number | null;
  share_error_before: number | null;
}

interface FirstOrders {
  customers: number;
  again: number;
  first_revenue: number | null;
  later_revenue: number | null;
  first_profit: number | null;
  later_profit: number | null;
}

/** Newcomers of one source, null when it is not known. */
export interface SourceRow extends FirstOrders {
  source: string | null;
  discounted: number;
}

/** Newcomers of one source with or without a discount on their first order. */
export interface DiscountRow extends FirstOrders {
  source: string | null;
  discounted: boolean;
  discount: number;
}

/** Baskets of the same customers with and without a discount, before it; null where nobody has both. */
export interface BasketsRow {
  customers: number;
  worth_with: number | null;
  worth_without: number | null;
  discount: number | null;
  difference: number | null;
  difference_error: number | null;
}

/** Orders with one product, and those of them in which it was refunded. */
export interface RefundRow {
  product_id: string;
  product: string | null;
  category: string | null;
  orders: number;
  refunded: number;
  orders_before: number;
  refunded_before: number;
  amount: number;
  refund: number;
  amount_before: number;
  refund_before: number;
}

/** All orders, and those with a complaint of one kind; null for any kind. */
export interface ComplaintRow {
  complaint: string | null;
  orders: number;
  complained: number;
  orders_before: number;
  complained_before: number;
  revenue: number;
}

/** What each statement answers. */
export interface Rows {
  profit: ProfitRow;
  newcomers: NewcomersRow;
  leavers: LeaversRow;
  dependence: DependenceRow;
  sources: SourceRow;
  discounts: DiscountRow;
  baskets: BasketsRow;
  refunds: RefundRow;
  complaints: ComplaintRow;
}

/** One `ColumnsRow`. */
export function columnsSql(): string {
  return `FROM ${call('finding_columns')}`;
}

/** Two `PeriodRow`s, the later first; none where nothing is dated. */
export function periodsSql(options: PeriodOptions): string {
  return `FROM ${call('finding_periods', { ...options })}`;
}

/** The same of a year and the year before, or of the halves of shorter data. */
export function halvesSql(as_of: Date | undefined): string {
  return `FROM ${call('finding_periods', { days: null, as_of })}`;
}

/** The statement for each of `Rows`. */
export function findingSql(options: PeriodOptions): Record<keyof Rows, string> {
  const { as_of } = options;
  return {
    profit: `FROM ${call('finding_profit', { ...options })}`,
    newcomers: `FROM ${call('finding_new_customers', { ...options })}`,
    leavers: `FROM ${call('finding_leavers', { as_of })}`,
    dependence: `FROM ${call('finding_dependence', { ...options })}`,
    sources: `FROM ${call('finding_sources', { as_of })}`,
    discounts: `FROM ${call('finding_discounts', { as_of })}`,
    baskets: `FROM ${call('finding_discount_baskets', { as_of })}`,
    refunds: `FROM ${call('finding_refunds', { as_of })}`,
    complaints: `FROM ${call('finding_complaints', { ...options })}`,
  };
}

/** The best customers who were silent at `as_of`, by what they brought. */
export function silentSql(as_of: Date | undefined): string {
  return `SELECT customer_id, customer_name, last_order, silence_days, median_gap_days, order_days, revenue
FROM ${call('finding_best_customers', { as_of })}
WHERE period = 'now' AND silent`;
}
