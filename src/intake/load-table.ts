import type { Database } from '../engine/database.ts';
import type { Note } from './account.ts';
import { apportioned, apportionedHas, needsApportioning } from './apportion.ts';
import { basketSelect } from './basket-lines.ts';
import { lineSelect } from './cleaning.ts';
import { extraNames } from './extra.ts';
import { formatOf } from './formats/index.ts';
import type { Inspected } from './inspect.ts';
import type { Meaning } from './meaning.ts';
import { currenciesNamed, notesOf } from './notes.ts';
import { amountsOfRows, carryOrderIds } from './order-cells.ts';
import { readTyped } from './read-typed.ts';
import { DEFAULT_RULES, type Rules } from './rules.ts';
import { seenIn } from './seen.ts';
import { readInto, type ReadOptions, type Refusal } from './source.ts';
import { type Styles, stylesOf } from './styles.ts';

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

/** Reads one table into lines, all of its records with a reason for those to be left out. */
export async function loadTable(
  db: Database,
  table: Inspected,
  target: string,
  rules: Rules,
  options: ReadOptions = {},
): Promise<LoadedTable> {
  const { signal } = options;
  if (table.shape === 'baskets') return loadBaskets(db, table, target, options);
  const has = (meaning: Meaning) => table.mapping[meaning] !== undefined;
  const format = formatOf(table.format);
  const seen = seenIn(table);
  const staged = needsApportioning(has) || table.shape === 'carried';
  const stage = `${target}_typed`;
  const { styles, reading, dayFirst } = await readTyped(
    db,
    table,
    staged ? stage : target,
    staged ? null : (typed) => lineSelect(typed, { format, rules, has, seen }, extraNames(table)),
    rules,
    options,
  );
  const notes = notesOf({ ...table, dayFirst }, styles, reading, rules);
  if (staged) {
    if (table.shape === 'carried' && has('order_id') && !format.everyLineHas)
      await carryOrderIds(db, stage, signal);
    const there = await amountsOfRows(db, stage, has, signal);
    const paidAfterRefund = await isPaidAfterRefund(db, stage, there);
    if (paidAfterRefund !== null)
      notes.push({ code: paidAfterRefund ? 'paid_after_refund' : 'paid_before_refund' });
    const rows = apportioned(stage, {
      has: there,
      carried: table.shape === 'carried',
      paidAfterRefund: paidAfterRefund === true,
    });
    await db.exec(
      `CREATE TABLE ${target} AS ${lineSelect(rows, { format, rules, has: apportionedHas(there), seen }, extraNames(table))}`,
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
  options: ReadOptions,
): Promise<LoadedTable> {
  const build = (relation: string, before: number) => basketSelect(relation, table, before);
  const reading = await readInto(db, table, target, build, options);
  return {
    lines: target,
    inspected: table,
    refusals: reading.refusals,
    padded: 0,
    notes: notesOf(table, stylesOf(table), reading, DEFAULT_RULES),
    currency: null,
  };
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

/** The currency a column names, else the one a symbol tells, else the platform's; null when several are named. */
export function currencyOf({ mapping, columns, format }: Inspected, styles: Styles): string | null {
  const named = currenciesNamed(columns[mapping.currency ?? -1]);
  if (named.length > 0) return named.length === 1 ? named[0]! : null;
  for (const { currency } of styles.numbers.values()) if (currency) return currency;
  if (columns.some(({ name }) => /[(（]元[)）]/.test(name))) return 'CNY';
  return formatOf(format).currency ?? null;
}
