import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { CONFIDENT } from '../../src/intake/inspect.ts';
import { loadAll, text } from './intake-loader.ts';

let db: Database;
beforeAll(async () => void (db = await openNodeDatabase()));
afterAll(() => db.close());

const times = () => db.query(`SELECT strftime(ordered_at, '%Y-%m-%d') AS day FROM order_line ORDER BY row`);

describe('dates in which day and month could change places', () => {
  it('are read as the platform writes them everywhere', async () => {
    const header =
      'Sale Date,Item Name,Buyer,Quantity,Price,Item Total,Transaction ID,Listing ID,Order ID,Order Shipping';
    const { tables } = await loadAll(db, [
      text(
        `${header}\n09/03/26,Mug,ann,1,5.00,5.00,1,11,3001,0\n10/04/26,Bowl,bob,1,7.00,7.00,2,12,3002,0\n`,
      ),
    ]);
    expect(tables[0]).toMatchObject({ format: 'etsy-items', dayFirst: false, readings: null });
    expect(tables[0]!.confidence).toBeGreaterThanOrEqual(CONFIDENT);
    expect(await times()).toEqual([{ day: '2026-09-03' }, { day: '2026-10-04' }]);
  });

  const header =
    'Order ID,Order Status,Order Substatus,Cancelation/Return Type,Seller SKU,Product Name,Quantity,SKU Unit Original Price,SKU Subtotal Before Discount,SKU Seller Discount,Order Amount,Created Time,Buyer Username,Delivered Time';
  const rows = (delivered: string) =>
    text(
      `${header}\n576461413038785752,Completed,Completed,,TEA,Tea,1,5,5,0,5,02/03/2024 10:00:00,linh,${delivered}\n576461413038785753,Completed,Completed,,TEA,Tea,1,5,5,0,5,04/03/2024 11:00:00,minh,\n`,
    );

  it('are read like the other dates of a platform’s export', async () => {
    for (const [delivered, days] of [
      ['13/03/2024 09:00:00', ['2024-03-02', '2024-03-04']],
      ['03/13/2024 09:00:00', ['2024-02-03', '2024-04-03']],
    ] as const) {
      const { tables } = await loadAll(db, [rows(delivered)]);
      expect(tables[0]).toMatchObject({ format: 'tiktok-shop', readings: null });
      expect(await times()).toEqual(days.map((day) => ({ day })));
    }
  });

  it('are asked for when no date of the export tells', async () => {
    const { tables } = await loadAll(db, [rows('05/03/2024 09:00:00')]);
    expect(tables[0]).toMatchObject({ format: 'tiktok-shop', dayFirst: 'ask' });
    expect(tables[0]!.confidence).toBeLessThan(CONFIDENT);
  });
});
