import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/**
 * What these statements create, as a DuckDB file. The browser copies it in a tenth of the time it takes to run them: the
 * engine looks through every macro when it is created, but not when it is copied.
 * @throws where native DuckDB is not installed
 */
export async function catalogueOf(sql: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'regulars-'));
  const path = join(folder, 'catalogue.db');
  const instance = await DuckDBInstance.create(path);
  try {
    const connection = await instance.connect();
    await connection.run(sql);
    await connection.run('CHECKPOINT');
    connection.closeSync();
    instance.closeSync();
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
