import { literal } from '../engine/sql.ts';
import { dateSql, plausibleDate } from './dates.ts';
import { extraCells, extraNames, keptExtra } from './extra.ts';
import { formatOf } from './formats/index.ts';
import type { Inspected } from './inspect.ts';
import { isDateMeaning, isNumberMeaning, type Meaning } from './meaning.ts';
import { finiteNumber, numberSql, sumSql } from './numbers.ts';
import { rowsSql } from './packed.ts';
import type { Rules } from './rules.ts';
import { END_MARK } from './source.ts';
import { mapped, type Styles } from './styles.ts';
import { textSql, wholeIdSql } from './texts.ts';
import { zonedSql } from './zones.ts';

/** Meanings whose text in the file is kept beside their value, to tell what is missing from what is unreadable. */
export const CHECKED: readonly Meaning[] = ['ordered_at', 'quantity', 'unit_price', 'amount', 'order_amount'];

/** Money that is taken off, which some exports write below zero. */
const TAKEN_OFF: readonly Meaning[] = ['discount', 'refund', 'order_discount', 'order_refund'];

/** Beginnings of the first cell of a row that sums up others. */
const TOTALS =
  '^\\s*(合计|总计|小计|总和|合計|總計|小計|grand total|sub-?total|total|totals|sum)\\s*[:：]?\\s*$';

/**
 * The rows of a file as values: a column for each mapped meaning, `raw_…` texts of the checked ones, `row` (as
 * `order_line` counts), and what a row is besides a line: `ends`, `blank`, `repeats_header`, `sums_up`, `junk`.
 */
export function typedSelect(
  relation: string,
  table: Inspected,
  styles: Styles,
  zone: Rules['zone'] = null,
  before = 0,
): string {
  const all = mapped(table.mapping);
  const pairs = all.filter(([meaning]) => meaning !== 'time');
  const { junk } = formatOf(table.format);
  const zoned = (meaning: Meaning, index: number): string => {
    const text = cell(meaning, index, table);
    const value = valueSql(meaning, text, table, styles);
    return zone && (meaning === 'ordered_at' || meaning === 'paid_at') ? zonedSql(value, text, zone) : value;
  };
  const columns = [...new Set([0, ...(junk ? [1] : []), ...all.map(([, index]) => index)])];
  const cells = columns.map((index) => `c${index}`);
  const values = pairs.map(([meaning, index]) => `${zoned(meaning, index)} AS ${meaning}`);
  const raw = pairs
    .filter(([meaning]) => CHECKED.includes(meaning))
    .map(([meaning, index]) => `${cell(meaning, index, table)} AS raw_${meaning}`);
  const guarded = pairs.map(([meaning]) => {
    if (isDateMeaning(meaning)) return `${plausibleDate(meaning)} AS ${meaning}`;
    if (TAKEN_OFF.includes(meaning)) return `abs(${finiteNumber(meaning)}) AS ${meaning}`;
    return isNumberMeaning(meaning) ? `${finiteNumber(meaning)} AS ${meaning}` : meaning;
  });
  const extra = keptExtra(table);
  const flags = ['row', 'ends', 'blank', 'repeats_header', 'sums_up', 'junk'];
  return `SELECT ${[...flags, ...guarded, ...raw.map((part) => part.split(' AS ')[1]!), ...extraNames(table)].join(', ')}
FROM (SELECT row, c0 IS NOT DISTINCT FROM ${literal(END_MARK)} AS ends, coalesce(${cells.join(', ')}) IS NULL AS blank,
    ${repeatsHeader(table, columns)} AS repeats_header,
    ${sumsUp(table)} AS sums_up, ${junk ? `regexp_matches(concat_ws(' ', c0, c1), ${literal(junk)})` : 'false'} AS junk,
    ${[...values, ...raw, ...extraCells(table)].join(',\n    ')}
  FROM (${rowsSql(relation, table, [...columns, ...extra.map(({ index }) => index)], before)}))`;
}

/** The cell of a meaning; the time of day may stand in a column of its own. */
function cell(meaning: Meaning, index: number, { mapping }: Inspected): string {
  return meaning === 'ordered_at' && mapping.time !== undefined
    ? `CASE WHEN c${index} IS NOT NULL THEN concat_ws(' ', c${index}, c${mapping.time}) END`
    : `c${index}`;
}

function valueSql(meaning: Meaning, cell: string, { dayFirst, format }: Inspected, styles: Styles): string {
  if (isDateMeaning(meaning)) return dateSql(cell, styles.dates.get(meaning)!, dayFirst === true);
  if (isNumberMeaning(meaning)) {
    const summed = formatOf(format).sums?.[meaning];
    return summed ? sumSql(cell, summed) : numberSql(cell, styles.numbers.get(meaning)!);
  }
  const { style, floatIds } = styles.texts.get(meaning)!;
  const text = textSql(cell, style);
  return floatIds ? wholeIdSql(text) : text;
}

function repeatsHeader({ headerRow, columns }: Inspected, used: readonly number[]): string {
  if (headerRow === 0) return 'false';
  return used
    .slice(0, 3)
    .map((index) => `c${index} = ${literal(columns[index]!.name)}`)
    .join(' AND ');
}

/** Sums stand in rows that lack something every line has; the costly comparison is made for these only. */
function sumsUp({ mapping, format }: Inspected): string {
  const { everyLineHas } = formatOf(format);
  if (everyLineHas && mapping[everyLineHas] !== undefined) return `c${mapping[everyLineHas]} IS NULL`;
  const lacking = [mapping.ordered_at, mapping.customer_id, mapping.product, mapping.quantity]
    .filter((index) => index !== undefined && index !== 0)
    .map((index) => `c${index} IS NULL`);
  if (lacking.length === 0) return 'false';
  const [first] = lacking;
  return `CASE WHEN ${mapping.ordered_at === undefined ? lacking.join(' OR ') : first} THEN regexp_matches(c0, '${TOTALS}', 'i') ELSE false END`;
}
