import { readFileSync } from 'node:fs';
import type { Database } from '../../src/engine/database.ts';
import { CREATE_ORDER_LINE, MATERIALISE } from './golden-data.ts';

/** Fills `order_line` with the CDNOW sample; a customer's id is the number within the sample. */
export async function fillCdnow(db: Database, path: string): Promise<void> {
  const lines = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const rows = lines.map((line, i) => {
    const [, customer, day, units, amount] = line.trim().split(/\s+/) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
    return `('o${i}', TIMESTAMP '${date}', '${customer}', ${Number(units)}, ${Number(amount)}, ${i + 1})`;
  });
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(`INSERT INTO order_line BY NAME
    SELECT
      o AS order_id, t AS ordered_at, c AS customer_id, q::DOUBLE AS quantity, a::DOUBLE AS amount, 1 AS line_no,
      true AS is_product, 'CDNOW_sample.txt' AS file, i AS row
    FROM (VALUES ${rows.join(', ')}) purchases(o, t, c, q, a, i)`);
  await db.exec(MATERIALISE);
}
