import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BASKET_DEFAULTS,
  basketItemsSql,
  basketColumnsSql,
  type BasketLabelRow,
  basketLabelsSql,
  type BasketOptions,
  basketParentsSql,
  type BasketSizeRow,
  basketSizesSql,
} from '../../src/analyses/basket/basket.ts';
import { writeResults } from '../../src/analyses/basket/results.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import type { Parts } from '../../src/mining/holdout.ts';
import { mine } from '../../src/mining/mine.ts';
import { basketsFromPairs } from '../../src/mining/baskets.ts';
import { judge } from '../../src/mining/judge.ts';
import type { Pairs } from '../../src/mining/work.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import { CREATE_ORDER_LINE, fillGenerated, MATERIALISE } from './golden-data.ts';
import { golden, realData } from './real-data.ts';

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
});
afterAll(() => db.close());

async function fill(rows: string): Promise<void> {
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(`INSERT INTO order_line BY NAME
    SELECT *, 1 AS line_no, 1 AS quantity, 1 AS amount, 'f' AS file, 1 AS row FROM (${rows})`);
  await db.exec(MATERIALISE);
}

const SMALL = `SELECT o AS order_id, d::TIMESTAMP AS ordered_at, c AS customer_id, p AS product_id, n AS product, k AS category,
  p <> 'fee' AS is_product
FROM (VALUES
  ('o3', '2024-01-03 09:00:00', 'x', 'p1', 'Tea', 'Drink'),
  ('o1', '2024-01-01 09:00:00', 'x', 'p2', 'Tea', 'Drink'),
  ('o1', '2024-01-01 09:00:00', 'x', 'p2', 'Tea', 'Drink'),
  ('o1', '2024-01-01 09:00:00', 'x', 'p3', NULL, NULL),
  ('o1', '2024-01-01 09:00:00', 'x', 'fee', 'Postage', 'Fees'),
  ('o2', '2024-01-01 11:00:00', 'x', 'p4', 'Cup', 'Ware'),
  ('o4', '2024-01-02 10:00:00', NULL, 'p4', 'Cup', 'Ware'),
  ('o5', '2024-01-02 11:00:00', NULL, 'p1', 'Tea', 'Drink'),
  ('o6', '2024-01-05 10:00:00', 'y', 'fee', 'Postage', 'Fees')
) lines(o, d, c, p, n, k)`;

/** Baskets as lists of labels, in the order of their codes. */
async function baskets(options: BasketOptions & { max_items?: number } = {}): Promise<string[]> {
  const { item, fees } = options;
  const labels = await db.query<BasketLabelRow>(basketLabelsSql({ item, fees }));
  expect(labels.map((row) => row.item)).toEqual(labels.map((_, i) => i));
  const pairs = await db.numbers(basketItemsSql(options));
  expect(pairs.basket).toBeInstanceOf(Int32Array);
  const found: string[][] = [];
  pairs.basket!.forEach((basket, i) => (found[basket] ??= []).push(labels[pairs.item![i]!]!.label));
  return Array.from(found, (items) => items.join(' + '));
}

