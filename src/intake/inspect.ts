import type { Database } from '../engine/database.ts';
import type { DayReadings } from './dates.ts';
import type { Decoded } from './decode/decode.ts';
import type { Shape } from './formats/format.ts';
import { COLUMNS_AT_MOST, finish, inspectText } from './inspect-text.ts';
import type { Mapping } from './meaning.ts';
import { IntakeProblem } from './problem.ts';
import { recognise } from './recognise.ts';
import type { Dialect } from './records.ts';
import { sampleColumns } from './sample.ts';

/** From this confidence on a file may be loaded without asking. */
export const CONFIDENT = 0.7;

/** A column as the file names it, with some of its values: up to 200 that are not empty, from all over the file. */
export interface InspectedColumn {
  index: number;
  name: string;
  samples: string[];
  /** Set when the column is a part of texts that describe a line each: the pattern that finds it. */
  part?: string;
}

/** What a table of a file appears to be. `mapping`, `extra`, `format`, `dayFirst` and `decimal` may be corrected before loading. */
export interface Inspected {
  decoded: Decoded;
  file: string;
  /** Null for tables that are not text. */
  dialect: Dialect | null;
  /** The row of the header, the first row of the file being 1; 0 when it has none. */
  headerRow: number;
  /** Where the rows below the header start, in bytes. */
  dataStart: number;
  columns: InspectedColumn[];
  format: string;
  shape: Shape;
  /** 0–1; from `CONFIDENT` on the file may be loaded unasked. */
  confidence: number;
  mapping: Mapping;
  /** The columns without a meaning that are kept as attributes of customers (`order_line.extra`). */
  extra: readonly number[];
  /** Whether 03/04/2024 is the third of April; `ask` when no value of the column tells (loading takes the month first). */
  dayFirst: boolean | 'ask';
  /** With `ask`: a value of the column and its two readings. */
  readings: DayReadings | null;
  /** The decimal mark the user chose; null leaves it to the values of each column. */
  decimal: '.' | ',' | null;
}

/**
 * Looks at decoded tables: how their cells are told apart, where the header is, which platform wrote them and what each
 * column means. Reads the head of each file and slices of the rest; nothing is loaded. `ofText` looks at a text file:
 * here, or in a worker (`task.ts`).
 * @throws IntakeProblem `empty_file`, `header_only`, `too_many_columns`, `unclosed_quote`, `not_a_table`
 */
export async function inspect(
  db: Database,
  decoded: readonly Decoded[],
  signal?: AbortSignal,
  ofText: typeof inspectText = inspectText,
): Promise<Inspected[]> {
  const inspected: Inspected[] = [];
  for (const table of decoded) {
    signal?.throwIfAborted();
    inspected.push(
      table.kind === 'text' ? await ofText(table, signal) : await inspectColumns(db, table, signal),
    );
  }
  return inspected;
}

async function inspectColumns(
  db: Database,
  decoded: Decoded & { kind: 'columns' },
  signal?: AbortSignal,
): Promise<Inspected> {
  const file = decoded.name;
  const columns = await sampleColumns(db, decoded.stream, signal);
  if (columns.length > COLUMNS_AT_MOST)
    throw new IntakeProblem('too_many_columns', { file, count: columns.length });
  if (decoded.rows === 0) throw new IntakeProblem('header_only', { file, row: 1 });
  const recognised = recognise(columns.map((column) => column.name));
  return finish({
    decoded,
    file,
    dialect: null,
    headerRow: 1,
    dataStart: 0,
    columns,
    recognised,
    wholeColumn: null,
  });
}
