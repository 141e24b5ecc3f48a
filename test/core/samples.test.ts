import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleFiles } from '../../sample-data/generate.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';

const files = sampleFiles();
const committed = (name: string) =>
  readFileSync(new URL(`../../sample-data/${name}`, import.meta.url), 'utf8');

const STATUSES = [
  '交易成功',
  '交易关闭',
  '等待买家付款',
  '买家已付款，等待卖家发货',
  '卖家已发货，等待买家确认',
  '退款成功',
].sort();

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  for (const [name, text] of files) {
    await db.addFile(name, new Blob([text]));
    const table = name.replace('.csv', '').replaceAll('-', '_');
    await db.exec(
      `CREATE TABLE ${table} AS FROM read_csv('${name}', all_varchar = true, delim = ',', quote = '"')`,
    );
  }
  await db.exec(`CREATE VIEW line AS SELECT 订单编号 AS id, 下单时间::TIMESTAMP AS ordered, 客户账号 AS customer, 客户来源 AS source,
      商品编号 AS product, 数量::INT AS quantity, 单价::DECIMAL(9,2) AS price, 优惠金额::DECIMAL(9,2) AS discount,
      "实付金额(元)"::DECIMAL(9,2) AS amount, 成本::DECIMAL(9,2) AS cost, 退款金额::DECIMAL(9,2) AS refund,
      订单状态 AS status, 备注 AS note FROM home_goods_zh`);
  await db.exec(`CREATE VIEW sale AS FROM line
      WHERE status NOT IN ('交易关闭', '等待买家付款') AND note IS DISTINCT FROM '刷单，不发货'`);
  await db.exec(`CREATE VIEW buyer AS SELECT customer, any_value(source) AS source, count(DISTINCT id) AS orders,
      min(ordered) AS since, max(ordered) AS latest FROM sale WHERE customer IS NOT NULL GROUP BY customer`);
  await db.exec(`CREATE VIEW basket AS SELECT receipt, hour(any_value(time)::TIMESTAMP) BETWEEN 17 AND 19 AS evening,
      bool_or(item = 'diapers') AS diapers, bool_or(item = 'beer') AS beer, bool_or(item = 'umbrella') AS umbrella,
      bool_or(item = 'bread') AS bread, bool_or(item = 'butter') AS butter FROM supermarket GROUP BY receipt`);
});
afterAll(() => db.close());

async function one<Row extends object>(sql: string): Promise<Row> {
  return (await db.query<Row>(sql))[0]!;
}

async function count(sql: string): Promise<number> {
  return (await one<{ n: number }>(`SELECT count(*)::INT AS n FROM ${sql}`)).n;
}

describe('every sample file', () => {
  it.each([...files.keys()])('%s is what the generator writes, and under 2 MB', (name) => {
    expect(committed(name) === files.get(name)).toBe(true);
    expect(Buffer.byteLength(files.get(name)!)).toBeLessThan(2_000_000);
  });

  it('comes out the same when made again', () => {
    expect([...sampleFiles()].every(([name, text]) => text === files.get(name))).toBe(true);
  });
});

describe('the home-goods shop', () => {
  it('has the size of a small shop', async () => {
    const size = await one<
      Record<'lines' | 'orders' | 'customers' | 'products', number>
    >(`SELECT count(*)::INT AS lines, count(DISTINCT id)::INT AS orders,
      count(DISTINCT customer)::INT AS customers, count(DISTINCT product)::INT AS products FROM line`);
    expect(within(size.lines, 6_000, 7_500)).toBe(true);
    expect(within(size.orders, 2_500, 3_500)).toBe(true);
    expect(within(size.customers, 1_000, 1_250)).toBe(true);
    expect(within(size.products, 85, 100)).toBe(true);
  });

  it('keeps two years, oldest first', async () => {
    const { first, last } = await one<{ first: string; last: string }>(
      'SELECT min(ordered)::DATE::VARCHAR AS first, max(ordered)::DATE::VARCHAR AS last FROM line',
    );
    expect(first >= '2024-10-01' && first <= '2024-10-07').toBe(true);
    expect(last).toBe('2026-09-30');
    expect(
      await count(
        '(SELECT 下单时间 < lag(下单时间) OVER (ORDER BY rowid) AS back FROM home_goods_zh) WHERE back',
      ),
    ).toBe(0);
  });

  it('gives every order one id of 18 digits, one customer, one time and one place', async () => {
    expect(await count(`line WHERE NOT regexp_full_match(id, '[0-9]{18}')`)).toBe(0);
    expect(
      await count(`(FROM home_goods_zh SELECT 订单编号 GROUP BY ALL
        HAVING count(DISTINCT (下单时间, 客户账号, 手机, 收货地址, 客户来源, 备注)) > 1)`),
    ).toBe(0);
  });

  it('adds up to the cent', async () => {
    expect(await count('line WHERE amount <> quantity * price - discount OR amount <= 0 OR cost <= 0')).toBe(
      0,
    );
    expect(await count('line WHERE refund < 0 OR refund > amount')).toBe(0);
    expect(await count(`line WHERE status = '退款成功' AND refund <> amount`)).toBe(0);
  });

  it('has guests, postage, fake orders, unfinished orders and quoted cells', async () => {
    expect(await count('line WHERE customer IS NULL')).toBeGreaterThan(100);
    expect(await count(`line WHERE product = 'YF001'`)).toBeGreaterThan(30);
    expect(await count(`(SELECT DISTINCT id FROM line WHERE note LIKE '刷单%')`)).toBe(2);
    expect(
      (await db.query('SELECT DISTINCT status FROM line ORDER BY status')).map((row) => row.status),
    ).toEqual(STATUSES);
    expect(await count(`line WHERE note = '请写贺卡："新居快乐"'`)).toBeGreaterThan(0);
  });

  it('lives on a minority of regulars', async () => {
    const { rate, regulars } = await one<{ rate: number; regulars: number }>(
      'SELECT avg((orders >= 2)::INT) AS rate, avg((orders >= 8)::INT) AS regulars FROM buyer',
    );
    expect(within(rate, 0.3, 0.45)).toBe(true);
    expect(within(regulars, 0.03, 0.12)).toBe(true);
  });

  it('wins bargain hunters in the last half-year who do not come back', async () => {
    const rate = async (condition: string) =>
      (
        await one<{ rate: number }>(
          `SELECT avg((orders >= 2)::INT) AS rate FROM buyer WHERE since >= '2026-04-01' AND ${condition}`,
        )
      ).rate;
    expect(await rate(`source = '抖音'`)).toBeLessThan(0.12);
    expect(await rate(`source <> '抖音'`)).toBeGreaterThan(0.25);
  });

  it('sells more and earns less in the last half-year than in any before', async () => {
    const halves = await db.query<{
      revenue: number;
      profit: number;
    }>(`SELECT sum(amount - refund)::DOUBLE AS revenue,
      sum(amount - refund - cost)::DOUBLE AS profit FROM sale
      GROUP BY datediff('month', TIMESTAMP '2024-10-01', ordered) // 6 ORDER BY min(ordered)`);
    const last = halves.pop()!;
    expect(halves).toHaveLength(3);
    expect(halves.every((half) => half.revenue < last.revenue && half.profit > last.profit)).toBe(true);
  });

  it('loses good customers without a word', async () => {
    expect(await count(`buyer WHERE orders >= 12 AND latest < '2026-04-15'`)).toBeGreaterThanOrEqual(15);
  });

  it('has one product whose refunds rise', async () => {
    const share = async (period: string) =>
      (
        await one<{ share: number }>(
          `SELECT avg((refund > 0)::INT) AS share FROM sale WHERE product = 'QJ002' AND ordered ${period}`,
        )
      ).share;
    const late = await share(`>= '2026-04-01'`);
    expect(late).toBeGreaterThan(0.25);
    expect(late).toBeGreaterThan(3 * (await share(`< '2025-10-01'`)));
  });
});

