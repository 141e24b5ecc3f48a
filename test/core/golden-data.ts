import { openAsBlob } from 'node:fs';
import type { Database } from '../../src/engine/database.ts';
import { ident, literal } from '../../src/engine/sql.ts';
import customerContact from '../../src/tables/customer-contact.sql?raw';
import customerOptOut from '../../src/tables/customer-opt-out.sql?raw';
import customerTag from '../../src/tables/customer-tag.sql?raw';
import customers from '../../src/tables/customers.sql?raw';
import orders from '../../src/tables/orders.sql?raw';
import products from '../../src/tables/products.sql?raw';
import { customerExtraSql } from '../../src/tables/customer-extra.ts';
import { ORDER_LINE } from '../../src/tables/schema.ts';

/** An empty `order_line` with every public column, and places for the shop's own tags and contacts. */
export const CREATE_ORDER_LINE = `CREATE OR REPLACE TABLE order_line (${ORDER_LINE.map(
  ({ name, type, always }) => `${ident(name)} ${type}${always ? ' NOT NULL' : ''}`,
).join(', ')});
${[customerTag, customerContact, customerOptOut].map((sql) => sql.trim()).join(';\n')}`;

/** The tables a tab makes from `order_line` once it is loaded. */
export const MATERIALISE = Object.entries({
  orders,
  customers,
  products,
  customer_extra: customerExtraSql(),
})
  .map(([name, sql]) => `CREATE OR REPLACE TABLE ${name} AS ${sql}`)
  .join(';\n');

/**
 * Fills `order_line` with about 10/3 lines for each of `orders` orders, the same ones for the same numbers: few customers
 * buy often and most once, some orders are a guest's, some lines are refunded in part, some are postage, names and
 * categories are missing here and there, a few amounts are 0 or below, and prices repeat so that sums tie.
 */
export function fillGenerated(orders: number, customers: number, products: number): string {
  return `INSERT INTO order_line BY NAME
WITH numbered AS (
  SELECT
    i AS o,
    hash(i) % 1000000 / 1000000 AS u,
    hash(i + 10000019) % 1000000 / 1000000 AS v,
    (1 + hash(i + 20000003) % 5)::INTEGER AS n
  FROM range(${orders}) numbers(i)
),
lines AS (SELECT o, u, v, n, unnest(range(1, n + CASE WHEN o % 3 = 0 THEN 2 ELSE 1 END)) AS j FROM numbered),
drawn AS (SELECT *, hash(o * 8 + j) % 1000003 / 1000003 AS w, hash(o * 8 + j + 30000001) % 1000 AS x FROM lines)
SELECT
  printf('N%08d', o) AS order_id,
  j::INTEGER AS line_no,
  TIMESTAMP '2023-01-17 08:00:00' + to_seconds((o * 730 // ${orders}) * 86400 + (v * 50000)::BIGINT) AS ordered_at,
  CASE WHEN o % 11 <> 0 THEN printf('C%07d', floor(pow(u, 2.5) * ${customers})::BIGINT) END AS customer_id,
  CASE WHEN o % 7 <> 0 THEN 'Buyer ' || floor(pow(u, 2.5) * ${customers})::BIGINT END AS customer_name,
  CASE WHEN j > n THEN 'POST' ELSE printf('P%05d', floor(w * w * ${products})::BIGINT) END AS product_id,
  CASE WHEN j > n THEN 'Postage' WHEN x % 50 <> 0 THEN 'Thing ' || (floor(w * w * ${products})::BIGINT % ${products - 3}) END AS product,
  CASE WHEN j <= n AND x % 20 <> 0 THEN 'Kind ' || (floor(w * w * ${products})::BIGINT % 12) END AS category,
  (1 + x % 4)::DOUBLE AS quantity,
  (1 + floor(w * w * ${products})::BIGINT % 40) / 4 AS unit_price,
  CASE WHEN x = 999 THEN -1 WHEN x > 990 THEN 0 ELSE quantity * unit_price END AS amount,
  CASE WHEN x % 30 = 7 THEN amount / 2 END AS refund,
  j <= n AS is_product,
  'generated' AS file,
  row_number() OVER (ORDER BY o, j) + 1 AS row
FROM drawn
ORDER BY o, j`;
}

/**
 * Adds to lines of `fillGenerated` what is known of their customers: region, city, source, platform, gender, birthday and
 * tags, differing from order to order here and there, and the further columns age, income and level.
 */
