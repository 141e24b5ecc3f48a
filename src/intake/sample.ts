import type { Database } from '../engine/database.ts';
import { ident } from '../engine/sql.ts';
import { type Dialect, splitRecords, type TextRecord } from './records.ts';
import type { InspectedColumn } from './inspect.ts';

const HEAD_BYTES = 256 * 1024;
const SLICE_BYTES = 32 * 1024;
const SLICES = 4;

/** The head of a text and slices of the rest, enough to tell how it is written. */
export interface TextSample {
  head: string;
  /** True when the head is the whole text. */
  complete: boolean;
  /** The records of the head, and the cells of those in the slices (their first and last records are dropped). */
  records(dialect: Dialect): { head: TextRecord[]; rest: string[][] };
  /** The byte at which a character of the head starts. */
  byteOffset(character: number): number;
}

export async function sampleText(blob: Blob): Promise<TextSample> {
  const complete = blob.size <= HEAD_BYTES;
  const starts = Array.from(
    { length: complete ? 0 : SLICES },
    (_, i) => HEAD_BYTES + Math.floor(((blob.size - HEAD_BYTES) * (i + 1)) / (SLICES + 1)),
  );
  const [beginning, ...slices] = await Promise.all([
    blob.slice(0, HEAD_BYTES).text(),
    ...starts.map((start) => blob.slice(start, start + SLICE_BYTES).text()),
  ]);
  const head = beginning.replace(/\ufffd+$/, '');
  return {
    head,
    complete,
    records: (dialect) => ({
      head: splitRecords(head, dialect, complete),
      rest: slices.flatMap((slice) => {
        const firstBreak = slice.search(/[\r\n]/);
        return splitRecords(slice.slice(firstBreak).trimStart(), dialect, false).map(
          (record) => record.cells,
        );
      }),
    }),
    byteOffset: (character) => new TextEncoder().encode(head.slice(0, character)).length,
  };
}

let inserted = 0;

/** The columns of an Arrow IPC stream, with samples as text. */
export async function sampleColumns(
  db: Database,
  stream: Uint8Array,
  signal?: AbortSignal,
): Promise<InspectedColumn[]> {
  const table = `intake_sample_${++inserted}`;
  await db.insert(table, stream.slice());
  try {
    const { columns, rows } = await db.run<Record<string, string | null>>(
      `SELECT COLUMNS(*)::VARCHAR FROM ${ident(table)} LIMIT 1000`,
      signal,
    );
    return columns.map(({ name }, index) => ({
      index,
      name,
      samples: rows
        .map((row) => row[name])
        .filter((cell) => cell != null && cell !== '')
        .slice(0, 200) as string[],
    }));
  } finally {
    await db.exec(`DROP TABLE IF EXISTS ${ident(table)}`);
  }
}
