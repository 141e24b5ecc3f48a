import { call } from '../../engine/sql.ts';

/** What is compared between the values of an attribute. */
export const MEASURES = [
  'revenue',
  'orders',
  'revenue_per_order',
  'repurchase',
  'profit',
  'return_rate',
  'discount_share',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Attributes every data set may have, in the order they are offered; others are named by the header of their column. */
export const KNOWN = [
  'source',
  'region',
  'city',
  'platform',
  'main_category',
  'first_category',
  'first_product',
  'first_order',
  'gender',
  'age_band',
  'tags',
] as const;

export interface AsOf {
  /** One day after the last order by default; later orders do not count. */
  as_of?: Date | undefined;
}

export interface AttributeOptions extends AsOf {
  attribute: string;
  measure: Measure;
  /** Values with fewer customers are marked and not compared; 30 by default. */
  min_customers?: number | undefined;
}

export interface AttributeNameRow {
  attribute: string;
  kind: 'outward' | 'inward' | 'file';
  /** Of how many it is known, how many different values it has, and how many customers have had several. */
  customers: number;
  values: number;
  changing: number;
}

/** The customers with one value; `value` is null for those of whom it is not known. Shares and rates are parts of 1. */
export interface AttributeRow {
  value: string | null;
  /** Values with an order, such as ages, stand in that of this number. */
  place: number | null;
  customers: number;
  orders: number;
  revenue: number;
  profit: number | null;
  revenue_per_customer: number;
  orders_per_customer: number;
  profit_per_customer: number | null;
  revenue_per_order: number;
  returning_customers: number;
  repurchase_rate: number;
  return_rate: number | null;
  discount_share: number | null;
  customer_share: number;
  revenue_share: number | null;
  /** Of how many customers the measure is known, the measure, its 95 % interval, and that of the whole shop. */
  measured: number;
  estimate: number | null;
  low: number | null;
  high: number | null;
  overall: number | null;
  /** Standard errors the measure lies from that of all others; null where it is not compared. */
  z: number | null;
  small: boolean;
}

/** Customers with a value of one attribute and a value of another. */
export interface CrossRow {
  value: string;
  place: number | null;
  second_value: string;
  second_place: number | null;
  customers: number;
  revenue: number;
  estimate: number | null;
  small: boolean;
}

/** One `AttributeNameRow` per attribute that is known of anybody. */
export function namesSql(options: AsOf = {}): string {
  return `FROM ${call('customer_attribute_names', { ...options })}`;
}

/** One `AttributeRow` per value: those with an order in it, others by their number of customers; the unknown last. */
export function summarySql(options: AttributeOptions): string {
  return `FROM ${call('attribute_summary', { ...options })}`;
}

/** One `CrossRow` for each pair of values that somebody has. */
export function crossSql(options: AttributeOptions & { second: string }): string {
  return `FROM ${call('attribute_cross', { ...options })}`;
}
