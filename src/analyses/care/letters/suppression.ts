import { call } from '../../../engine/sql.ts';
import type { Quiet } from './contract.ts';

/** A customer of a list who is not to be written to now. */
export interface BarredRow {
  customer_id: string;
  customer_name: string | null;
  reason: 'opted_out' | 'tagged' | 'declined' | 'contacted';
  /** When and for which list the shop last wrote; null for those who want no letters. */
  contacted_on: Date | null;
  contacted_for: string | null;
}

/** The list without those who opted out or were written to in the last days before its date. */
export function allowedSql(listSql: string, quiet: Quiet): string {
  return `SELECT l.* FROM (${listSql}) l
WHERE l.customer_id NOT IN (SELECT s.customer_id FROM ${suppressed(quiet)} s)`;
}

/** Those of the list whom `allowedSql` leaves out, and why: one row each. */
export function barredSql(listSql: string, quiet: Quiet): string {
  return `SELECT s.customer_id, any_value(l.customer_name) AS customer_name, s.reason, s.contacted_on, s.contacted_for
FROM (${listSql}) l
JOIN ${suppressed(quiet)} s ON s.customer_id = l.customer_id
GROUP BY ALL`;
}

function suppressed({ list, asOf, quietDays }: Quiet): string {
  return call('care_suppressed', { list, as_of: asOf, quiet_days: quietDays });
}
