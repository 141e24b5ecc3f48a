import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { CONFIDENT, inspect } from '../../src/intake/inspect.ts';
import { load } from '../../src/intake/load.ts';
import { ORDER_LINE } from '../../src/tables/schema.ts';
import { counts, fixture, loadAll, text } from './intake-loader.ts';

let db: Database;
beforeAll(async () => void (db = await openNodeDatabase()));
afterAll(() => db.close());

describe('taobao', () => {
  const joined = [
    {
      order_id: '225059091234567801',
      product_id: 'CUP',
      customer_id: '小红',
      amount: 36.36,
      refund: 0,
      region: '浙江省',
    },
    {
      order_id: '225059091234567801',
      product_id: 'TOWEL',
      customer_id: '小红',
      amount: 63.64,
      refund: 0.01,
      region: '浙江省',
    },
    {
      order_id: '225059091234567803',
      product_id: '竹篮',
      customer_id: '小红',
      amount: 55,
      refund: 0,
      region: '浙江省',
    },
  ];

  it.each([
    ['orders', 'details'],
    ['details', 'orders'],
  ])('joins the list of %s and the list of %s', async (first, second) => {
    const { account } = await loadAll(db, [fixture(`taobao-${first}.csv`), fixture(`taobao-${second}.csv`)]);
    const lines = await db.query(
      `SELECT order_id, product_id, customer_id, amount, refund, region FROM order_line ORDER BY order_id, row`,
    );
    expect(lines).toEqual(joined);
    const byFile = Object.fromEntries(account.files.map((file) => [file.file, counts(file)]));
    expect(byFile).toEqual({
      'taobao-details.csv': { kept: 2, closed: 1, no_order: 1 },
      'taobao-orders.csv': { kept: 2, closed: 1, not_a_sale: 1 },
    });
    expect(account.linesIn).toBe(8);
  });

  it('reads orders alone by what was paid', async () => {
    const { account } = await loadAll(db, [fixture('taobao-orders.csv')]);
    expect(counts(account)).toEqual({ kept: 2, closed: 1, not_a_sale: 1 });
    expect(account.files[0]!.notes.map(({ code }) => code)).toContain('paid_before_refund');
    expect(await db.query('SELECT customer_id, orders, amount, refund FROM customers')).toEqual([
      { customer_id: '小红', orders: 2, amount: 155, refund: 0.01 },
    ]);
  });

  it('notices that what was paid is what is left after refunds', async () => {
    const header = '订单编号,总金额,买家实际支付金额,收货地址 ,订单创建时间,订单付款时间 ,退款金额\n';
    const { tables, account } = await loadAll(db, [
      text(
        `${header}1,100,100,上海,2020-02-01 10:00:00,2020-02-01 10:01:00,0\n2,80,30,上海,2020-02-02 10:00:00,2020-02-02 10:01:00,50\n`,
      ),
    ]);
    expect(tables[0]!.format).toBe('taobao-orders');
    expect(account.files[0]!.notes.map(({ code }) => code)).toContain('paid_after_refund');
    expect(await db.query('SELECT order_id, amount, refund FROM orders ORDER BY 1')).toEqual([
      { order_id: '1', amount: 100, refund: 0 },
      { order_id: '2', amount: 80, refund: 50 },
    ]);
  });

  it('reads details alone, saying what is missing', async () => {
    const { account } = await loadAll(db, [fixture('taobao-details.csv')]);
    expect(account).toMatchObject({ kept: 3, hasCustomers: false, firstDate: null });
    expect(account.files[0]!.notes.map(({ code }) => code)).toContain('details_without_orders');
  });

  it('reads the item list', async () => {
    const { tables, account } = await loadAll(db, [fixture('taobao-items.csv')]);
    expect(tables[0]!.format).toBe('taobao-items');
    expect(counts(account)).toEqual({ kept: 2, closed: 1 });
    expect(await db.query('SELECT order_id, lines, amount, refund FROM orders')).toEqual([
      { order_id: '3100000000000000010', lines: 2, amount: 106.5, refund: 35 },
    ]);
  });
});

