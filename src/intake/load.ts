import { type Database, QueryError } from '../engine/database.ts';
import { ident } from '../engine/sql.ts';
import type { Progress } from '../workers/task.ts';
import type { Account } from './account.ts';
import type { Inspected } from './inspect.ts';
import { joinDetails } from './join-details.ts';
import { IntakeProblem } from './problem.ts';
import { publish, tablesOf } from './publish.ts';
import { DEFAULT_RULES, type Rules } from './rules.ts';
import { loadTable, type LoadedTable } from './load-table.ts';

export interface LoadOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  /** How lines are cleaned; without it as the formats say. */
  rules?: Rules | undefined;
}

/**
 * Loads inspected tables into `order_line`, `left_out`, `orders`, `customers` and `products`, replacing what was there.
 * Everything is built in a schema of its own first; when anything fails or the signal aborts, it is dropped and what was
 * loaded before stays.
 * @throws IntakeProblem `mapping_incomplete`, `unclosed_quote`, `undecodable`, `no_line_kept`, `engine`; AbortError
 */
export async function load(
  db: Database,
  tables: readonly Inspected[],
  options: LoadOptions = {},
): Promise<Account> {
  const { signal, onProgress, rules = DEFAULT_RULES } = options;
  for (const table of tables) requireMapping(table);
  const schema = await freshSchema(db);
  let current = tables[0]?.file ?? '';
  try {
    const loaded: LoadedTable[] = [];
    const { details, orders, others } = sorted(tables);
    const total = tables.length + 1;
    for (const [i, table] of others.entries()) {
      current = table.file;
      onProgress?.({ stage: 'load', done: i, total });
      loaded.push(await loadTable(db, table, `${schema}.line_${i}`, rules, signal));
    }
    if (details.length > 0) loaded.push(...(await joinDetails(db, orders, details, schema, rules, signal)));
    onProgress?.({ stage: 'tables', done: tables.length, total });
    const account = await tablesOf(db, loaded, schema, signal);
    if (account.orderLines === 0)
      throw new IntakeProblem('no_line_kept', { file: current, count: account.linesIn });
    await publish(db, schema, signal);
    return account;
  } catch (error) {
    await db.exec(`DROP SCHEMA IF EXISTS ${ident(schema)} CASCADE`);
    if (!(error instanceof QueryError)) throw error;
    throw new IntakeProblem('engine', { file: current, value: error.message });
  }
}

/** Detail lists are read with the order lists they belong to; without any they are read as they are. */
function sorted(tables: readonly Inspected[]) {
  const isOrders = (table: Inspected) => table.shape === 'order' && table.mapping.order_id !== undefined;
  const orders = tables.filter(isOrders);
  const details = orders.length > 0 ? tables.filter((table) => table.shape === 'details') : [];
  const others = tables.filter(
    (table) => !details.includes(table) && !(details.length > 0 && isOrders(table)),
  );
  return { details, orders: details.length > 0 ? orders : [], others };
}

/** A line needs something to be counted by (order, customer or time) and something to count (product or money). */
function requireMapping({ file, mapping, shape }: Inspected): void {
  if (shape === 'baskets') return;
  const has = (...names: (keyof typeof mapping)[]) => names.some((name) => mapping[name] !== undefined);
  const lacks = !has('order_id', 'customer_id', 'customer_name', 'email', 'phone', 'ordered_at')
    ? 'order_id'
    : !has('product', 'product_id', 'amount', 'unit_price', 'order_amount')
      ? 'amount'
      : null;
  if (lacks) throw new IntakeProblem('mapping_incomplete', { file, column: lacks });
}

async function freshSchema(db: Database): Promise<string> {
  const rows = await db.query<{ n: number | null }>(
    `SELECT max(TRY_CAST(schema_name[6:] AS INTEGER)) AS n FROM duckdb_schemas() WHERE starts_with(schema_name, 'load_')`,
  );
  const schema = `load_${(rows[0]?.n ?? 0) + 1}`;
  await db.exec(`CREATE SCHEMA ${schema}`);
  return schema;
}
