/** How the cells of a text file are told apart. */
export interface Dialect {
  delimiter: string;
  quote: '"' | '';
  newline: '\n' | '\r\n' | '\r';
  /** True when any run of blanks stands between two cells, as where columns have a fixed width. */
  runs?: true;
}

/** One record of a text file: its cells and where it ends (characters from the start, after its line break). */
export interface TextRecord {
  cells: string[];
  end: number;
}

/**
 * Splits text into records by RFC 4180: quoted cells may hold delimiters, line breaks and doubled quotes. A record the
 * text breaks off in is not returned unless `complete` says that the text is the whole file. Blank lines are records
 * with one empty cell.
 */
export function splitRecords(text: string, dialect: Dialect, complete: boolean): TextRecord[] {
  if (dialect.runs) return splitLines(text, complete);
  const { delimiter, quote } = dialect;
  const records: TextRecord[] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = readCell(text, at, delimiter, quote);
    if (!cell) break;
    cells.push(cell.value);
    at = cell.end;
    if (text[at] === delimiter) {
      at++;
      if (at < text.length) continue;
      cells.push('');
    }
    if (at >= text.length && !complete) return records;
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    records.push({ cells, end: Math.min(at, text.length) });
    cells = [];
  }
  return records;
}

function splitLines(text: string, complete: boolean): TextRecord[] {
  const records: TextRecord[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]*(\r\n|\n|\r|$)/g)) {
    if (line === '' || (!complete && !/[\r\n]$/.test(line))) break;
    records.push({ cells: line.trim().split(/[ \t]+/), end: index + line.length });
  }
  return records;
}

function readCell(text: string, start: number, delimiter: string, quote: string) {
  if (quote && text[start] === quote) {
    let value = '';
    for (let at = start + 1; ;) {
      const close = text.indexOf(quote, at);
      if (close < 0) return null;
      value += text.slice(at, close);
      if (text[close + 1] !== quote)
        return {
          value: value + text.slice(close + 1, cellEnd(text, close + 1, delimiter)),
          end: cellEnd(text, close + 1, delimiter),
        };
      value += quote;
      at = close + 2;
    }
  }
  const end = cellEnd(text, start, delimiter);
  return { value: text.slice(start, end), end };
}

function cellEnd(text: string, start: number, delimiter: string): number {
  let at = start;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
