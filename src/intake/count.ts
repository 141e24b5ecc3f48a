import type { Database } from '../engine/database.ts';
import { type Account, addUp, type FileAccount, type LeftOutReason } from './account.ts';
import type { Combined } from './combine.ts';
import type { LoadedTable } from './load-table.ts';

type Facts = Omit<Account, 'files' | 'currency' | keyof ReturnType<typeof addUp>>;

/** The account of a load: what became of the records of each file, and what the tables hold. */
export async function countAll(
  db: Database,
  loaded: readonly LoadedTable[],
  { currency, attached }: Combined,
  place: string,
): Promise<Account> {
  const left = await db.query<{ file: string; reason: LeftOutReason; lines: number; amount: number | null }>(
    `SELECT file, reason, count(*) AS lines, sum(amount) AS amount FROM ${place}.left_out GROUP BY ALL ORDER BY lines DESC`,
  );
  const files: FileAccount[] = [];
  for (const table of [...loaded, ...attached]) {
    const leftOut = left
      .filter(({ file }) => file === table.inspected.file)
      .map(({ reason, lines, amount }) => ({ reason, lines, amount: amount ?? 0 }));
    const rows =
      'lines' in table ? (table.records?.count ?? (await recordsIn(db, table))) : table.records.count;
    const linesIn = rows + table.refusals.length;
    const kept = linesIn - leftOut.reduce((sum, { lines }) => sum + lines, 0);
    const { file, format } = table.inspected;
    files.push({ file, format, linesIn, kept, leftOut, padded: table.padded, notes: table.notes });
  }
  const has = (column: string) => `EXISTS (FROM ${place}.order_line WHERE ${column} IS NOT NULL)`;
  const [facts] = await db.query<Facts>(
    `SELECT count(*) AS "orderLines", min(ordered_at) AS "firstDate", max(ordered_at) AS "lastDate",
  ${has('customer_id')} AS "hasCustomers", ${has('amount')} AS "hasAmounts", ${has('product_id')} AS "hasItems"
FROM ${place}.order_line`,
  );
  return { ...facts!, ...addUp(files), files, currency };
}

/** Rows are records, except in files of baskets, where a record makes a row for each item. */
async function recordsIn(db: Database, { lines, inspected }: LoadedTable): Promise<number> {
  const records = inspected.shape === 'baskets' ? 'count(DISTINCT row)' : 'count(*)';
  const [found] = await db.query<{ n: number }>(`SELECT ${records} AS n FROM ${lines}`);
  return found!.n;
}
