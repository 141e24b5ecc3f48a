import type { Database } from '../engine/database.ts';
import { numericOrders } from './dates.ts';
import type { Inspected } from './inspect.ts';
import type { Meaning } from './meaning.ts';
import { IntakeProblem } from './problem.ts';
import type { Rules } from './rules.ts';
import { type Reading, readInto, type ReadOptions, type Refusal } from './source.ts';
import { type Leftovers, sameStyles, type Styles, stylesOf } from './styles.ts';
import { CHECKED, typedSelect } from './typed.ts';

/** Times a file is read again because values remain whose form was not in the sample. */
const READINGS_AT_MOST = 3;
/** Values looked at of each meaning to tell their form. */
const UNREAD_AT_MOST = 200;

export interface TypedReading {
  styles: Styles;
  reading: Reading;
  /** As inspected, or as values that were not in the sample tell. */
  dayFirst: Inspected['dayFirst'];
}

/**
 * Reads a table as typed rows, or as lines when `toLines` is given, until no value remains whose form is known; removes
 * the end mark and sets the row numbers right.
 */
export async function readTyped(
  db: Database,
  table: Inspected,
  target: string,
  toLines: ((typed: string) => string) | null,
  rules: Rules,
  options: ReadOptions,
): Promise<TypedReading> {
  let leftovers: Leftovers = new Map();
  for (let attempt = 1; ; attempt++) {
    const styles = stylesOf(table, leftovers);
    const dayFirst = dayOrder(table, styles, leftovers.get('ordered_at'));
    const build = (relation: string, before: number) => {
      const typed = typedSelect(relation, { ...table, dayFirst }, styles, rules.zone, before);
      return toLines ? toLines(typed) : typed;
    };
    const onSlice = toLines ? (row: number) => joinRuns(db, target, row) : undefined;
    const reading = await readInto(db, table, target, build, options, onSlice);
    await removeEnd(db, table, target, toLines ? `reason = 'end'` : 'ends', reading);
    leftovers = await unread(db, table, target, toLines !== null, leftovers);
    if (attempt < READINGS_AT_MOST && leftovers.size > 0 && !sameStyles(styles, stylesOf(table, leftovers)))
      continue;
    await shiftRows(db, table, target, reading.refusals);
    return { styles, reading, dayFirst };
  }
}

function dayOrder(table: Inspected, styles: Styles, unread: readonly string[] = []): Inspected['dayFirst'] {
  const inSample = stylesOf(table).dates.get('ordered_at')?.numericOrder;
  if (inSample || !styles.dates.get('ordered_at')?.numericOrder) return table.dayFirst;
  const { dayFirst, monthFirst } = numericOrders(unread);
  return dayFirst && monthFirst ? 'ask' : dayFirst;
}

/**
 * The record after the last one must have come through, or a quote left open has swallowed it. The reader drops the
 * record with such a quote, unless it fills up short ones.
 */
async function removeEnd(
  db: Database,
  { decoded, file, headerRow }: Inspected,
  target: string,
  condition: string,
  { refusals, padded }: Reading,
): Promise<void> {
  if (decoded.kind !== 'text') return;
  const [deleted] = await db.query<{ Count: number }>(`DELETE FROM ${target} WHERE ${condition}`);
  if (deleted!.Count > 0) return;
  const [found] = await db.query<{ last: number | null }>(`SELECT max(row) AS last FROM ${target}`);
  const row = (found!.last ?? headerRow) + refusals.length + (padded > 0 ? 0 : 1);
  throw new IntakeProblem('unclosed_quote', { file, row });
}

/** Values that could not be read, some of each meaning, added to those of readings before. */
async function unread(
  db: Database,
  { mapping }: Inspected,
  target: string,
  lines: boolean,
  before: Leftovers,
): Promise<Leftovers> {
  const rawOnly = (meaning: Meaning) =>
    `(SELECT '${meaning}' AS meaning, raw_${meaning} AS value FROM ${target} WHERE ${meaning} IS NULL AND raw_${meaning} IS NOT NULL LIMIT ${UNREAD_AT_MOST})`;
  const checked = CHECKED.filter((name) => mapping[name] !== undefined);
  if (checked.length === 0) return before;
  const rows = await db.query<{ meaning: Meaning; value: string }>(
    lines
      ? `SELECT split_part(reason, '/', 2) AS meaning, reason_value AS value FROM ${target}
WHERE reason BETWEEN 'unreadable_' AND 'unreadable_~' AND starts_with(reason, 'unreadable_') QUALIFY row_number() OVER (PARTITION BY reason) <= ${UNREAD_AT_MOST}`
      : checked.map(rawOnly).join(' UNION ALL '),
  );
  const all = new Map(before);
  for (const meaning of checked) {
    const values = rows.filter((row) => row.meaning === meaning).map(({ value }) => value);
    if (values.length > 0) all.set(meaning, [...(before.get(meaning) ?? []), ...values]);
  }
  return all;
}

/** Lines are numbered in slices; those of an order that began in the slice before count on. */
async function joinRuns(db: Database, target: string, firstRow: number): Promise<void> {
  await db.exec(`UPDATE ${target} SET line_no = ${target}.line_no + last.line_no
FROM ${target} last WHERE last.row = ${firstRow - 1} AND ${target}.order_id = last.order_id
  AND ${target}.row >= ${firstRow} AND ${target}.row - ${target}.line_no = ${firstRow - 1}`);
}

/** Rows were numbered without the refused records among them. */
async function shiftRows(
  db: Database,
  { headerRow }: Inspected,
  target: string,
  refusals: readonly Refusal[],
): Promise<void> {
  if (refusals.length === 0) return;
  const shifts = refusals.map(({ line }, i) => `(${line - i - 1 + headerRow}, ${i + 1})`);
  await db.exec(`UPDATE ${target} SET row = row + shift.rows
FROM (SELECT after, rows, coalesce(lead(after) OVER (ORDER BY rows), 9e15) AS upto FROM (VALUES ${shifts.join(', ')}) v(after, rows)) shift
WHERE row > shift.after AND row <= shift.upto`);
}
