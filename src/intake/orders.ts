import type { Database } from '../engine/database.ts';
import ordersSql from '../tables/orders.sql?raw';
import type { OrderLineColumn } from '../tables/schema.ts';
import type { TaskOptions } from '../workers/task.ts';
import { type KeptTable, keptSelect, keptTables, missingColumns, orderLineSql } from './kept.ts';
import { inParts, LINES_AT_A_TIME } from './parts.ts';

/**
 * Builds the table of orders in the place of the lines and returns its name. In most files the lines of an order stand
 * together: then a number tells orders apart, and they are built a stretch of rows at a time. Where that turns out wrong,
 * lines get their numbers by their orders' ids, and orders are told apart by these.
 */
export async function buildOrders(
  db: Database,
  tables: readonly KeptTable[],
  place: string,
  { signal, onProgress }: TaskOptions,
): Promise<string> {
  const orders = `${place}.orders_kept`;
  const select = withoutMissing(ordersSql, missingColumns(tables));
  const stretches: Stretch[] = [];
  for (const table of tables) stretches.push(...(await stretchesOf(db, table, signal)));
  const total = stretches.reduce((sum, { count }) => sum + count, 0);
  let done = 0;
  const none = `CREATE OR REPLACE TABLE ${orders} AS WITH order_line AS (FROM ${place}.order_line WHERE false)\n${select}`;
  await db.exec(none, signal);
  for (const { table, condition, count } of stretches) {
    onProgress?.({ stage: 'tables', done, total, unit: 'rows' });
    await db.exec(
      `INSERT INTO ${orders} WITH order_line AS (${keptSelect(table, condition)})\n${byRun(select, table)}`,
      signal,
    );
    done += count;
  }
  if (await standTogether(db, orders, signal)) return orders;
  for (const table of tables) await numberLines(db, table, signal);
  await db.exec(
    `CREATE OR REPLACE VIEW ${place}.order_line AS ${orderLineSql(
      await keptTables(
        db,
        tables.map(({ table }) => table),
      ),
    )}`,
  );
  await db.exec(none, signal);
  for (const part of inParts('order_id', total))
    await db.exec(
      `INSERT INTO ${orders} WITH order_line AS (FROM ${place}.order_line WHERE ${part})\n${select}`,
      signal,
    );
  return orders;
}

/** The statement with NULL for what is taken from columns that are not there. */
export function withoutMissing(sql: string, missing: readonly OrderLineColumn[]): string {
  return missing.reduce(
    (text, { name, type }) =>
      text.replaceAll(new RegExp(`\\b(min|max|sum)\\(${name}\\)`, 'g'), `NULL::${type}`),
    sql,
  );
}

/** Tells orders apart by where their lines begin; a row of baskets is an order itself. */
function byRun(select: string, { table }: KeptTable): string {
  return select
    .replace(/^ {2}order_id,$/m, '  any_value(order_id) AS order_id,')
    .replace(/\bGROUP BY order_id\b/, `GROUP BY ${table.inspected.shape === 'baskets' ? 'row' : 'run'}`);
}

/** Rows of a table of lines that begin where an order begins. */
interface Stretch {
  table: KeptTable;
  condition: string;
  count: number;
}

async function stretchesOf(db: Database, table: KeptTable, signal?: AbortSignal): Promise<Stretch[]> {
  const { lines } = table.table;
  const [found] = await db.query<{ count: number; first: number; last: number }>(
    `SELECT count(*) AS count, min(row) AS first, max(row) AS last FROM ${lines}`,
    signal,
  );
  const { count, first, last } = found!;
  if (count <= LINES_AT_A_TIME) return [{ table, condition: 'true', count }];
  const bounds: number[] = [first];
  const step = Math.ceil((last - first + 1) / Math.ceil(count / LINES_AT_A_TIME));
  for (let row = first + step; row <= last; row += step) {
    const [next] = await db.query<{ start: number }>(
      `SELECT row AS start FROM (SELECT row, order_id, lag(order_id) OVER () AS previous FROM ${lines} WHERE row >= ${row} AND row < ${row + step})
WHERE previous IS NOT NULL AND order_id IS DISTINCT FROM previous LIMIT 1`,
      signal,
    );
    if (next) bounds.push(next.start);
  }
  return bounds.map((from, i) => {
    const to = bounds[i + 1] ?? last + 1;
    return { table, condition: `row >= ${from} AND row < ${to}`, count: to - from };
  });
}

/** Whether each order has been found once. */
async function standTogether(db: Database, orders: string, signal?: AbortSignal): Promise<boolean> {
  const [found] = await db.query<{ rows: number; ids: number }>(
    `SELECT count(*) AS "rows", count(DISTINCT order_id) AS ids FROM ${orders}`,
    signal,
  );
  return found!.rows === found!.ids;
}

/** Writes down the numbers of the lines of each order, in the order of their rows, unless they have numbers. */
async function numberLines(
  db: Database,
  { table: { lines }, columns }: KeptTable,
  signal?: AbortSignal,
): Promise<void> {
  if (columns.has('line_no')) return;
  await db.exec(
    `CREATE OR REPLACE TABLE ${lines} AS
SELECT *, (row_number() OVER (PARTITION BY order_id, reason IS NULL ORDER BY row))::INTEGER AS line_no FROM ${lines} ORDER BY row`,
    signal,
  );
}
