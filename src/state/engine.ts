import type { Database } from '../engine/database.ts';
import { contacts, publishContacts } from './contacts.svelte.ts';
import { customerNotes, publishTags } from './customer-notes.svelte.ts';

/**
 * Starts the engine with every macro, empty tables, and the shop's own tags and contacts; `onProgress` hears the share (0–1) of it
 * downloaded.
 */
export async function startEngine(onProgress: (share: number) => void): Promise<Database> {
  const [{ openDatabase }, { copyCatalogue, fetchCatalogue }] = await Promise.all([
    import('../engine/browser.ts'),
    import('../engine/prepared.ts'),
  ]);
  const [db, catalogue] = await Promise.all([openDatabase(onProgress), fetchCatalogue()]);
  if (catalogue) await copyCatalogue(db, catalogue);
  else await db.exec((await import('../pack/pack.ts')).packSql());
  await publishTags(db, customerNotes.all);
  await publishContacts(db, contacts.all);
  return db;
}

/** Resolves with `work`, which goes on, unless the signal aborts first. */
export function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    work.then(resolve, reject);
  });
}
