/** Rows joined to one string before they become a part of the Blob. */
const BATCH = 5_000;

/** A sheet or table: `cell(row, column)` is the text of a cell, both counted from 0. */
export interface Grid {
  rows: number;
  columns: number;
  cell: (row: number, column: number) => string;
}

/**
 * RFC 4180 text of a grid. A blank row keeps its separators, so that a reader which drops empty lines still counts
 * rows as the spreadsheet does.
 */
export function toCsv(grid: Grid, onRow: (row: number) => void): Blob {
  const parts: Blob[] = [];
  let lines: string[] = [];
  for (let row = 0; row < grid.rows; row++) {
    let line = quoted(grid.cell(row, 0));
    for (let column = 1; column < grid.columns; column++) line += ',' + quoted(grid.cell(row, column));
    lines.push(line, '\r\n');
    if (row % BATCH === BATCH - 1 || row === grid.rows - 1) {
      parts.push(new Blob([lines.join('')]));
      lines = [];
      onRow(row + 1);
    }
  }
  return new Blob(parts);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
