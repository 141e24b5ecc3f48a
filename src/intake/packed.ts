import { literal } from '../engine/sql.ts';
import type { PackedLists, PackedTexts } from './formats/format.ts';
import { formatOf } from './formats/index.ts';
import type { Inspected, InspectedColumn } from './inspect.ts';
import { isNumberMeaning, type Mapping, type Meaning } from './meaning.ts';

/** Between the texts of one row once they are told apart. */
const BETWEEN = '\u001e';

/** Columns for the parts of texts that describe a line each, beside the columns the file has; with their mapping. */
export function partColumns(
  format: string,
  columns: readonly InspectedColumn[],
): { columns: InspectedColumn[]; mapping: Mapping } {
  const { packed } = formatOf(format);
  const mapping: Mapping = {};
  if (!packed || !('fields' in packed)) return { columns: [], mapping };
  const holders = holding(packed, columns);
  if (holders.length === 0) return { columns: [], mapping };
  const texts = holders.flatMap(({ samples }) => samples.flatMap((sample) => apart(sample, packed)));
  const parts = Object.entries(packed.fields).map(([meaning, pattern], i): InspectedColumn => {
    const index = columns.length + i;
    mapping[meaning as Meaning] = index;
    const samples = texts.map((text) => new RegExp(pattern).exec(text)?.[1] ?? '').filter(Boolean);
    return { index, name: `${holders[0]!.name} · ${meaning}`, samples: samples.slice(0, 200), part: pattern };
  });
  return { columns: parts, mapping };
}

/**
 * The rows of a file below its header as `row` and text cells `c0`, `c1`, …: numbered as in the file, rows that pack
 * several lines told apart, each line with the cells of its row. `before` is how many rows were read before these.
 */
export function rowsSql(
  relation: string,
  table: Inspected,
  indices: readonly number[],
  before: number,
): string {
  const physical = [...new Set(indices)].filter((index) => table.columns[index]?.part === undefined);
  const { packed } = formatOf(table.format);
  const number = `row_number() OVER () + ${table.headerRow + before} AS row`;
  const cells = physical.map((index) => `c${index}`);
  if (packed && 'fields' in packed) {
    const parts = table.columns.filter(({ index, part }) => part !== undefined && indices.includes(index));
    const holders = holding(packed, table.columns).map(({ index }) => `c${index}`);
    if (holders.length > 0) {
      const fields = parts.map(
        ({ index, part }) => `nullif(regexp_extract(text, ${literal(part!)}, 1), '') AS c${index}`,
      );
      return `SELECT ${['row', ...cells, ...fields].join(', ')}
FROM (SELECT ${[number, ...cells].join(', ')}, unnest(${apartSql(holders, packed)}) AS text FROM ${relation})`;
    }
  }
  const numbered = `SELECT ${[number, ...cells].join(', ')} FROM ${relation}`;
  if (!packed || !('columns' in packed)) return numbered;
  const lists = new Map(listColumns(packed, table.mapping).map(([meaning, index]) => [index, meaning]));
  const [key] = lists.keys();
  if (key === undefined) return numbered;
  const unpacked = physical.map((index) => {
    const meaning = lists.get(index);
    return meaning ? `trim(unnest(${listSql(index, meaning, key, packed)})) AS c${index}` : `c${index}`;
  });
  return `SELECT ${['row', ...unpacked].join(', ')} FROM (${numbered})`;
}

/** The values of a column that may list several, one by one. */
export function unpackedSamples(
  { format }: Inspected,
  meaning: Meaning,
  samples: readonly string[],
): readonly string[] {
  const { packed } = formatOf(format);
  if (!packed || !('columns' in packed) || !packed.columns.includes(meaning)) return samples;
  return samples.flatMap((sample) => sample.split(packed.between)).filter((sample) => sample.trim() !== '');
}

/** The mapped columns that may be lists, the one that tells how many lines a row has first. */
function listColumns({ columns }: PackedLists, mapping: Mapping): [Meaning, number][] {
  return columns.flatMap((meaning): [Meaning, number][] =>
    mapping[meaning] === undefined ? [] : [[meaning, mapping[meaning]]],
  );
}

/** The list of a cell for each of the lines its row has, which the list of `key` tells. */
function listSql(
  index: number,
  meaning: Meaning,
  key: number,
  { between, totals = [] }: PackedLists,
): string {
  const split = (column: number) => `string_split(c${column}, ${literal(between)})`;
  const lines = `len(${split(key)})`;
  const each = (value: string) => `list_transform(range(1, ${lines} + 1), lambda i : ${value})`;
  const once = totals.includes(meaning)
    ? shareOfTotal(`c${index}`, lines, meaning)
    : isNumberMeaning(meaning)
      ? 'NULL::VARCHAR'
      : `c${index}`;
  return `CASE WHEN c${key} IS NULL OR NOT contains(c${key}, ${literal(between)}) THEN [c${index}]
    WHEN len(${split(index)}) = ${lines} THEN ${split(index)}
    WHEN contains(c${index}, ${literal(between)}) THEN ${each(`c${index}`)} ELSE ${each(once)} END`;
}

/** The share line `i` has of a total, as text: whole pieces where there are enough, money to the cent. */
function shareOfTotal(cell: string, lines: string, meaning: Meaning): string {
  const total = `TRY_CAST(regexp_replace(${cell}, '[^0-9.-]', '', 'g') AS DOUBLE)`;
  const upto = (count: string) =>
    meaning === 'quantity'
      ? `if(${total} >= ${lines} AND ${total} = floor(${total}), floor(${total} * ${count} / ${lines}), ${total} * ${count} / ${lines})`
      : `round(${total} * ${count} / ${lines}, 2)`;
  return `round(${upto('i')} - ${upto('(i - 1)')}, 4)::VARCHAR`;
}

function holding({ headers }: PackedTexts, columns: readonly InspectedColumn[]): InspectedColumn[] {
  const beginning = headers.toLowerCase();
  return columns.filter(
    ({ name, part }) => part === undefined && name.trim().toLowerCase().startsWith(beginning),
  );
}

function apart(text: string, { between, starts }: PackedTexts): string[] {
  const marked = starts
    ? text.replace(new RegExp(`${escaped(between)}(${starts})`, 'g'), `${BETWEEN}$1`)
    : text.replaceAll(between, BETWEEN);
  return marked.split(BETWEEN).map((part) => part.trim());
}

function apartSql(holders: readonly string[], { between, starts }: PackedTexts): string {
  const whole = `concat_ws(${literal(BETWEEN)}, ${holders.join(', ')})`;
  const marked = starts
    ? `regexp_replace(${whole}, ${literal(`${escaped(between)}(${starts})`)}, ${literal(`${BETWEEN}\\1`)}, 'g')`
    : `replace(${whole}, ${literal(between)}, ${literal(BETWEEN)})`;
  return `list_transform(string_split(${marked}, ${literal(BETWEEN)}), lambda one : trim(one))`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
