import { type Dialect, splitRecords, type TextRecord } from './records.ts';

const DELIMITERS = [',', ';', '\t', '|', '，'];
const LINES_LOOKED_AT = 200;

/**
 * Finds the delimiter under which most records have the same number of cells, more than one. A file without such a
 * delimiter is taken as space separated when its lines are rows of numbers, else as having one column.
 */
export function detectDialect(text: string, complete: boolean, hint?: string): Dialect {
  const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const dialect = (delimiter: string): Dialect => ({
    delimiter,
    quote: '"',
    newline: newline as Dialect['newline'],
  });
  const candidates = hint && !DELIMITERS.includes(hint) ? [hint, ...DELIMITERS] : DELIMITERS;
  let best = { delimiter: '', score: 0 };
  for (const delimiter of candidates) {
    const records = splitRecords(text, dialect(delimiter), complete).slice(0, LINES_LOOKED_AT);
    const score = evenness(records) * (delimiter === hint ? 1.2 : 1);
    if (score > best.score) best = { delimiter, score };
  }
  if (best.score > 0) return dialect(best.delimiter);
  return dialect(isNumberRows(text) ? ' ' : ',');
}

/** Share of the records that have the most common number of cells, weighted by how many cells that is. */
function evenness(records: readonly TextRecord[]): number {
  const counts = new Map<number, number>();
  let filled = 0;
  for (const { cells } of records) {
    if (cells.length === 1 && cells[0]!.trim() === '') continue;
    filled++;
    if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  let best = 0;
  for (const [width, count] of counts) best = Math.max(best, (count / filled) * (1 + Math.log2(width) / 4));
  return best;
}

function isNumberRows(text: string): boolean {
  const lines = text.split(/\r?\n/, LINES_LOOKED_AT).filter((line) => line.trim());
  return lines.length > 0 && lines.every((line) => /^\s*\d+(\s+\d+)*\s*$/.test(line));
}
