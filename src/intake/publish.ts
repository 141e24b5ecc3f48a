import type { Database } from '../engine/database.ts';
import { ident, literal } from '../engine/sql.ts';
import customerValue from '../tables/customer-value.sql?raw';
import { closePlace, type Place, places } from './place.ts';

const PUBLIC = ['order_line', 'left_out', 'orders', 'customers', 'customer_extra', 'products'];

/**
 * Puts the tables of a place where what was public before was, all at once, and removes the old ones; what models found in
 * the lines before goes with them.
 */
export async function publish(db: Database, { name: place }: Place, signal?: AbortSignal): Promise<void> {
  const old = (await places(db)).filter(({ name }) => name !== place);
  const tables = await db.query<{ name: string }>(
    `SELECT table_name AS name FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = 'main'
AND NOT temporary AND table_name IN (${PUBLIC.map(literal).join(', ')})`,
  );
  signal?.throwIfAborted();
  try {
    await db.exec(`BEGIN;
${tables.map(({ name }) => `DROP TABLE ${ident(name)};`).join('\n')}
${PUBLIC.map((name) => `CREATE OR REPLACE VIEW main.${name} AS FROM ${place}.${name};`).join('\n')}
${customerValue.trim()};
DELETE FROM customer_value;
COMMIT;`);
  } catch (error) {
    await db.exec('ROLLBACK').catch(() => {});
    throw error;
  }
  for (const one of old) await closePlace(db, one);
}
