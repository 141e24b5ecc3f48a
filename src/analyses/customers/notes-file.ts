import { exportCsv } from '../../engine/csv.ts';
import type { Database } from '../../engine/database.ts';
import { readOwnCsv, toExport } from '../../engine/own-csv.ts';
import { literal } from '../../engine/sql.ts';
import { type CustomerNote, type CustomerNotes, tidyTags } from '../../state/notes.ts';

const SEPARATOR = '; ';

/** Notes and tags as a CSV file that a spreadsheet can open: `customer_id, tags, note`. */
export async function notesToCsv(db: Database, notes: CustomerNotes): Promise<Blob> {
  const rows = [...notes].map(([id, { note, tags }]) =>
    [id, tags.join(SEPARATOR), note].map((cell) => literal(toExport(cell))),
  );
  const values = rows.map((cells) => `(${cells.join(', ')})`).join(', ');
  return exportCsv(
    db,
    `SELECT * FROM (VALUES ${values || "('', '', '')"}) notes(customer_id, tags, note) WHERE ${rows.length > 0}`,
  );
}

/**
 * The notes and tags of such a file, also one a spreadsheet has saved in the encoding of the system.
 * @throws SyntaxError when the file is none
 */
export async function notesFromCsv(db: Database, file: Blob): Promise<[string, CustomerNote][]> {
  const rows = await readOwnCsv(db, file, 'customer_id');
  return rows.flatMap(({ customer_id: id, tags, note }): [string, CustomerNote][] =>
    id ? [[id, { note: note ?? '', tags: tidyTags([tags ?? '']) }]] : [],
  );
}
