import type { Database } from '../engine/database.ts';
import type { TaskOptions } from '../workers/task.ts';
import customersSql from '../tables/customers.sql?raw';
import { keptTables, missingColumns } from './kept.ts';
import type { LoadedTable } from './load-table.ts';
import { buildOrders, withoutMissing } from './orders.ts';
import { inParts } from './parts.ts';
import type { Place } from './place.ts';

/**
 * Makes tables of `left_out`, `orders`, `customers` and `customer_extra`, which are views when a load ends: pages ask them often, and ask a
 * table faster. When it fails or is aborted the views stay, which say the same.
 */
export async function complete(
  db: Database,
  loaded: readonly LoadedTable[],
  { name: place }: Place,
  options: TaskOptions,
): Promise<void> {
  const keep = async (name: string, sql: string) => {
    const kept = `${place}.${name}_kept`;
    await db.exec(`CREATE OR REPLACE TABLE ${kept} AS ${sql}`, options.signal);
    await db.exec(`CREATE OR REPLACE VIEW main.${name} AS FROM ${kept}`);
  };
  const tables = await keptTables(db, loaded);
  await keep('left_out', `FROM ${place}.left_out`);
  const orders = await buildOrders(db, tables, place, options);
  await db.exec(`CREATE OR REPLACE VIEW main.orders AS FROM ${orders}`);
  const customers = withoutMissing(customersSql, missingColumns(tables));
  await keep('customers', `WITH orders AS (FROM ${orders})\n${customers}`);
  await keep('customer_extra', `FROM ${place}.customer_extra`);
}

/** The same for `products`, which takes as long as the others together; the first page does without it. */
export async function completeProducts(
  db: Database,
  { name: place }: Place,
  signal?: AbortSignal,
): Promise<void> {
  const kept = `${place}.products_kept`;
  const [counted] = await db.query<{ lines: number }>(
    `SELECT count(*) AS lines FROM ${place}.order_line`,
    signal,
  );
  const [first, ...others] = inParts('product_id', counted!.lines);
  await db.exec(`CREATE OR REPLACE TABLE ${kept} AS FROM ${place}.products WHERE ${first}`, signal);
  for (const part of others)
    await db.exec(`INSERT INTO ${kept} FROM ${place}.products WHERE ${part}`, signal);
  await db.exec(`CREATE OR REPLACE VIEW main.products AS FROM ${kept}`);
}