describe('plain lists', () => {
  it("reads the textbook's customer file", async () => {
    const { tables, account } = await loadAll(db, [fixture('customer-file.csv')]);
    expect(tables[0]!.confidence).toBeGreaterThanOrEqual(CONFIDENT);
    expect(counts(account)).toEqual({ kept: 3, total_row: 1 });
    expect(account.currency).toBe('CNY');
    expect(
      await db.query(
        'SELECT customer_id, orders, amount, gender, source, birthday FROM customers ORDER BY amount DESC',
      ),
    ).toEqual([
      {
        customer_id: '小红',
        orders: 1,
        amount: 1050.5,
        gender: '女',
        source: '朋友介绍',
        birthday: new Date('1990-01-02'),
      },
      { customer_id: '小明', orders: 1, amount: 12, gender: '男', source: '搜索', birthday: null },
    ]);
  });

  it('prefers the account to the e-mail address as key, keeps guests, and knows postage by its name', async () => {
    const header = '订单编号,下单时间,客户账号,邮箱,收货省份,商品编号,商品名称,数量,实付金额\n';
    await loadAll(db, [
      text(
        `${header}1,2024-01-05,candy,a@b.c,江苏省,QJ1,洗洁精,1,9\n2,2024-01-06,,z@b.c,浙江省,YF001,运费补差,1,1\n`,
      ),
    ]);
    expect(
      await db.query('SELECT customer_id, region, product_id, is_product FROM order_line ORDER BY row'),
    ).toEqual([
      { customer_id: 'candy', region: '江苏省', product_id: 'QJ1', is_product: true },
      { customer_id: null, region: '浙江省', product_id: 'YF001', is_product: false },
    ]);
  });

  it('finds the header below lead-in lines and names the reason of every line left out', async () => {
    const { tables, account } = await loadAll(db, [fixture('lead-in.csv')]);
    expect(tables[0]).toMatchObject({ headerRow: 4, dayFirst: true });
    expect(tables[0]!.columns.map(({ name }) => name)).toEqual([
      'Order ID',
      'Order Date',
      'Buyer',
      'Item',
      'Qty *',
      'Price',
      'Price (2)',
    ]);
    const left = await db.query(`SELECT row, reason, "column", value, order_id FROM left_out ORDER BY row`);
    expect(left).toEqual([
      { row: 7, reason: 'cancelled', column: 'Qty *', value: '-1', order_id: '3' },
      { row: 8, reason: 'zero_quantity', column: 'Qty *', value: '0', order_id: '4' },
      { row: 9, reason: 'unreadable_number', column: 'Price', value: 'three', order_id: '5' },
      { row: 10, reason: 'duplicate_header', column: null, value: null, order_id: 'Order ID' },
      { row: 11, reason: 'unreadable_date', column: 'Order Date', value: '33/33/2024', order_id: '6' },
      {
        row: 12,
        reason: 'too_many_cells',
        column: null,
        value: '7,03/02/2024,ann,Mug,1,3.50,,extra',
        order_id: null,
      },
      { row: 13, reason: 'no_amount', column: 'Price', value: '0', order_id: '8' },
      { row: 14, reason: 'no_order_id', column: 'Order ID', value: null, order_id: null },
      { row: 15, reason: 'blank', column: null, value: null, order_id: null },
      { row: 17, reason: 'total_row', column: null, value: null, order_id: 'Total' },
    ]);
    expect(account).toMatchObject({ linesIn: 13, kept: 3, orderLines: 3 });
    expect(account.files[0]!.padded).toBe(1);
    expect(await db.query('SELECT row, product, amount FROM order_line ORDER BY row')).toEqual([
      { row: 5, product: 'Mug', amount: 7 },
      { row: 6, product: 'Bowl\ndeep', amount: 10 },
      { row: 16, product: 'Vase', amount: 12.25 },
    ]);
  });

  it('reads baskets in two columns, with and without a header', async () => {
    const pairs = '1,milk\n1,bread\n2,milk\n2,beer\n3,milk\n';
    for (const content of [pairs, `basket_id,item\n${pairs}`]) {
      const { tables } = await loadAll(db, [text(content)]);
      expect(tables[0]!.confidence).toBeGreaterThanOrEqual(CONFIDENT);
      expect(await db.query('SELECT product, orders FROM products ORDER BY 2 DESC, 1')).toEqual([
        { product: 'milk', orders: 3 },
        { product: 'beer', orders: 1 },
        { product: 'bread', orders: 1 },
      ]);
    }
  });

  it('gives order_line the columns of the schema', async () => {
    await loadAll(db, [fixture('customer-file.csv')]);
    const rows = await db.query<{ column_name: string; column_type: string }>(
      `SELECT column_name, column_type FROM (DESCRIBE order_line)`,
    );
    expect(rows).toEqual(ORDER_LINE.map(({ name, type }) => ({ column_name: name, column_type: type })));
  });

  it('lets a mapping be corrected', async () => {
    const [table] = await inspect(db, [
      text('wer,was,wann,wieviel\nann,mug,2024-01-05,3.5\nbob,mug,2024-01-06,4\n'),
    ]);
    expect(table!.confidence).toBeLessThan(CONFIDENT);
    expect(table!.columns[3]).toEqual({ index: 3, name: 'wieviel', samples: ['3.5', '4'] });
    await load(db, [{ ...table!, mapping: { customer_id: 0, product: 1, ordered_at: 2, amount: 3 } }]);
    expect(await db.query('SELECT customer_id, revenue, last_order FROM customers ORDER BY 1')).toEqual([
      { customer_id: 'ann', revenue: 3.5, last_order: new Date('2024-01-05') },
      { customer_id: 'bob', revenue: 4, last_order: new Date('2024-01-06') },
    ]);
  });
});
