import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { packSql } from '../../src/pack/pack.ts';
import { copiedCatalogue } from './copied.ts';

/** Bodies are left out: copies are written down a little differently (`,` for CROSS JOIN). */
const THINGS = {
  macros: `SELECT function_name, function_type, parameters, comment FROM duckdb_functions()
WHERE database_name = 'memory' AND NOT internal ORDER BY ALL`,
  views: `SELECT view_name, column_count FROM duckdb_views() WHERE database_name = 'memory' AND NOT internal ORDER BY ALL`,
  columns: `SELECT table_name, column_name, data_type, column_default, is_nullable FROM duckdb_columns()
WHERE database_name = 'memory' AND NOT internal ORDER BY ALL`,
  constraints: `SELECT table_name, constraint_text FROM duckdb_constraints() WHERE database_name = 'memory' ORDER BY ALL`,
};

async function things(sql: string) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(sql);
  const found: Record<string, unknown[]> = {};
  for (const [name, query] of Object.entries(THINGS))
    found[name] = (await connection.runAndReadAll(query)).getRowObjectsJson();
  return found;
}

test('a database copied from the prepared catalogue has all the pack creates', async () => {
  const ran = await things(packSql());
  expect(ran.macros!.length).toBeGreaterThan(100);
  expect(await things(await copiedCatalogue())).toEqual(ran);
});
