import type { Database } from '../engine/database.ts';
import type { LoadedTable } from './load-table.ts';

/** Rounds in which returns look for a sale; in each, a sale takes the earliest of those that point at it. */
const ROUNDS = 12;

/**
 * Gives returns (lines with negative quantity or amount that were left out as cancelled) as a refund to the sale they
 * undo: of the sales before them of the same product to the same customer at the same unit price with enough pieces not
 * yet returned, one of as many pieces, else the last. Such a return is left out as `returned`; one without a sale stays
 * `cancelled`. Guests' returns have nobody to be matched with.
 */
export async function matchReturns(
  db: Database,
  tables: readonly LoadedTable[],
  schema: string,
  signal?: AbortSignal,
): Promise<void> {
  const dated = tables.map(
    ({ inspected: { mapping, shape } }) => mapping.ordered_at !== undefined && shape !== 'baskets',
  );
  if (!dated.includes(true)) return;
  const all = (condition: string) =>
    tables
      .flatMap((table, t) => (dated[t] ? [`(${partSql(table, t)} ${condition})`] : []))
      .join(' UNION ALL ');
  const matched = `${schema}.returns_matched`;
  await db.exec(
    `CREATE TABLE ${schema}.returns_open AS ${all(`AND split_part(reason, '/', 1) = 'cancelled' AND (quantity < 0 OR split_part(reason, '/', 2) IN ('amount', 'unit_price'))`)};
CREATE TABLE ${schema}.sales_open AS FROM (${all('AND reason IS NULL AND quantity > 0')}) SEMI JOIN ${schema}.returns_open USING (customer_id, what);
CREATE TABLE ${matched} (t INTEGER, row BIGINT, sale_t INTEGER, sale_row BIGINT, pieces DOUBLE, money DOUBLE)`,
    signal,
  );
  for (let round = 0, before = 0; round < ROUNDS; round++) {
    await db.exec(matchSql(schema), signal);
    const [found] = await db.query<{ n: number }>(`SELECT count(*) AS n FROM ${matched}`);
    if (found!.n === before) break;
    before = found!.n;
  }
  for (const [t, table] of tables.entries()) await settle(db, table, t, matched, signal);
}

function partSql({ lines, inspected: { mapping } }: LoadedTable, t: number): string {
  const price = mapping.unit_price === undefined ? 'amount / quantity' : 'unit_price';
  return `SELECT ${t} AS t, row, customer_id, coalesce(product_id, product) AS what, round(abs(${price}), 2) AS price,
  ordered_at AS moment, abs(quantity) AS pieces, abs(amount) AS money
FROM ${lines} WHERE customer_id IS NOT NULL AND ordered_at IS NOT NULL AND quantity <> 0`;
}

/** One round: every return still open points at the sale that fits best; a sale takes the earliest of them. */
function matchSql(schema: string): string {
  return `CREATE OR REPLACE TABLE ${schema}.round AS
SELECT t, row, sale_t, sale_row, pieces, money FROM (
  SELECT r.t, r.row, s.t AS sale_t, s.row AS sale_row, r.pieces, r.money, r.moment
  FROM ${schema}.returns_open r JOIN ${schema}.sales_open s
    ON s.customer_id = r.customer_id AND s.what = r.what AND s.price = r.price AND s.moment <= r.moment AND s.pieces >= r.pieces
  QUALIFY row_number() OVER (PARTITION BY r.t, r.row ORDER BY s.pieces = r.pieces DESC, s.moment DESC, s.t, s.row DESC) = 1)
QUALIFY row_number() OVER (PARTITION BY sale_t, sale_row ORDER BY moment, t, row) = 1;
INSERT INTO ${schema}.returns_matched FROM ${schema}.round;
UPDATE ${schema}.sales_open AS s SET pieces = s.pieces - taken.pieces
FROM ${schema}.round taken WHERE s.t = taken.sale_t AND s.row = taken.sale_row;
DELETE FROM ${schema}.returns_open AS r USING ${schema}.round taken WHERE r.t = taken.t AND r.row = taken.row`;
}

/** Writes what was matched into the lines of one table: refunds on its sales, the new reason on its returns. */
async function settle(
  db: Database,
  { lines, notes }: LoadedTable,
  t: number,
  matched: string,
  signal?: AbortSignal,
): Promise<void> {
  await db.exec(
    `UPDATE ${lines} AS l SET refund = least(amount, coalesce(refund, 0) + given.money)
FROM (SELECT sale_row, sum(money) AS money FROM ${matched} WHERE sale_t = ${t} GROUP BY sale_row) given
WHERE l.row = given.sale_row AND l.reason IS NULL;
UPDATE ${lines} SET reason = replace(reason, 'cancelled', 'returned')
WHERE row IN (SELECT row FROM ${matched} WHERE t = ${t}) AND starts_with(reason, 'cancelled')`,
    signal,
  );
  const [found] = await db.query<{ n: number; money: number | null }>(
    `SELECT count(*) AS n, sum(money) AS money FROM ${matched} WHERE t = ${t}`,
  );
  if (found!.n > 0) notes.push({ code: 'returns_matched', count: found!.n, amount: found!.money ?? 0 });
}
