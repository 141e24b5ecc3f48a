import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { Field, RecordBatch } from 'apache-arrow';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from 'virtual:duckdb-wasm';
import { classicWorker } from '../workers/bound.ts';
import { toArrays, toResult } from './arrow.ts';
import { type Database, type NumberColumns, QueryError, type Result } from './database.ts';
import { Queue } from './queue.ts';
import { COUNT_READS, Reads } from './reads.ts';
import { OPEN, prepare } from './settings.ts';
import { inflated } from './inflated.ts';

/** How long the engine may take to start before the page says that something blocks it. */
const START_TIMEOUT_MS = 60_000;

/** Starts DuckDB in a worker of its own. `onProgress` hears the share (0–1) of the engine downloaded so far. */
export async function openDatabase(onProgress: (share: number) => void = () => {}): Promise<Database> {
  const worker = classicWorker(workerUrl, COUNT_READS);
  const reads = new Reads(worker);
  const failed = new Promise<never>((_, reject) => {
    worker.onerror = (event) => reject(new Error(`The engine's worker did not start: ${event.message}`));
    setTimeout(() => reject(new Error('The engine did not start within a minute.')), START_TIMEOUT_MS);
  });
  const module = URL.createObjectURL(await inflated(wasmUrl, 'application/wasm', onProgress));
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  await Promise.race([db.instantiate(module, null), failed]);
  URL.revokeObjectURL(module);
  await db.open(OPEN);
  const connection = await db.connect();
  await connection.query(prepare(location.origin));
  return new BrowserDatabase(db, connection, worker, reads);
}

class BrowserDatabase implements Database {
  readonly #queue = new Queue();
  readonly #db: AsyncDuckDB;
  readonly #connection: AsyncDuckDBConnection;
  readonly #worker: Worker;
  readonly #reads: Reads;

  constructor(db: AsyncDuckDB, connection: AsyncDuckDBConnection, worker: Worker, reads: Reads) {
    this.#db = db;
    this.#connection = connection;
    this.#worker = worker;
    this.#reads = reads;
  }

  async run<Row>(sql: string, signal?: AbortSignal): Promise<Result<Row>> {
    const { fields, batches } = await this.#send(sql, signal);
    return toResult<Row>(fields, batches);
  }

  async numbers(sql: string, signal?: AbortSignal): Promise<NumberColumns> {
    const { fields, batches } = await this.#send(sql, signal);
    return toArrays(fields, batches);
  }

  #send(sql: string, signal?: AbortSignal): Promise<{ fields: Field[]; batches: RecordBatch[] }> {
    return this.#queue.add(async () => {
      signal?.throwIfAborted();
      const cancel = () => void this.#connection.cancelSent();
      signal?.addEventListener('abort', cancel);
      try {
        const reader = await (await this.#connection.send(sql, false)).open();
        const { fields } = reader.schema;
        return { fields, batches: await reader.readAll() };
      } catch (error) {
        signal?.throwIfAborted();
        throw new QueryError(error instanceof Error ? error.message : String(error), sql);
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    });
  }

  async query<Row>(sql: string, signal?: AbortSignal): Promise<Row[]> {
    return (await this.run<Row>(sql, signal)).rows;
  }

  async exec(sql: string, signal?: AbortSignal): Promise<void> {
    await this.run(sql, signal);
  }

  insert(table: string, stream: Uint8Array): Promise<void> {
    return this.#queue.add(() =>
      this.#connection.insertArrowFromIPCStream(stream, { name: table, create: true }),
    );
  }

  addFile(name: string, file: Blob, onRead?: (bytes: number) => void): Promise<void> {
    return this.#queue.add(async () => {
      await this.#db.registerFileHandle(name, file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
      if (onRead) this.#reads.of(name, onRead);
    });
  }

  readFile(name: string): Promise<Uint8Array<ArrayBuffer>> {
    return this.#queue.add(async () => (await this.#db.copyFileToBuffer(name)) as Uint8Array<ArrayBuffer>);
  }

  dropFile(name: string): Promise<void> {
    return this.#queue.add(async () => {
      this.#reads.end(name);
      await this.#db.dropFile(name);
    });
  }

  async close(): Promise<void> {
    this.#worker.terminate();
  }
}
