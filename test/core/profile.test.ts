import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ProfileRow, profileSql } from '../../src/analyses/profile/profile.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { CREATE_ORDER_LINE, fillOrders, MATERIALISE, type Order } from './golden-data.ts';

const DAY_MS = 86_400_000;

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
});
afterAll(() => db.close());

const orders: fc.Arbitrary<Order[]> = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 300 * 24 }).map((hour) => new Date(Date.UTC(2023, 0, 10, hour))),
    customer: fc.option(
      fc.integer({ min: 1, max: 8 }).map((number) => `c${number}`),
      { freq: 8 },
    ),
    lines: fc.array(
      fc.record({
        product: fc.constantFrom('a', 'b', 'c'),
        quantity: fc.integer({ min: 1, max: 4 }),
        amount: fc.integer({ min: 0, max: 900 }),
        refund: fc.option(fc.integer({ min: 0, max: 90 })),
        fee: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { minLength: 1, maxLength: 40 },
);

it('is what each customer ordered up to a moment', () =>
  fc.assert(
    fc.asyncProperty(orders, fc.option(fc.integer({ min: 0, max: 320 })), async (data, days) => {
      await fillOrders(db, data);
      const last = Math.max(...data.map(({ at }) => at.getTime()));
      const as_of = days === null ? undefined : new Date(Date.UTC(2023, 0, 10 + days, 12, 30));
      const till = as_of?.getTime() ?? last + DAY_MS;
      const known = data.filter(({ at, customer }) => customer !== null && at.getTime() <= till);
      const customers = [...new Set(known.map(({ customer }) => customer!))].sort();
      const expected = customers.map((customer_id) => {
        const own = known.filter(({ customer }) => customer === customer_id);
        const times = own.map(({ at }) => at.getTime());
        const lines = own.flatMap((order) => order.lines);
        const sum = (value: (line: Order['lines'][number]) => number) =>
          lines.reduce((total, line) => total + value(line), 0);
        const amount = sum((line) => line.amount);
        const refund = sum((line) => line.refund ?? 0);
        return {
          customer_id,
          first_order: new Date(Math.min(...times)),
          last_order: new Date(Math.max(...times)),
          recency_days: Math.floor((till - Math.max(...times)) / DAY_MS),
          tenure_days: Math.floor((till - Math.min(...times)) / DAY_MS),
          orders: own.length,
          lines: lines.length,
          units: sum((line) => line.quantity),
          revenue: amount - refund,
          revenue_per_order: (amount - refund) / own.length,
          return_rate: amount ? refund / amount : null,
          profit: null,
          discount_share: null,
        };
      });
      expect(await db.query<ProfileRow>(profileSql({ as_of }))).toMatchObject(expected);
    }),
    { numRuns: 40 },
  ));
