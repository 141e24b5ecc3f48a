import { literal } from '../../../engine/sql.ts';
import type { Inspected } from '../../../intake/inspect.ts';
import type { Meaning } from '../../../intake/meaning.ts';
import { STATUS_MEANINGS } from '../../../intake/statuses.ts';

/** What rules do to lines: leave them out, or keep them with a mark. */
export type EffectName =
  | 'cancelled'
  | 'returned'
  | 'test'
  | 'free_left'
  | 'free_kept'
  | 'refund_full'
  | 'refund_part'
  | 'fee'
  | 'guest'
  | 'duplicate';

/** How many lines of the open data a rule moves, and the money on them. */
export interface Effect {
  effect: EffectName;
  lines: number;
  amount: number | null;
}

/** What the open data add up to. */
export interface Totals {
  lines: number;
  amount: number | null;
  customers: number;
}

export const TOTALS_SQL = `SELECT count(*) AS lines, sum(amount) AS amount,
  (SELECT count(*) FROM customers) AS customers
FROM order_line`;

/** One row of `Effect` for each name. `tables` are the open ones: they tell which columns hold a status. */
export function effectsSql(tables: readonly Inspected[]): string {
  const status = columnsOf(tables, [...STATUS_MEANINGS, 'cancelled_at']);
  const byQuantity = status ? ` AND ("column" IS NULL OR (file, "column") NOT IN (${status}))` : '';
  return [
    row('cancelled', 'amount', `left_out WHERE reason = 'cancelled'${byQuantity}`),
    row('returned', 'amount', `left_out WHERE reason = 'returned'`),
    row('test', 'amount', `left_out WHERE reason = 'test_order'`),
    row('free_left', 'amount', `left_out WHERE reason = 'no_amount'`),
    row('duplicate', 'amount', `left_out WHERE reason = 'duplicate'`),
    row('free_kept', 'amount', `order_line WHERE amount = 0`),
    row('refund_full', 'refund', `order_line WHERE refund > 0 AND refund >= amount`),
    row('refund_part', 'refund', `order_line WHERE refund > 0 AND refund < amount`),
    row('fee', 'amount', `order_line WHERE NOT is_product`),
    row('guest', 'amount', `order_line WHERE customer_id IS NULL`),
  ].join('\nUNION ALL ');
}

/** A status word in lower case as it occurs in the open data, kept or left out, and a file that has it. */
export interface StatusRow {
  word: string;
  file: string;
  lines: number;
  amount: number | null;
}

/** Statuses shown at most: a column with more is none of statuses. */
const STATUSES_AT_MOST = 100;

/** Rows of `StatusRow`, the most frequent first; a line with two statuses counts for both. */
export function statusesSql(tables: readonly Inspected[]): string {
  const columns = columnsOf(tables, STATUS_MEANINGS);
  const left = columns
    ? `\n  UNION ALL SELECT lower(value), file, count(*), sum(amount) FROM left_out
  WHERE (file, "column") IN (${columns}) AND reason IN ('closed', 'cancelled', 'not_a_sale') GROUP BY ALL`
    : '';
  return `SELECT word, min(file) AS file, sum(lines)::INTEGER AS lines, sum(amount) AS amount
FROM (${STATUS_MEANINGS.map(
    (
      meaning,
    ) => `SELECT lower(${meaning}) AS word, file, count(*) AS lines, sum(amount) AS amount FROM order_line
  WHERE ${meaning} IS NOT NULL GROUP BY ALL`,
  ).join('\n  UNION ALL ')}${left})
GROUP BY word ORDER BY lines DESC, word LIMIT ${STATUSES_AT_MOST}`;
}

/** Lines in a currency that has no rate yet, and their money in that currency. */
export interface CurrencyRow {
  currency: string;
  lines: number;
  amount: number | null;
}

export const CURRENCIES_SQL = `SELECT value AS currency, count(*) AS lines, sum(amount) AS amount FROM left_out
WHERE reason = 'other_currency' AND value IS NOT NULL GROUP BY value ORDER BY lines DESC`;

/** A product, or a fee that is none. */
export interface ProductRow {
  product_id: string;
  product: string | null;
  lines: number;
  amount: number | null;
}

export const FEES_SQL = `SELECT product_id, min(product) AS product, count(*) AS lines, sum(amount) AS amount
FROM order_line WHERE NOT is_product GROUP BY product_id ORDER BY lines DESC, product_id LIMIT 50`;

/** Products whose code or name contains `text`, those that sell most first. */
export function findProductsSql(text: string): string {
  return `SELECT product_id, product, lines, amount FROM products
WHERE contains(lower(concat_ws(' ', product_id, product)), ${literal(text.toLowerCase())})
ORDER BY amount DESC NULLS LAST, product_id LIMIT 8`;
}

function row(effect: EffectName, money: 'amount' | 'refund', from: string): string {
  return `SELECT '${effect}' AS effect, count(*) AS lines, sum(${money}) AS amount FROM ${from}`;
}

/** The columns with one of these meanings, as pairs of file and header; empty when there are none. */
function columnsOf(tables: readonly Inspected[], meanings: readonly Meaning[]): string {
  return tables
    .flatMap(({ file, mapping, columns }) =>
      meanings.flatMap((meaning) => {
        const column = columns[mapping[meaning] ?? -1];
        return column ? [`(${literal(file)}, ${literal(column.name)})`] : [];
      }),
    )
    .join(', ');
}
