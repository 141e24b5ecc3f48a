import type { LeftOutReason } from './account.ts';
import type { Database } from '../engine/database.ts';
import { withSingleBlanks } from './blanks.ts';
import { ident, literal } from '../engine/sql.ts';
import type { Inspected } from './inspect.ts';
import { IntakeProblem } from './problem.ts';

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

let opened = 0;

/**
 * Runs `CREATE TABLE target AS build(relation)` over the rows of a table below its header, `relation` having the columns
 * c0, c1, … as text in the order of the file. Clean files are read once; files with short rows or mixed line breaks twice.
 * @throws IntakeProblem `undecodable` when a record is not UTF-8
 */
export async function readInto(
  db: Database,
  table: Inspected,
  target: string,
  build: (relation: string) => string,
  signal?: AbortSignal,
): Promise<Reading> {
  const name = `intake_${++opened}`;
  const create = (relation: string) =>
    db.exec(`CREATE OR REPLACE TABLE ${target} AS ${build(relation)}`, signal);
  if (table.decoded.kind === 'columns') return readColumns(db, table.decoded.stream, name, create);
  const run = async (blob: Blob, padding: boolean): Promise<Refusal[]> => {
    await db.addFile(name, blob);
    try {
      await create(csvRelation(name, table, padding));
      return await refusalsOf(db, name, table);
    } finally {
      await db.dropFile(name);
      await db.exec(
        `DROP TABLE IF EXISTS ${ident(`${name}_rejects`)}; DROP TABLE IF EXISTS ${ident(`${name}_scans`)}`,
      );
    }
  };
  const body = table.decoded.blob.slice(table.dataStart);
  let blob = await withEndMark(table, table.dialect?.runs ? await withSingleBlanks(body) : body);
  let mixedNewlines = false;
  let refusals = await run(blob, false).catch(async (error: unknown) => {
    if (!(error instanceof Error) || !error.message.includes('state machine')) throw error;
    mixedNewlines = true;
    blob = await withEvenNewlines(blob);
    return run(blob, false);
  });
  const padded = refusals.filter(({ reason }) => reason === 'too_few_cells').length;
  if (padded > 0) refusals = await run(blob, true);
  return { refusals, padded, mixedNewlines };
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
    null_padding = ${padding}, parallel = false, strict_mode = true, store_rejects = true,
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
