import type { Database } from '../engine/database.ts';
import { ident, literal } from '../engine/sql.ts';
import customersSql from '../tables/customers.sql?raw';
import ordersSql from '../tables/orders.sql?raw';
import productsSql from '../tables/products.sql?raw';
import { LEFT_OUT, ORDER_LINE } from '../tables/schema.ts';
import { type Account, addUp, type FileAccount, type LeftOutReason } from './account.ts';
import type { AttachedTable } from './attached.ts';
import type { Combined } from './combine.ts';
import { formatOf } from './formats/index.ts';
import type { Inspected } from './inspect.ts';
import type { LoadedTable } from './load-table.ts';
import type { Refusal } from './source.ts';

const PUBLIC = ['order_line', 'left_out', 'orders', 'customers', 'products'];

/** Builds the public tables over the lines, inside the schema, and counts what went where. */
export async function tablesOf(
  db: Database,
  loaded: readonly LoadedTable[],
  { currency, attached }: Combined,
  schema: string,
  signal?: AbortSignal,
): Promise<Account> {
  for (const table of loaded) await numberLines(db, table, signal);
  const kept = await Promise.all(loaded.map((table) => keptSelect(db, table)));
  await db.exec(`CREATE VIEW ${schema}.order_line AS ${kept.join('\nUNION ALL\n')}`, signal);
  await db.exec(
    `CREATE TABLE ${schema}.left_out AS ${[...loaded.map(leftOutSelect), ...attached.map(attachedLeftOut)].join('\nUNION ALL\n')}`,
    signal,
  );
  const from = (table: string) => `WITH ${table} AS (FROM ${schema}.${table})`;
  await db.exec(`CREATE TABLE ${schema}.orders AS ${from('order_line')}\n${ordersSql}`, signal);
  await db.exec(`CREATE TABLE ${schema}.customers AS ${from('orders')}\n${customersSql}`, signal);
  await db.exec(`CREATE VIEW ${schema}.products AS ${from('order_line')}\n${productsSql}`, signal);
  return count(db, loaded, { currency, attached }, schema);
}

/** Puts the tables of the schema in the place of what was public before, all at once, and drops the old ones. */
export async function publish(db: Database, schema: string, signal?: AbortSignal): Promise<void> {
  const old = (await loadSchemas(db)).filter((name) => name !== schema);
  const tables = await db.query<{ name: string }>(
    `SELECT table_name AS name FROM duckdb_tables() WHERE schema_name = 'main' AND NOT temporary AND table_name IN (${PUBLIC.map(literal).join(', ')})`,
  );
  signal?.throwIfAborted();
  try {
    await db.exec(`BEGIN;
${tables.map(({ name }) => `DROP TABLE ${ident(name)};`).join('\n')}
${PUBLIC.map((name) => `CREATE OR REPLACE VIEW main.${name} AS FROM ${schema}.${name};`).join('\n')}
${old.map((name) => `DROP SCHEMA ${ident(name)} CASCADE;`).join('\n')}
COMMIT;`);
  } catch (error) {
    await db.exec('ROLLBACK').catch(() => {});
    throw error;
  }
}

/**
 * Makes a table of `products`, which is a view when a load ends: counting different orders and customers per product
 * takes as long as all the other counting, and the first page does without it.
 */
export async function keepProducts(db: Database): Promise<void> {
  const schemas = await loadSchemas(db);
  const schema = schemas.at(-1);
  if (!schema) return;
  await db.exec(`BEGIN;
CREATE TABLE IF NOT EXISTS ${schema}.products_kept AS FROM ${schema}.products;
CREATE OR REPLACE VIEW main.products AS FROM ${schema}.products_kept;
COMMIT;`);
}

async function loadSchemas(db: Database): Promise<string[]> {
  const rows = await db.query<{ name: string }>(
    `SELECT schema_name AS name FROM duckdb_schemas() WHERE starts_with(schema_name, 'load_') ORDER BY oid`,
  );
  return rows.map(({ name }) => name);
}

/** Lines were numbered as if the lines of an order stood together, each in a row; where not, they are numbered again. */
async function numberLines(
  db: Database,
  { lines, inspected }: LoadedTable,
  signal?: AbortSignal,
): Promise<void> {
  const [found] = await db.query<{ runs: number; orders: number }>(
    `SELECT count(*) FILTER (line_no = 1) AS runs, count(DISTINCT order_id) AS orders FROM ${lines} WHERE order_id IS NOT NULL`,
    signal,
  );
  const apart = formatOf(inspected.format).packed === undefined;
  if (apart && found!.runs === found!.orders) return;
  await db.exec(
    `CREATE OR REPLACE TABLE ${lines} AS SELECT * REPLACE ((row_number() OVER (PARTITION BY order_id ORDER BY row))::INTEGER AS line_no)
FROM ${lines} ORDER BY row`,
    signal,
  );
}

