import { macrosSql } from '../analyses/sql.ts';
import { ident } from '../engine/sql.ts';
import customerContact from '../tables/customer-contact.sql?raw';
import customerOptOut from '../tables/customer-opt-out.sql?raw';
import customerTag from '../tables/customer-tag.sql?raw';
import customerValue from '../tables/customer-value.sql?raw';
import { customerExtraSql } from '../tables/customer-extra.ts';
import customers from '../tables/customers.sql?raw';
import orders from '../tables/orders.sql?raw';
import products from '../tables/products.sql?raw';
import { ORDER_LINE } from '../tables/schema.ts';

const OWN_TABLES = [customerTag, customerContact, customerOptOut, customerValue];
const VIEWS = { orders, customers, products, customer_extra: customerExtraSql() };

/**
 * Everything the pages ask, as one SQL file for native DuckDB: the tables `order_line`, `customer_tag` (the shop's own
 * tags), `customer_contact` and `customer_opt_out` (to whom it wrote, who wants no letters) and `customer_value` (what a run of the models found) where there are none yet, the
 * views on the first, and every analysis' macros with their comments. Running it again
 * replaces what it made and keeps the rows.
 */
export function packSql(): string {
  const views = Object.entries(VIEWS).map(
    ([name, sql]) => `CREATE OR REPLACE VIEW ${name} AS\n${sql.trim()};`,
  );
  return (
    [header(), orderLine(), ...OWN_TABLES.map((sql) => `${sql.trim()};`), ...views, macrosSql()].join(
      '\n\n',
    ) + '\n'
  );
}

function header(): string {
  return `-- Regulars: what a shop's orders say, as table macros for DuckDB 1.4 or later. No extension is needed.
--
--   .read regulars.sql
--   INSERT INTO order_line BY NAME
--     SELECT "Order" AS order_id, "Paid at" AS ordered_at, "Buyer" AS customer_id, "SKU" AS product_id,
--       "Qty" AS quantity, "Price" AS unit_price, "Total" AS amount
--     FROM 'orders.csv';
--   FROM overview();
--   FROM segment_summary(model := '8', threshold := 'median');
--
-- Columns you do not name stay NULL. A table order_line of your own, made before, is used as it is; it needs all the
-- columns below. Ids are text, amount is net of the line's discounts and before refund, and money is in one currency.
-- Much data is answered sooner when the views are tables:
--   CREATE TABLE t AS FROM orders; DROP VIEW orders; ALTER TABLE t RENAME TO orders; -- then customers, products, customer_extra
-- The macros: SELECT function_name, comment FROM duckdb_functions() WHERE function_type = 'table_macro' AND NOT internal;`;
}

function orderLine(): string {
  const columns = ORDER_LINE.map(({ name, type }) => `  ${ident(name)} ${type}${FALLBACK[name] ?? ''}`);
  return `CREATE TABLE IF NOT EXISTS order_line (\n${columns.join(',\n')}\n);`;
}

/** What a line has where the file names no such column. */
const FALLBACK: Record<string, string> = {
  line_no: ' DEFAULT 1',
  quantity: ' DEFAULT 1',
  is_product: ' DEFAULT true',
  file: " DEFAULT ''",
  row: ' DEFAULT 0',
};
