import { call, literal } from '../../engine/sql.ts';

export const PER = ['order', 'customer_day', 'customer'] as const;
/** What an item can be in every shop; besides these any column that `basketColumnsSql` names. */
export const ITEMS = ['product', 'category', 'levels'] as const;

/** What is an item. */
export interface ItemOptions {
  /** 'product' by default; 'levels' are products and their categories, else a column by the name that basket_columns gives it. */
  item?: string | undefined;
  /** Keep postage and fees; false by default. */
  fees?: boolean | undefined;
}

/** What is a basket, and of what. An order without a customer is a basket of its own whatever `per` says. */
export interface BasketOptions extends ItemOptions {
  /** 'order' by default. */
  per?: (typeof PER)[number] | undefined;
}

export const BASKET_DEFAULTS = {
  per: 'order',
  item: 'product',
  fees: false,
} as const satisfies BasketOptions;

/** What an item code stands for; one of `product_id` and `value` is null. No two labels are equal. Products come first. */
export interface BasketLabelRow {
  item: number;
  product_id: string | null;
  value: string | null;
  label: string;
}

/** A column that can be the item, and how many lines have a value there. */
export interface BasketColumnRow {
  item: string;
  lines: number;
}

/** How many baskets hold so many different items. */
export interface BasketSizeRow {
  items: number;
  baskets: number;
}

/**
 * The miner's input for `Database.numbers`: `basket` and `item`, both Int32, each pair once. Baskets are numbered from 0 in
 * order of time, so that a number splits earlier from later ones; those of more than `max_items` items are left out.
 */
export function basketItemsSql(options: BasketOptions & { max_items?: number | undefined } = {}): string {
  return `FROM ${call('basket_items', { ...options })}`;
}

/** One `BasketLabelRow` per item, by code. */
export function basketLabelsSql(options: ItemOptions = {}): string {
  return `FROM ${call('basket_labels', { ...options })}`;
}

/** One `BasketColumnRow` per column with more than one value. */
export function basketColumnsSql(options: { fees?: boolean | undefined } = {}): string {
  return `FROM ${call('basket_columns', { ...options })}`;
}

/** Where the item is 'levels': which products belong to which categories, `item` and `parent`, both Int32. */
export function basketParentsSql(options: { fees?: boolean | undefined } = {}): string {
  return `FROM ${call('basket_parents', { ...options })}`;
}

/** One `BasketSizeRow` per size, ascending. */
export function basketSizesSql(options: BasketOptions = {}): string {
  return `FROM ${call('basket_sizes', { ...options })}`;
}

/** The hold-out split of the baskets that basket_items gives: the first so many are earlier, from `dated` on they have no date. */
export interface PartsRow {
  earlier: number;
  dated: number;
  baskets: number;
  /** When the later part begins and ends; null without dates. */
  later_from: Date | null;
  later_to: Date | null;
}

/** One `PartsRow`; `share` of the dated baskets are earlier. */
export function partsSql(
  share: number,
  options: BasketOptions & { max_items?: number | undefined } = {},
): string {
  return `WITH dates AS (FROM ${call('basket_dates', { ...options })}),
parts AS (SELECT count(*) AS baskets, count(started_at) AS dated, floor(count(started_at) * ${literal(share)}) AS earlier FROM dates)
SELECT any_value(p.earlier) AS earlier, any_value(p.dated) AS dated, any_value(p.baskets) AS baskets,
  min(d.started_at) FILTER (d.basket >= p.earlier) AS later_from, max(d.started_at) AS later_to
FROM parts p LEFT JOIN dates d ON true`;
}

export const DIRECTIONS = ['after', 'before'] as const;

/** What customers bought in the order next to one with an item: see the macro. */
export interface NextRow {
  item: string;
  times: number;
  customers: number;
  /** The orders with the item that have an order next to them. */
  visits: number;
  share: number;
  usual: number;
  lift: number;
  /** How far `share` is from `usual`, in standard errors over customers; null where nothing varies. */
  z: number | null;
}

/** `NextRow`s seen at least `least` times. */
export function boughtNextSql(
  what: string,
  direction: (typeof DIRECTIONS)[number],
  options: ItemOptions,
  least: number,
): string {
  return `FROM ${call('bought_next', { what, direction, ...options }).replace('what := ', '')}\nWHERE times >= ${literal(least)}`;
}