export const DESCRIBE_CUSTOMERS = `CREATE OR REPLACE TABLE order_line AS
WITH drawn AS (SELECT *, hash(coalesce(customer_id, '')) AS h, hash(order_id) AS o FROM order_line)
SELECT * EXCLUDE (h, o) REPLACE (
  CASE WHEN h % 10 > 0 THEN 'Region ' || (h // 7 + (o % 20 = 0)::INTEGER) % 6 END AS region,
  CASE WHEN o % 5 > 0 THEN 'City ' || h // 11 % 20 END AS city,
  ['friend', 'search', 'advertisement', 'market'][1 + (h // 13 % 4)::INTEGER] AS source,
  CASE WHEN o % 2 = 0 THEN 'web' ELSE 'shop' END AS platform,
  CASE WHEN h % 3 > 0 THEN ['f', 'm'][1 + (h // 17 % 2)::INTEGER] END AS gender,
  CASE WHEN h % 4 > 0 THEN DATE '1950-01-01' + (h // 19 % 20000)::INTEGER END AS birthday,
  CASE WHEN h % 7 = 0 THEN 'new, friend' WHEN o % 9 = 0 THEN 'friend；new' WHEN o % 11 = 0 THEN 'vip' END AS tags,
  amount * 0.6 AS cost,
  CASE WHEN o % 3 = 0 THEN amount / 10 ELSE 0 END AS discount,
  CASE WHEN customer_id IS NOT NULL AND o % 8 > 0 THEN MAP(['age', 'income', 'level', 'region'], [(18 + h // 23 % 50)::VARCHAR,
    CASE WHEN h % 5 > 0 THEN (h // 29 % 30000 + 0.5)::DECIMAL(9, 1)::VARCHAR END, CASE WHEN o % 4 > 0 THEN 'L' || h // 31 % 3 ELSE 'L9' END, 'north']) END AS extra
) FROM drawn ORDER BY row`;

/**
 * Fills `order_line` from the Online Retail file as the golden figures were computed: lines with a customer (or all, with
 * `guests`), a quantity and a price above 0, no cancellation; fees count as products.
 */
export async function fillOnlineRetail(db: Database, path: string, guests = false): Promise<void> {
  await db.addFile('online_retail.csv', await openAsBlob(path));
  await db.exec(`INSERT INTO order_line BY NAME
SELECT
  InvoiceNo AS order_id,
  1 AS line_no,
  InvoiceDate::TIMESTAMP AS ordered_at,
  nullif(replace(CustomerID, '.0', ''), '') AS customer_id,
  StockCode AS product_id,
  Description AS product,
  Quantity::DOUBLE AS quantity,
  UnitPrice::DOUBLE AS unit_price,
  Quantity::DOUBLE * UnitPrice::DOUBLE AS amount,
  Country AS region,
  true AS is_product,
  'online_retail.csv' AS file,
  row_number() OVER () + 1 AS row
FROM read_csv(${literal('online_retail.csv')}, all_varchar = true, header = true)
WHERE Quantity::DOUBLE > 0 AND UnitPrice::DOUBLE > 0 AND InvoiceNo NOT LIKE 'C%'
  AND (${guests} OR nullif(CustomerID, '') IS NOT NULL)`);
  await db.dropFile('online_retail.csv');
}

/** An order as the tests write one; its id is its place. */
export interface Order {
  at: Date;
  customer: string | null;
  lines: { product: string; quantity: number; amount: number; refund: number | null; fee: boolean }[];
}

/** Fills `order_line` and the tables made from it with these orders alone, last line first when `reversed`. */
export async function fillOrders(db: Database, orders: readonly Order[], reversed = false): Promise<void> {
  const lines = orders.flatMap(({ at, customer, lines: sold }, o) =>
    sold.map(({ product, quantity, amount, refund, fee }, i) =>
      literal([
        `o${o}`,
        at.toISOString().slice(0, 19),
        customer,
        product,
        quantity,
        amount,
        refund,
        !fee,
        i + 1,
      ]),
    ),
  );
  if (reversed) lines.reverse();
  const values = lines.map((line) => `(${line.slice(1, -1)})`).join(', ');
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(`INSERT INTO order_line BY NAME
    SELECT o AS order_id, t::TIMESTAMP AS ordered_at, c AS customer_id, p AS product_id, p AS product, q AS quantity,
      a AS amount, r AS refund, s AS is_product, i AS line_no, 'f' AS file, i AS row
    FROM (VALUES ${values}) lines(o, t, c, p, q, a, r, s, i)`);
  await db.exec(MATERIALISE);
}
