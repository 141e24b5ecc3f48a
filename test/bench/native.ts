import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { packSql } from '../../src/pack/pack.ts';

/** A native DuckDB of the engine's version with one thread. */
export async function openNative(): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('SET threads = 1');
  return connection;
}

/** Seconds of reading a CSV file into a table of text columns, and nothing else. */
export async function readBare(connection: DuckDBConnection, path: string): Promise<number> {
  return seconds(() =>
    connection.run(`CREATE OR REPLACE TABLE raw AS FROM read_csv('${path}', all_varchar = true)`),
  );
}

/** Loads the bench's order lines into the pack's tables; `orders`, `customers` and `products` become tables as in the tab. */
export async function loadOrders(connection: DuckDBConnection): Promise<void> {
  await connection.run(packSql());
  await connection.run(`INSERT INTO order_line BY NAME
    SELECT order_id, ordered_at::TIMESTAMP AS ordered_at, customer_id, customer_name, product_id, product, category,
      quantity::DOUBLE AS quantity, unit_price::DOUBLE AS unit_price, amount::DOUBLE AS amount, status, region
    FROM raw WHERE status <> 'cancelled'`);
  for (const view of ['orders', 'customers', 'products'])
    await connection.run(
      `CREATE TABLE made AS FROM ${view}; DROP VIEW ${view}; ALTER TABLE made RENAME TO ${view}`,
    );
}

/** Seconds of a statement whose result is kept in a temporary table, as the SQL page does it; the median of three. */
export async function timeStatement(connection: DuckDBConnection, sql: string): Promise<number> {
  const runs: number[] = [];
  for (let run = 0; run < 3; run++)
    runs.push(
      await seconds(() => connection.run(`CREATE OR REPLACE TEMP TABLE query_result AS FROM (${sql})`)),
    );
  return median(runs);
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

async function seconds(job: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await job();
  return (performance.now() - start) / 1000;
}
