import type { Database } from '../engine/database.ts';
import type { Meaning } from './meaning.ts';

/** Gives the rows of a table the order number above them: where the order's cells were merged, it stands on the first only. */
export async function carryOrderIds(db: Database, table: string, signal?: AbortSignal): Promise<void> {
  const [found] = await db.query<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE order_id IS NULL`);
  if (found!.n === 0) return;
  await db.exec(
    `CREATE OR REPLACE TABLE ${table} AS SELECT * REPLACE (CASE
    WHEN order_id IS NULL AND coalesce(blank OR sums_up OR repeats_header OR junk, false) THEN NULL
    ELSE last_value(order_id IGNORE NULLS) OVER (ORDER BY row) END AS order_id) FROM ${table} ORDER BY row`,
    signal,
  );
}

/**
 * Tells from the values whether `order_amount` repeats what the order came to on each of its rows. Where it differs from
 * row to row in most of the orders that have several, it is each row's own and becomes `amount`.
 * @returns what the table has then
 */
export async function amountsOfRows(
  db: Database,
  table: string,
  has: (meaning: Meaning) => boolean,
  signal?: AbortSignal,
): Promise<(meaning: Meaning) => boolean> {
  if (!has('order_amount') || !has('order_id') || has('amount')) return has;
  const [found] = await db.query<{ differ: number; same: number }>(
    `SELECT count(*) FILTER (amounts > 1) AS differ, count(*) FILTER (amounts = 1) AS same
    FROM (SELECT count(DISTINCT order_amount) AS amounts FROM ${table}
      WHERE order_id IS NOT NULL AND order_amount IS NOT NULL GROUP BY order_id HAVING count(*) > 1)`,
    signal,
  );
  if (found!.differ <= found!.same) return has;
  await db.exec(`ALTER TABLE ${table} RENAME COLUMN order_amount TO amount;
ALTER TABLE ${table} RENAME COLUMN raw_order_amount TO raw_amount`);
  return (meaning) => meaning === 'amount' || (meaning !== 'order_amount' && has(meaning));
}
