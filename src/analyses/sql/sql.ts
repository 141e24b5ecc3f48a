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
WHERE database_name = current_database() AND schema_name = 'main' AND table_name IN ('order_line', 'left_out', 'orders', 'customers', 'products', 'customer_tag', 'customer_contact', 'customer_opt_out', 'customer_extra', 'customer_value', 'itemsets', 'rules')
GROUP BY table_name
ORDER BY list_position(['order_line', 'orders', 'customers', 'products', 'left_out', 'customer_tag', 'customer_contact', 'customer_opt_out', 'customer_extra', 'customer_value', 'itemsets', 'rules'], table_name)`;

/** The macros of the pack with their parameters and what they answer. */
export const MACROS_SQL = `SELECT function_name AS name, parameters, comment
FROM duckdb_functions()
WHERE function_type = 'table_macro' AND NOT internal AND comment IS NOT NULL
ORDER BY function_name`;

const SEGMENTS = 'WITH mine AS (SELECT customer_id, segment FROM segments())';
const MOST_SOLD = 'FROM products WHERE is_product ORDER BY orders DESC, product_id LIMIT 1';

const HABITS = `WITH bought AS (FROM product_days()),
habits AS (FROM last_bought('bought'))`;
const GAPS = `${HABITS},
gaps AS (FROM unit_gaps('bought', 'habits'))`;

/** What is put into the editor for macros that have to be told something; the others answer as they are. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  segment_sizes: `${SEGMENTS}\nFROM segment_sizes('mine')`,
  segment_separation: `${SEGMENTS}\nFROM segment_separation('mine')`,
  segment_comparison: `WITH mine AS (SELECT '11' AS segmentation, customer_id, segment FROM segments())
FROM segment_comparison('mine')`,
  segment_agreement: `WITH earlier AS (SELECT customer_id, segment FROM segments(as_of := (SELECT median(ordered_at) FROM orders))),
later AS (SELECT customer_id, segment FROM segments())
FROM segment_agreement('earlier', 'later')`,
  bought_next: `FROM bought_next((SELECT product ${MOST_SOLD}))`,
  last_bought: `WITH bought AS (FROM product_days())\nFROM last_bought('bought')`,
  unit_gaps: `${HABITS}\nFROM unit_gaps('bought', 'habits')`,
  cycles_of: `${GAPS}\nFROM cycles_of('habits', 'gaps')`,
  rhythms_of: `${GAPS}\nFROM rhythms_of('habits', 'gaps')`,
  care_customers: `WITH mine AS (FROM customers ORDER BY revenue DESC LIMIT 20)\nFROM care_customers('mine')`,
  care_greetings: `FROM care_greetings(festival_on := (SELECT max(ordered_at)::DATE + 14 FROM orders))`,
  bundle_counts: `FROM bundle_counts(
  (SELECT product_id ${MOST_SOLD}),
  (SELECT product_id ${MOST_SOLD} OFFSET 1))`,
};

/** A statement that asks a macro. */
export function macroCall(name: string): string {
  return BEGINNINGS[name] ?? `FROM ${name}()`;
}
