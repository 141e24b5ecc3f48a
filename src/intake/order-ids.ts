import type { Database } from '../engine/database.ts';
import { literal } from '../engine/sql.ts';
import { formatOf } from './formats/index.ts';
import type { LoadedTable } from './load-table.ts';

/**
 * Keeps orders of different origin apart when several files are open: orders named after a row get the number of their
 * file in front, and order numbers that two platforms have both get the platform's name.
 */
export async function tellOrdersApart(
  db: Database,
  tables: readonly LoadedTable[],
  schema: string,
  signal?: AbortSignal,
): Promise<void> {
  if (tables.length < 2) return;
  for (const [i, { lines, inspected }] of tables.entries()) {
    const { shape, mapping } = inspected;
    if (shape !== 'baskets' && mapping.order_id !== undefined) continue;
    const named = shape === 'baskets' ? 'true' : 'order_id = row::VARCHAR';
    await db.exec(`UPDATE ${lines} SET order_id = '${i + 1}-' || order_id WHERE ${named}`, signal);
  }
  const platforms = new Map<string, LoadedTable[]>();
  for (const table of tables) {
    const platform = formatOf(table.inspected.format).platform ?? '';
    platforms.set(platform, [...(platforms.get(platform) ?? []), table]);
  }
  if (platforms.size < 2) return;
  const several = `${schema}.ids_of_several`;
  const ids = [...platforms].map(
    ([platform, own]) =>
      `SELECT DISTINCT ${literal(platform)} AS platform, order_id FROM (${own.map(({ lines }) => `SELECT order_id FROM ${lines} WHERE reason IS NULL`).join(' UNION ALL ')})`,
  );
  await db.exec(
    `CREATE TABLE ${several} AS SELECT order_id FROM (${ids.join(' UNION ALL ')}) WHERE order_id IS NOT NULL GROUP BY order_id HAVING count(*) > 1`,
    signal,
  );
  const [found] = await db.query<{ n: number }>(`SELECT count(*) AS n FROM ${several}`);
  if (found!.n > 0)
    for (const [platform, own] of platforms)
      for (const table of platform === '' ? [] : own) {
        await db.exec(
          `UPDATE ${table.lines} SET order_id = ${literal(`${platform} `)} || order_id WHERE order_id IN (FROM ${several})`,
          signal,
        );
        table.notes.push({ code: 'order_ids_told_apart', count: found!.n, value: platform });
      }
}
