import { dayReadings, detectDates, NO_DATES, numericOrders } from './dates.ts';
import type { Decoded } from './decode/decode.ts';
import { detectDialect } from './dialect.ts';
import { extraColumns } from './extra.ts';
import { formatOf } from './formats/index.ts';
import { columnNames, findHeader } from './header.ts';
import type { Inspected } from './inspect.ts';
import { plain } from './formats/plain.ts';
import { partColumns } from './packed.ts';
import { IntakeProblem } from './problem.ts';
import { type Recognised, recognise } from './recognise.ts';
import type { Dialect } from './records.ts';
import { asBaskets } from './basket-lines.ts';
import { byValues } from './by-values.ts';
import { sampleText } from './sample.ts';
import { allowedByOthers, allows } from './day-order.ts';

/** An order list has a few dozen columns; beyond this it is another kind of file. */
export const COLUMNS_AT_MOST = 2_000;
const FIRST_LINE_BYTES = 8 * 1024 * 1024;

/** `inspect` for one text file; needs no database, so that a worker can do it. */
export async function inspectText(
  decoded: Decoded & { kind: 'text' },
  signal?: AbortSignal,
): Promise<Inspected> {
  const file = decoded.name;
  const sample = await sampleText(decoded.blob);
  if (sample.head.trim() === '') throw new IntakeProblem('empty_file', { file });
  const dialect = detectDialect(sample.head, sample.complete, decoded.delimiterHint);
  const records = sample.records(dialect);
  if (records.head.length === 0) throw await firstRecordProblem(decoded, dialect);
  const cells = records.head.map((record) => record.cells);
  const headerIndex = findHeader(cells);
  const header = headerIndex === null ? null : cells[headerIndex]!;
  const width = header?.length ?? Math.max(...cells.map((row) => row.length));
  if (width > COLUMNS_AT_MOST) throw new IntakeProblem('too_many_columns', { file, count: width });
  const baskets = header ? null : asBaskets(cells, dialect);
  const body = headerIndex === null ? cells : cells.slice(headerIndex + 1);
  const rows = [...body, ...records.rest.filter((row) => row.length === width)];
  const lastEnd = records.head.at(-1)!.end;
  if (body.length === 0 && sample.complete && sample.head.slice(lastEnd).trim() !== '')
    throw new IntakeProblem('unclosed_quote', { file, row: records.head.length + 1 });
  if (rows.every((row) => row.every((cell) => cell.trim() === '')))
    throw new IntakeProblem('header_only', { file, row: (headerIndex ?? 0) + 1 });
  const names = columnNames(header ?? Array.from({ length: width }, () => ''));
  const columns = names.map((name, index) => ({ name, index, samples: samplesOf(rows, index) }));
  return finish({
    decoded,
    file,
    dialect: baskets?.dialect ?? dialect,
    headerRow: headerIndex === null ? 0 : headerIndex + 1,
    dataStart: headerIndex === null ? 0 : sample.byteOffset(records.head[headerIndex]!.end),
    columns,
    recognised: baskets ?? (header ? null : byValues(rows)) ?? recognise(header ?? []),
    wholeColumn: (column) => allows(decoded.blob, dialect, column, signal),
  });
}

interface Parts extends Omit<
  Inspected,
  'format' | 'shape' | 'confidence' | 'mapping' | 'extra' | 'dayFirst' | 'readings' | 'decimal'
> {
  recognised: Recognised;
  wholeColumn: ((column: number) => Promise<{ dayFirst: boolean; monthFirst: boolean }>) | null;
}

/**
 * Completes what was found of a table with what its recognised format and its dates say. In a list kept by hand a
 * column for orders or customers that is empty is as none: something else tells them apart.
 */
export async function finish({ recognised, wholeColumn, ...found }: Parts): Promise<Inspected> {
  const { format } = recognised;
  const parts = partColumns(format, found.columns);
  const table = { ...found, columns: [...found.columns, ...parts.columns] };
  const mapping = { ...recognised.mapping, ...parts.mapping };
  const times = table.columns[mapping.time ?? -1]?.samples ?? [];
  if (!times.every((sample) => /^\s*\d{1,2}:\d{2}/.test(sample))) delete mapping.time;
  if (format === plain.id)
    for (const meaning of ['order_id', 'customer_id', 'email'] as const)
      if (table.columns[mapping[meaning] ?? -1]?.samples.length === 0) delete mapping[meaning];
  const index = mapping.ordered_at;
  const samples = index === undefined ? [] : table.columns[index]!.samples;
  const style = index === undefined ? NO_DATES : detectDates(samples);
  let allowed = numericOrders(samples);
  if (style.numericOrder && allowed.dayFirst && allowed.monthFirst && wholeColumn)
    allowed = await wholeColumn(index!);
  if (style.numericOrder && allowed.dayFirst && allowed.monthFirst && formatOf(format).platform !== null)
    allowed = allowedByOthers(table.columns, index!) ?? allowed;
  const bothFit = style.numericOrder && allowed.dayFirst && allowed.monthFirst;
  const fixed = formatOf(format).dayFirst;
  const undecided = bothFit && fixed === undefined;
  const unreadable = samples.length > 0 && style.patterns.length === 0;
  const { shape } = formatOf(format);
  return {
    ...table,
    format,
    shape,
    mapping,
    extra: extraColumns({ ...table, format, shape, mapping }),
    confidence: undecided || unreadable ? Math.min(recognised.confidence, 0.5) : recognised.confidence,
    dayFirst: undecided ? 'ask' : style.numericOrder && (bothFit ? fixed! : allowed.dayFirst),
    readings: undecided ? dayReadings(samples) : null,
    decimal: null,
  };
}

/** A first record that the head of the file does not hold is either very wide or an open quote. */
async function firstRecordProblem(
  { name, blob }: Decoded & { kind: 'text' },
  dialect: Dialect,
): Promise<IntakeProblem> {
  const line = (await blob.slice(0, FIRST_LINE_BYTES).text()).split(/[\r\n]/, 1)[0]!;
  const count = line.split(dialect.delimiter).length;
  return count > COLUMNS_AT_MOST
    ? new IntakeProblem('too_many_columns', { file: name, count })
    : new IntakeProblem('unclosed_quote', { file: name, row: 1 });
}

function samplesOf(rows: readonly (readonly string[])[], index: number): string[] {
  const samples: string[] = [];
  const step = Math.max(1, Math.floor(rows.length / 400));
  for (let row = 0; row < rows.length && samples.length < 200; row += step) {
    const cell = rows[row]![index];
    if (cell !== undefined && cell.trim() !== '') samples.push(cell);
  }
  return samples;
}
