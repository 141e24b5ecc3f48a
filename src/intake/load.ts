import { type Database, QueryError } from '../engine/database.ts';
import type { Progress } from '../workers/task.ts';
import type { Account } from './account.ts';
import { combine, isAttached } from './combine.ts';
import { complete, completeProducts } from './complete.ts';
import { formatOf } from './formats/index.ts';
import type { Decoded } from './decode/decode.ts';
import type { Inspected } from './inspect.ts';
import { joinDetails } from './join-details.ts';
import { IntakeProblem } from './problem.ts';
import { closePlace, openPlace, type Place } from './place.ts';
import { publish } from './publish.ts';
import { DEFAULT_RULES, type Rules } from './rules.ts';
import { loadTable, type LoadedTable } from './load-table.ts';
import { tablesOf } from './tables.ts';

/** How much of a text is read before it is compressed. */
const SLICE_BYTES = 128e6;

export interface LoadOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  /** How lines are cleaned; without it as the formats say. */
  rules?: Rules | undefined;
}

/** A data set that is open. */
export interface Opened {
  account: Account;
  /** What `complete` and `completeProducts` need. */
  lines: readonly LoadedTable[];
  place: Place;
}

/** Opens inspected tables, and makes tables of all views that are public. */
export async function load(
  db: Database,
  tables: readonly Inspected[],
  options: LoadOptions = {},
): Promise<Account> {
  const { account, lines, place } = await open(db, tables, options);
  await complete(db, lines, place, { onProgress: options.onProgress });
  await completeProducts(db, place);
  return account;
}

/**
 * Opens inspected tables as `order_line`, `left_out`, `orders`, `customers` and `products`, replacing what was there.
 * Everything is built in a schema of its own first; when anything fails or the signal aborts, it is dropped and what was
 * loaded before stays.
 * @throws IntakeProblem `mapping_incomplete`, `unclosed_quote`, `undecodable`, `no_orders`, `no_line_kept`, `engine`;
 * AbortError
 */
export async function open(
  db: Database,
  tables: readonly Inspected[],
  options: LoadOptions = {},
): Promise<Opened> {
  const { signal, onProgress, rules = DEFAULT_RULES } = options;
  for (const table of tables) requireMapping(table);
  const bytes = tables.reduce((sum, { decoded }) => sum + sizeOf(decoded), 0);
  const place = await openPlace(db, bytes);
  const schema = place.name;
  let current = tables[0]?.file ?? '';
  try {
    const loaded: LoadedTable[] = [];
    const { joins, others } = sorted(tables.filter((table) => !isAttached(table)));
    if (joins.length + others.length === 0) throw new IntakeProblem('no_orders', { file: current });
    const sliceBytes = place.compressed ? SLICE_BYTES : undefined;
    const reading = {
      signal,
      sliceBytes,
      onRead: readProgress([...others, ...joins.flatMap(bothOf)], onProgress),
    };
    for (const [i, table] of others.entries()) {
      current = table.file;
      loaded.push(await loadTable(db, table, `${schema}.line_${i}`, rules, reading));
    }
    for (const [i, { orders, details }] of joins.entries())
      loaded.push(...(await joinDetails(db, orders, details, `${schema}.join_${i}`, rules, reading)));
    onProgress?.({ stage: 'tables', done: 0, total: 0, unit: 'rows' });
    const combined = await combine(db, loaded, tables.filter(isAttached), { rules, schema, signal });
    const account = await tablesOf(db, loaded, combined, schema, signal);
    if (account.orderLines === 0)
      throw new IntakeProblem('no_line_kept', { file: current, count: account.linesIn });
    await publish(db, place, signal);
    return { account, lines: loaded, place };
  } catch (error) {
    await closePlace(db, place);
    if (!(error instanceof QueryError)) throw error;
    throw new IntakeProblem('engine', { file: current, value: error.message });
  }
}

/** Lists of lines are read with the order lists of the format that has their orders; without any as they are. */
function sorted(tables: readonly Inspected[]) {
  const joins: { orders: Inspected[]; details: Inspected[] }[] = [];
  for (const format of new Set(tables.map(({ format }) => formatOf(format).ordersIn))) {
    if (format === undefined) continue;
    const numbered = tables.filter(({ mapping }) => mapping.order_id !== undefined);
    const orders = numbered.filter((table) => table.format === format);
    const details = numbered.filter((table) => formatOf(table.format).ordersIn === format);
    if (orders.length > 0 && details.length > 0) joins.push({ orders, details });
  }
  const joined = joins.flatMap(({ orders, details }) => [...orders, ...details]);
  return { joins, others: tables.filter((table) => !joined.includes(table)) };
}

/** A line needs something to be counted by (order, customer or time) and something to count (product or money). */
function requireMapping({ file, mapping, shape }: Inspected): void {
  if (shape === 'baskets') return;
  const has = (...names: (keyof typeof mapping)[]) => names.some((name) => mapping[name] !== undefined);
  if (shape === 'customers' || shape === 'products') {
    const key = shape === 'customers' ? has('customer_id', 'phone', 'email') : has('product_id', 'product');
    if (!key)
      throw new IntakeProblem('mapping_incomplete', {
        file,
        column: shape === 'customers' ? 'customer_id' : 'product_id',
      });
    return;
  }
  const lacks = !has('order_id', 'customer_id', 'customer_name', 'email', 'phone', 'ordered_at')
    ? 'order_id'
    : !has('product', 'product_id', 'amount', 'unit_price', 'order_amount')
      ? 'amount'
      : null;
  if (lacks) throw new IntakeProblem('mapping_incomplete', { file, column: lacks });
}

/** Adds up what has been read of each table, in bytes. */
function readProgress(
  tables: readonly Inspected[],
  onProgress: LoadOptions['onProgress'],
): (table: Inspected, bytes: number) => void {
  const total = tables.reduce((sum, { decoded }) => sum + sizeOf(decoded), 0);
  const read = new Map<Inspected, number>();
  onProgress?.({ stage: 'load', done: 0, total, unit: 'bytes' });
  return (table, bytes) => {
    read.set(table, Math.min(bytes, sizeOf(table.decoded)));
    const done = [...read.values()].reduce((sum, one) => sum + one, 0);
    onProgress?.({ stage: 'load', done, total, unit: 'bytes' });
  };
}

function bothOf({ orders, details }: { orders: Inspected[]; details: Inspected[] }): Inspected[] {
  return [...orders, ...details];
}

function sizeOf(decoded: Decoded): number {
  return decoded.kind === 'text' ? decoded.blob.size : decoded.stream.byteLength;
}
