import catalogueUrl from 'virtual:catalogue';
import type { Database } from './database.ts';
import { inflated } from './inflated.ts';

const FILE = 'catalogue.db';

/** The catalogue prepared when the site was built, as a DuckDB file; null where there is none. */
export async function fetchCatalogue(): Promise<Blob | null> {
  return catalogueUrl === null ? null : inflated(catalogueUrl, 'application/octet-stream');
}

/** Copies the tables, views and macros of a catalogue into the database. */
export async function copyCatalogue(db: Database, catalogue: Blob): Promise<void> {
  await db.addFile(FILE, catalogue);
  await db.exec(`ATTACH '${FILE}' AS catalogue (READ_ONLY);
COPY FROM DATABASE catalogue TO memory;
DETACH catalogue;`);
  await db.dropFile(FILE);
}
