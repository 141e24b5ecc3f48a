import { createRequire } from 'node:module';
import { readFile, writeFile, mkdtemp, rm } from 'node:fs/promises';
import type { Table } from 'apache-arrow';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type * as Blocking from '@duckdb/duckdb-wasm/blocking';
import type { DuckDBBindings, DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import { toArrays, toResult } from './arrow.ts';
import { type Database, type NumberColumns, QueryError, type Result } from './database.ts';
import { OPEN, prepare } from './settings.ts';

/** The shipped engine in Node, for tests and scripts. Calls run to their end: signals are looked at before each. */
export async function openNodeDatabase(): Promise<Database> {
  const require = createRequire(import.meta.url);
  const main = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
  const duckdb = require(main) as typeof Blocking;
  const module = (name: string) => ({
    mainModule: join(dirname(main), `duckdb-${name}.wasm`),
    mainWorker: null,
  });
  const db: DuckDBBindings = await duckdb.createDuckDB(
    { mvp: module('mvp'), eh: module('eh') } as never,
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await db.instantiate(() => {});
  db.open(OPEN);
  const connection = db.connect();
  connection.query(prepare('http://localhost'));
  return new NodeDatabase(db, connection, await mkdtemp(join(tmpdir(), 'regulars-')));
}

class NodeDatabase implements Database {
  readonly #db: DuckDBBindings;
  readonly #connection: DuckDBConnection;
  readonly #folder: string;
  /** Files a statement has written, which here are files of the working directory. */
  readonly #written = new Set<string>();

  constructor(db: DuckDBBindings, connection: DuckDBConnection, folder: string) {
    this.#db = db;
    this.#connection = connection;
    this.#folder = folder;
  }

  async run<Row>(sql: string, signal?: AbortSignal): Promise<Result<Row>> {
    const { schema, batches } = this.#table(sql, signal);
    return toResult<Row>(schema.fields, batches);
  }

  async numbers(sql: string, signal?: AbortSignal): Promise<NumberColumns> {
    const { schema, batches } = this.#table(sql, signal);
    return toArrays(schema.fields, batches);
  }

  #table(sql: string, signal?: AbortSignal): Table {
    signal?.throwIfAborted();
    try {
      return this.#connection.query(sql);
    } catch (error) {
      throw new QueryError(error instanceof Error ? error.message : String(error), sql);
    }
  }

  async query<Row>(sql: string, signal?: AbortSignal): Promise<Row[]> {
    return (await this.run<Row>(sql, signal)).rows;
  }

  async exec(sql: string, signal?: AbortSignal): Promise<void> {
    await this.run(sql, signal);
  }

  async insert(table: string, stream: Uint8Array): Promise<void> {
    this.#connection.insertArrowFromIPCStream(stream, { name: table, create: true });
  }

  /** The statement that reads the file runs to its end at once: the file counts as read when it is there. */
  async addFile(name: string, file: Blob, onRead?: (bytes: number) => void): Promise<void> {
    const path = join(this.#folder, encodeURIComponent(name));
    await writeFile(path, Buffer.from(await file.arrayBuffer()));
    this.#db.registerFileURL(name, path, 1, true);
    onRead?.(file.size);
  }

  async readFile(name: string): Promise<Uint8Array<ArrayBuffer>> {
    this.#written.add(name);
    return new Uint8Array(await readFile(name));
  }

  async dropFile(name: string): Promise<void> {
    this.#db.dropFile(name);
    await rm(join(this.#folder, encodeURIComponent(name)), { force: true });
    if (this.#written.delete(name)) await rm(name, { force: true });
  }

  async close(): Promise<void> {
    this.#connection.close();
    this.#db.reset();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
