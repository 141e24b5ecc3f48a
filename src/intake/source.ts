import type { LeftOutReason } from './account.ts';
import type { Database } from '../engine/database.ts';
import { withSingleBlanks } from './blanks.ts';
import { ident, literal } from '../engine/sql.ts';
import type { Inspected } from './inspect.ts';
import { IntakeProblem } from './problem.ts';
import { slicesOf } from './slices.ts';

/** Stands in every cell of a record put after the file's last one: a quote left open swallows it, which shows. */
export const END_MARK = '\u0001';

/** Records the reader refused, to be counted as left out. */
const REFUSALS: Readonly<Record<string, LeftOutReason>> = {
  'TOO MANY COLUMNS': 'too_many_cells',
  'MISSING COLUMNS': 'too_few_cells',
  'UNQUOTED VALUE': 'broken_quotes',
  'LINE SIZE OVER MAXIMUM': 'too_long',
};

/** A record the reader refused: its place below the header (from 1), why, and how it begins. */
export interface Refusal {
  line: number;
  reason: LeftOutReason;
  text: string;
}

export interface Reading {
  refusals: Refusal[];
  /** Records that were filled up with empty cells. */
  padded: number;
  /** True when line breaks of several kinds had to be made alike. */
  mixedNewlines: boolean;
}

export interface ReadOptions {
  signal?: AbortSignal | undefined;
  /** Hears how many bytes of the table's text have been read; from the start again when it is read again. */
  onRead?: ((table: Inspected, bytes: number) => void) | undefined;
  /** Bytes of a text to read at a time, by default all of it; each slice is compressed before the next is read. */
  sliceBytes?: number | undefined;
}

let opened = 0;

/**
 * Makes the table `target` of `build(relation, before)` over the rows of a table below its header, `relation` having the
 * columns c0, c1, … as text in the order of the file, and `before` rows having come before. Clean files are read once;
 * files with short rows or mixed line breaks twice. After each slice but the first `onSlice` is told its first row.
 * @throws IntakeProblem `undecodable` when a record is not UTF-8
 */
export async function readInto(
  db: Database,
  table: Inspected,
  target: string,
  build: (relation: string, before: number) => string,
  { signal, onRead, sliceBytes }: ReadOptions,
  onSlice?: (firstRow: number) => Promise<void>,
): Promise<Reading> {
  const name = `intake_${++opened}`;
  const create = (relation: string) =>
    db.exec(`CREATE OR REPLACE TABLE ${target} AS ${build(relation, 0)}`, signal);
  if (table.decoded.kind === 'columns') return readColumns(db, table.decoded.stream, name, create);
  const run = async (text: Blob, padding: boolean): Promise<Refusal[]> => {
    const refusals: Refusal[] = [];
    let before = 0;
    let read = 0;
    const relation = csvRelation(name, table, padding);
    for await (const slice of inSlices(text, table, sliceBytes)) {
      const onBytes = (bytes: number) => onRead?.(table, table.dataStart + read + bytes);
      const refused = await withFile(db, name, slice, onBytes, async () => {
        if (read === 0) await create(relation);
        else await db.exec(`INSERT INTO ${target} ${build(relation, before)}`, signal);
        return refusalsOf(db, name, table);
      });
      if (read > 0) await onSlice?.(before + table.headerRow + 1);
      refusals.push(...refused.map((one) => ({ ...one, line: one.line + before + refusals.length })));
      read += slice.size;
      if (read < text.size) before = await rowsIn(db, table, target);
    }
    return refusals;
  };
  const body = table.decoded.blob.slice(table.dataStart);
  let text = await withEndMark(table, table.dialect?.runs ? await withSingleBlanks(body) : body);
  let mixedNewlines = false;
  let refusals = await run(text, false).catch(async (error: unknown) => {
    if (!(error instanceof Error) || !error.message.includes('state machine')) throw error;
    mixedNewlines = true;
    text = await withEvenNewlines(text);
    return run(text, false);
  });
  const padded = refusals.filter(({ reason }) => reason === 'too_few_cells').length;
  if (padded > 0) refusals = await run(text, true);
  return { refusals, padded, mixedNewlines };
}

function inSlices(
  text: Blob,
  { dialect }: Inspected,
  bytes = text.size,
): AsyncIterable<Blob> | Iterable<Blob> {
  return bytes < text.size ? slicesOf(text, dialect!, bytes) : [text];
}

