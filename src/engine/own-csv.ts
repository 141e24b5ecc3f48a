import type { Database } from './database.ts';
import { literal } from './sql.ts';

const BYTES_AT_MOST = 20 * 1024 * 1024;
/** What an export guards against being run as a formula, and the guard itself before it. */
const GUARDED = /^'+[=+\-@\t\r]/;

let files = 0;

/** A cell that will come back as it is when `exportCsv` has written it and `readOwnCsv` read it. */
export function toExport(cell: string): string {
  return GUARDED.test(cell) ? `'${cell}` : cell;
}

/**
 * The rows of a CSV file with the columns of one of our exports, the first of which is `first`; also one that a
 * spreadsheet has saved in the encoding of the system. The guard against formulas is taken off.
 * @throws SyntaxError when the file is none
 */
export async function readOwnCsv(db: Database, file: Blob, first: string): Promise<Record<string, string>[]> {
  if (file.size > BYTES_AT_MOST) throw new SyntaxError('too large');
  const text = decode(await file.arrayBuffer());
  const delimiter = new RegExp(`^\\uFEFF?"?'?${first}"?([,;\\t])`).exec(text)?.[1];
  if (!delimiter) throw new SyntaxError(`the first column is not ${first}`);
  const name = `own-${(files += 1)}.csv`;
  await db.addFile(name, new Blob([text.replace(/^\uFEFF/, '')]));
  try {
    const rows = await db.query<Record<string, string | null>>(
      `FROM read_csv(${literal(name)}, all_varchar = true, header = true, delim = ${literal(delimiter)}, quote = '"',
escape = '"', null_padding = true, parallel = false, strict_mode = false)`,
    );
    return rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, unguarded(cell ?? '')])),
    );
  } finally {
    await db.dropFile(name);
  }
}

function unguarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
