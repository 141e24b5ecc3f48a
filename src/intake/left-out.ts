import { ident, literal } from '../engine/sql.ts';
import { LEFT_OUT } from '../tables/schema.ts';
import type { AttachedTable } from './attached.ts';
import type { Inspected } from './inspect.ts';
import type { LoadedTable } from './load-table.ts';
import type { Refusal } from './source.ts';

/** SQL for `left_out`: the lines with a reason, the records the reader refused, and those of joined files. */
export function leftOutSql(loaded: readonly LoadedTable[], attached: readonly AttachedTable[]): string {
  return [...loaded.map(ofLines), ...attached.map(ofAttached)].join('\nUNION ALL\n');
}

function ofLines({ lines, inspected, refusals, records }: LoadedTable): string {
  const headers = Object.entries(inspected.mapping).map(
    ([meaning, index]) =>
      `WHEN ${literal(meaning)} THEN ${literal(inspected.columns[index]?.name ?? meaning)}`,
  );
  const column = headers.length
    ? `CASE split_part(reason, '/', 2) ${headers.join(' ')} END`
    : 'NULL::VARCHAR';
  const left = `SELECT ${literal(inspected.file)}, row::BIGINT, split_part(reason, '/', 1), ${column}, reason_value, order_id, amount FROM ${lines} WHERE reason IS NOT NULL`;
  return named([...(records ? [records.leftOut] : []), left, ...refused(inspected, refusals)]);
}

function ofAttached({ inspected, refusals, records }: AttachedTable): string {
  return named([records.leftOut, ...refused(inspected, refusals)]);
}

function refused({ file, headerRow }: Inspected, refusals: readonly Refusal[]): string[] {
  return refusals.map(
    ({ line, reason, text }) =>
      `SELECT ${literal(file)}, ${line + headerRow}::BIGINT, ${literal(reason)}, NULL::VARCHAR, ${literal(text)}, NULL::VARCHAR, NULL::DOUBLE`,
  );
}

function named(parts: readonly string[]): string {
  return `SELECT * FROM (${parts.join('\nUNION ALL\n')}) left_out(${LEFT_OUT.map(({ name }) => ident(name)).join(', ')})`;
}
