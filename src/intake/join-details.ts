import type { Database } from '../engine/database.ts';
import { literal } from '../engine/sql.ts';
import { apportioned, apportionedHas } from './apportion.ts';
import { lineSelect } from './cleaning.ts';
import { repeatedLeftOut, repeatedRows } from './duplicates.ts';
import { type Format, type StatusWords, TREATMENTS } from './formats/format.ts';
import { extraNames } from './extra.ts';
import { formatOf } from './formats/index.ts';
import type { Inspected } from './inspect.ts';
import { currencyOf, isPaidAfterRefund, type LoadedTable } from './load-table.ts';
import type { Meaning } from './meaning.ts';
import { notesOf } from './notes.ts';
import { readTyped, type TypedReading } from './read-typed.ts';
import type { Rules } from './rules.ts';
import type { ReadOptions } from './source.ts';
import { CHECKED } from './typed.ts';

/** What lines take from their order; the rest of an order list repeats what the lines say themselves. */
const FROM_ORDER: readonly Meaning[] = [
  'ordered_at',
  'paid_at',
  'customer_id',
  'customer_name',
  'email',
  'phone',
  'address',
  'region',
  'city',
  'source',
  'tags',
  'complaint',
  'complaint_result',
  'complaint_days',
  'note',
  'status',
  'order_amount',
  'order_total',
  'order_discount',
  'order_refund',
];

const ROWS_APART = 1_000_000_000;

interface Staged extends TypedReading {
  inspected: Inspected;
  table: string;
  /** All records of the file, and SQL for those a newer file of its kind has as well. */
  records: number;
  repeated: string | null;
}

/**
 * Joins lists of lines with the lists of their orders: details take time, buyer and status from the order and share its
 * money, and a detail whose order is in no list is left out. Lines that say these themselves (shape `line`) take only
 * what they lack, and stay without an order. Orders without lines become one line each. The tables that hold the result
 * are named after `target`.
 */
export async function joinDetails(
  db: Database,
  orders: readonly Inspected[],
  details: readonly Inspected[],
  target: string,
  rules: Rules,
  options: ReadOptions = {},
): Promise<LoadedTable[]> {
  const { signal } = options;
  const stages: Staged[] = [];
  for (const [i, inspected] of [...orders, ...details].entries()) {
    const table = `${target}_stage_${i}`;
    const typed = await readTyped(db, inspected, table, null, rules, options);
    stages.push({ inspected, table, ...typed, records: await recordsIn(db, table), repeated: null });
  }
  const heads = stages.slice(0, orders.length);
  const parts = stages.slice(orders.length);
  await setAsideRepeated(db, heads, `${target}_shared_heads`, signal);
  await setAsideRepeated(db, parts, `${target}_shared_parts`, signal);
  await db.exec(
    `CREATE TABLE ${target}_heads AS ${union(heads)}; CREATE TABLE ${target}_parts AS ${union(parts)}`,
    signal,
  );
  const paidAfterRefund = await isPaidAfterRefund(db, `${target}_heads`, hasIn(heads));
  await joinLines(db, target, heads, parts, paidAfterRefund === true, rules, signal);
  const loaded: LoadedTable[] = [];
  for (const [i, part] of parts.entries()) loaded.push(await linesOf(db, part, i, target, rules));
  for (const [i, head] of heads.entries()) {
    const table = await ordersAlone(db, head, i, target, paidAfterRefund === true, rules, signal);
    if (paidAfterRefund !== null)
      table.notes.push({ code: paidAfterRefund ? 'paid_after_refund' : 'paid_before_refund' });
    loaded.push(table);
  }
  const done = [
    ...stages.map(({ table }) => table),
    ...['heads', 'parts', 'combined', 'joined'].map((name) => `${target}_${name}`),
  ];
  await db.exec(done.map((name) => `DROP TABLE ${name}`).join('; '));
  return loaded;
}

async function joinLines(
  db: Database,
  target: string,
  heads: readonly Staged[],
  parts: readonly Staged[],
  paidAfterRefund: boolean,
  rules: Rules,
  signal?: AbortSignal,
): Promise<void> {
  const inHeads = hasIn(heads);
  const inParts = hasIn(parts);
  const taken = FROM_ORDER.filter(inHeads).flatMap((name) =>
    CHECKED.includes(name) ? [name, `raw_${name}`] : [name],
  );
  const own = (name: string) => inParts(name.replace(/^raw_/, '') as Meaning);
  const extra = extraIn(parts);
  const fromOrder = extraIn(heads).filter(
    (name) => !extra.some((one) => one.toLowerCase() === name.toLowerCase()),
  );
  const complete = parts.every(({ inspected }) => inspected.shape === 'line');
  const [first, second] = complete ? ['p', 'o'] : ['o', 'p'];
  const replaced = taken
    .filter(own)
    .map((name) => `, coalesce(${first}.${name}, ${second}.${name}) AS ${name}`);
  const added = [...taken.filter((name) => !own(name)), ...fromOrder].map((name) => `, o.${name}`);
  await db.exec(
    `CREATE TABLE ${target}_combined AS
SELECT p.* REPLACE (p.row AS row${replaced.join('')})${added.join('')}, o.order_id IS NOT NULL AS order_found
FROM ${target}_parts p LEFT JOIN (SELECT order_id${[...taken, ...fromOrder].map((name) => `, any_value(${name}) AS ${name}`).join('')}
  FROM ${target}_heads WHERE order_id IS NOT NULL GROUP BY order_id) o ON o.order_id = p.order_id
ORDER BY p.row`,
    signal,
  );
  const has = (meaning: Meaning) => inParts(meaning) || (FROM_ORDER.includes(meaning) && inHeads(meaning));
  const rows = apportioned(`${target}_combined`, { has, carried: false, paidAfterRefund });
  const format = bothFormats(formatOf(parts[0]!.inspected.format), formatOf(heads[0]!.inspected.format));
  await db.exec(
    `CREATE TABLE ${target}_joined AS ${lineSelect(rows, { format, rules, has: apportionedHas(has), joined: !complete }, [...extra, ...fromOrder])}`,
    signal,
  );
}