describe('baskets', () => {
  it('are orders in order of time, each product once, without fees', async () => {
    await fill(SMALL);
    expect(await baskets()).toEqual(['Tea (p2) + p3', 'Cup', 'Cup', 'Tea (p1)', 'Tea (p1)']);
    expect(await baskets(BASKET_DEFAULTS)).toEqual(await baskets());
    expect(await baskets({ fees: true })).toEqual([
      'Postage + Tea (p2) + p3',
      'Cup',
      'Cup',
      'Tea (p1)',
      'Tea (p1)',
      'Postage',
    ]);
  });

  it("are a customer's day or everything a customer bought; a guest's order stays alone", async () => {
    await fill(SMALL);
    expect(await baskets({ per: 'customer_day' })).toEqual([
      'Tea (p2) + p3 + Cup',
      'Cup',
      'Tea (p1)',
      'Tea (p1)',
    ]);
    expect(await baskets({ per: 'customer' })).toEqual(['Tea (p1) + Tea (p2) + p3 + Cup', 'Cup', 'Tea (p1)']);
  });

  it('hold categories when asked', async () => {
    await fill(SMALL);
    expect(await baskets({ item: 'category', per: 'customer' })).toEqual(['Drink + Ware', 'Ware', 'Drink']);
    expect(await baskets({ item: 'category', fees: true })).toContain('Drink + Fees');
  });

  it('hold what any other column says, the file’s own ones too', async () => {
    await fill(`SELECT s.*, CASE WHEN s.order_id < 'o4' THEN 'north' ELSE 'south' END AS region,
      MAP(['Brand', 'Note'], [CASE s.product_id WHEN 'p3' THEN NULL ELSE 'B' || s.product_id END, 'same']) AS extra
      FROM (${SMALL}) s`);
    expect(await baskets({ item: 'Brand' })).toEqual(['Bp2', 'Bp4', 'Bp4', 'Bp1', 'Bp1']);
    expect(await baskets({ item: 'region', per: 'customer' })).toEqual(['north', 'south', 'south']);
    expect(await baskets({ item: 'Nothing' })).toEqual([]);
    const columns = await db.query<{ item: string; lines: number }>(`${basketColumnsSql()} ORDER BY item`);
    expect(columns).toEqual([
      { item: 'Brand', lines: 6 },
      { item: 'category', lines: 6 },
      { item: 'region', lines: 7 },
    ]);
  });

  it('hold products beside their categories, which know each other', async () => {
    await fill(SMALL);
    expect(await baskets({ item: 'levels' })).toEqual([
      'Tea (p2) + p3 + [Drink]',
      'Cup + [Ware]',
      'Cup + [Ware]',
      'Tea (p1) + [Drink]',
      'Tea (p1) + [Drink]',
    ]);
    const labels = await db.query<BasketLabelRow>(basketLabelsSql({ item: 'levels' }));
    const parents = await db.query<{ item: number; parent: number }>(basketParentsSql());
    expect(parents.map(({ item, parent }) => `${labels[item]!.label} ${labels[parent]!.label}`)).toEqual([
      'Tea (p1) [Drink]',
      'Tea (p2) [Drink]',
      'Cup [Ware]',
    ]);
  });

  it('leave out those too large, which stay countable', async () => {
    await fill(SMALL);
    expect(await baskets({ max_items: 1 })).toEqual(['Cup', 'Cup', 'Tea (p1)', 'Tea (p1)']);
    expect(await db.query<BasketSizeRow>(basketSizesSql())).toEqual([
      { items: 1, baskets: 4 },
      { items: 2, baskets: 1 },
    ]);
  });

  it('are as many as their sizes say, with codes from 0 without gaps', async () => {
    await db.exec(CREATE_ORDER_LINE);
    await db.exec(fillGenerated(1500, 300, 40));
    await db.exec(MATERIALISE);
    for (const per of ['order', 'customer_day', 'customer'] as const) {
      const sizes = await db.query<BasketSizeRow>(basketSizesSql({ per }));
      const { basket, item } = await db.numbers(basketItemsSql({ per, max_items: 3 }));
      const kept = sizes.filter(({ items }) => items <= 3);
      expect(new Set(basket)).toEqual(
        new Set(Array(kept.reduce((sum, { baskets: n }) => sum + n, 0)).keys()),
      );
      expect(item!.length).toBe(kept.reduce((sum, size) => sum + size.items * size.baskets, 0));
    }
  });
});

