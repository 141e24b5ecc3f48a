import { call } from '../../engine/sql.ts';

export const STAGES = ['exploration', 'buildup', 'maturity', 'decline'] as const;
export type Stage = (typeof STAGES)[number];

/** Where a customer can come from: a stage, or no order yet. */
export const BEGINNINGS = ['not_yet', ...STAGES] as const;
export type Beginning = (typeof BEGINNINGS)[number];

/** The rule that decides a stage; the first three mean decline. */
export type LifecycleReason =
  'lost' | 'silent' | 'revenue_fell' | 'few_orders' | 'more_orders' | 'more_revenue' | 'steady';

/** The thresholds of the life cycle; days and windows are whole days. */
export interface LifecycleThresholds {
  /** Silent for more than so many gaps is decline; 2 by default. */
  decline_after?: number | undefined;
  /** Silent for more than so many gaps is lost; 4 by default. */
  lost_after?: number | undefined;
  /** The length of the last window and of the one before; 90 by default. */
  window_days?: number | undefined;
  /** Revenue below this share of that of the window before is decline; 0.5 by default. */
  drop_below?: number | undefined;
  /** From so many orders on a customer has a gap of their own; 3 by default. */
  own_gap_orders?: number | undefined;
  /** Up to so many orders is exploration; 2 by default. */
  exploration_orders?: number | undefined;
  /** No gap counts as shorter than so many days; 1 by default. */
  shortest_gap?: number | undefined;
}

export interface LifecycleOptions extends LifecycleThresholds {
  /** The moment after which orders do not count; one day after the last order by default. */
  as_of?: Date | undefined;
}

export const LIFECYCLE_DEFAULTS = {
  decline_after: 2,
  lost_after: 4,
  window_days: 90,
  drop_below: 0.5,
  own_gap_orders: 3,
  exploration_orders: 2,
  shortest_gap: 1,
} as const satisfies LifecycleThresholds;

/** A customer with a dated order up to the as-of moment. */
export interface LifecycleRow {
  customer_id: string;
  customer_name: string | null;
  stage: Stage;
  lost: boolean;
  reason: LifecycleReason;
  first_order: Date;
  last_order: Date;
  /** Days, with their fractions, from the last order to the as-of moment. */
  silence_days: number;
  /** The gap the silence is measured by; null while nobody has bought twice. */
  gap_days: number | null;
  /** Whether the gap is the customer's own or the shop's. */
  own_gap: boolean;
  orders: number;
  /** In the last window, and in the one before. */
  orders_last: number;
  orders_before: number;
  revenue: number;
  revenue_last: number;
  revenue_before: number;
  /** Revenue − cost; null without costs. */
  profit: number | null;
}

/** Means are null where there is nobody, profits where there are no costs. */
export interface LifecycleSummaryRow {
  position: number;
  stage: Stage;
  customers: number;
  customer_share: number | null;
  /** How many of them are lost. */
  lost: number;
  orders: number;
  revenue: number;
  revenue_share: number | null;
  /** Revenue of the last window. */
  revenue_last: number;
  mean_orders: number | null;
  mean_revenue: number | null;
  profit: number | null;
  /** How many of them have costs; `mean_profit` is over these. */
  profit_customers: number;
  mean_profit: number | null;
  mean_gap_days: number | null;
  mean_silence_days: number | null;
}

/** One stage at the end of one month; the last month ends at the as-of moment. Revenue is all they had brought by then. */
export interface LifecycleMonthRow {
  month: Date;
  as_of: Date;
  position: number;
  stage: Stage;
  customers: number;
  revenue: number;
  lost_customers: number;
  lost_revenue: number;
}

export interface LifecycleMoveRow {
  from_position: number;
  from_stage: Beginning;
  to_position: number;
  to_stage: Stage;
  customers: number;
  /** Of those who were in `from_stage`; null when nobody was. */
  share: number | null;
  /** Up to the later date. */
  revenue: number;
}

/** The two dates that are compared: one window apart, the later one day after the last order, by default. */
export interface LifecycleMovesOptions extends LifecycleThresholds {
  from_date?: Date | undefined;
  to_date?: Date | undefined;
}

/** One `LifecycleRow` per customer, by id. */
export function lifecycleSql(options: LifecycleOptions = {}): string {
  return `FROM ${call('lifecycle', { ...options })}`;
}

/** One `LifecycleSummaryRow` per stage, empty ones included. */
export function lifecycleSummarySql(options: LifecycleOptions = {}): string {
  return `FROM ${call('lifecycle_summary', { ...options })}`;
}

/** One `LifecycleMonthRow` per month and stage of the last `months` (12) up to the as-of moment. */
export function lifecycleMonthlySql(
  options: LifecycleOptions & { months?: number | undefined } = {},
): string {
  return `FROM ${call('lifecycle_monthly', { ...options })}`;
}

/** One row per customer: where they were at the earlier date, `from_stage`, and are at the later, `to_stage`. */
export function lifecycleChangesSql(options: LifecycleMovesOptions = {}): string {
  return `FROM ${call('lifecycle_changes', { ...options })}`;
}

/** One `LifecycleMoveRow` per pair of beginning and stage, empty ones included. */
export function lifecycleMovesSql(options: LifecycleMovesOptions = {}): string {
  return `FROM ${call('lifecycle_moves', { ...options })}`;
}
