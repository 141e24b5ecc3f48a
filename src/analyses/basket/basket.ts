import { call } from '../../engine/sql.ts';

export const PER = ['order', 'customer_day', 'customer'] as const;
export const ITEMS = ['product', 'category'] as const;

/** What is an item. */
export interface ItemOptions {
  /** 'product' by default. */
  item?: (typeof ITEMS)[number] | undefined;
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

/** What an item code stands for; `product_id` is null for a category. No two labels are equal. */
export interface BasketLabelRow {
  item: number;
  product_id: string | null;
  label: string;
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

/** One `BasketSizeRow` per size, ascending. */
export function basketSizesSql(options: BasketOptions = {}): string {
  return `FROM ${call('basket_sizes', { ...options })}`;
}
