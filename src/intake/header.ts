import { FORMATS } from './formats/index.ts';
import { normaliseHeader } from './formats/format.ts';

const ROWS_LOOKED_AT = 20;

const KNOWN: ReadonlySet<string> = new Set(
  FORMATS.flatMap((format) => [
    ...Object.keys(format.signature),
    ...Object.values(format.meanings).flat(),
  ]).map(normaliseHeader),
);

/**
 * The index of the record that names the columns: the one of the first twenty with the most known names, at least two of
 * them or half of its cells; without such a one the first whose cells all are words, if the rows below hold values; null
 * when the file has no header.
 */
export function findHeader(records: readonly (readonly string[])[]): number | null {
  let best = { row: -1, known: 0 };
  records.slice(0, ROWS_LOOKED_AT).forEach((cells, row) => {
    const known = new Set(cells.map(normaliseHeader).filter((name) => KNOWN.has(name))).size;
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    if (known > best.known && (known >= 2 || known * 2 >= filled)) best = { row, known };
  });
  if (best.row >= 0) return best.row;
  const first = records.findIndex((cells) => cells.some((cell) => cell.trim() !== ''));
  if (first < 0) return null;
  const below = records.slice(first + 1).filter((cells) => cells.length === records[first]!.length);
  return isWords(records[first]!) && (below.length === 0 || below.some((cells) => !isWords(cells)))
    ? first
    : null;
}

/** Names for the columns, none empty and no two alike: an empty one is named after its position, a repeated one counted. */
export function columnNames(cells: readonly string[]): string[] {
  const used = new Set<string>();
  return cells.map((cell, index) => {
    const base = cell.replace(/^\ufeff/, '').trim() || `column ${index + 1}`;
    let name = base;
    for (let copy = 2; used.has(name); copy++) name = `${base} (${copy})`;
    used.add(name);
    return name;
  });
}

function isWords(cells: readonly string[]): boolean {
  return (
    cells.every((cell) => cell.trim() !== '' && !/^[-+$€£¥]?[\d.,:/-]+/.test(cell.trim())) && cells.length > 1
  );
}
