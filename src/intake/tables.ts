import type { Database } from '../engine/database.ts';
import customersSql from '../tables/customers.sql?raw';
import ordersSql from '../tables/orders.sql?raw';
import productsSql from '../tables/products.sql?raw';
import type { Account } from './account.ts';
import type { Combined } from './combine.ts';
import { countAll } from './count.ts';
import { keptSelect, keptTables, missingColumns } from './kept.ts';
import { customerExtraOf } from './extra-table.ts';
import { leftOutSql } from './left-out.ts';
import type { LoadedTable } from './load-table.ts';
import { withoutMissing } from './orders.ts';

/**
 * Puts the public tables over the lines, in the place where they are, as views, and counts what went where. `complete`
 * makes tables of those that are asked most.
 */
export async function tablesOf(
  db: Database,
  loaded: readonly LoadedTable[],
  { currency, attached }: Combined,
  place: string,
  signal?: AbortSignal,
): Promise<Account> {
  const kept = await keptTables(db, loaded);
  const missing = missingColumns(kept);
  await db.exec(
    `CREATE VIEW ${place}.left_out AS ${leftOutSql(loaded, attached)};
CREATE VIEW ${place}.order_line AS ${kept.map((table) => keptSelect(table)).join('\nUNION ALL\n')};
CREATE VIEW ${place}.orders AS WITH order_line AS (FROM ${place}.order_line)
${withoutMissing(ordersSql, missing)};
CREATE VIEW ${place}.customers AS WITH orders AS (FROM ${place}.orders)
${withoutMissing(customersSql, missing)};
CREATE VIEW ${place}.customer_extra AS ${customerExtraOf(kept)};
CREATE VIEW ${place}.products AS WITH order_line AS (FROM ${place}.order_line)
${productsSql}`,
    signal,
  );
  return countAll(db, loaded, { currency, attached }, place);
}
