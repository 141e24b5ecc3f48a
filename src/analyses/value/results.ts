import { makeVector, Table, tableToIPC } from 'apache-arrow';
import type { Database } from '../../engine/database.ts';
import { ident, literal } from '../../engine/sql.ts';
import { segmentationSql } from '../segmentations.ts';
import { type CustomerFigures, HORIZONS } from './forecast.ts';
import type { Question } from './question.ts';
import { repeatSql } from './value.ts';

let runs = 0;

/**
 * Replaces the public table `customer_value` by the figures of a run, one row per customer of `repeat_orders`. `basis` says
 * whether they are modelled or observed; `expected_orders`, their 95 % interval and `expected_revenue` are within
 * `horizon_days`. What is not known is NULL.
 */
export async function writeValues(
  db: Database,
  question: Question,
  { basis, ...columns }: CustomerFigures,
  signal?: AbortSignal,
): Promise<void> {
  const numbers = `value_run_${(runs += 1)}`;
  const place = Int32Array.from(columns.p_alive.keys());
  if (!place.length) return db.exec('DELETE FROM customer_value', signal);
  const vectors = STORED.map((name) => [name, makeVector(columns[name])] as const);
  const table = new Table({ place: makeVector(place), ...Object.fromEntries(vectors) });
  await db.insert(numbers, tableToIPC(table, 'stream'));
  try {
    signal?.throwIfAborted();
    await db.exec(`CREATE OR REPLACE TABLE customer_value AS
WITH known AS (
  SELECT *, row_number() OVER (ORDER BY customer_id) - 1 AS place
  ${repeatSql(question)}
)
SELECT
  k.customer_id, k.customer_name, s.segment, k.x, k.t_x, k.age, k.last_order, k.revenue,
  ${literal(basis)} AS basis, ${question.horizon}::INTEGER AS horizon_days,
  ${known('p_alive')},
  ${HORIZONS.map((days) => known(`expected_orders_${days}`)).join(', ')},
  ${known(`expected_orders_${question.horizon}`, 'expected_orders')},
  ${REST.map((name) => known(name)).join(', ')}
FROM known k
JOIN ${ident(numbers)} n ON n.place = k.place
LEFT JOIN (${segmentationSql({ by: question.by, as_of: question.as_of })}) s ON s.customer_id = k.customer_id
ORDER BY k.customer_id`);
  } finally {
    await db.exec(`DROP TABLE IF EXISTS ${ident(numbers)}`);
  }
}

/** The columns of figures after the expected purchases, in the order of the public table. */
const REST = [
  'expected_orders_low',
  'expected_orders_high',
  'expected_spend',
  'expected_revenue',
  'clv',
] as const;

/**
 * What is handed to the engine. No array twice: Arrow writes neighbours that share their memory as one, and the engine then
 * waits for the rest for ever.
 */
const STORED = ['p_alive', ...HORIZONS.map((days) => `expected_orders_${days}` as const), ...REST] as const;

function known(name: string, as = name): string {
  return `CASE WHEN NOT isnan(n.${name}) THEN n.${name} END AS ${as}`;
}
