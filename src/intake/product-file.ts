import type { Database } from '../engine/database.ts';
import { attachedAs, type AttachedTable, columnsOf, enrich, type Staged } from './attached.ts';
import type { LoadedTable } from './load-table.ts';

/**
 * Joins a file of products to lines, by product code, else by name: fills in names and categories lines lack, and their
 * cost (the file's is of one piece). What lines say themselves stays. Products nobody bought are left out.
 */
export async function joinProducts(
  db: Database,
  file: Staged,
  tables: readonly LoadedTable[],
  signal?: AbortSignal,
): Promise<AttachedTable> {
  const { stage, has } = file;
  const known = `${stage}_known`;
  const text = (name: 'product_id' | 'product' | 'category') => (has(name) ? name : 'NULL::VARCHAR');
  await db.exec(
    `CREATE TABLE ${known} AS SELECT row, ${text('product_id')} AS product_id, ${text('product')} AS product, ${text('category')} AS category,
  ${has('cost') ? 'cost' : 'NULL::DOUBLE'} AS cost FROM ${stage} WHERE NOT (blank OR repeats_header OR sums_up)`,
    signal,
  );
  const matched: string[] = [];
  for (const { lines, notes } of tables) {
    const there = await columnsOf(db, lines);
    if (!there.has('product_id')) continue;
    const match = `${lines}_products`;
    await db.exec(
      `CREATE TABLE ${match} AS WITH sold AS (SELECT DISTINCT product_id, product FROM ${lines} WHERE product_id IS NOT NULL),
ways AS (SELECT *, 1 AS way, lower(product_id) AS key FROM sold UNION ALL SELECT *, 2, lower(product) FROM sold),
keys AS (SELECT 1 AS way, lower(product_id) AS key, row FROM ${known} UNION ALL SELECT 2, lower(product), row FROM ${known})
SELECT product_id, product, arg_min(row, way * 1e12 + row) AS file_row FROM ways JOIN keys USING (way, key) GROUP BY product_id, product`,
      signal,
    );
    const facts = {
      product: (own: string) =>
        `CASE WHEN ${own} = l.product_id AND ${has('product_id')} THEN coalesce(k.product, ${own}) ELSE ${own} END`,
      category: (own: string) => `coalesce(${own}, k.category)`,
      cost: (own: string) => `coalesce(${own}, k.cost * l.quantity)`,
    };
    const on = 'm.product_id = l.product_id AND m.product IS NOT DISTINCT FROM l.product';
    const count = await enrich(db, lines, { known, match, on }, facts, signal);
    notes.push({ code: 'products_matched', count, value: file.inspected.file });
    matched.push(match);
  }
  return attachedAs(db, file, matched, 'product_without_sale');
}
