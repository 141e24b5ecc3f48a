import type { Database } from '../engine/database.ts';
import { literal } from '../engine/sql.ts';
import type { Inspected } from './inspect.ts';
import type { LoadedTable } from './load-table.ts';

/** A table of rows or lines of one file. */
export interface Listed {
  table: string;
  inspected: Inspected;
}

/** The rows of a table that a newer one has as well: a table of their numbers, and how many they are. */
export interface Repeated<Of extends Listed> {
  of: Of;
  rows: string;
  count: number;
}

/**
 * Finds lines that exports of the same kind have in common, and leaves them out of all but the newest, whose word on
 * status and refund is the latest. Files whose orders have no numbers of their own are not compared.
 */
export async function leaveOutDuplicates(
  db: Database,
  tables: readonly LoadedTable[],
  schema: string,
  signal?: AbortSignal,
): Promise<void> {
  const groups = new Map<string, (Listed & { notes: LoadedTable['notes'] })[]>();
  for (const { lines, inspected, notes } of tables) {
    const { format, shape, mapping } = inspected;
    if (shape === 'baskets' || mapping.order_id === undefined) continue;
    groups.set(format, [...(groups.get(format) ?? []), { table: lines, inspected, notes }]);
  }
  for (const [i, group] of [...groups.values()].entries())
    for (const { of, rows, count } of await repeatedRows(db, group, `${schema}.shared_${i}`, signal)) {
      await db.exec(
        `UPDATE ${of.table} SET reason = 'duplicate', reason_value = NULL WHERE row IN (FROM ${rows})`,
        signal,
      );
      of.notes.push({ code: 'duplicates', count });
    }
}

/**
 * The rows of each table that a newer table of the group has as well. A line is told by its order and its own number, or
 * by product and unit price and the how-manieth of them it is. The newest table is the one with the latest order, of
 * those alike the last of the group. The tables made are named after `target`.
 */
export async function repeatedRows<Of extends Listed>(
  db: Database,
  group: readonly Of[],
  target: string,
  signal?: AbortSignal,
): Promise<Repeated<Of>[]> {
  if (group.length < 2) return [];
  const ids = group.map(({ table }) => `SELECT DISTINCT order_id FROM ${table} WHERE order_id IS NOT NULL`);
  await db.exec(
    `CREATE TABLE ${target} AS SELECT order_id FROM (${ids.join(' UNION ALL ')}) GROUP BY order_id HAVING count(*) > 1`,
    signal,
  );
  const [some] = await db.query<{ n: number }>(`SELECT count(*) AS n FROM ${target}`);
  const repeated: Repeated<Of>[] = [];
  const ordered = some!.n === 0 ? [] : await newestFirst(db, group);
  for (const [age, of] of ordered.entries()) {
    if (age === 0) continue;
    const rows = `${target}_${age}`;
    const newer = ordered.slice(0, age).map((other) => `(${identities(other, target)})`);
    await db.exec(
      `CREATE TABLE ${rows} AS SELECT DISTINCT older.row FROM (${identities(of, target)}) older
JOIN (${newer.join(' UNION ALL ')}) newer USING (order_id, what, unit_price, nth)`,
      signal,
    );
    const [found] = await db.query<{ n: number }>(`SELECT count(*) AS n FROM ${rows}`);
    if (found!.n > 0) repeated.push({ of, rows, count: found!.n });
  }
  return repeated;
}

/** SQL, with the columns of `left_out`, for rows of a table that are left out as repeated before they become lines. */
export function repeatedLeftOut({ of, rows }: Repeated<Listed>): string {
  return `SELECT ${literal(of.inspected.file)} AS file, row::BIGINT AS row, 'duplicate' AS reason, NULL::VARCHAR AS "column", NULL::VARCHAR AS value, NULL::VARCHAR AS order_id, NULL::DOUBLE AS amount FROM ${rows}`;
}

async function newestFirst<Of extends Listed>(db: Database, group: readonly Of[]): Promise<Of[]> {
  const aged = await Promise.all(
    group.map(async (of, position) => {
      const latest =
        of.inspected.mapping.ordered_at === undefined ? 'max(order_id)' : 'max(ordered_at)::VARCHAR';
      const [found] = await db.query<{ last: string | null }>(`SELECT ${latest} AS last FROM ${of.table}`);
      return { of, position, last: found!.last ?? '' };
    }),
  );
  return aged
    .sort((a, b) => (a.last === b.last ? b.position - a.position : a.last < b.last ? 1 : -1))
    .map(({ of }) => of);
}

function identities({ table, inspected: { mapping } }: Listed, shared: string): string {
  const named = (['line_id', 'product_id', 'product'] as const).filter((name) => mapping[name] !== undefined);
  const what = `coalesce(${[...named, `''`].join(', ')})`;
  const price = mapping.unit_price === undefined ? '0.0' : 'coalesce(unit_price, 0)';
  return `SELECT row, order_id, ${what} AS what, ${price} AS unit_price,
  row_number() OVER (PARTITION BY order_id, ${what}, ${price} ORDER BY row) AS nth
FROM ${table} WHERE order_id IN (FROM ${shared})`;
}
