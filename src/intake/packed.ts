import { literal } from '../engine/sql.ts';
import type { PackedTexts } from './formats/format.ts';
import { formatOf } from './formats/index.ts';
import type { Inspected, InspectedColumn } from './inspect.ts';
import { mapped } from './styles.ts';
import type { Mapping, Meaning } from './meaning.ts';

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
 * several lines told apart, each line with the cells of its row.
 */
export function rowsSql(relation: string, table: Inspected, indices: readonly number[]): string {
  const physical = [...new Set(indices)].filter((index) => table.columns[index]?.part === undefined);
  const { packed } = formatOf(table.format);
  const number = `row_number() OVER () + ${table.headerRow} AS row`;
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
  const lists =
    packed && 'columns' in packed
      ? mapped(table.mapping)
          .filter(([meaning]) => packed.columns.includes(meaning))
          .map(([, index]) => index)
      : [];
  if (lists.length === 0) return `SELECT ${[number, ...cells].join(', ')} FROM ${relation}`;
  const split = (index: number) => `string_split(c${index}, ${literal(packed!.between)})`;
  const even = lists.slice(1).map((index) => `len(${split(index)}) = len(${split(lists[0]!)})`);
  const condition = even.length > 0 ? even.join(' AND ') : 'true';
  const unpacked = physical.map((index) =>
    lists.includes(index)
      ? `trim(unnest(CASE WHEN ${condition} THEN ${split(index)} ELSE [c${index}] END)) AS c${index}`
      : `c${index}`,
  );
  return `SELECT ${['row', ...unpacked].join(', ')} FROM (SELECT ${[number, ...cells].join(', ')} FROM ${relation})`;
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
