import type { Database } from '../engine/database.ts';
import { ident, literal } from '../engine/sql.ts';
import { HIDDEN, PERSONAL } from '../state/presentation.svelte.ts';

/** Whether a column of a result is hidden while presenting: it is marked so, or its name says whom it names. */
export function isPersonal({ key, personal }: { key: string; personal?: boolean }): boolean {
  return personal || PERSONAL.includes(key);
}

/** The numbers that stand for these customers; ids nobody has are missing. */
export function numbersSql(ids: readonly string[]): string {
  return `SELECT customer_id, number FROM customer_numbers() WHERE customer_id IN (SELECT unnest(${literal(ids)}::VARCHAR[]))`;
}

/**
 * The statement with its personal columns hidden: those named `marked` and those whose name says so. The column with the
 * customer's id, `customer_id` or else `id`, holds `label` with the customer's number in place of `#`.
 */
export async function maskedSql(
  db: Database,
  sql: string,
  marked: readonly string[],
  label: string,
): Promise<string> {
  const columns = await db.query<{ column_name: string }>(`DESCRIBE ${sql}`);
  const names = columns.map(({ column_name: name }) => name);
  const hidden = names.filter((key) => isPersonal({ key, personal: marked.includes(key) }));
  if (!hidden.length) return sql;
  const id = hidden.find((name) => name === 'customer_id') ?? hidden.find((name) => name === 'id');
  const cells = hidden.map((name) => {
    const cell = `shown.${ident(name)}`;
    const words =
      name === id
        ? `coalesce(replace(${literal(label)}, '#', n.number::VARCHAR), ${literal(HIDDEN)})`
        : literal(HIDDEN);
    return `CASE WHEN ${cell} IS NOT NULL THEN ${words} END AS ${ident(name)}`;
  });
  const join = id ? ` LEFT JOIN customer_numbers() n ON n.customer_id = shown.${ident(id)}` : '';
  return `SELECT shown.* REPLACE (${cells.join(', ')}) FROM (${sql}) shown${join}`;
}
