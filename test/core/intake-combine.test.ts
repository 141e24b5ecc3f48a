import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { inspect } from '../../src/intake/inspect.ts';
import { load } from '../../src/intake/load.ts';
import { DEFAULT_RULES, type Rules } from '../../src/intake/rules.ts';
import { counts, text } from './intake-loader.ts';
import { realData } from './real-data.ts';

let db: Database;
beforeAll(async () => void (db = await openNodeDatabase()));
afterAll(() => db.close());

const HEADER = 'order_id,order_date,customer,product,quantity,price';

async function opened(files: Record<string, string>, rules: Partial<Rules> = {}) {
  const tables = await inspect(
    db,
    Object.entries(files).map(([name, content]) => text(content, name)),
  );
  return load(db, tables, { rules: { ...DEFAULT_RULES, ...rules } });
}

function file(rows: readonly string[], header = HEADER): string {
  return [header, ...rows].join('\n') + '\n';
}

const ann = [
  'A1,2024-01-05,ann,mug,1,10.00',
  'A1,2024-01-05,ann,mug,1,10.00',
  'A1,2024-01-05,ann,tea,2,4.00',
];
const bob = ['B1,2024-01-31,bob,mug,1,10.00'];
const cat = ['C1,2024-02-03,cat,tea,5,4.00'];

describe('several exports of the same kind', () => {
  it('are one data set', async () => {
    const account = await opened({ 'jan.csv': file([...ann, ...bob]), 'feb.csv': file(cat) });
    expect(account).toMatchObject({ linesIn: 5, kept: 5, orderLines: 5 });
  });

  it('count shared lines once, an order’s equal lines as often as the newest has them', async () => {
    const account = await opened({
      'jan.csv': file([...ann, ...bob]),
      'both.csv': file([...bob, ...ann, ...cat]),
    });
    const [jan, both] = account.files;
    expect(counts(jan!)).toEqual({ kept: 0, duplicate: 4 });
    expect(jan!.notes).toContainEqual({ code: 'duplicates', count: 4 });
    expect(counts(both!)).toEqual({ kept: 5 });
    expect(await db.query('SELECT sum(amount) AS amount FROM order_line')).toEqual([{ amount: 58 }]);
  });

  it('take the newest word on an order, also when it is no sale any more', async () => {
    const header = `${HEADER},status`;
    const account = await opened({
      'new.csv': file(['A1,2024-01-05,ann,mug,1,10.00,cancelled', `${cat[0]},completed`], header),
      'old.csv': file(['A1,2024-01-05,ann,mug,1,10.00,completed', `${bob[0]},completed`], header),
    });
    expect(counts(account)).toEqual({ kept: 2, cancelled: 1, duplicate: 1 });
    expect(await db.query('SELECT order_id FROM order_line ORDER BY 1')).toEqual([
      { order_id: 'B1' },
      { order_id: 'C1' },
    ]);
  });

  it('keep orders without numbers apart', async () => {
    const header = 'order_date,product,price';
    const account = await opened({
      'a.csv': file(['2024-01-05,mug,10'], header),
      'b.csv': file(['2024-01-05,mug,10'], header),
    });
    expect(account.kept).toBe(2);
    expect(await db.query('SELECT order_id FROM orders ORDER BY 1')).toEqual([
      { order_id: '1-2' },
      { order_id: '2-2' },
    ]);
  });
});

describe('order lists and their details, month by month', () => {
  const orders =
    '订单编号,买家会员名,买家应付货款,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间,退款金额';
  const details = '订单编号,标题,价格,购买数量,外部系统编号,商品属性,订单状态';
  const first = ['1001,小红,30,30,30,交易成功,2024-01-30 10:00:00,2024-01-30 10:01:00,0'];
  const both = ['1002,阿强,20,20,20,卖家已发货，等待买家确认,2024-01-31 10:00:00,2024-01-31 10:01:00,0'];
  const bothLater = ['1002,阿强,20,20,20,交易成功,2024-01-31 10:00:00,2024-01-31 10:01:00,5'];
  const second = ['1003,小红,10,10,10,交易成功,2024-02-02 10:00:00,2024-02-02 10:01:00,0'];
  const linesOf = {
    first: ['1001,茶杯,15,2,CUP,,交易成功'],
    both: ['1002,茶叶,5,1,TEA,,交易成功', '1002,茶叶,5,3,TEA,,交易成功'],
    second: ['1003,茶杯,10,1,CUP,,交易成功'],
  };

  it('share out the money of an order once, as the newest list has it', async () => {
    const account = await opened({
      'orders-2.csv': file([...bothLater, ...second], orders),
      'orders-1.csv': file([...first, ...both], orders),
      'details-1.csv': file([...linesOf.first, ...linesOf.both], details),
      'details-2.csv': file([...linesOf.both, ...linesOf.second], details),
    });
    expect(Object.fromEntries(account.files.map((one) => [one.file, counts(one)]))).toEqual({
      'orders-1.csv': { kept: 1, duplicate: 1 },
      'orders-2.csv': { kept: 2 },
      'details-1.csv': { kept: 1, duplicate: 2 },
      'details-2.csv': { kept: 3 },
    });
    expect(await db.query('SELECT order_id, amount, refund FROM orders ORDER BY order_id')).toEqual([
      { order_id: '1001', amount: 30, refund: 0 },
      { order_id: '1002', amount: 20, refund: 5 },
      { order_id: '1003', amount: 10, refund: 0 },
    ]);
  });
});

