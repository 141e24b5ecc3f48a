import type { Database } from '../engine/database.ts';
import { ident } from '../engine/sql.ts';
import { attachedAs, type AttachedTable, columnsOf, enrich, type Staged } from './attached.ts';
import { extraName, extraNames, keptExtra } from './extra.ts';
import type { LoadedTable } from './load-table.ts';
import { citySql, provinceSql } from './regions.ts';

/** What the shop's own file knows better than an order does. */
const FACTS = [
  'customer_name',
  'email',
  'phone',
  'address',
  'birthday',
  'gender',
  'source',
  'tags',
  'region',
  'city',
] as const;

/**
 * Joins the shop's customer file to lines: by the customer's account, else phone, else e-mail, compared without case,
 * spaces and dashes. Its facts stand in the place of those of the orders. Customers without an order are left out.
 */
export async function joinCustomers(
  db: Database,
  file: Staged,
  tables: readonly LoadedTable[],
  signal?: AbortSignal,
): Promise<AttachedTable> {
  const { stage, has, inspected } = file;
  const known = `${stage}_known`;
  await db.exec(
    `CREATE TABLE ${known} AS SELECT row, ${keyOf(has('customer_id') ? 'customer_id' : 'NULL::VARCHAR')} AS by_account,
  ${phoneKey(has('phone') ? 'phone' : 'NULL::VARCHAR')} AS by_phone, ${keyOf(has('email') ? 'email' : 'NULL::VARCHAR')} AS by_email,
  ${[...FACTS.map((name) => `${factSql(name, has)} AS ${name}`), ...extraNames(inspected)].join(', ')}
FROM ${stage} WHERE NOT (blank OR repeats_header OR sums_up)`,
    signal,
  );
  const matched: string[] = [];
  for (const { lines, notes } of tables) {
    const there = await columnsOf(db, lines);
    if (!there.has('customer_id')) continue;
    const match = `${lines}_customers`;
    const column = (name: string) => (there.has(name) ? `any_value(${name})` : 'NULL::VARCHAR');
    await db.exec(
      `CREATE TABLE ${match} AS WITH buyers AS (SELECT customer_id, ${column('phone')} AS phone, ${column('email')} AS email
  FROM ${lines} WHERE customer_id IS NOT NULL GROUP BY customer_id),
ways AS (SELECT customer_id, 1 AS way, ${keyOf('customer_id')} AS key FROM buyers
  UNION ALL SELECT customer_id, 2, ${phoneKey('coalesce(phone, customer_id)')} FROM buyers
  UNION ALL SELECT customer_id, 3, ${keyOf('coalesce(email, customer_id)')} FROM buyers),
keys AS (SELECT 1 AS way, by_account AS key, row FROM ${known} UNION ALL SELECT 2, by_phone, row FROM ${known} UNION ALL SELECT 3, by_email, row FROM ${known})
SELECT customer_id, arg_min(row, way * 1e12 + row) AS file_row FROM ways JOIN keys USING (way, key) GROUP BY customer_id`,
      signal,
    );
    const facts = Object.fromEntries(
      [...FACTS, ...keptExtra(inspected).map(({ name }) => extraName(name))].map((name) => [
        [...there].find((own) => own.toLowerCase() === name.toLowerCase()) ?? name,
        (own: string) => `coalesce(k.${ident(name)}, ${own})`,
      ]),
    );
    const on = 'm.customer_id = l.customer_id';
    const count = await enrich(db, lines, { known, match, on }, facts, signal);
    notes.push({ code: 'customers_matched', count, value: inspected.file });
    matched.push(match);
  }
  return attachedAs(db, file, matched, 'customer_without_order');
}

function keyOf(text: string): string {
  return `lower(nullif(trim(${text}), ''))`;
}

/** Phone numbers without spaces, dashes and the prefix of China. */
function phoneKey(phone: string): string {
  return `nullif(regexp_replace(regexp_replace(${phone}, '[^0-9*]', '', 'g'), '^(0086|86)(1\\d{10})$', '\\2'), '')`;
}

function factSql(name: (typeof FACTS)[number], has: Staged['has']): string {
  if (name === 'birthday') return has('birthday') ? 'birthday::DATE' : 'NULL::DATE';
  if (has(name)) return name;
  if (!has('address') || (name !== 'region' && name !== 'city')) return 'NULL::VARCHAR';
  return name === 'region' ? provinceSql('address') : citySql('address');
}
