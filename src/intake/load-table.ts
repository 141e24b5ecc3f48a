import type { Database } from '../engine/database.ts';
import type { Note } from './account.ts';
import { apportioned, apportionedHas, needsApportioning } from './apportion.ts';
import { basketSelect } from './basket-lines.ts';
import { lineSelect } from './cleaning.ts';
import { formatOf } from './formats/index.ts';
import type { Inspected } from './inspect.ts';
import type { Meaning } from './meaning.ts';
import { numericOrders } from './dates.ts';
import { notesOf } from './notes.ts';
import { IntakeProblem } from './problem.ts';
import { type Reading, readInto, type Refusal } from './source.ts';
import { type Leftovers, sameStyles, type Styles, stylesOf } from './styles.ts';
import { CHECKED, typedSelect } from './typed.ts';

/** A table of lines with the file they are from, as `tablesOf` takes it. */
export interface LoadedTable {
  /** The SQL name of the table of lines. */
  lines: string;
  inspected: Inspected;
  refusals: Refusal[];
  padded: number;
  notes: Note[];
  currency: string | null;
  /** For files most of whose records are joined to another's lines: how many records, and SQL for those left out. */
  records?: { count: number; leftOut: string };
}

/** Times a file is read again because values remain whose form was not in the sample. */
const READINGS_AT_MOST = 3;

/** Reads one table into lines, all of its records with a reason for those to be left out. */
export async function loadTable(
  db: Database,
  table: Inspected,
  target: string,
  signal?: AbortSignal,
): Promise<LoadedTable> {
  if (table.shape === 'baskets') return loadBaskets(db, table, target, signal);
  const has = (meaning: Meaning) => table.mapping[meaning] !== undefined;
  const format = formatOf(table.format);
  const staged = needsApportioning(has) || table.shape === 'carried';
  const stage = `${target}_typed`;
  const { styles, reading, dayFirst } = await readTyped(
    db,
    table,
    staged ? stage : target,
    staged ? null : (typed) => lineSelect(typed, { format, has }),
    signal,
  );
  const notes = notesOf({ ...table, dayFirst }, styles, reading);
  if (staged) {
    const paidAfterRefund = await isPaidAfterRefund(db, stage, has);
    if (paidAfterRefund !== null)
      notes.push({ code: paidAfterRefund ? 'paid_after_refund' : 'paid_before_refund' });
    const rows = apportioned(stage, {
      has,
      carried: table.shape === 'carried',
      paidAfterRefund: paidAfterRefund === true,
    });
    await db.exec(
      `CREATE TABLE ${target} AS ${lineSelect(rows, { format, has: apportionedHas(has) })}`,
      signal,
    );
    await db.exec(`DROP TABLE ${stage}`);
  }
  if (table.shape === 'details') notes.push({ code: 'details_without_orders' });
  return {
    lines: target,
    inspected: table,
    refusals: reading.refusals,
    padded: reading.padded,
    notes,
    currency: currencyOf(table, styles),
  };
}

async function loadBaskets(
  db: Database,
  table: Inspected,
  target: string,
  signal?: AbortSignal,
): Promise<LoadedTable> {
  const reading = await readInto(db, table, target, (relation) => basketSelect(relation, table), signal);
  return {
    lines: target,
    inspected: table,
    refusals: reading.refusals,
    padded: 0,
    notes: notesOf(table, stylesOf(table), reading),
    currency: null,
  };
}

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
  signal?: AbortSignal,
): Promise<TypedReading> {
  let leftovers: Leftovers = new Map();
  for (let attempt = 1; ; attempt++) {
    const styles = stylesOf(table, leftovers);
    const dayFirst = dayOrder(table, styles, leftovers.get('ordered_at'));
    const build = (relation: string) => {
      const typed = typedSelect(relation, { ...table, dayFirst }, styles);
      return toLines ? toLines(typed) : typed;
    };
    const reading = await readInto(db, table, target, build, signal);
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
  const [found] = await db.query<{ ends: number; last: number | null }>(
    `SELECT count(*) FILTER (${condition}) AS ends, max(row) AS last FROM ${target}`,
  );
  const row = (found!.last ?? headerRow) + refusals.length + (padded > 0 ? 0 : 1);
  if (found!.ends === 0) throw new IntakeProblem('unclosed_quote', { file, row });
  await db.exec(`DELETE FROM ${target} WHERE ${condition}`);
}

async function unread(
  db: Database,
  { mapping }: Inspected,
  target: string,
  lines: boolean,
  before: Leftovers,
): Promise<Leftovers> {
  const all = new Map(before);
  for (const meaning of CHECKED.filter((name) => mapping[name] !== undefined)) {
    const rows = await db.query<{ value: string }>(
      lines
        ? `SELECT reason_value AS value FROM ${target} WHERE reason IN ('unreadable_date/${meaning}', 'unreadable_number/${meaning}') LIMIT 200`
        : `SELECT raw_${meaning} AS value FROM ${target} WHERE ${meaning} IS NULL AND raw_${meaning} IS NOT NULL LIMIT 200`,
    );
    if (rows.length > 0)
      all.set(meaning, [...(before.get(meaning) ?? []), ...rows.map(({ value }) => value)]);
  }
  return all;
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

/** Which identity the amounts of a list obey: total = paid + refund, or total = paid. Null when nothing tells. */
export async function isPaidAfterRefund(
  db: Database,
  stage: string,
  has: (meaning: Meaning) => boolean,
): Promise<boolean | null> {
  if (!has('order_amount') || !has('order_refund') || !has('order_total')) return null;
  const [found] = await db.query<{ after: number; before: number }>(
    `SELECT count(*) FILTER (abs(order_total - order_amount - order_refund) < 0.005) AS after,
      count(*) FILTER (abs(order_total - order_amount) < 0.005) AS before
    FROM ${stage} WHERE order_refund > 0 AND order_amount > 0`,
  );
  if (found!.after === found!.before) return found!.after === 0 ? null : false;
  return found!.after > found!.before;
}

export function currencyOf({ mapping, columns }: Inspected, styles: Styles): string | null {
  const named = mapping.currency === undefined ? undefined : columns[mapping.currency]?.samples[0];
  if (named) return named.trim().toUpperCase();
  for (const { currency } of styles.numbers.values()) if (currency) return currency;
  return columns.some(({ name }) => /[(（]元[)）]/.test(name)) ? 'CNY' : null;
}