interface Rule {
  baskets: number;
  confidence: number;
  lift: number;
}

function rule(first: string, second: string, condition = 'true'): Promise<Rule> {
  return one<Rule>(`SELECT count(*)::INT AS baskets, avg(${second}::INT) FILTER (${first}) AS confidence,
    confidence / avg(${second}::INT) AS lift FROM basket WHERE ${condition}`);
}

describe('the supermarket', () => {
  it('has the size of eight weeks', async () => {
    expect(await count('(SELECT DISTINCT receipt FROM supermarket)')).toBe(6_500);
    expect(within(await count('supermarket'), 25_000, 30_000)).toBe(true);
    expect(within(await count('(SELECT DISTINCT item FROM supermarket)'), 110, 130)).toBe(true);
    const { first, last, cards } = await one<{ first: string; last: string; cards: number }>(
      'SELECT min(time) AS first, max(time) AS last, count(customer) / count(*) AS cards FROM supermarket',
    );
    expect([first.slice(0, 10), last.slice(0, 10)]).toEqual(['2026-03-02', '2026-04-26']);
    expect(within(cards, 0.57, 0.63)).toBe(true);
  });

  it('lists an item once per receipt, with one time and one card', async () => {
    expect(await count('(SELECT receipt, item FROM supermarket GROUP BY ALL HAVING count(*) > 1)')).toBe(0);
    expect(
      await count(
        `(SELECT receipt FROM supermarket GROUP BY ALL HAVING count(DISTINCT (time, coalesce(customer, ''))) > 1)`,
      ),
    ).toBe(0);
  });

  it('tells the same receipts in Chinese', async () => {
    expect(
      await count(`supermarket AS en POSITIONAL JOIN supermarket_zh AS zh
        WHERE (receipt, time, coalesce(customer, ''), quantity, price) IS DISTINCT FROM (小票号, 时间, coalesce(会员, ''), 数量, 单价)
          OR (item = 'beer') <> (商品 = '啤酒') OR (item = 'diapers') <> (商品 = '纸尿裤')`),
    ).toBe(0);
    expect(
      await one(
        'SELECT count(DISTINCT item) = (SELECT count(DISTINCT 商品) FROM supermarket_zh) AS same FROM supermarket',
      ),
    ).toEqual({ same: true });
  });

  it('puts beer into 30 to 40 % of the baskets with diapers', async () => {
    const { confidence, lift } = await rule('diapers', 'beer');
    expect(within(confidence, 0.3, 0.4)).toBe(true);
    expect(lift).toBeGreaterThan(1.3);
  });

  it('holds the pair together in the evening only, and the total overstates both parts', async () => {
    const [all, evening, day] = await Promise.all(
      ['true', 'evening', 'NOT evening'].map((part) => rule('diapers', 'beer', part)),
    );
    expect(day!.lift).toBeLessThan(1);
    expect(evening!.lift).toBeGreaterThan(1.5);
    expect(all!.lift).toBeGreaterThan(evening!.lift);
  });

  it('has other pairs, and items that go with nothing', async () => {
    expect((await rule('bread', 'butter')).lift).toBeGreaterThan(2);
    const noise = await rule('umbrella', 'bread');
    expect(within(noise.lift, 0.4, 1.6)).toBe(true);
  });
});

function within(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}
