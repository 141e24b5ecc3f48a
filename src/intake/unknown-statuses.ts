import type { Database } from '../engine/database.ts';
import { literal } from '../engine/sql.ts';
import { formatOf } from './formats/index.ts';
import type { LoadedTable } from './load-table.ts';
import type { Rules } from './rules.ts';
import { statusWords } from './statuses.ts';

const NAMED_AT_MOST = 5;

/** Notes the status words of kept lines that a platform's list does not have; they were taken as sales. */
export async function noteUnknownStatuses(
  db: Database,
  { lines, inspected, notes }: LoadedTable,
  rules: Rules,
  signal?: AbortSignal,
): Promise<void> {
  const format = formatOf(inspected.format);
  if (!format.statuses?.sale || inspected.mapping.status === undefined) return;
  const words = Object.values(statusWords(format, rules)).flat();
  const known = words.map((word) =>
    word.endsWith('*')
      ? `starts_with(lower(status), ${literal(word.slice(0, -1))})`
      : `lower(status) = ${literal(word)}`,
  );
  const rows = await db.query<{ status: string; lines: number }>(
    `SELECT status, lines FROM (SELECT status, count(*) AS lines FROM ${lines} WHERE reason IS NULL AND status IS NOT NULL GROUP BY status)
WHERE NOT (${known.join(' OR ')}) ORDER BY lines DESC`,
    signal,
  );
  if (rows.length === 0) return;
  notes.push({
    code: 'unknown_status',
    value: rows
      .slice(0, NAMED_AT_MOST)
      .map(({ status }) => status)
      .join(', '),
    count: rows.reduce((sum, row) => sum + row.lines, 0),
  });
}