describe('files of two platforms', () => {
  const shopify = file(
    ['1001,ann@example.com,paid,2024-01-05 10:00:00 +0000,1,Mug,10.00,10.00,2024-01-05 10:00:00 +0000,USD,'],
    'Name,Email,Financial Status,Paid at,Lineitem quantity,Lineitem name,Lineitem price,Subtotal,Created at,Currency,Cancelled at',
  );

  it('keep equal order numbers apart and name the platform', async () => {
    const account = await opened({
      'shop.csv': shopify,
      'own.csv': file(['1001,2024-03-01,bob,tea,1,4.00']),
    });
    expect(account.files[0]!.notes).toContainEqual({
      code: 'order_ids_told_apart',
      count: 1,
      value: 'shopify',
    });
    expect(await db.query('SELECT order_id, platform FROM order_line ORDER BY 1')).toEqual([
      { order_id: '1001', platform: null },
      { order_id: 'shopify 1001', platform: 'shopify' },
    ]);
  });
});

describe('several currencies', () => {
  const orders = file(
    [
      'A1,2024-01-05,ann,mug,1,10.00,CNY',
      'A2,2024-01-06,ann,tea,1,20.00,CNY',
      'A3,2024-01-07,bob,tea,2,5.00,USD',
      'A4,2024-01-07,bob,tea,1,5.00,',
    ],
    `${HEADER},currency`,
  );

  it('leave out what is not in the one most lines have', async () => {
    const account = await opened({ 'orders.csv': orders });
    expect(account.currency).toBe('CNY');
    expect(counts(account)).toEqual({ kept: 3, other_currency: 1 });
    expect(await db.query(`SELECT "column", value FROM left_out`)).toEqual([
      { column: 'currency', value: 'USD' },
    ]);
  });

  it('are converted by the rates of the rules', async () => {
    const account = await opened(
      { 'orders.csv': orders },
      { currency: { code: 'CNY', rates: { USD: 7.2 } } },
    );
    expect(counts(account)).toEqual({ kept: 4 });
    expect(await db.query(`SELECT amount, unit_price FROM order_line WHERE order_id = 'A3'`)).toEqual([
      { amount: 72, unit_price: 36 },
    ]);
    expect(account.files[0]!.notes).toContainEqual({
      code: 'converted',
      count: 1,
      value: '1 USD = 7.2 CNY',
    });
  });
});

describe('a customer file', () => {
  const people = file(
    [
      '小红,王红,138-0013-8000,hong@example.com,浙江省杭州市西湖区文三路1号,1990-05-01,女,朋友介绍,老客户',
      '阿强,李强,13900139000,qiang@example.com,广东深圳市福田区2号,1985-12-24,男,搜索,',
      '没买过,赵六,13700137000,zhao@example.com,,,,,',
    ],
    '网名,姓名,电话,邮箱,地址,生日,性别,来源,标签',
  );
  const header = '订单编号,下单时间,买家,联系电话,商品名称,数量,成交价格';
  const orders = file(
    [
      '1,2024-01-05,小红,,茶杯,1,10',
      '2,2024-01-06,qq123,+86 139 0013 9000,茶叶,1,20',
      '3,2024-01-07,路人,,茶叶,1,20',
    ],
    header,
  );

  it('is joined by account, phone or e-mail', async () => {
    const account = await opened({ '客户档案.csv': people, '订单.csv': orders });
    const byFile = Object.fromEntries(account.files.map((one) => [one.file, counts(one)]));
    expect(byFile).toEqual({
      '订单.csv': { kept: 3 },
      '客户档案.csv': { kept: 2, customer_without_order: 1 },
    });
    expect(
      await db.query(
        'SELECT customer_id, customer_name, gender, source, tags, region, city, birthday FROM order_line ORDER BY order_id',
      ),
    ).toEqual([
      {
        customer_id: '小红',
        customer_name: '王红',
        gender: '女',
        source: '朋友介绍',
        tags: '老客户',
        region: '浙江省',
        city: '杭州市',
        birthday: new Date('1990-05-01'),
      },
      {
        customer_id: 'qq123',
        customer_name: '李强',
        gender: '男',
        source: '搜索',
        tags: null,
        region: '广东省',
        city: '深圳市',
        birthday: new Date('1985-12-24'),
      },
      {
        customer_id: '路人',
        customer_name: null,
        gender: null,
        source: null,
        tags: null,
        region: null,
        city: null,
        birthday: null,
      },
    ]);
  });

  it('alone is no data set', async () => {
    await expect(opened({ '客户档案.csv': people })).rejects.toMatchObject({ code: 'no_orders' });
  });
});

