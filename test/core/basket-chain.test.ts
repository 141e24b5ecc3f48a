import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BasketOptions, basketItemsSql, basketParentsSql } from '../../src/analyses/basket/basket.ts';
import { writeResults } from '../../src/analyses/basket/results.ts';
import {
  bestRuleSql,
  type CountedRule,
  findItemsSql,
  itemsetsSql,
  oneRuleSql,
  type PairRow,
  pairsSql,
  type RuleFilter,
  type RuleRow,
  rulesSql,
  strongestSql,
  totalsSql,
} from '../../src/analyses/basket/rules.ts';
import { automaticCount, LARGEST_SET, LEAST_COUNT } from '../../src/analyses/basket/support.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { literal } from '../../src/engine/sql.ts';
import type { Parents } from '../../src/mining/family.ts';
import type { Mined } from '../../src/mining/mine.ts';
import type { Judged } from '../../src/mining/judge.ts';
import type { Rules } from '../../src/mining/rules.ts';
import { minCount } from '../../src/mining/threshold.ts';
import { type Pairs, work } from '../../src/mining/work.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import { CREATE_ORDER_LINE, fillGenerated, MATERIALISE } from './golden-data.ts';
import { realData } from './real-data.ts';

const ALL: RuleFilter = { confidence: 0, lift: 0, item: null, side: 'any', believable: false, folded: false };
const groceries = realData('groceries.csv');

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
});
afterAll(() => db.close());

/** Baskets from SQL, through the miner, back into the public tables. */
async function run(baskets: number | ((n: number) => number), options: BasketOptions = {}): Promise<Rules> {
  const pairs = (await db.numbers(basketItemsSql(options))) as unknown as Pairs;
  const asked = typeof baskets === 'number' ? baskets : baskets(pairs.basket.at(-1)! + 1);
  const parents =
    options.item === 'levels' ? ((await db.numbers(basketParentsSql())) as unknown as Parents) : undefined;
  const mined = work({
    kind: 'mine',
    pairs,
    options: { minSupport: { baskets: asked }, maxItemsets: 1e6, parents },
  }) as Mined;
  const { itemsets, basketCount } = mined;
  const judged = work({
    kind: 'judge',
    itemsets,
    basketCount,
    options: { minConfidence: 0, maxRules: 1e6, pairs, parts: null },
  }) as Judged;
  await writeResults(db, { itemsets, basketCount, ...judged }, options);
  return judged.rules;
}

async function automatic(options: BasketOptions = {}): Promise<number> {
  const pairs = (await db.numbers(basketItemsSql(options))) as unknown as Pairs;
  const asked = { minSupport: { baskets: LEAST_COUNT }, maxSize: LARGEST_SET, maxItemsets: 100_000 };
  return automaticCount((work({ kind: 'mine', pairs, options: asked }) as Mined).itemsets);
}

/** Rules between two products counted without the miner, by joining the order lines with themselves. */
const COUNTED_PAIRS = `WITH line AS (
  SELECT DISTINCT l.order_id, b.label FROM order_line l JOIN basket_labels() b USING (product_id)
),
single AS (SELECT label, count(*) AS n FROM line GROUP BY label),
total AS (SELECT count(DISTINCT order_id) AS n FROM line)
SELECT a.label AS antecedent, c.label AS consequent, count(*) AS baskets,
  count(*) / any_value(x.n) AS confidence,
  count(*) * any_value(t.n) / (any_value(x.n) * any_value(y.n)) AS lift
FROM line a JOIN line c ON a.order_id = c.order_id AND a.label <> c.label
JOIN single x ON x.label = a.label JOIN single y ON y.label = c.label, total t
GROUP BY a.label, c.label HAVING count(*) >= 3
ORDER BY 1, 2`;

