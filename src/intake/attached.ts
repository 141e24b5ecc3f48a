import type { Database } from '../engine/database.ts';
import { ident, literal } from '../engine/sql.ts';
import type { LeftOutReason, Note } from './account.ts';
import type { Inspected } from './inspect.ts';
import { notesOf } from './notes.ts';
import { readTyped } from './read-typed.ts';
import type { Rules } from './rules.ts';
import type { Refusal } from './source.ts';

/** A file of customers or products that was joined to lines: what became of its rows. */
export interface AttachedTable {
  inspected: Inspected;
  refusals: Refusal[];
  padded: number;
  notes: Note[];
  /** How many rows the file has, and SQL for those left out, with the columns of `left_out`. */
  records: { count: number; leftOut: string };
}

/** A file of customers or products as typed rows without the empty ones. */
export interface Staged extends Omit<AttachedTable, 'records'> {
  stage: string;
  has: (meaning: keyof Inspected['mapping']) => boolean;
}

export async function stageAttached(
  db: Database,
  table: Inspected,
  stage: string,
  rules: Rules,
  signal?: AbortSignal,
): Promise<Staged> {
  const { styles, reading } = await readTyped(db, table, stage, null, rules, { signal });
  return {
    inspected: table,
    stage,
    refusals: reading.refusals,
    padded: reading.padded,
    notes: notesOf(table, styles, reading, rules),
    has: (meaning) => table.mapping[meaning] !== undefined,
  };
}

/** The account of a staged file whose rows are used when one of the tables `matched` names them (`file_row`). */
export async function attachedAs(
  db: Database,
  { stage, inspected, refusals, padded, notes }: Staged,
  matched: readonly string[],
  reason: LeftOutReason,
): Promise<AttachedTable> {
  const used = matched.map((match) => `SELECT file_row FROM ${match}`).join(' UNION ALL ') || 'SELECT -1';
  const [found] = await db.query<{ n: number }>(`SELECT count(*) AS n FROM ${stage}`);
  const why = `CASE WHEN blank THEN 'blank' WHEN repeats_header THEN 'duplicate_header' WHEN sums_up THEN 'total_row' ELSE ${literal(reason)} END`;
  const leftOut = `SELECT ${literal(inspected.file)} AS file, row::BIGINT AS row, ${why} AS reason, NULL::VARCHAR AS "column", NULL::VARCHAR AS value, NULL::VARCHAR AS order_id, NULL::DOUBLE AS amount
FROM ${stage} WHERE blank OR repeats_header OR sums_up OR row NOT IN (${used})`;
  return { inspected, refusals, padded, notes, records: { count: found!.n, leftOut } };
}

/** What a file knows, and which of its rows each line belongs to. */
export interface Matched {
  /** Tables of what is known by `row`, and of the file's row (`file_row`) for each key of the lines. */
  known: string;
  match: string;
  /** When a line `l` has the key of `m`. */
  on: string;
}

/**
 * Writes facts of a file (`k`) into the columns of lines (`l`): for each column an expression of what the line has itself.
 * Returns how many keys found a row.
 */
export async function enrich(
  db: Database,
  lines: string,
  { known, match, on }: Matched,
  facts: Readonly<Record<string, (own: string) => string>>,
  signal?: AbortSignal,
): Promise<number> {
  const there = await columnsOf(db, lines);
  const written = Object.entries(facts).map(([name, fact]) => ({
    name,
    sql: `${fact(there.has(name) ? `l.${ident(name)}` : 'NULL')} AS ${ident(name)}`,
  }));
  const replaced = written.filter(({ name }) => there.has(name)).map(({ sql }) => sql);
  const added = written.filter(({ name }) => !there.has(name)).map(({ sql }) => `, ${sql}`);
  await db.exec(
    `CREATE OR REPLACE TABLE ${lines} AS SELECT l.* REPLACE (${['l.row AS row', ...replaced].join(', ')})${added.join('')}
FROM ${lines} l LEFT JOIN ${match} m ON ${on} LEFT JOIN ${known} k ON k.row = m.file_row ORDER BY l.row`,
    signal,
  );
  const [found] = await db.query<{ n: number }>(`SELECT count(*) AS n FROM ${match}`);
  return found!.n;
}

/** The names of a table's columns. */
export async function columnsOf(db: Database, table: string): Promise<Set<string>> {
  const rows = await db.query<{ column_name: string }>(`SELECT column_name FROM (DESCRIBE ${table})`);
  return new Set(rows.map(({ column_name }) => column_name));
}