describe('a product file', () => {
  it('brings cost and category to what was sold', async () => {
    const account = await opened({
      'orders.csv': file(['A1,2024-01-05,ann,mug,3,10.00', 'A2,2024-01-06,bob,Tea,1,4.00']),
      'products.csv': file(
        ['mug,Kitchen,2.50', 'tea,Food,1.00', 'bowl,Kitchen,3.00'],
        'product name,category,cost',
      ),
    });
    expect(counts(account.files[1]!)).toEqual({ kept: 2, product_without_sale: 1 });
    expect(await db.query('SELECT product, category, cost FROM order_line ORDER BY order_id')).toEqual([
      { product: 'mug', category: 'Kitchen', cost: 7.5 },
      { product: 'Tea', category: 'Food', cost: 1 },
    ]);
  });
});

describe('returns', () => {
  const orders = file([
    'A1,2024-01-05,ann,mug,3,10.00',
    'A2,2024-01-07,ann,mug,1,10.00',
    'C3,2024-01-08,ann,mug,-1,10.00',
    'C4,2024-01-09,ann,mug,-2,10.00',
    'C5,2024-01-09,ann,mug,-2,10.00',
    'C6,2024-01-01,ann,mug,-1,10.00',
    'C7,2024-01-09,bob,mug,-1,10.00',
    'A8,2024-01-10,bob,tea,1,4.00',
  ]);

  it('are left out as they are', async () => {
    expect(counts(await opened({ 'orders.csv': orders }))).toEqual({ kept: 3, cancelled: 5 });
  });

  it('are given back on the last sale before them that has as many pieces left', async () => {
    const account = await opened({ 'orders.csv': orders }, { cancellations: 'match' });
    expect(counts(account)).toEqual({ kept: 3, returned: 2, cancelled: 3 });
    expect(await db.query('SELECT order_id, refund FROM order_line ORDER BY 1')).toEqual([
      { order_id: 'A1', refund: 20 },
      { order_id: 'A2', refund: 10 },
      { order_id: 'A8', refund: null },
    ]);
    expect(account.files[0]!.notes).toContainEqual({ code: 'returns_matched', count: 2, amount: 30 });
  });
});

