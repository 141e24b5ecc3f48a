import type { Meaning, NumberMeaning } from '../meaning.ts';

/**
 * How the rows of a file make orders: `line` one sold line (or one unit) a row; `order` one order a row; `carried` one
 * line a row with the order's own cells on its first row only; `details` lines whose orders are in another file;
 * `baskets` one basket a row, its items side by side; `customers` and `products` hold no orders but what is known of
 * those who bought and what was bought.
 */
export type Shape = 'line' | 'order' | 'carried' | 'details' | 'baskets' | 'customers' | 'products';

/** What a status word says about a line; `sale` and `refunded` lines are kept. */
export const TREATMENTS = ['sale', 'refunded', 'not_a_sale', 'cancelled', 'closed'] as const;
export type Treatment = (typeof TREATMENTS)[number];

/**
 * Status words by what they say, compared in lower case; a word ending in `*` stands for all that begin so. `refunded`
 * lines are refunded in full when the file names no refund. Words in no list are taken as sales.
 */
export type StatusWords = Readonly<Partial<Record<Treatment, readonly string[]>>>;

/**
 * Columns whose cells may list something of each line of an order, in parallel: ids, products, quantities, … The first
 * one the file has tells how many lines a row has. A cell that holds one thing for all of them is repeated if it is a
 * text, shared out evenly if it is in `totals`, and unknown if it is another number.
 */
export interface PackedLists {
  between: string;
  columns: readonly Meaning[];
  totals?: readonly Meaning[];
}

/**
 * Cells with a text for each line of an order, in the columns whose headers begin with `headers`. `starts` is how each
 * text begins, where `between` alone occurs inside texts too; the patterns of `fields` find their parts (one group each,
 * in the syntax JavaScript and RE2 share).
 */
export interface PackedTexts {
  between: string;
  starts?: string;
  headers: string;
  fields: Readonly<Partial<Record<Meaning, string>>>;
}

/** One platform's export: how to know it and what its columns mean. Header names are written as in the export. */
export interface Format {
  id: string;
  /** The shop system or marketplace it comes from, as `order_line.platform` names it; null for lists of one's own. */
  platform: string | null;
  shape: Shape;
  /**
   * Headers that tell this format from others, with weights; the share found is the score. A negative weight counts
   * against the format when the header is there.
   */
  signature: Readonly<Record<string, number>>;
  /** Header names for each meaning, the preferred first. */
  meanings: Readonly<Partial<Record<Meaning, readonly string[]>>>;
  statuses?: StatusWords;
  packed?: PackedLists | PackedTexts;
  /** A regular expression for rows that are no lines, such as descriptions and footers; it sees the first two cells. */
  junk?: string;
  /** What every line has a cell for; a row without it sums up the lines of its order. */
  everyLineHas?: Meaning;
  /** Texts in which every number found by the pattern (one group) counts: what they mean is the sum. */
  sums?: Readonly<Partial<Record<NumberMeaning, string>>>;
  /** True when amounts are before the discount of their line, which is to be taken off. */
  amountBeforeDiscount?: boolean;
  /** True when costs are of one piece, not of the line. */
  costOfPiece?: boolean;
  /** Customer ids of those who buy without an account; their e-mail or phone tells them apart. */
  guests?: readonly string[];
  /** Order ids beginning so are cancellations. */
  cancelledPrefix?: string;
  /** Fees, postage and vouchers: product ids, or names if `by` says so (in upper case), and how they begin. */
  notProducts?: { by?: 'product'; ids: readonly string[]; prefixes?: readonly string[] };
  /** Lines whose unit price is not above zero are left out; without it only the amount is looked at. */
  needsPrice?: boolean;
  /** True where a line that cost nothing is a purchase like any other. */
  keepsFree?: boolean;
  /** The ISO code of its amounts, where the platform has but one currency. */
  currency?: string;
  /** Whether days come before months, where the platform writes dates one way everywhere and the values leave it open. */
  dayFirst?: boolean;
  /** For `details`, and lines that lack something their orders have: the id of the format that has their orders. */
  ordersIn?: string;
}

/** The form in which header names are compared: `Tracking Number* ` and `商品总价(元)` lose what is not the name. */
export function normaliseHeader(header: string): string {
  return header
    .replace(/^\ufeff/, '')
    .toLowerCase()
    .replace(
      /[(（](元|件|个|單|品|[a-z]{0,2}\$|rm|rp|[¥€£₱฿₫]|cny|rmb|usd|eur|gbp|twd|sgd|myr|php|thb|idr|vnd)[)）]/g,
      '',
    )
    .replace(/^="?|"$|^'|'$/g, '')
    .replace(/[\s_\-*:：.\u3000]/g, '');
}
