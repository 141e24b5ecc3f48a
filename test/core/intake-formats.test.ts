import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { CONFIDENT, inspect } from '../../src/intake/inspect.ts';
import { load } from '../../src/intake/load.ts';
import { ORDER_LINE } from '../../src/tables/schema.ts';
import { counts, exported, fixture, loadAll, text } from './intake-loader.ts';

let db: Database;
beforeAll(async () => void (db = await openNodeDatabase()));
afterAll(() => db.close());

describe('lists that belong together', () => {
  const kept = async (...paths: string[]) => {
    const { account } = await loadAll(db, await Promise.all(paths.map(exported)));
    return Object.fromEntries(account.files.map((file) => [file.file, counts(file)]));
  };
  const taobao = {
    'ExportOrderDetailList.csv': { kept: 5, closed: 1, no_order: 1, test_order: 1 },
    'ExportOrderList.csv': { kept: 3, closed: 2, not_a_sale: 1, test_order: 1 },
  };
  const youzan = {
    'items.csv': { kept: 5, closed: 1, no_order: 1, not_a_sale: 1 },
    'orders.csv': { kept: 4, closed: 1, not_a_sale: 1 },
  };

  it('are joined by platform when several are loaded at once', async () => {
    const files = ['youzan/orders.csv', 'taobao/ExportOrderDetailList.csv'];
    files.push('youzan/items.csv', 'taobao/ExportOrderList.csv');
    expect(await kept(...files)).toEqual({ ...taobao, ...youzan });
  });

  it('leave the orders of other platforms alone', async () => {
    const files = ['youzan/orders.csv', 'taobao/ExportOrderDetailList.csv', 'taobao/ExportOrderList.csv'];
    expect(await kept(...files)).toEqual({ ...taobao, 'orders.csv': youzan['orders.csv'] });
    expect(
      await db.query(
        `SELECT count(*) AS lines, sum(amount) AS amount FROM order_line WHERE platform = 'youzan'`,
      ),
    ).toEqual([{ lines: 4, amount: 299 }]);
  });

  it('can be read without the other: orders by what was paid', async () => {
    const { account } = await loadAll(db, [await exported('taobao/ExportOrderList.csv')]);
    expect(counts(account)).toEqual({ kept: 3, closed: 2, not_a_sale: 1, test_order: 1 });
    expect(await db.query('SELECT customer_id, orders, amount, refund FROM customers ORDER BY 1')).toEqual([
      { customer_id: '小红', orders: 2, amount: 155, refund: 0.01 },
      { customer_id: '阿木', orders: 1, amount: 90, refund: 10 },
    ]);
  });

  it('can be read without the other: details by price, saying what is missing', async () => {
    const { account } = await loadAll(db, [await exported('taobao/ExportOrderDetailList.csv')]);
    expect(account).toMatchObject({ kept: 7, hasCustomers: false, firstDate: null });
    expect(account.files[0]!.notes.map(({ code }) => code)).toContain('details_without_orders');
  });

  it('can be read without the other: items by what they brought', async () => {
    const { account } = await loadAll(db, [await exported('taobao-items/items.xlsx')]);
    expect(counts(account)).toEqual({ kept: 5, closed: 1 });
    expect(account).toMatchObject({ hasCustomers: false, firstDate: new Date('2024-03-01T10:00:00Z') });
    expect(await db.query('SELECT sum(amount) AS amount, sum(refund) AS refund FROM orders')).toEqual([
      { amount: 212.5, refund: 35 },
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

describe('plain lists with an amount of the whole order', () => {
  const header = '订单编号,下单时间,买家,商品名称,数量,单价,订单金额';
  const orders = async () => db.query('SELECT order_id, amount FROM orders ORDER BY order_id');

  it('share out what repeats on every row of an order', async () => {
    await loadAll(db, [
      text(
        `${header}\n1,2024-01-05,小红,茶杯,2,15,40\n1,2024-01-05,小红,茶叶,1,20,40\n2,2024-01-06,阿强,茶叶,1,20,20\n`,
      ),
    ]);
    expect(await orders()).toEqual([
      { order_id: '1', amount: 40 },
      { order_id: '2', amount: 20 },
    ]);
  });

  it('take what differs from row to row as the row’s own', async () => {
    await loadAll(db, [
      text(
        `${header}\n1,2024-01-05,小红,茶杯,2,15,30\n1,2024-01-05,小红,茶叶,1,20,20\n2,2024-01-06,阿强,茶叶,1,20,20\n`,
      ),
    ]);
    expect(await orders()).toEqual([
      { order_id: '1', amount: 50 },
      { order_id: '2', amount: 20 },
    ]);
  });
});
