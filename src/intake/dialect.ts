import { type Dialect, splitRecords, type TextRecord } from './records.ts';

const DELIMITERS = [',', ';', '\t', '|', '，'];
const LINES_LOOKED_AT = 200;

/** A delimiter that makes less than this of a text even does not tell its cells apart. */
const EVEN_ENOUGH = 0.5;

/**
 * Finds the delimiter under which most records have the same number of cells, more than one. A file without such a
 * delimiter is taken as a table with runs of blanks between its columns when these stand on every line, as space
 * separated when its lines are rows of numbers, else as having one column.
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
  if (best.score < EVEN_ENOUGH && isAligned(text, complete))
    return { ...dialect(' '), quote: '', runs: true };
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

/** Lines with as many words each, three or more, runs of blanks among them, and mostly numbers below the first. */
function isAligned(text: string, complete: boolean): boolean {
  const lines = text.split(/\r\n|\n|\r/, LINES_LOOKED_AT);
  if (!complete && lines.length < LINES_LOOKED_AT) lines.pop();
  const filled = lines.filter((line) => line.trim());
  const rows = filled.map((line) => line.trim().split(/[ \t]+/));
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || width < 3 || !filled.some((line) => /^[ \t]|[ \t]{2}/.test(line))) return false;
  return rows.every(
    (cells, row) =>
      cells.length === width &&
      (row === 0 || cells.filter((cell) => /^[-+$€£¥]?\d/.test(cell)).length * 2 > width),
  );
}

function isNumberRows(text: string): boolean {
  const lines = text.split(/\r?\n/, LINES_LOOKED_AT).filter((line) => line.trim());
  return lines.length > 0 && lines.every((line) => /^\s*\d+(\s+\d+)*\s*$/.test(line));
}
