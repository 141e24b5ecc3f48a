import { exportCsv } from '../../../engine/csv.ts';
import type { Database } from '../../../engine/database.ts';
import { readOwnCsv, toExport } from '../../../engine/own-csv.ts';
import { literal } from '../../../engine/sql.ts';
import { type Contacted, type Contacts, isDay } from '../../../state/contacts.ts';

/** Stands for a list where a row says that the customer wants no messages. */
const OPTED_OUT = 'opted_out';

/** What a file of contacts says; `wrong` counts the rows without a day that can be read. */
export interface ReadContacts {
  contacted: Contacted[];
  optedOut: string[];
  wrong: number;
}

/** To whom the shop wrote and who wants no messages as a CSV file: `customer_id, contacted_on, list`. */
export async function contactsToCsv(db: Database, { contacted, optedOut }: Contacts): Promise<Blob> {
  const ids = (customers: Iterable<string>) => `unnest(${literal([...customers].map(toExport))}::VARCHAR[])`;
  const letters = contacted.map(
    ({ on, list, customers }) =>
      `SELECT ${ids(customers)} AS customer_id, DATE ${literal(on)} AS contacted_on, ${literal(toExport(list))} AS list`,
  );
  const refusals = `SELECT ${ids(optedOut)} AS customer_id, NULL::DATE AS contacted_on, '${OPTED_OUT}' AS list`;
  return exportCsv(db, [...letters, refusals].join(' UNION ALL '));
}

/**
 * The contacts and refusals of such a file. A spreadsheet may have written the days as 2026/9/30.
 * @throws SyntaxError when the file is none
 */
export async function contactsFromCsv(db: Database, file: Blob): Promise<ReadContacts> {
  const rows = await readOwnCsv(db, file, 'customer_id');
  const read: ReadContacts = { contacted: [], optedOut: [], wrong: 0 };
  for (const { customer_id: id, contacted_on: day, list } of rows) {
    if (!id) continue;
    const on = dayOf(day ?? '');
    if (list === OPTED_OUT) read.optedOut.push(id);
    else if (on) read.contacted.push({ on, list: list ?? '', customers: [id] });
    else read.wrong += 1;
  }
  return read;
}

function dayOf(text: string): string | null {
  const [, year, month, day] = /^\s*(\d{4})[-/.](\d\d?)[-/.](\d\d?)\b/.exec(text) ?? [];
  const on = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isDay(on) ? on : null;
}
