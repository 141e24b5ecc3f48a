import type * as XLSX from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { Progress } from '../../workers/task.ts';
import { IntakeProblem } from '../problem.ts';
import { type DateParts, cellText, datePartsOf } from './cell.ts';
import { type Grid, toCsv } from './csv.ts';
import { byCodepage } from './encoding.ts';

/** A sheet as CSV, in the workbook's order. */
export interface Sheet {
  name: string;
  blob: Blob;
}

/** More than this, mostly blank, comes of a stray cell in the last column and row of a sheet. */
const MAX_CELLS = 1e8;
const READ = { dense: true, cellNF: true, cellFormula: false, cellHTML: false, cellText: false, nodim: true };

/**
 * Reads the visible sheets of a workbook (.xlsx, .xlsb, .xls, .ods, SpreadsheetML) that have two columns or more.
 * Row 1 of the text is row 1 of the sheet. A value merged over several rows holds for each of them.
 * @throws IntakeProblem `encrypted`, `broken_workbook`, `empty_file`, `not_a_table`, `too_many_columns`
 */
export async function readWorkbook(
  source: Uint8Array | string,
  file: string,
  only: string | undefined,
  onProgress: (progress: Progress) => void,
): Promise<Sheet[]> {
  const xlsx = await import('@e965/xlsx');
  const book = parse(xlsx, source, file, only);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const formats = new Map<string, DateParts | null>();
  const partsOf = (format: string): DateParts | null => {
    let parts = formats.get(format);
    if (parts === undefined)
      formats.set(format, (parts = xlsx.SSF.is_date(format) ? datePartsOf(format) : null));
    return parts;
  };
  const grids = book.SheetNames.filter((name, i) =>
    only === undefined ? !book.Workbook?.Sheets?.[i]?.Hidden : name === only,
  ).map((name) => ({ name, grid: gridOf(book.Sheets[name], (cell) => cellText(cell, date1904, partsOf)) }));
  if (grids.every(({ grid }) => grid.rows === 0)) throw new IntakeProblem('empty_file', { file });
  const tables = grids.filter(({ grid }) => grid.columns >= 2);
  if (tables.length === 0) throw new IntakeProblem('not_a_table', { file });
  const vast = tables.find(({ grid }) => grid.rows * grid.columns > MAX_CELLS);
  if (vast) throw new IntakeProblem('too_many_columns', { file, count: vast.grid.columns });
  const total = tables.reduce((sum, { grid }) => sum + grid.rows, 0);
  let done = 0;
  return tables.map(({ name, grid }) => {
    const before = done;
    const blob = toCsv(grid, (row) => onProgress({ stage: 'decode', done: (done = before + row), total }));
    return { name, blob };
  });
}

function parse(
  xlsx: typeof XLSX,
  source: Uint8Array | string,
  file: string,
  only: string | undefined,
): WorkBook {
  const sheets = only === undefined ? {} : { sheets: only };
  try {
    if (typeof source === 'string') return xlsx.read(source, { ...READ, ...sheets, type: 'string' });
    if (source[0] === 0xd0) xlsx.set_cptable({ utils: { decode: byCodepage } });
    return xlsx.read(source, { ...READ, ...sheets, type: 'array' });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/password|encrypt/i.test(message)) throw new IntakeProblem('encrypted', { file });
    if (/cannot find workbook/i.test(message)) throw new IntakeProblem('not_a_table', { file });
    throw new IntakeProblem('broken_workbook', { file });
  }
}

/** The cells from A1 to the last one that holds a value, merged values filled downwards. */
function gridOf(sheet: WorkSheet | undefined, textOf: (cell: CellObject | undefined) => string): Grid {
  const data = (sheet?.['!data'] ?? []) as (CellObject | undefined)[][];
  for (const { s, e } of sheet?.['!merges'] ?? []) {
    const value = data[s.r]?.[s.c];
    if (!value) continue;
    for (let row = s.r + 1; row <= Math.min(e.r, data.length - 1); row++) (data[row] ??= [])[s.c] = value;
  }
  let rows = 0;
  let columns = 0;
  data.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (textOf(cell) === '') return;
      rows = row + 1;
      columns = Math.max(columns, column + 1);
    });
  });
  return { rows, columns, cell: (row, column) => textOf(data[row]?.[column]) };
}
