import type { Meaning } from '../meaning.ts';

/**
 * How the rows of a file make orders: `line` one sold line a row; `order` one order a row; `carried` one line a row with
 * the order's own cells on its first row only; `details` lines whose orders are in another file; `baskets` one basket a
 * row, its items side by side.
 */
export type Shape = 'line' | 'order' | 'carried' | 'details' | 'baskets';

/** Status words, compared in lower case, by the reason a line with them is left out for. */
export interface StatusWords {
  closed?: readonly string[];
  cancelled?: readonly string[];
  not_a_sale?: readonly string[];
  /** Kept, and refunded in full when the file names no refund. */
  refunded?: readonly string[];
}

/** One platform's export: how to know it and what its columns mean. Header names are written as in the export. */
export interface Format {
  id: string;
  shape: Shape;
  /** Headers that tell this format from others, with weights; the share found is the score. */
  signature: Readonly<Record<string, number>>;
  /** Header names for each meaning, the preferred first. */
  meanings: Readonly<Partial<Record<Meaning, readonly string[]>>>;
  statuses?: StatusWords;
  /** Order ids beginning so are cancellations. */
  cancelledPrefix?: string;
  /** Fees, postage and vouchers: product ids, or names if `by` says so (in upper case), and how they begin. */
  notProducts?: { by?: 'product'; ids: readonly string[]; prefixes?: readonly string[] };
  /** Lines whose unit price is not above zero are left out; without it only the amount is looked at. */
  needsPrice?: boolean;
  /** The ISO code of its amounts, where the platform has but one currency. */
  currency?: string;
  /** For `details`: the id of the format that has their orders. */
  ordersIn?: string;
}

/** The form in which header names are compared: `Tracking Number* ` and `商品总价(元)` lose what is not the name. */
export function normaliseHeader(header: string): string {
  return header
    .replace(/^\ufeff/, '')
    .toLowerCase()
    .replace(/[(（](元|件|个|rmb|cny|¥)[)）]/g, '')
    .replace(/^="?|"$|^'/g, '')
    .replace(/[\s_\-*:：.\u3000]/g, '');
}
