import type { Database } from '../engine/database.ts';
import { literal } from '../engine/sql.ts';
import { formatOf } from './formats/index.ts';
import type { LoadedTable } from './load-table.ts';
import type { Rules } from './rules.ts';
import { seenIn } from './seen.ts';
import { statusWords, treatmentOf } from './statuses.ts';

const NAMED_AT_MOST = 5;
/** So many of the words known are passed over before the others are counted. */
const PASSED_OVER = 8;
/** A column with more different words is none of statuses. */
const WORDS_AT_MOST = 200;

/** Notes the status words of kept lines that a platform's list does not have; they were taken as sales. */
export async function noteUnknownStatuses(
  db: Database,
  { lines, inspected, notes }: LoadedTable,
  rules: Rules,
  signal?: AbortSignal,
): Promise<void> {
  const format = formatOf(inspected.format);
  if (!format.statuses?.sale || inspected.mapping.status === undefined) return;
  const words = statusWords(format, rules);
  const known = seenIn(inspected)('status')
    .filter((status) => treatmentOf(status, words) !== null)
    .slice(0, PASSED_OVER);
  const found = await db.query<{ status: string; count: number }>(
    `SELECT status, count(*) AS count FROM ${lines} WHERE reason IS NULL AND status IS NOT NULL
${known.map((status) => ` AND status <> ${literal(status)}`).join('')}
GROUP BY status ORDER BY count DESC, status LIMIT ${WORDS_AT_MOST}`,
    signal,
  );
  const unknown = found.filter(({ status }) => treatmentOf(status, words) === null);
  if (unknown.length === 0) return;
  const named = unknown.slice(0, NAMED_AT_MOST).map(({ status }) => status);
  const count = unknown.reduce((sum, one) => sum + one.count, 0);
  notes.push({ code: 'unknown_status', value: named.join(', '), count });
}