describe('rules', () => {
  let rows: string[];
  beforeEach(() => {
    rows = [
      'A1,2024-01-05 10:00:00,ann,mug,1,10.00,打包,done,13800000001',
      'A2,2024-01-06 23:30:00,ann,tea,1,4.00,刷单 退款,done,13800000001',
      'A3,2024-01-07 00:10:00,bob,tea,1,0.00,,done,13800000002',
      'A4,2024-01-07 00:10:00,eve,包装费,1,1.00,,weird,13800000002',
    ];
  });
  const header = `${HEADER},note,status,phone`;

  it('leave fake orders out by word, order and customer', async () => {
    const usual = await opened({ 'a.csv': file(rows, header) });
    expect(counts(usual)).toEqual({ kept: 2, test_order: 1, no_amount: 1 });
    expect(usual.files[0]!.notes).toContainEqual({ code: 'unknown_status', value: 'weird', count: 1 });
    const listed = await opened(
      { 'a.csv': file(rows, header) },
      { testWords: [], testOrders: ['A1', 'eve'] },
    );
    expect(counts(listed)).toEqual({ kept: 1, test_order: 2, no_amount: 1 });
  });

  it('say what a status means, keep free lines and name what is no product', async () => {
    const account = await opened(
      { 'a.csv': file(rows, header) },
      { statuses: { weird: 'refunded' }, freeLines: 'keep', notProducts: ['包装费'] },
    );
    expect(counts(account)).toEqual({ kept: 3, test_order: 1 });
    expect(account.files[0]!.notes.map(({ code }) => code)).not.toContain('unknown_status');
    expect(await db.query('SELECT order_id, refund, is_product FROM order_line ORDER BY 1')).toEqual([
      { order_id: 'A1', refund: null, is_product: true },
      { order_id: 'A3', refund: null, is_product: true },
      { order_id: 'A4', refund: 1, is_product: false },
    ]);
    expect(counts(await opened({ 'a.csv': file(rows, header) }, { statuses: { done: 'closed' } }))).toEqual({
      kept: 1,
      closed: 3,
    });
  });

  it('choose the customer key', async () => {
    await opened({ 'a.csv': file(rows, header) }, { customerKey: 'phone', freeLines: 'keep' });
    expect(await db.query('SELECT customer_id FROM customers ORDER BY 1')).toEqual([
      { customer_id: '13800000001' },
      { customer_id: '13800000002' },
    ]);
    await opened({ 'a.csv': file(rows, header) }, { customerKey: 'email' });
    expect(await db.query('FROM customers')).toEqual([]);
  });

  it('move times into a zone, with and without its own', async () => {
    await opened(
      { 'a.csv': file(rows, header) },
      { zone: { from: 'Asia/Shanghai', to: 'America/New_York' } },
    );
    expect(await db.query('SELECT ordered_at FROM order_line ORDER BY order_id')).toEqual([
      { ordered_at: new Date('2024-01-04T21:00:00Z') },
      { ordered_at: new Date('2024-01-06T11:10:00Z') },
    ]);
    const named = ['A1,2024-07-05T10:00:00+02:00,ann,mug,1,10.00', 'A2,2024-01-05T10:00:00Z,ann,mug,1,10.00'];
    await opened({ 'a.csv': file(named) }, { zone: { from: null, to: 'Asia/Shanghai' } });
    expect(await db.query('SELECT ordered_at FROM order_line ORDER BY order_id')).toEqual([
      { ordered_at: new Date('2024-07-05T16:00:00Z') },
      { ordered_at: new Date('2024-01-05T18:00:00Z') },
    ]);
  });
});

const onlineRetail = realData('online_retail.csv');

describe.skipIf(onlineRetail === null)('Online Retail (real data; skipped where it is absent)', () => {
  const shop = `SELECT count(*) AS lines, count(DISTINCT order_id) AS orders, count(DISTINCT customer_id) AS customers,
    round(sum(amount), 3) AS amount FROM order_line`;

  it('is the same shop in one file and in monthly files that overlap', async () => {
    const [header, ...lines] = readFileSync(onlineRetail!, 'utf8').trimEnd().split(/\r?\n/);
    const byMonth = new Map<string, string[]>();
    for (const line of lines) {
      const month = /\d{4}-\d{2}(?=-\d{2} )/.exec(line)![0];
      byMonth.set(month, byMonth.get(month) ?? []);
      byMonth.get(month)!.push(line);
    }
    const months = [...byMonth].sort();
    const lastOrders = (own: readonly string[]) => {
      const invoice = (line: string) => line.slice(0, line.indexOf(','));
      const from = own.findIndex(
        (line, i) => i > own.length - 3_000 && invoice(line) !== invoice(own[i - 1]!),
      );
      return own.slice(from);
    };
    const tails = months.slice(0, -1).map(([, own]) => lastOrders(own));
    const files = months.map(([month, own], i) => [
      `${month}.csv`,
      file([...(tails[i - 1] ?? []), ...own], header),
    ]);
    const account = await opened(Object.fromEntries(files));
    expect(counts(account)).toEqual({
      kept: 530_104,
      cancelled: 10_624,
      no_amount: 1_181,
      duplicate: tails.flat().length,
    });
    expect(await db.query(shop)).toEqual([
      { lines: 530_104, orders: 19_960, customers: 4_338, amount: 10_666_684.544 },
    ]);
  });

  it('has returns that find their sale, and revenue less by what they gave back', async () => {
    const account = await opened(
      { 'online_retail.csv': readFileSync(onlineRetail!, 'utf8') },
      { cancellations: 'match' },
    );
    const { returned, cancelled, kept } = counts(account);
    expect(kept).toBe(530_104);
    expect(returned! + cancelled!).toBe(10_624);
    const [sums] = await db.query<{ refund: number; left: number }>(
      `SELECT (SELECT sum(refund) FROM order_line) AS refund, (SELECT -sum(amount) FROM left_out WHERE reason = 'returned') AS left`,
    );
    expect(sums!.refund).toBeCloseTo(sums!.left, 4);
    expect(sums!.refund).toBeGreaterThan(400_000);
  });
});
