import { type Dialect, splitRecords } from './records.ts';
import { detectDates, numericOrders } from './dates.ts';
import type { InspectedColumn } from './inspect.ts';

const PIECE_BYTES = 4 * 1024 * 1024;

/**
 * Which orders of day and month the dates of one column allow over the whole file; stops at the first value that leaves
 * one order. Only files whose sample leaves both are read for this.
 */
export async function allows(blob: Blob, dialect: Dialect, column: number, signal?: AbortSignal) {
  const allowed = { dayFirst: true, monthFirst: true };
  for (let start = 0; start < blob.size && allowed.dayFirst && allowed.monthFirst; start += PIECE_BYTES) {
    signal?.throwIfAborted();
    const text = await blob.slice(start, start + PIECE_BYTES).text();
    const cells = splitRecords(text, dialect, true).map((record) => record.cells[column] ?? '');
    const piece = numericOrders(cells);
    allowed.dayFirst &&= piece.dayFirst;
    allowed.monthFirst &&= piece.monthFirst;
  }
  return allowed;
}

/**
 * The order of day and month that another column of dates has, which a platform's export keeps to throughout; null when
 * none tells.
 */
export function allowedByOthers(columns: readonly InspectedColumn[], index: number) {
  for (const { index: other, samples } of columns) {
    if (other === index || !samples.every((sample) => detectDates([sample]).numericOrder)) continue;
    const allowed = numericOrders(samples);
    if (allowed.dayFirst !== allowed.monthFirst) return allowed;
  }
  return null;
}
