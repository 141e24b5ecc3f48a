import type { Database } from '../engine/database.ts';
import type { LoadedTable } from './load-table.ts';

/**
 * Finds lines that exports of the same kind have in common, and leaves them out of all but the newest, whose word on
 * status and refund is the latest. A line is told by its order and its own number, or by product and unit price and the
 * how-manieth of them it is; files whose orders have no numbers of their own are not compared.
 */
export async function leaveOutDuplicates(
  db: Database,
  tables: readonly LoadedTable[],
  schema: string,
  signal?: AbortSignal,
): Promise<void> {
  const shared = `${schema}.shared_orders`;
  const rows = `${schema}.duplicate_rows`;
  for (const group of sameKind(tables)) {
    await db.exec(`CREATE OR REPLACE TABLE ${shared} AS ${sharedOrders(group)}`, signal);
    const [some] = await db.query<{ n: number }>(`SELECT count(*) AS n FROM ${shared}`);
    if (some!.n === 0) continue;
    const newestFirst = await byAge(db, group);
    for (const [age, table] of newestFirst.entries()) {
      if (age === 0) continue;
      const newer = newestFirst.slice(0, age).map((other) => `(${identities(other, shared)})`);
      await db.exec(
        `CREATE OR REPLACE TABLE ${rows} AS SELECT DISTINCT older.row FROM (${identities(table, shared)}) older
JOIN (${newer.join(' UNION ALL ')}) newer USING (order_id, what, unit_price, nth);
UPDATE ${table.lines} SET reason = 'duplicate', reason_value = NULL WHERE row IN (FROM ${rows})`,
        signal,
      );
      const [found] = await db.query<{ n: number }>(`SELECT count(*) AS n FROM ${rows}`);
      if (found!.n > 0) table.notes.push({ code: 'duplicates', count: found!.n });
    }
  }
}

function sameKind(tables: readonly LoadedTable[]): LoadedTable[][] {
  const groups = new Map<string, LoadedTable[]>();
  for (const table of tables) {
    const { format, shape, mapping } = table.inspected;
    if (shape === 'baskets' || mapping.order_id === undefined) continue;
    groups.set(format, [...(groups.get(format) ?? []), table]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** SQL for the order ids that more than one table has. */
function sharedOrders(group: readonly LoadedTable[]): string {
  const ids = group.map(({ lines }) => `SELECT DISTINCT order_id FROM ${lines} WHERE order_id IS NOT NULL`);
  return `SELECT order_id FROM (${ids.join(' UNION ALL ')}) GROUP BY order_id HAVING count(*) > 1`;
}

/** The table with the latest order first; of those alike the one opened last. */
async function byAge(db: Database, group: readonly LoadedTable[]): Promise<LoadedTable[]> {
  const aged = await Promise.all(
    group.map(async (table, position) => {
      const time = table.inspected.mapping.ordered_at === undefined ? 'NULL' : 'epoch(max(ordered_at))';
      const [found] = await db.query<{ last: number | null }>(`SELECT ${time} AS last FROM ${table.lines}`);
      return { table, position, last: found!.last ?? 0 };
    }),
  );
  return aged.sort((a, b) => b.last - a.last || b.position - a.position).map(({ table }) => table);
}

function identities({ lines, inspected: { mapping } }: LoadedTable, shared: string): string {
  const product = 'coalesce(product_id, product)';
  const own = mapping.line_id === undefined ? product : `coalesce(line_id, ${product})`;
  const price = mapping.unit_price === undefined ? '0.0' : 'coalesce(unit_price, 0)';
  return `SELECT row, order_id, coalesce(${own}, '') AS what, ${price} AS unit_price,
  row_number() OVER (PARTITION BY order_id, ${own}, ${price} ORDER BY row) AS nth
FROM ${lines} WHERE order_id IN (FROM ${shared})`;
}
