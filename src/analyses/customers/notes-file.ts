import { exportCsv } from '../../engine/csv.ts';
import type { Database } from '../../engine/database.ts';
import { literal } from '../../engine/sql.ts';
import { type CustomerNote, type CustomerNotes, tidyTags } from '../../state/notes.ts';

const SEPARATOR = '; ';
const BYTES_AT_MOST = 20 * 1024 * 1024;
/** What the export guards against being run as a formula, and the guard itself before it. */
const GUARDED = /^'+[=+\-@\t\r]/;

/** Notes and tags as a CSV file that a spreadsheet can open: `customer_id, tags, note`. */
export async function notesToCsv(db: Database, notes: CustomerNotes): Promise<Blob> {
  const rows = [...notes].map(([id, { note, tags }]) =>
    [id, tags.join(SEPARATOR), note].map((cell) => literal(GUARDED.test(cell) ? `'${cell}` : cell)),
  );
  const values = rows.map((cells) => `(${cells.join(', ')})`).join(', ');
  return exportCsv(
    db,
    `SELECT * FROM (VALUES ${values || "('', '', '')"}) notes(customer_id, tags, note) WHERE ${rows.length > 0}`,
  );
}

let files = 0;

/**
 * The notes and tags of such a file, also one a spreadsheet has saved in the encoding of the system.
 * @throws SyntaxError when the file is none
 */
export async function notesFromCsv(db: Database, file: Blob): Promise<[string, CustomerNote][]> {
  if (file.size > BYTES_AT_MOST) throw new SyntaxError('not a file of notes');
  const text = decode(await file.arrayBuffer());
  const delimiter = /^\uFEFF?"?'?customer_id"?([,;\t])/.exec(text)?.[1];
  if (!delimiter) throw new SyntaxError('not a file of notes');
  const name = `notes-${(files += 1)}.csv`;
  await db.addFile(name, new Blob([text.replace(/^\uFEFF/, '')]));
  try {
    const rows = await db.query<Record<string, string | null>>(
      `FROM read_csv(${literal(name)}, all_varchar = true, header = true, delim = ${literal(delimiter)}, quote = '"',
escape = '"', null_padding = true, parallel = false, strict_mode = false)`,
    );
    return rows.flatMap((row): [string, CustomerNote][] => {
      const { customer_id: id, tags, note } = row;
      return id ? [[unguarded(id), { note: unguarded(note), tags: tidyTags([unguarded(tags)]) }]] : [];
    });
  } finally {
    await db.dropFile(name);
  }
}

function unguarded(cell: string | null | undefined): string {
  return GUARDED.test(cell ?? '') ? cell!.slice(1) : (cell ?? '');
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
