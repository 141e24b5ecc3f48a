import { call } from '../../engine/sql.ts';

/** What counts as one purchase: a day with orders, or each order. */
export const COUNTS = ['day', 'order'] as const;
export type CountBy = (typeof COUNTS)[number];

export interface RepeatOptions {
  /** The moment after which orders do not count; one day after the last order by default. */
  as_of?: Date | undefined;
  count_by?: CountBy | undefined;
}

export interface HoldoutOptions extends RepeatOptions {
  /** The moment the back-test cuts at; after two thirds of the days by default. */
  split?: Date | undefined;
}

/** The moments a back-test begins, cuts and ends at; null where no order is dated. */
export interface SplitRow {
  starts: Date | null;
  split: Date | null;
  ends: Date | null;
}

/** A customer with a dated order up to the as-of moment. Weeks are days by the calendar over 7. */
export interface RepeatRow {
  customer_id: string;
  customer_name: string | null;
  /** Repeat purchases: the first is not one. */
  x: number;
  /** Weeks from the first purchase to the last, and to the as-of moment. */
  t_x: number;
  age: number;
  /** Mean revenue of the repeat purchases; null where there are none. */
  mean_spend: number | null;
  first_order: Date;
  last_order: Date;
  revenue: number;
}

/** A customer as they were at the split, and what came after it. */
export interface HoldoutRow extends RepeatRow {
  /** Repeat purchases in as many days before the split as there are after it. */
  x_lately: number;
  x_holdout: number;
  spend_holdout: number;
  holdout_weeks: number;
}

/** The repeat purchases of one week since the first order, and of all weeks so far. */
export interface WeekRow {
  week: number;
  week_end: Date;
  repeats: number;
  cumulative: number;
}

/** One `SplitRow`. */
export function splitSql({ split, as_of }: HoldoutOptions = {}): string {
  return `FROM ${call('repeat_split', { split, as_of })}`;
}

/** One `RepeatRow` per customer, by id. */
export function repeatSql({ as_of, count_by }: RepeatOptions = {}): string {
  return `FROM ${call('repeat_orders', { as_of, count_by })}`;
}

/** One `HoldoutRow` per customer with an order up to the split, by id. */
export function holdoutSql({ split, as_of, count_by }: HoldoutOptions = {}): string {
  return `FROM ${call('repeat_holdout', { split, as_of, count_by })}`;
}

/** One `WeekRow` per week, of the customers known at the split. */
export function weeklySql({ split, as_of, count_by }: HoldoutOptions = {}): string {
  return `FROM ${call('repeat_weekly', { split, as_of, count_by })}`;
}
