import { openAsBlob, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { CONFIDENT, inspect } from '../../src/intake/inspect.ts';
import { load } from '../../src/intake/load.ts';
import { golden, realData } from './real-data.ts';

let db: Database;
beforeAll(async () => void (db = await openNodeDatabase()));
afterAll(() => db.close());

async function loadReal(path: string, name: string) {
  const [table] = await inspect(db, [
    { kind: 'text', name, blob: await openAsBlob(path), encoding: 'utf-8' },
  ]);
  return { table: table!, account: await load(db, [table!]) };
}

const onlineRetail = realData('online_retail.csv');

describe.skipIf(onlineRetail === null)('Online Retail (real data; skipped where it is absent)', () => {
  it('keeps what the published cleaning keeps, guests included, and accounts for the rest', async () => {
    const { table, account } = await loadReal(onlineRetail!, 'online_retail.csv');
    expect(table).toMatchObject({ format: 'online-retail', shape: 'line', headerRow: 1 });
    expect(table.confidence).toBeGreaterThanOrEqual(CONFIDENT);
    expect(account).toMatchObject({
      linesIn: 541_909,
      kept: 530_104,
      orderLines: 530_104,
      hasCustomers: true,
      hasItems: true,
    });
    expect(account.leftOut.reduce((sum, { lines }) => sum + lines, account.kept)).toBe(541_909);
    const [known] =
      await db.query(`SELECT count(*) AS lines, count(DISTINCT customer_id) AS customers, count(DISTINCT order_id) AS orders,
      round(sum(amount), 3) AS amount, count(DISTINCT product_id) AS products FROM order_line WHERE customer_id IS NOT NULL`);
    expect(known).toEqual({
      lines: 397_884,
      customers: 4_338,
      orders: 18_532,
      amount: 8_911_407.904,
      products: 3_665,
    });
    const reasons = await db.query(
      `SELECT reason, "column", count(*) AS lines FROM left_out GROUP BY ALL ORDER BY ALL`,
    );
    expect(reasons).toEqual([
      { reason: 'cancelled', column: 'InvoiceNo', lines: 9_288 },
      { reason: 'cancelled', column: 'Quantity', lines: 1_336 },
      { reason: 'no_amount', column: 'UnitPrice', lines: 1_181 },
    ]);
    const fees = await db.query(`SELECT product_id FROM products WHERE NOT is_product ORDER BY ALL`);
    expect(fees.map((row) => row.product_id)).toContain('POST');
    expect(await db.query(`SELECT order_id, row, quantity FROM order_line WHERE row = 4`)).toEqual([
      { order_id: '536365', row: 4, quantity: 8 },
    ]);
  });
});

const cdnow = realData('CDNOW_sample.txt');
const cdnowGolden = golden('clv_cdnow.json');

describe.skipIf(cdnow === null || cdnowGolden === null)(
  'CDNOW (real data; skipped where it is absent)',
  () => {
    it('tells purchases of fixed width by their values, what a customer bought on one day being an order', async () => {
      const { input_check: known } = JSON.parse(readFileSync(cdnowGolden!, 'utf8')) as {
        input_check: { raw_rows: number; customer_days: number; customers: number };
      };
      const { table, account } = await loadReal(cdnow!, 'CDNOW_sample.txt');
      expect(table).toMatchObject({ format: 'purchases', headerRow: 0 });
      expect(table.confidence).toBeGreaterThanOrEqual(CONFIDENT);
      expect(account).toMatchObject({
        linesIn: known.raw_rows,
        kept: known.raw_rows,
        firstDate: new Date('1997-01-01'),
        lastDate: new Date('1998-06-30'),
      });
      expect(account.files[0]!.notes.map(({ code }) => code)).toContain('order_id_derived');
      const lines = readFileSync(cdnow!, 'utf8').trimEnd().split('\n');
      const cells = lines.map((line) => line.trim().split(/ +/));
      const [sums] =
        await db.query(`SELECT count(DISTINCT customer_id) AS customers, count(DISTINCT order_id) AS orders,
      sum(quantity) AS pieces, round(sum(amount), 2) AS amount FROM order_line`);
      expect(sums).toEqual({
        customers: known.customers,
        orders: known.customer_days,
        pieces: cells.reduce((sum, [, , , pieces]) => sum + Number(pieces), 0),
        amount: cells.reduce((sum, row) => sum + Math.round(Number(row[4]) * 100), 0) / 100,
      });
      expect(
        await db.query(`SELECT customer_id, ordered_at, quantity, amount FROM order_line WHERE row = 5`),
      ).toEqual([{ customer_id: '00021', ordered_at: new Date('1997-01-01'), quantity: 3, amount: 63.34 }]);
    });
  },
);

const summary = realData('cdnow_customers_summary.csv');

describe.skipIf(summary === null)('a summary of customers (real data; skipped where it is absent)', () => {
  it('is refused with what it lacks: orders', async () => {
    await expect(loadReal(summary!, 'summary.csv')).rejects.toMatchObject({
      name: 'IntakeProblem',
      code: 'no_orders',
      place: { file: 'summary.csv' },
    });
  });
});

const groceries = realData('groceries.csv');
const synthetic = realData('T10I4D100K.dat');

describe.skipIf(groceries === null || synthetic === null)(
  'basket files (real data; skipped where they are absent)',
  () => {
    it('reads Groceries', async () => {
      const { table, account } = await loadReal(groceries!, 'groceries.csv');
      expect(table.format).toBe('baskets');
      expect(table.confidence).toBeGreaterThanOrEqual(CONFIDENT);
      expect(account).toMatchObject({
        linesIn: 9_835,
        kept: 9_835,
        orderLines: 43_367,
        hasCustomers: false,
        firstDate: null,
      });
      expect(
        await db.query(
          'SELECT count(DISTINCT order_id) AS baskets, count(DISTINCT product_id) AS items FROM order_line',
        ),
      ).toEqual([{ baskets: 9_835, items: 169 }]);
    });

    it('reads T10I4D100K', async () => {
      const { table, account } = await loadReal(synthetic!, 'T10I4D100K.dat');
      expect(table.format).toBe('baskets');
      expect(table.confidence).toBeGreaterThanOrEqual(CONFIDENT);
      expect(account).toMatchObject({ linesIn: 100_000, kept: 100_000, hasAmounts: false });
    });
  },
);