/** A cancelled statement holds the file until the next one begins, so that dropping it comes last. */
async function withFile<T>(
  db: Database,
  name: string,
  file: Blob,
  onRead: (bytes: number) => void,
  job: () => Promise<T>,
): Promise<T> {
  await db.addFile(name, file, onRead);
  try {
    return await job();
  } finally {
    await db.exec(
      `DROP TABLE IF EXISTS ${ident(`${name}_rejects`)}; DROP TABLE IF EXISTS ${ident(`${name}_scans`)}`,
    );
    await db.dropFile(name);
  }
}

async function rowsIn(db: Database, { headerRow }: Inspected, target: string): Promise<number> {
  const [found] = await db.query<{ last: number | null }>(`SELECT max(row) AS last FROM ${target}`);
  return (found!.last ?? headerRow) - headerRow;
}

async function readColumns(
  db: Database,
  stream: Uint8Array,
  name: string,
  create: (relation: string) => Promise<void>,
) {
  await db.insert(name, stream.slice());
  try {
    const columns = await db.query<{ column_name: string }>(
      `SELECT column_name FROM (DESCRIBE ${ident(name)})`,
    );
    const cells = columns.map(({ column_name }, i) => `nullif(${ident(column_name)}::VARCHAR, '') AS c${i}`);
    await create(`(SELECT ${cells.join(', ')} FROM ${ident(name)})`);
  } finally {
    await db.exec(`DROP TABLE IF EXISTS ${ident(name)}`);
  }
  return { refusals: [], padded: 0, mixedNewlines: false };
}

function csvRelation(name: string, { shape, dialect, columns }: Inspected, padding: boolean): string {
  const whole = shape === 'baskets';
  const types = whole
    ? `'c0': 'VARCHAR'`
    : inFile(columns)
        .map((_, i) => `'c${i}': 'VARCHAR'`)
        .join(', ');
  return `read_csv(${literal(name)}, auto_detect = false, header = false, columns = {${types}},
    delim = ${literal(whole ? '\u001f' : dialect!.delimiter)}, quote = ${literal(whole ? '' : dialect!.quote)}, escape = ${literal(whole ? '' : dialect!.quote)},
    null_padding = ${padding}, parallel = false, buffer_size = 16777216, strict_mode = true, store_rejects = true,
    rejects_table = ${literal(`${name}_rejects`)}, rejects_scan = ${literal(`${name}_scans`)})`;
}

/** The columns the file has itself. */
function inFile(columns: Inspected['columns']): Inspected['columns'] {
  return columns.filter(({ part }) => part === undefined);
}

async function refusalsOf(db: Database, name: string, table: Inspected): Promise<Refusal[]> {
  const rows = await db.query<{ line: number; error: string; text: string | null }>(
    `SELECT line, any_value(error_type::VARCHAR) AS error, any_value(ltrim(csv_line, E'\\r\\n')[1:200]) AS text
     FROM ${ident(`${name}_rejects`)} GROUP BY line ORDER BY line`,
  );
  const bad = rows.find(({ error }) => error === 'INVALID ENCODING');
  if (bad) throw new IntakeProblem('undecodable', { file: table.file, row: bad.line + table.headerRow });
  return rows.map(({ line, error, text }) => ({
    line,
    reason: REFUSALS[error] ?? 'unreadable_row',
    text: text ?? '',
  }));
}

async function withEndMark({ shape, columns, dialect }: Inspected, body: Blob): Promise<Blob> {
  if (shape === 'baskets') return body;
  const last = await body.slice(-1).text();
  const newline = dialect!.newline;
  const mark = inFile(columns)
    .map(() => END_MARK)
    .join(dialect!.delimiter);
  return new Blob([body, last === '\n' || last === '\r' ? '' : newline, mark, newline]);
}

async function withEvenNewlines(blob: Blob): Promise<Blob> {
  let pending = '';
  const even = new TransformStream<string, string>({
    transform(chunk, controller) {
      const text = pending + chunk;
      pending = text.endsWith('\r') ? '\r' : '';
      controller.enqueue(text.slice(0, text.length - pending.length).replace(/\r\n?/g, '\n'));
    },
    flush: (controller) => controller.enqueue(pending.replace('\r', '\n')),
  });
  const bytes = blob
    .stream()
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(even)
    .pipeThrough(new TextEncoderStream());
  return new Response(bytes).blob();
}
