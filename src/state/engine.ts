import type { Database } from '../engine/database.ts';
import { packSql } from '../pack/pack.ts';

/** Starts the engine with every macro and empty tables; `onProgress` hears the share (0–1) of it downloaded. */
export async function startEngine(onProgress: (share: number) => void): Promise<Database> {
  const { openDatabase } = await import('../engine/browser.ts');
  const db = await openDatabase(onProgress);
  await db.exec(packSql());
  return db;
}

/** Resolves with `work`, which goes on, unless the signal aborts first. */
export function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    work.then(resolve, reject);
  });
}
