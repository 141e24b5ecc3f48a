import type { Database } from '../engine/database.ts';
import { literal } from '../engine/sql.ts';
import customersSql from '../tables/customers.sql?raw';
import productsSql from '../tables/products.sql?raw';
import { ORDER_LINE } from '../tables/schema.ts';
import type { TaskOptions } from '../workers/task.ts';
import type { Account } from './account.ts';
import type { Combined } from './combine.ts';
import { countAll } from './count.ts';
import { formatOf } from './formats/index.ts';
import { leftOutSql } from './left-out.ts';
import type { LoadedTable } from './load-table.ts';
import { buildOrders, withoutMissing } from './orders.ts';

/** Builds the public tables over the lines, in the place where they are, and counts what went where. */
export async function tablesOf(
  db: Database,
  loaded: readonly LoadedTable[],
  { currency, attached }: Combined,
  place: string,
  { signal, onProgress }: TaskOptions,
): Promise<Account> {
  const columns = new Map<LoadedTable, Set<string>>();
  for (const table of loaded) columns.set(table, await columnsOf(db, table));
  const kept = loaded.map((table) => keptSelect(table, columns.get(table)!));
  const missing = ORDER_LINE.filter(({ name }) => ![...columns.values()].some((there) => there.has(name)));
  await db.exec(`CREATE TABLE ${place}.left_out AS ${leftOutSql(loaded, attached)}`, signal);
  await db.exec(`CREATE VIEW ${place}.order_line AS ${kept.join('\nUNION ALL\n')}`, signal);
  await buildOrders(db, { tables: loaded, kept, missing, place }, { signal, onProgress });
  await db.exec(
    `CREATE TABLE ${place}.customers AS WITH orders AS (FROM ${place}.orders)\n${withoutMissing(customersSql, missing)}`,
    signal,
  );
  await db.exec(
    `CREATE VIEW ${place}.products AS WITH order_line AS (FROM ${place}.order_line)\n${productsSql}`,
    signal,
  );
  return countAll(db, loaded, { currency, attached }, place);
}

async function columnsOf(db: Database, { lines }: LoadedTable): Promise<Set<string>> {
  const rows = await db.query<{ column_name: string }>(`SELECT column_name FROM (DESCRIBE ${lines})`);
  return new Set(rows.map(({ column_name }) => column_name));
}

function keptSelect({ lines, inspected }: LoadedTable, there: ReadonlySet<string>): string {
  const columns = ORDER_LINE.map(({ name, type }) => {
    if (there.has(name)) return name;
    if (name === 'file') return `${literal(inspected.file)} AS file`;
    const { platform } = formatOf(inspected.format);
    if (name === 'platform' && platform !== null) return `${literal(platform)} AS platform`;
    return `NULL::${type} AS ${name}`;
  });
  return `SELECT ${columns.join(', ')} FROM ${lines} WHERE reason IS NULL`;
}