describe('from order lines to rules', () => {
  beforeAll(async () => {
    await db.exec(`DELETE FROM order_line; ${fillGenerated(3000, 500, 80)}; ${MATERIALISE}`);
    await run(3);
  });

  it('finds the pairs that a join counts, with the same measures', async () => {
    const counted = await db.query<Record<string, number | string>>(COUNTED_PAIRS);
    const mined = await db.query<Record<string, number | string>>(
      'SELECT antecedent[1] AS antecedent, consequent, baskets, confidence, lift FROM rules WHERE len(antecedent) = 1 ORDER BY 1, 2',
    );
    expect(counted.length).toBeGreaterThan(500);
    expect(mined.length).toBe(counted.length);
    for (const [i, row] of mined.entries()) {
      const other = counted[i]!;
      expect([row.antecedent, row.consequent, row.baskets]).toEqual([
        other.antecedent,
        other.consequent,
        other.baskets,
      ]);
      expect(row.confidence).toBeCloseTo(other.confidence as number, 12);
      expect(row.lift).toBeCloseTo(other.lift as number, 10);
    }
  });

  it('counts what passes the filter, and nothing else', async () => {
    const filter = { ...ALL, confidence: 0.05, lift: 1.2 };
    const passing = await db.query<RuleRow>(rulesSql(filter));
    expect(passing.length).toBeGreaterThan(0);
    expect(passing.every(({ confidence, lift }) => confidence >= 0.05 && lift >= 1.2)).toBe(true);
    const [totals] = await db.query(totalsSql(filter));
    expect(totals).toMatchObject({ rules: passing.length });
    const [all] = await db.query<{ rules: number; kept: number }>(totalsSql(ALL));
    expect(all!.rules).toBe(all!.kept);
    expect(all!.rules).toBeGreaterThan(passing.length);
    expect(await db.query(strongestSql(filter, 7))).toHaveLength(Math.min(7, passing.length));
  });

  it('finds an item and the rules it is in, on either side', async () => {
    const [first] = await db.query<{ label: string; baskets: number }>(findItemsSql('tHING', 5));
    const item = first!.label;
    const count = async (side: RuleFilter['side']) =>
      (await db.query(rulesSql({ ...ALL, item, side }))).length;
    const [any, left, right] = [await count('any'), await count('left'), await count('right')];
    expect(left).toBeGreaterThan(0);
    expect(any).toBe(left + right);
    expect(await db.query(findItemsSql("no such 'item", 5))).toEqual([]);
  });

  it('speaks first of the highest lift among rules in thirty baskets', async () => {
    const [best] = await db.query<CountedRule>(bestRuleSql(ALL));
    const [highest] = await db.query<{ lift: number }>(
      'SELECT max(lift) AS lift FROM rules WHERE baskets >= 30 AND lift > 1',
    );
    expect(best!.baskets).toBeGreaterThanOrEqual(30);
    expect(best!.lift).toBe(highest!.lift);
    expect(best!.baskets / best!.antecedent_baskets).toBe(best!.confidence);
    expect(await db.query(oneRuleSql(best!))).toEqual([best]);
    expect(await db.query(bestRuleSql({ ...ALL, lift: 1e9 }))).toEqual([]);
  });

  it('sets a rule beside the rules made of its items alone', async () => {
    const [long] = await db.query<RuleRow>(
      `FROM rules WHERE len(antecedent) = 2 ORDER BY baskets DESC, lift DESC LIMIT 1`,
    );
    const beside = await db.query<RuleRow>(rulesSql(ALL, long));
    expect(beside).toHaveLength(9);
    expect(beside).toContainEqual(long);
  });

  it('takes one direction of each pair for the network', async () => {
    const pairs = await db.query<PairRow>(pairsSql(ALL, 1e6));
    const names = pairs.map(({ source, target }) => [source, target].sort().join('\n'));
    expect(new Set(names).size).toBe(names.length);
    const [both] = await db.query<{ n: number }>('SELECT count(*) AS n FROM rules WHERE len(antecedent) = 1');
    expect(pairs.length).toBe(both!.n / 2);
    for (const { baskets, source_baskets: a, target_baskets: c, confidence } of pairs) {
      expect(a).toBeLessThanOrEqual(c);
      expect(confidence).toBe(baskets / a);
    }
  });

  it('lists itemsets by size', async () => {
    const sized = await db.query<{ size: number; items: string[] }>(itemsetsSql(2));
    expect(sized.length).toBeGreaterThan(0);
    expect(sized.every(({ size, items }) => size === 2 && items.length === 2)).toBe(true);
  });

  it('takes another set of baskets when a day or a customer is one', async () => {
    const perOrder = (await db.query<RuleRow>('FROM rules')).length;
    await run(3, { per: 'customer', item: 'category' });
    const rows = await db.query<RuleRow>('FROM rules');
    expect(rows.length).not.toBe(perOrder);
    expect(rows.every(({ consequent }) => consequent.startsWith('Kind '))).toBe(true);
  });

  it('joins products with other categories than their own', async () => {
    await run(3, { item: 'levels' });
    const mixed = await db.query<{ product: string; category: string; baskets: number }>(
      `SELECT antecedent[1] AS product, consequent AS category, baskets FROM rules
       WHERE len(antecedent) = 1 AND NOT starts_with(antecedent[1], '[') AND starts_with(consequent, '[') ORDER BY 1, 2`,
    );
    const counted =
      await db.query(`WITH own AS (SELECT DISTINCT product_id, category FROM order_line WHERE is_product),
      other AS (SELECT DISTINCT order_id, category FROM order_line WHERE is_product AND category IS NOT NULL)
      SELECT b.label AS product, concat('[', o.category, ']') AS category, count(DISTINCT l.order_id) AS baskets
      FROM order_line l JOIN basket_labels() b USING (product_id) JOIN other o USING (order_id)
      WHERE NOT EXISTS (FROM own w WHERE w.product_id = l.product_id AND w.category = o.category)
      GROUP BY ALL HAVING count(DISTINCT l.order_id) >= 3 ORDER BY 1, 2`);
    expect(counted.length).toBeGreaterThan(100);
    expect(mixed).toEqual(counted);
  });
});

