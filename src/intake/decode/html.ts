import { type Grid, toCsv } from './csv.ts';

/** The tables of an HTML document that have two columns or more, as CSV in document order. Every cell stays text. */
export function readHtml(html: string): Blob[] {
  const tables: string[][][] = [];
  const open: Table[] = [];
  for (const { 0: tag, 1: name, index } of html.matchAll(TAG)) {
    const table = open.at(-1);
    const closing = tag[1] === '/';
    switch (name?.toLowerCase()) {
      case 'table':
        if (!closing) open.push(new Table());
        else if (table) tables.push(open.pop()!.finish(html.slice(0, index)));
        break;
      case 'tr':
        table?.endCell(html, index);
        if (!closing) table?.startRow();
        break;
      case 'td':
      case 'th':
        table?.endCell(html, index);
        if (!closing) table?.startCell(tag, index + tag.length);
    }
  }
  for (const table of open) tables.push(table.finish(html));
  return tables
    .map(gridOf)
    .filter(({ columns }) => columns >= 2)
    .map((grid) => toCsv(grid, () => {}));
}

const TAG = /<!--[\s\S]*?-->|<\/?(table|tr|td|th)\b[^>]*>/gi;
/** The most columns or rows one cell spans, in HTML. */
const MAX_SPAN = { col: 1000, row: 65_534 };

/** A table while it is read. A cell that spans rows holds its value in each, one that spans columns in the first. */
class Table {
  readonly #rows: string[][] = [];
  readonly #spans: { value: string; rows: number }[] = [];
  #row: string[] = [];
  #cell: { start: number; columns: number; rows: number } | null = null;

  startRow(): void {
    this.#rows.push((this.#row = []));
    this.#carry();
  }

  startCell(tag: string, start: number): void {
    if (this.#rows.length === 0) this.startRow();
    this.#cell = { start, columns: span(tag, 'col'), rows: span(tag, 'row') };
  }

  endCell(html: string, end: number): void {
    if (!this.#cell) return;
    const { start, columns, rows } = this.#cell;
    const text = plain(html.slice(start, end));
    this.#cell = null;
    for (let i = 0; i < columns; i++) {
      const value = i === 0 ? text : '';
      if (rows > 1) this.#spans[this.#row.length] = { value, rows: rows - 1 };
      this.#row.push(value);
    }
    this.#carry();
  }

  finish(html: string): string[][] {
    this.endCell(html, html.length);
    return this.#rows;
  }

  #carry(): void {
    for (;;) {
      const span = this.#spans[this.#row.length];
      if (!span || span.rows === 0) return;
      span.rows--;
      this.#row.push(span.value);
    }
  }
}

function span(tag: string, direction: 'col' | 'row'): number {
  const value = Number(new RegExp(`\\b${direction}span\\s*=\\s*["']?(\\d+)`, 'i').exec(tag)?.[1] ?? 1);
  return Math.min(Math.max(value, 1), MAX_SPAN[direction]);
}

/** Cell content as text: line breaks kept, other markup dropped, white space collapsed as a browser shows it. */
function plain(content: string): string {
  return content
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<br\b[^>]*>/gi, '\n')
    .replaceAll(/<!--.*?-->|<[a-z/!][^>]*>/gi, '')
    .replaceAll(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, character)
    .trim();
}

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  yen: '¥',
  euro: '€',
  pound: '£',
  cent: '¢',
  copy: '©',
  reg: '®',
  deg: '°',
  middot: '·',
  times: '×',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  ldquo: '“',
  rdquo: '”',
};

function character(entity: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
  const code = decimal === undefined ? parseInt(hexadecimal!, 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

function gridOf(rows: string[][]): Grid {
  let filled = 0;
  let columns = 0;
  rows.forEach((cells, row) =>
    cells.forEach((text, column) => {
      if (text === '') return;
      filled = row + 1;
      columns = Math.max(columns, column + 1);
    }),
  );
  return { rows: filled, columns, cell: (row, column) => rows[row]?.[column] ?? '' };
}