describe('what the miner finds', () => {
  async function mined(minCount: number, minConfidence: number, parts: Parts | null = null) {
    const pairs = await db.numbers(basketItemsSql());
    const coded = basketsFromPairs(pairs.basket as Int32Array, pairs.item as Int32Array);
    const { itemsets, basketCount } = mine(coded, { minCount, maxItemsets: 1e6 });
    itemsets.items.forEach((item, i) => (itemsets.items[i] = coded.itemCodes[item]!));
    const options = { minConfidence, maxRules: 1e6, pairs: pairs as unknown as Pairs, parts };
    return { itemsets, basketCount, ...judge(itemsets, basketCount, options) };
  }

  it('becomes the tables itemsets and rules', async () => {
    await fill(`SELECT o AS order_id, TIMESTAMP '2024-01-01' AS ordered_at, p AS product_id, p AS product, true AS is_product
      FROM (VALUES ('1', 'b'), ('1', 'a'), ('2', 'a'), ('2', 'b'), ('3', 'b'), ('4', 'c')) lines(o, p)`);
    const results = await mined(2, 0.1);
    await writeResults(db, results);
    expect(await db.query('FROM itemsets')).toEqual([
      { size: 1, items: ['b'], baskets: 3, support: 0.75 },
      { size: 1, items: ['a'], baskets: 2, support: 0.5 },
      { size: 2, items: ['a', 'b'], baskets: 2, support: 0.5 },
    ]);
    const shared = { baskets: 2, support: 0.5, lift: 4 / 3, leverage: 0.125 };
    const untested = {
      holdout_found: null,
      holdout_baskets: null,
      holdout_lift: null,
      holdout_p: null,
      holds: null,
    };
    const tested = {
      p_size: null,
      productive: false,
      redundant: false,
      believable: false,
    };
    const rows = await db.query('FROM rules');
    expect(rows).toMatchObject([
      { ...shared, antecedent: ['a'], consequent: 'b', confidence: 1, conviction: Infinity },
      { ...shared, antecedent: ['b'], consequent: 'a', confidence: 2 / 3, conviction: 1.5 },
    ]);
    for (const { p, p_holm, q } of rows as unknown as Record<string, number>[])
      [p, p_holm, q].forEach((value, i) => expect(value).toBeCloseTo([0.5, 1, 0.5][i]!, 12));
    for (const row of rows) expect(row).toMatchObject({ ...tested, ...untested });
    await writeResults(db, await mined(2, 0.1, { earlier: 2, dated: 4 }));
    for (const row of await db.query('FROM rules'))
      expect(row).toMatchObject({
        holdout_found: false,
        holdout_baskets: 0,
        holdout_lift: null,
        holdout_p: 1,
        holds: false,
      });
    expect(await db.query("SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'mined%'")).toEqual(
      [],
    );
  });

  it('may be nothing', async () => {
    await fill(SMALL);
    await writeResults(db, await mined(100, 0.5));
    expect(await db.query('FROM itemsets')).toEqual([]);
    expect((await db.run('FROM rules')).columns.map(({ name }) => name)).toEqual([
      'antecedent',
      'consequent',
      'baskets',
      'support',
      'confidence',
      'lift',
      'leverage',
      'conviction',
      'p',
      'p_holm',
      'q',
      'p_size',
      'productive',
      'redundant',
      'believable',
      'holdout_found',
      'holdout_baskets',
      'holdout_lift',
      'holdout_p',
      'holds',
    ]);
  });

  const groceries = realData('groceries.csv');
  const published = golden('rules_groceries_s0.006_c0.25.csv');
  it.skipIf(!groceries || !published)('agrees with the Groceries rules (skipped where absent)', async () => {
    await db.addFile('groceries.csv', new Blob([readFileSync(groceries!)]));
    await fill(`SELECT row_number::VARCHAR AS order_id, TIMESTAMP '2024-01-01' AS ordered_at, item AS product_id,
        item AS product, true AS is_product
      FROM (SELECT row_number() OVER () AS row_number, unnest(string_split(line, ',')) AS item
        FROM read_csv('groceries.csv', columns = {'line': 'VARCHAR'}, header = false, delim = '\\t', quote = ''))`);
    await db.dropFile('groceries.csv');
    const results = await mined(Math.ceil(0.006 * 9835), 0.25);
    expect(results.basketCount).toBe(9835);
    await writeResults(db, results);
    await db.addFile('golden.csv', new Blob([readFileSync(published!)]));
    const [row] = await db.query(GOLDEN_SQL);
    await db.dropFile('golden.csv');
    expect(row).toEqual({ expected: 463, found: 463, matched: 463 });
  });
});

const GOLDEN_SQL = `WITH published AS (
  SELECT list_sort(string_split(lhs, ';')) AS antecedent, rhs AS consequent, * FROM read_csv('golden.csv', header = true)
)
SELECT
  (SELECT count(*) FROM published) AS expected,
  (SELECT count(*) FROM rules) AS found,
  count(*) AS matched
FROM published p
JOIN rules r ON r.antecedent = p.antecedent AND r.consequent = p.consequent AND r.baskets = p.count
WHERE abs(r.support - p.support) < 1e-9 AND abs(r.confidence - p.confidence) < 1e-9 AND abs(r.lift - p.lift) < 1e-9
  AND abs(r.leverage - p.leverage) < 1e-9 AND abs(r.conviction - p.conviction) < 1e-9`;
