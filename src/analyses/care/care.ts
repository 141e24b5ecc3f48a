import { call } from '../../engine/sql.ts';
import type { ListId } from './letters/contract.ts';

/** The lists in the order of urgency: a customer on several counts with the first of them. */
export const URGENCY = [
  'complaints',
  'silent',
  'running_out',
  'second_order',
  'birthdays',
  'after_sale',
  'referrers',
  'greetings',
] as const satisfies readonly ListId[];

/** What every row of a list says of its customer; money in the currency of the file. */
export interface CareRow {
  customer_id: string;
  customer_name: string | null;
  phone: string | null;
  email: string | null;
  last_order: Date;
  silence_days: number;
  orders: number;
  revenue: number;
  /** What is at stake: revenue of the 365 days that end with the customer's last order. */
  value: number;
}

export interface SilentRow extends CareRow {
  gap_days: number;
  /** Whether `gap_days` is the customer's own median gap; else the shop's. */
  own_gap: boolean;
  /** Silence in gaps. */
  gaps_silent: number;
  due_on: Date;
}

export interface SecondOrderRow extends CareRow {
  product: string | null;
  due_from: Date;
  due_on: Date;
  due_to: Date;
  /** Days from `due_on` to the day of the list; below 0 when it is still to come. */
  late_days: number;
}

export interface RunningOutRow extends CareRow {
  product: string;
  last_bought: Date;
  last_quantity: number;
  rhythm: 'own' | 'product';
  unit_days: number;
  due_from: Date;
  due_on: Date;
  due_to: Date;
  late_days: number;
  /** How many products are due, and the names of those after the first. */
  products: number;
  also: string | null;
}

export interface BirthdayRow extends CareRow {
  birthday: Date;
  due_on: Date;
  days_ahead: number;
  turning: number | null;
}

export interface AfterSaleRow extends CareRow {
  order_id: string;
  ordered_at: Date;
  days_since: number;
  product: string | null;
  order_revenue: number;
}

export interface ReferrerRow extends CareRow {
  brought: number;
  newcomer: string;
  latest_on: Date;
  brought_revenue: number;
}

export interface ComplaintRow extends CareRow {
  order_id: string;
  ordered_at: Date;
  days_open: number;
  complaint: string;
  /** Which link of the chain failed. */
  link: 'quality' | 'service' | 'logistics' | 'description' | 'other';
  complaint_result: string | null;
  product: string | null;
  amount: number | null;
  complaints: number;
}

export interface GreetingRow extends CareRow {
  due_on: Date | null;
  days_ahead: number | null;
}

/** The rows of each list. */
export interface CareRows {
  silent: SilentRow;
  second_order: SecondOrderRow;
  running_out: RunningOutRow;
  birthdays: BirthdayRow;
  after_sale: AfterSaleRow;
  referrers: ReferrerRow;
  complaints: ComplaintRow;
  greetings: GreetingRow;
}

/** How long a unit of a product lasts: days to the next purchase of the same customer over the quantity bought. */
export interface CycleRow {
  item: string;
  product: string;
  category: string | null;
  buyers: number;
  /** Buyers who ordered anything on a later day, and those who bought this again. */
  buyers_back: number;
  buyers_again: number;
  again_share: number;
  gaps: number;
  median_gap_days: number;
  unit_days: number;
  /** The 95 % interval of the median; null below 6 gaps. */
  unit_days_low: number | null;
  unit_days_high: number | null;
  /** The range that four in five gaps lie in. */
  short_unit_days: number;
  long_unit_days: number;
}

/** After how many days second orders come; null while nobody has come back. */
export interface WindowRow {
  customers: number;
  came_back: number;
  early_days: number | null;
  median_days: number | null;
  late_days: number | null;
}

/** Options of the macros by their names; undefined leaves them to their defaults. */
export type CareOptions = Readonly<Record<string, number | Date | undefined>>;

/** `CareRows` of one list, most at stake first. */
export function careSql(list: ListId, options: CareOptions = {}): string {
  return `FROM ${call(`care_${list}`, { ...options })}`;
}

/** `CycleRow`s, most gaps first. */
export function cyclesSql(options: CareOptions = {}): string {
  return `FROM ${call('product_cycles', { ...options })}`;
}

/** One `WindowRow`. */
export function windowSql(options: CareOptions = {}): string {
  return `FROM ${call('second_order_window', { ...options })}`;
}
