import { ident, literal, type SqlValue } from '../../engine/sql.ts';

/** A statement that returns these rows, so that a table can show, sort and download what no statement worked out. */
export function valuesSql(rows: readonly Record<string, SqlValue>[]): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => `(${names.map((name) => literal(row[name] ?? null)).join(', ')})`);
  return `SELECT * FROM (VALUES\n${lines.join(',\n')}\n) rows(${names.map(ident).join(', ')})`;
}
