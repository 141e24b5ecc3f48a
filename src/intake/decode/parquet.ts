import type * as Parquet from 'parquet-wasm';
import wasmUrl from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import { IntakeProblem } from '../problem.ts';
import { bytesOf } from './samples.ts';

/** Rows per Arrow batch: DuckDB's own row group size. */
const BATCH_ROWS = 122_880;

/**
 * Reads a Parquet file into an Arrow IPC stream.
 * @throws IntakeProblem `broken_parquet`
 */
export async function readParquet(file: File): Promise<{ stream: Uint8Array<ArrayBuffer>; rows: number }> {
  const parquet = await start();
  const bytes = await bytesOf(file);
  try {
    const table = parquet.readParquet(bytes, { batchSize: BATCH_ROWS });
    const rows = table.recordBatches().reduce((sum, batch) => {
      const { numRows } = batch;
      batch.free();
      return sum + numRows;
    }, 0);
    return { stream: table.intoIPCStream() as Uint8Array<ArrayBuffer>, rows };
  } catch {
    throw new IntakeProblem('broken_parquet', { file: file.name });
  }
}

/** The browser build has to be given its wasm; the build that Node resolves brings its own. */
async function start(): Promise<typeof Parquet> {
  const parquet = await import('parquet-wasm');
  const initialise: unknown = parquet.default;
  if (typeof initialise === 'function')
    await initialise({ module_or_path: new URL(wasmUrl, import.meta.url) });
  return parquet;
}
