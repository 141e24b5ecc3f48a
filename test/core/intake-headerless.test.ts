import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { CONFIDENT, inspect } from '../../src/intake/inspect.ts';
import { loadAll, text } from './intake-loader.ts';

let db: Database;
beforeAll(async () => void (db = await openNodeDatabase()));
afterAll(() => db.close());

const PURCHASES = [
  ['00004', '0001', '19970101', '2', '29.33'],
  ['00004', '0001', '19970118', '2', '29.73'],
  ['00021', '0002', '19970101', '3', '63.34'],
  ['00021', '0002', '19970113', '1', '0.00'],
  ['00050', '0003', '19970101', '12', '106.79'],
  ['00050', '0003', '19970101', '1', '6.79'],
];

describe('tables without a header', () => {
  it.each([
    [
      'columns of fixed width',
      PURCHASES.map(([a, b, c, d, e]) => ` ${a} ${b} ${c} ${d!.padStart(2)} ${e!.padStart(7)}`),
    ],
    ['columns between commas', PURCHASES.map((cells) => cells.join(','))],
    ['columns between tabs', PURCHASES.map((cells) => cells.join('\t'))],
  ])('are told by their values: %s', async (_, lines) => {
    for (const newline of ['\n', '\r\n']) {
      const { tables, account } = await loadAll(db, [text(lines.join(newline) + newline, 'sample.txt')]);
      expect(tables[0]).toMatchObject({
        format: 'purchases',
        headerRow: 0,
        mapping: { customer_id: 0, ordered_at: 2, quantity: 3, amount: 4 },
      });
      expect(tables[0]!.confidence).toBeGreaterThanOrEqual(CONFIDENT);
      expect(account).toMatchObject({ linesIn: 6, kept: 6 });
      expect(
        await db.query(
          'SELECT customer_id, orders, lines, round(amount, 2) AS amount FROM customers ORDER BY 1',
        ),
      ).toEqual([
        { customer_id: '00004', orders: 2, lines: 2, amount: 59.06 },
        { customer_id: '00021', orders: 2, lines: 2, amount: 63.34 },
        { customer_id: '00050', orders: 1, lines: 2, amount: 113.58 },
      ]);
    }
  });

  it('have orders where an id always stands beside one date', async () => {
    const { tables } = await loadAll(db, [
      text(
        [
          '1001,c17,2024-01-05,mug,2,7.00',
          '1001,c17,2024-01-05,bowl,1,5.00',
          '1002,c18,2024-01-06,mug,1,3.50',
          '1003,c17,2024-01-09,mug,1,3.50',
          '1004,c19,2024-01-09,bowl,3,15.00',
          '1004,c19,2024-01-09,mug,1,3.50',
        ].join('\n'),
      ),
    ]);
    expect(tables[0]!.mapping).toEqual({
      order_id: 0,
      customer_id: 1,
      ordered_at: 2,
      product: 3,
      quantity: 4,
      amount: 5,
    });
    expect(await db.query('SELECT order_id, lines, amount FROM orders ORDER BY 1')).toEqual([
      { order_id: '1001', lines: 2, amount: 12 },
      { order_id: '1002', lines: 1, amount: 3.5 },
      { order_id: '1003', lines: 1, amount: 3.5 },
      { order_id: '1004', lines: 2, amount: 18.5 },
    ]);
  });

  it('are left to the reader where their values tell too little', async () => {
    const two = PURCHASES.map(([id, , date, , money]) => [id, date, money, money].join(','));
    const undated = PURCHASES.map(([id, , , pieces, money]) => [id, pieces, money].join(','));
    for (const lines of [two, undated, PURCHASES.slice(0, 3).map((cells) => cells.join(','))]) {
      const [table] = await inspect(db, [text(lines.join('\n') + '\n')]);
      expect(table!.confidence).toBeLessThan(CONFIDENT);
    }
  });

  it('keep their header when columns of fixed width have one', async () => {
    const { tables, account } = await loadAll(db, [
      text(
        'order_id  date        customer  amount\n1         2024-01-05  ann         2.50\n2         2024-01-06  bob        13.00\n',
      ),
    ]);
    expect(tables[0]).toMatchObject({ format: 'plain', headerRow: 1 });
    expect(account.kept).toBe(2);
    expect(await db.query('SELECT order_id, customer_id, amount, row FROM order_line ORDER BY row')).toEqual([
      { order_id: '1', customer_id: 'ann', amount: 2.5, row: 2 },
      { order_id: '2', customer_id: 'bob', amount: 13, row: 3 },
    ]);
  });
});