/** The format of the lines, with the status words of their orders beside their own. */
function bothFormats(lines: Format, { statuses }: Format): Format {
  if (!statuses || statuses === lines.statuses) return lines;
  const words = TREATMENTS.map((treatment) => [
    treatment,
    [...(statuses[treatment] ?? []), ...(lines.statuses?.[treatment] ?? [])],
  ]);
  return { ...lines, statuses: Object.fromEntries(words) as StatusWords };
}

async function linesOf(
  db: Database,
  part: Staged,
  index: number,
  target: string,
  rules: Rules,
): Promise<LoadedTable> {
  const lines = `${target}_part_${index}`;
  const first = index * ROWS_APART;
  await db.exec(`CREATE TABLE ${lines} AS SELECT * REPLACE (row - ${first} AS row)
FROM ${target}_joined WHERE row > ${first} AND row <= ${first + ROWS_APART}`);
  const { records: count, repeated } = part;
  const table = about(part, lines, rules);
  return repeated ? { ...table, records: { count, leftOut: repeated } } : table;
}

/** Orders without lines become lines; of those that have some, the ones none of whose lines is kept are left out too. */
async function ordersAlone(
  db: Database,
  head: Staged,
  index: number,
  target: string,
  paidAfterRefund: boolean,
  rules: Rules,
  signal?: AbortSignal,
): Promise<LoadedTable> {
  const { inspected, table: stage } = head;
  const has = (meaning: Meaning) => inspected.mapping[meaning] !== undefined;
  const lines = `${target}_alone_${index}`;
  const without = `${target}_without_${index}`;
  await db.exec(`CREATE TABLE ${without} AS FROM ${stage}
WHERE order_id IS NULL OR order_id NOT IN (SELECT order_id FROM ${target}_parts WHERE order_id IS NOT NULL)`);
  const rows = apportioned(without, { has, carried: false, paidAfterRefund });
  const format = formatOf(inspected.format);
  await db.exec(
    `CREATE TABLE ${lines} AS ${lineSelect(rows, { format, rules, has: apportionedHas(has) }, extraNames(inspected))}`,
    signal,
  );
  const closed = `${target}_closed_${index}`;
  const status = has('status') ? 's.status' : 'NULL::VARCHAR';
  const column = has('status')
    ? literal(inspected.columns[inspected.mapping.status!]!.name)
    : 'NULL::VARCHAR';
  await db.exec(`CREATE TABLE ${closed} AS
SELECT ${literal(inspected.file)} AS file, s.row::BIGINT AS row, j.reason, ${column} AS "column", ${status} AS value, s.order_id, NULL::DOUBLE AS amount
FROM ${stage} s JOIN (SELECT order_id, any_value(split_part(reason, '/', 1)) AS reason
  FROM ${target}_joined GROUP BY order_id HAVING bool_and(reason IS NOT NULL)) j ON j.order_id = s.order_id`);
  await db.exec(`DROP TABLE ${without}`);
  const leftOut = [`FROM ${closed}`, ...(head.repeated ? [head.repeated] : [])].join(' UNION ALL ');
  return { ...about(head, lines, rules), records: { count: head.records, leftOut } };
}

/** Takes rows out of the tables of older files that newer ones of their kind have as well. */
async function setAsideRepeated(
  db: Database,
  group: readonly Staged[],
  target: string,
  signal?: AbortSignal,
): Promise<void> {
  for (const repeated of await repeatedRows(db, group, target, signal)) {
    repeated.of.repeated = repeatedLeftOut(repeated);
    await db.exec(`DELETE FROM ${repeated.of.table} WHERE row IN (FROM ${repeated.rows})`, signal);
  }
}

async function recordsIn(db: Database, table: string): Promise<number> {
  const [found] = await db.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`);
  return found!.n;
}

function about({ inspected, styles, reading, dayFirst }: Staged, lines: string, rules: Rules): LoadedTable {
  const { refusals, padded } = reading;
  const notes = notesOf({ ...inspected, dayFirst }, styles, reading, rules);
  return { lines, inspected, refusals, padded, notes, currency: currencyOf(inspected, styles) };
}

/** Rows of several files in one table, kept apart by their numbers. */
function union(stages: readonly Staged[]): string {
  return stages
    .map(({ table }, i) => `(SELECT * REPLACE (row + ${i * ROWS_APART} AS row) FROM ${table})`)
    .join(' UNION ALL BY NAME ');
}

function hasIn(stages: readonly Staged[]): (meaning: Meaning) => boolean {
  return (meaning) => stages.some(({ inspected }) => inspected.mapping[meaning] !== undefined);
}

/** The quoted names of the columns kept of any of the tables, each once whatever the case of its header. */
function extraIn(stages: readonly Staged[]): string[] {
  const names = stages.flatMap(({ inspected }) => extraNames(inspected));
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
