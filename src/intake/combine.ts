import type { Database } from '../engine/database.ts';
import { type AttachedTable, stageAttached } from './attached.ts';
import { unifyCurrencies } from './currencies.ts';
import { joinCustomers } from './customer-file.ts';
import { leaveOutDuplicates } from './duplicates.ts';
import type { Inspected } from './inspect.ts';
import type { LoadedTable } from './load-table.ts';
import { tellOrdersApart } from './order-ids.ts';
import { joinProducts } from './product-file.ts';
import { matchReturns } from './returns.ts';
import type { Rules } from './rules.ts';
import { noteUnknownStatuses } from './unknown-statuses.ts';

export interface Combining {
  rules: Rules;
  /** The schema tables are made in. */
  schema: string;
  signal?: AbortSignal | undefined;
}

/** What the tables of lines are together: their one currency, and what became of the files joined to them. */
export interface Combined {
  currency: string | null;
  attached: AttachedTable[];
}

/**
 * Makes one data set of the tables of several files: lines that exports share count once, all money is in one currency,
 * orders of different origin keep different numbers, files of customers and products are joined, and returns are matched
 * to their sales if the rules say so. Changes the tables and adds to their notes.
 */
export async function combine(
  db: Database,
  lines: readonly LoadedTable[],
  files: readonly Inspected[],
  { rules, schema, signal }: Combining,
): Promise<Combined> {
  await leaveOutDuplicates(db, lines, schema, signal);
  const currency = await unifyCurrencies(db, lines, rules.currency, signal);
  await tellOrdersApart(db, lines, schema, signal);
  const attached: AttachedTable[] = [];
  for (const [i, file] of files.entries()) {
    const staged = await stageAttached(db, file, `${schema}.attached_${i}`, rules, signal);
    const join = file.shape === 'customers' ? joinCustomers : joinProducts;
    attached.push(await join(db, staged, lines, signal));
  }
  for (const table of lines) await noteUnknownStatuses(db, table, rules, signal);
  if (rules.cancellations === 'match') await matchReturns(db, lines, schema, signal);
  return { currency, attached };
}

/** Files that hold no lines but what is known of customers or products. */
export function isAttached({ shape }: Inspected): boolean {
  return shape === 'customers' || shape === 'products';
}
