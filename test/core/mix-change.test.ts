import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FactorRow, revenueChangeSql } from '../../src/analyses/change/change.ts';
import { mixAnswer, type MixRow, mixSql, productsChangeSql } from '../../src/analyses/change/mix.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { LANGUAGES, loadMessages } from '../../src/messages/index.ts';
import { Formats } from '../../src/state/formats.ts';
import { CREATE_ORDER_LINE, fillOrders, MATERIALISE, type Order } from './golden-data.ts';

interface ProductRow {
  product_id: string;
  units_before: number;
  units_after: number;
  value_before: number;
  contribution: number;
  volume: number;
  mix: number;
  price: number;
}

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
});
afterAll(() => db.close());

const order = (day: number, ...lines: [string, number, number][]): Order => ({
  at: new Date(Date.UTC(2024, 5, day, 12)),
  customer: null,
  lines: lines.map(([product, quantity, amount]) => ({
    product,
    quantity,
    amount,
    refund: null,
    fee: false,
  })),
});

/** Tea and cups; in the second ten days half as many again, tea dearer, cups given up for pots. */
const SHOP = [
  order(1, ['tea', 6, 60], ['cup', 4, 20]),
  order(11, ['tea', 9, 99]),
  order(20, ['pot', 6, 120]),
];

describe('what was sold, by hand', () => {
  it('is divided into units, mix and price', async () => {
    await fillOrders(db, SHOP);
    const rows = await db.query<ProductRow>(productsChangeSql({ days: 10 }));
    expect(rows.map((row) => [row.product_id, row.contribution])).toEqual([
      ['cup', -20],
      ['pot', 120],
      ['tea', 39],
    ]);
    const tea = rows[2]!;
    expect(tea.volume).toBeCloseTo(5 * 0.6 * 10.5, 9);
    expect(tea.mix).toBeCloseTo(0, 9);
    expect(tea.price).toBeCloseTo(1 * 0.6 * 12.5, 9);
    expect(rows[0]!.price).toBeCloseTo(0, 9);
    expect(rows[0]!.volume).toBeCloseTo(5 * 5 * 0.2, 9);
    expect(rows[0]!.mix).toBeCloseTo(-0.4 * 12.5 * 5, 9);
    const [all] = await db.query<MixRow>(mixSql({ days: 10 }));
    expect(all!.most!.map(({ product }) => product)).toEqual(['pot', 'tea']);
    expect([all!.units_before, all!.units_after, all!.value_before, all!.value_after]).toEqual([
      10, 15, 80, 219,
    ]);
  });

  it.each(LANGUAGES)('is told in %s with the products that changed most', async (code) => {
    await fillOrders(db, SHOP);
    const { change } = await loadMessages(code);
    const [all] = await db.query<MixRow>(mixSql({ days: 10 }));
    const words = mixAnswer(all!, change, new Formats(code, 'CNY'))!;
    for (const part of ['10', '15', 'pot', '120.00', 'tea', '39.00']) expect(words).toContain(part);
    expect(words.indexOf('pot')).toBeLessThan(words.indexOf('tea'));
    const none = { ...all!, volume: null, mix: null, price: null };
    expect(mixAnswer(none, change, new Formats(code, 'CNY'))).toBeNull();
  });
});

describe('what was sold in any shop', () => {
  const orders: fc.Arbitrary<Order[]> = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 120 * 24 }).map((hour) => new Date(Date.UTC(2024, 0, 1, hour))),
      customer: fc.constantFrom('a', 'b', null),
      lines: fc.array(
        fc.record({
          product: fc.constantFrom('p', 'q', 'r', 's'),
          quantity: fc.integer({ min: 0, max: 5 }),
          amount: fc.integer({ min: -50, max: 9000 }).map((cents) => cents / 100),
          refund: fc.option(fc.integer({ min: 0, max: 300 }).map((cents) => cents / 100)),
          fee: fc.boolean(),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 40 },
  );

  it('adds up to the change of the shop, product by product and way by way', () =>
    fc.assert(
      fc.asyncProperty(orders, fc.constantFrom(10, 30, 60), async (all, days) => {
        await fillOrders(db, all);
        const rows = await db.query<ProductRow>(productsChangeSql({ days }));
        const [total] = await db.query<FactorRow>(revenueChangeSql({ days }));
        const sum = (of: (row: ProductRow) => number) => rows.reduce((so, row) => so + of(row), 0);
        const change = total ? total.total_after! - total.total_before! : 0;
        expect(Math.abs(sum(({ contribution }) => contribution) - change)).toBeLessThan(1e-7);
        for (const row of rows)
          expect(Math.abs(row.volume + row.mix + row.price - row.contribution)).toBeLessThan(1e-7);
        if (sum(({ units_before }) => units_before) === sum(({ units_after }) => units_after))
          for (const { volume } of rows) expect(volume).toBe(0);
        for (const row of rows)
          if (row.units_before === 0 && row.value_before === 0 && row.units_after > 0)
            expect(Math.abs(row.price)).toBeLessThan(1e-7);
      }),
      { numRuns: 50 },
    ));
});
