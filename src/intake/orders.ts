import type { Database } from '../engine/database.ts';
import ordersSql from '../tables/orders.sql?raw';
import type { OrderLineColumn } from '../tables/schema.ts';
import type { TaskOptions } from '../workers/task.ts';
import { type KeptTable, keptSelect, missingColumns } from './kept.ts';
import type { LoadedTable } from './load-table.ts';
import { inParts, LINES_AT_A_TIME } from './parts.ts';

/**
 * Builds the table of orders in the place of the lines and returns its name. In most files the lines of an order stand
 * together: then a number tells orders apart, and they are built a stretch of rows at a time. Where that turns out wrong,
 * lines are numbered again and orders are told apart by their ids.
 */
export async function buildOrders(
  db: Database,
  tables: readonly KeptTable[],
  place: string,
  { signal, onProgress }: TaskOptions,
): Promise<string> {
  const orders = `${place}.orders_kept`;
  const select = withoutMissing(ordersSql, missingColumns(tables));
  const stretches: Stretches[] = [];
  for (const { table } of tables) stretches.push(await stretchesOf(db, table, signal));
  const total = stretches.reduce((sum, { count }) => sum + count, 0);
  let done = 0;
  const none = `CREATE OR REPLACE TABLE ${orders} AS WITH order_line AS (FROM ${place}.order_line WHERE false)\n${select}`;
  await db.exec(none, signal);
  for (const [i, table] of tables.entries())
    for (const { condition, count } of stretches[i]!.parts) {
      onProgress?.({ stage: 'tables', done, total, unit: 'rows' });
      await db.exec(
        `INSERT INTO ${orders} WITH order_line AS (${keptSelect(table, condition)})\n${byRun(select, table)}`,
        signal,
      );
      done += count;
    }
  if (await standTogether(db, orders, place, stretches, signal)) return orders;
  for (const { table } of tables) await numberLines(db, table.lines, signal);
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

/** Tells orders apart by the row before their first; a row of baskets is an order itself. */
function byRun(select: string, { table }: KeptTable): string {
  const run = table.inspected.shape === 'baskets' ? 'row' : 'row - line_no';
  return select
    .replace(/^ {2}order_id,$/m, '  any_value(order_id) AS order_id,')
    .replace(/\bGROUP BY order_id\b/, `GROUP BY ${run}`);
}

interface Stretches {
  count: number;
  /** How many lines begin an order. */
  starts: number;
  parts: { condition: string; count: number }[];
}

/** Stretches of rows that begin where an order begins. */
async function stretchesOf(db: Database, { lines }: LoadedTable, signal?: AbortSignal): Promise<Stretches> {
  const [found] = await db.query<{ count: number; starts: number; first: number; last: number }>(
    `SELECT count(*) AS count, count(*) FILTER (line_no = 1 AND order_id IS NOT NULL) AS starts, min(row) AS first, max(row) AS last
FROM ${lines}`,
    signal,
  );
  const { count, starts, first, last } = found!;
  if (count <= LINES_AT_A_TIME) return { count, starts, parts: [{ condition: 'true', count }] };
  const bounds: number[] = [first];
  const step = Math.ceil((last - first + 1) / Math.ceil(count / LINES_AT_A_TIME));
  for (let row = first + step; row <= last; row += step) {
    const [next] = await db.query<{ at: number | null }>(
      `SELECT min(row) AS at FROM ${lines} WHERE line_no = 1 AND row >= ${row} AND row < ${row + step}`,
    );
    if (next!.at !== null) bounds.push(next!.at);
  }
  const parts = bounds.map((from, i) => {
    const to = bounds[i + 1] ?? last + 1;
    return { condition: `row >= ${from} AND row < ${to}`, count: to - from };
  });
  return { count, starts, parts };
}

/** Whether each order has been found once: as many runs of lines as there are ids, among kept lines and all. */
async function standTogether(
  db: Database,
  orders: string,
  place: string,
  stretches: readonly Stretches[],
  signal?: AbortSignal,
): Promise<boolean> {
  const [found] = await db.query<{ rows: number; ids: number; others: number }>(
    `SELECT count(*) AS "rows", count(DISTINCT order_id) AS ids,
  (SELECT count(DISTINCT order_id) FROM ${place}.left_out l WHERE NOT EXISTS (FROM ${orders} o WHERE o.order_id = l.order_id)) AS others
FROM ${orders}`,
    signal,
  );
  const starts = stretches.reduce((sum, one) => sum + one.starts, 0);
  return found!.rows === found!.ids && starts === found!.ids + found!.others;
}

/** Numbers the lines of each order in the order of their rows, if they have not been numbered as they stand together. */
async function numberLines(db: Database, lines: string, signal?: AbortSignal): Promise<void> {
  const [found] = await db.query<{ runs: number; orders: number }>(
    `SELECT count(*) FILTER (line_no = 1) AS runs, count(DISTINCT order_id) AS orders FROM ${lines} WHERE order_id IS NOT NULL`,
    signal,
  );
  if (found!.runs === found!.orders) return;
  await db.exec(
    `CREATE OR REPLACE TABLE ${lines} AS SELECT * REPLACE ((row_number() OVER (PARTITION BY order_id ORDER BY row))::INTEGER AS line_no)
FROM ${lines} ORDER BY row`,
    signal,
  );
}