async function keptSelect(db: Database, { lines, inspected }: LoadedTable): Promise<string> {
  const rows = await db.query<{ column_name: string }>(`SELECT column_name FROM (DESCRIBE ${lines})`);
  const there = new Set(rows.map(({ column_name }) => column_name));
  const columns = ORDER_LINE.map(({ name, type }) => {
    if (there.has(name)) return name;
    if (name === 'file') return `${literal(inspected.file)} AS file`;
    const { platform } = formatOf(inspected.format);
    if (name === 'platform' && platform !== null) return `${literal(platform)} AS platform`;
    return `NULL::${type} AS ${name}`;
  });
  return `SELECT ${columns.join(', ')} FROM ${lines} WHERE reason IS NULL`;
}

function leftOutSelect({ lines, inspected, refusals, records }: LoadedTable): string {
  const headers = Object.entries(inspected.mapping).map(
    ([meaning, index]) =>
      `WHEN ${literal(meaning)} THEN ${literal(inspected.columns[index]?.name ?? meaning)}`,
  );
  const column = headers.length
    ? `CASE split_part(reason, '/', 2) ${headers.join(' ')} END`
    : 'NULL::VARCHAR';
  const left = `SELECT ${literal(inspected.file)}, row::BIGINT, split_part(reason, '/', 1), ${column}, reason_value, order_id, amount FROM ${lines} WHERE reason IS NOT NULL`;
  return namedLeftOut([...(records ? [records.leftOut] : []), left, ...refused(inspected, refusals)]);
}

function attachedLeftOut({ inspected, refusals, records }: AttachedTable): string {
  return namedLeftOut([records.leftOut, ...refused(inspected, refusals)]);
}

function refused({ file, headerRow }: Inspected, refusals: readonly Refusal[]): string[] {
  return refusals.map(
    ({ line, reason, text }) =>
      `SELECT ${literal(file)}, ${line + headerRow}::BIGINT, ${literal(reason)}, NULL::VARCHAR, ${literal(text)}, NULL::VARCHAR, NULL::DOUBLE`,
  );
}

function namedLeftOut(parts: readonly string[]): string {
  return `SELECT * FROM (${parts.join('\nUNION ALL\n')}) left_out(${LEFT_OUT.map(({ name }) => ident(name)).join(', ')})`;
}

async function count(
  db: Database,
  loaded: readonly LoadedTable[],
  { currency, attached }: Combined,
  schema: string,
): Promise<Account> {
  const left = await db.query<{ file: string; reason: LeftOutReason; lines: number; amount: number | null }>(
    `SELECT file, reason, count(*) AS lines, sum(amount) AS amount FROM ${schema}.left_out GROUP BY ALL ORDER BY lines DESC`,
  );
  const files: FileAccount[] = [];
  for (const table of [...loaded, ...attached]) {
    const leftOut = left
      .filter(({ file }) => file === table.inspected.file)
      .map(({ reason, lines, amount }) => ({ reason, lines, amount: amount ?? 0 }));
    const rows =
      'lines' in table ? (table.records?.count ?? (await recordsIn(db, table))) : table.records.count;
    const linesIn = rows + table.refusals.length;
    const kept = linesIn - leftOut.reduce((sum, { lines }) => sum + lines, 0);
    const { file, format } = table.inspected;
    files.push({ file, format, linesIn, kept, leftOut, padded: table.padded, notes: table.notes });
  }
  const [facts] = await db.query<Omit<Account, 'files' | 'currency' | keyof ReturnType<typeof addUp>>>(
    `SELECT count(*) AS "orderLines", min(ordered_at) AS "firstDate", max(ordered_at) AS "lastDate", count(customer_id) > 0 AS "hasCustomers",
      count(product_id) > 0 AS "hasItems", count(amount) > 0 AS "hasAmounts" FROM ${schema}.order_line`,
  );
  return {
    ...facts!,
    ...addUp(files),
    files,
    currency,
  };
}

/** Rows are records, except in files of baskets, where a record makes a row for each item. */
async function recordsIn(db: Database, { lines, inspected }: LoadedTable): Promise<number> {
  const records = inspected.shape === 'baskets' ? 'count(DISTINCT row)' : 'count(*)';
  const [found] = await db.query<{ n: number }>(`SELECT ${records} AS n FROM ${lines}`);
  return found!.n;
}
