import type { Database } from '../engine/database.ts';

/** Where the tables of one load are. */
export interface Place {
  /** Goes before the names of the tables. */
  name: string;
  /** True when it is a database of its own, which keeps its tables compressed. */
  compressed: boolean;
}

const PREFIX = 'load_';
/** Memory that lines and orders take for each byte of text, uncompressed. */
const MEMORY_PER_BYTE = 2.4;
/** Above this the tables are compressed; reading takes longer and the tables a tenth of the memory. */
const PLAIN_AT_MOST = 1.6e9;
/** What all tables, the ones being replaced among them, may take of the 3.3 GB the engine has. */
const TOGETHER_AT_MOST = 2.8e9;

/** Makes a place for the tables of a load of so many bytes of text. */
export async function openPlace(db: Database, bytes: number): Promise<Place> {
  const others = await places(db);
  const last = others.at(-1)?.name.slice(PREFIX.length) ?? 0;
  const name = `${PREFIX}${Number(last) + 1}`;
  const [memory] = await db.query<{ used: number }>(
    'SELECT sum(memory_usage_bytes)::DOUBLE AS used FROM duckdb_memory()',
  );
  const needed = bytes * MEMORY_PER_BYTE;
  const compressed = needed > PLAIN_AT_MOST || memory!.used + needed > TOGETHER_AT_MOST;
  await db.exec(compressed ? `ATTACH ':memory:' AS ${name} (COMPRESS)` : `CREATE SCHEMA ${name}`);
  return { name, compressed };
}

/** Removes a place and the tables in it. */
export async function closePlace(db: Database, { name, compressed }: Place): Promise<void> {
  await db.exec(compressed ? `DETACH DATABASE IF EXISTS ${name}` : `DROP SCHEMA IF EXISTS ${name} CASCADE`);
}

/** All places there are, the oldest first. */
export function places(db: Database): Promise<Place[]> {
  return db.query<Place>(
    `SELECT name, compressed FROM (
  SELECT schema_name AS name, false AS compressed FROM duckdb_schemas() WHERE database_name = current_database()
  UNION ALL SELECT database_name, true FROM duckdb_databases())
WHERE regexp_full_match(name, '${PREFIX}[0-9]+') ORDER BY name[${PREFIX.length + 1}:]::INTEGER`,
  );
}