describe.skipIf(!groceries)('the Groceries baskets (skipped where the public data are absent)', () => {
  beforeAll(async () => {
    const lines = readFileSync(groceries!, 'utf8').trim().split('\n');
    await db.addFile('lines.txt', new Blob(lines.map((line, i) => `${i}\t${line.trim()}\n`)));
    await db.exec(`DELETE FROM order_line;
INSERT INTO order_line BY NAME
SELECT id AS order_id, 1 AS line_no, 1 AS quantity, trim(item) AS product_id, trim(item) AS product, true AS is_product, 'g' AS file, 1 AS row
FROM (SELECT column0 AS id, unnest(string_split(column1, ',')) AS item
  FROM read_csv(${literal('lines.txt')}, delim = '\t', header = false, quote = '', all_varchar = true, columns = {'column0': 'VARCHAR', 'column1': 'VARCHAR'}));
${MATERIALISE}`);
    await db.dropFile('lines.txt');
  });

  it.each([
    [0.001, 0.5, 5668],
    [0.006, 0.25, 463],
    [0.01, 0.5, 15],
  ])('at support %d and confidence %d give %d rules', async (support, confidence, expected) => {
    await run((n) => minCount(support, n));
    const [totals] = await db.query(totalsSql({ ...ALL, confidence }));
    expect(totals).toMatchObject({ rules: expected });
  });

  it('open with dozens to hundreds of rules at the automatic support', async () => {
    await run(await automatic());
    const [totals] = await db.query<{ rules: number }>(totalsSql({ ...ALL, confidence: 0.25 }));
    expect(totals!.rules).toBeGreaterThan(24);
    expect(totals!.rules).toBeLessThan(1000);
  });
});
