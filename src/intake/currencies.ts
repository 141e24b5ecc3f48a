import type { Database } from '../engine/database.ts';
import { literal } from '../engine/sql.ts';
import type { LoadedTable } from './load-table.ts';
import type { Rules } from './rules.ts';

const MONEY = ['amount', 'unit_price', 'discount', 'cost', 'refund'];

interface Found {
  table: LoadedTable;
  code: string;
  lines: number;
}

/**
 * Gives the data set one currency: that of the rule, else the one most lines have. Lines in others are converted where
 * the rule has a rate, else left out. Lines that name none are taken to be in it. Null when nothing tells.
 */
export async function unifyCurrencies(
  db: Database,
  tables: readonly LoadedTable[],
  rule: Rules['currency'],
  signal?: AbortSignal,
): Promise<string | null> {
  const found = (await Promise.all(tables.map((table) => currenciesIn(db, table, signal)))).flat();
  const totals = new Map<string, number>();
  for (const { code, lines } of found) totals.set(code, (totals.get(code) ?? 0) + lines);
  const most = [...totals].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  const target = rule?.code ?? most;
  if (target === null) return null;
  const foreign = found.filter(({ code }) => code !== target);
  for (const { table, code, lines } of foreign) {
    const rate = rule?.rates[code];
    const named = table.inspected.mapping.currency !== undefined;
    const condition = named ? `currency = ${literal(code)}` : 'true';
    if (rate === undefined) {
      await db.exec(
        `UPDATE ${table.lines} SET reason = 'other_currency${named ? '/currency' : ''}', reason_value = ${literal(code)} WHERE reason IS NULL AND ${condition}`,
        signal,
      );
      table.notes.push({ code: 'several_currencies', value: code, count: lines });
    } else {
      await convert(db, table, condition, rate, signal);
      table.notes.push({ code: 'converted', count: lines, value: `1 ${code} = ${rate} ${target}` });
    }
  }
  return target;
}

async function currenciesIn(db: Database, table: LoadedTable, signal?: AbortSignal): Promise<Found[]> {
  if (table.inspected.mapping.currency === undefined) {
    if (table.currency === null) return [];
    const [kept] = await db.query<{ lines: number }>(
      `SELECT count(*) AS lines FROM ${table.lines} WHERE reason IS NULL`,
      signal,
    );
    return [{ table, code: table.currency, lines: kept!.lines }];
  }
  const rows = await db.query<{ code: string; lines: number }>(
    `SELECT currency AS code, count(*) AS lines FROM ${table.lines} WHERE reason IS NULL AND currency IS NOT NULL GROUP BY currency`,
    signal,
  );
  return rows.map((row) => ({ table, ...row }));
}

async function convert(
  db: Database,
  { lines }: LoadedTable,
  condition: string,
  rate: number,
  signal?: AbortSignal,
): Promise<void> {
  const columns = await db.query<{ name: string }>(`SELECT column_name AS name FROM (DESCRIBE ${lines})`);
  const there = MONEY.filter((name) => columns.some((column) => column.name === name));
  await db.exec(
    `CREATE OR REPLACE TABLE ${lines} AS SELECT * REPLACE (${there
      .map((name) => `CASE WHEN ${condition} THEN ${name} * ${rate} ELSE ${name} END AS ${name}`)
      .join(', ')}) FROM ${lines} ORDER BY row`,
    signal,
  );
}
