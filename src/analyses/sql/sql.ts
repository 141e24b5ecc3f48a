import { type Column, type Database, QueryError } from '../../engine/database.ts';

/** The table that holds the result of the reader's statement, so that sorting and paging do not run it again. */
export const RESULT = 'query_result';

const PREFIX = `CREATE OR REPLACE TEMP TABLE ${RESULT} AS FROM (\n`;
const RETURNS_ROWS =
  /^(\s|--.*\n|\/\*[^]*?\*\/)*(select|from|with|values|pivot|unpivot|describe|show|summarize|table)\b/i;

/** What running a statement gave: the columns of `query_result`, or null for a statement that returns no rows. */
export interface Outcome {
  columns: Column[] | null;
  rows: number;
  seconds: number;
}

/** Runs what the reader wrote. A QueryError's position counts in the reader's own text. */
export async function runStatement(db: Database, text: string, signal: AbortSignal): Promise<Outcome> {
  const sql = text.replace(/(\s|;)+$/, '');
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  if (!RETURNS_ROWS.test(sql)) {
    await db.exec(sql, signal);
    return { columns: null, rows: 0, seconds: seconds() };
  }
  try {
    await db.exec(`${PREFIX}${sql}\n)`, signal);
  } catch (error) {
    if (!(error instanceof QueryError) || error.position === null) throw error;
    throw error.movedBy(-PREFIX.length, sql);
  }
  const { columns } = await db.run(`FROM ${RESULT} LIMIT 0`, signal);
  const [count] = await db.query<{ n: number }>(`SELECT count(*) AS n FROM ${RESULT}`, signal);
  return { columns, rows: count!.n, seconds: seconds() };
}

/** The 1-based line and column of an offset in a text. */
export function place(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** The public tables with their columns. */
export const TABLES_SQL = `SELECT table_name AS name, list(column_name ORDER BY column_index) AS columns
FROM duckdb_columns()
WHERE database_name = current_database() AND schema_name = 'main' AND table_name IN ('order_line', 'left_out', 'orders', 'customers', 'products', 'customer_tag', 'itemsets', 'rules')
GROUP BY table_name
ORDER BY list_position(['order_line', 'orders', 'customers', 'products', 'left_out', 'customer_tag', 'itemsets', 'rules'], table_name)`;

/** The macros of the pack with their parameters and what they answer. */
export const MACROS_SQL = `SELECT function_name AS name, parameters, comment
FROM duckdb_functions()
WHERE function_type = 'table_macro' AND NOT internal AND comment IS NOT NULL
ORDER BY function_oid`;
