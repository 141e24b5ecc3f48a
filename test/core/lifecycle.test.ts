import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  LIFECYCLE_DEFAULTS,
  lifecycleChangesSql,
  type LifecycleMonthRow,
  lifecycleMonthlySql,
  type LifecycleMoveRow,
  lifecycleMovesSql,
  type LifecycleOptions,
  type LifecycleRow,
  lifecycleSql,
  lifecycleSummarySql,
  type LifecycleSummaryRow,
  STAGES,
} from '../../src/analyses/lifecycle/lifecycle.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import {
  CREATE_ORDER_LINE,
  fillGenerated,
  fillOnlineRetail,
  fillOrders,
  MATERIALISE,
  type Order,
} from './golden-data.ts';
import { type Purchase, type Staged, stagesOf, type Thresholds } from './lifecycle.ts';
import { realData } from './real-data.ts';

const DAY = 86_400_000;
const DEFAULTS: Thresholds = {
  declineAfter: 2,
  lostAfter: 4,
  windowDays: 90,
  dropBelow: 0.5,
  ownGapOrders: 3,
  explorationOrders: 2,
  shortestGap: 1,
};

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
});
afterAll(() => db.close());

const day = (number: number) => new Date(Date.UTC(2024, 0, 1) + number * DAY);
const order = (customer: string | null, at: Date, amount = 10): Order => ({
  at,
  customer,
  lines: [{ product: 'a', quantity: 1, amount, refund: null, fee: false }],
});
/** Orders of the customer x, on days counted from the first, all of 10 unless amounts are given. */
const on = (days: number[], amounts: number[] = []) =>
  days.map((number, i) => order('x', day(number), amounts[i]));

describe('the stage of one customer, two hundred days on', () => {
  const cases: [string, Order[], Partial<LifecycleRow>, LifecycleOptions?][] = [
    [
      'silent for exactly two gaps is not decline',
      on([120, 140, 160]),
      { reason: 'more_orders', stage: 'buildup', gap_days: 20, silence_days: 40, own_gap: true },
    ],
    [
      'silent for longer is',
      on([120, 140, 159]),
      { reason: 'silent', stage: 'decline', gap_days: 19.5, lost: false },
    ],
    [
      'exactly four gaps are not lost',
      on([80, 100, 120]),
      { reason: 'silent', lost: false, silence_days: 80 },
    ],
    ['more are', on([79, 99, 119]), { reason: 'lost', stage: 'decline', lost: true }],
    ['the gap is a median', on([100, 101, 102, 150, 180]), { gap_days: 15.5, reason: 'steady' }],
    [
      'two orders are measured by the shop',
      [...on([150, 160]), order('y', day(0)), order('y', day(50)), order('y', day(100))],
      { reason: 'few_orders', stage: 'exploration', gap_days: 50, own_gap: false },
    ],
    [
      'by their own gap where two orders are enough',
      on([150, 160]),
      { reason: 'silent', gap_days: 10, own_gap: true },
      { own_gap_orders: 2 },
    ],
    [
      'where nobody came back nobody is silent',
      on([0]),
      { reason: 'few_orders', gap_days: null, silence_days: 200 },
    ],
    [
      'orders of one moment have a gap of a day',
      on([198, 198, 198]),
      { reason: 'more_orders', gap_days: 1, own_gap: true },
    ],
    ['after which they are silent', on([197, 197, 197]), { reason: 'silent', gap_days: 1 }],
    [
      'or of the shortest gap asked for',
      on([197, 197, 197]),
      { reason: 'more_orders', gap_days: 7 },
      { shortest_gap: 7 },
    ],
    [
      'half the revenue has not fallen',
      on([100, 150, 195], [100, 25, 25]),
      { reason: 'more_orders', revenue_last: 50, revenue_before: 100 },
    ],
    [
      'less has',
      on([100, 150, 195], [100, 25, 24.99]),
      { reason: 'revenue_fell', stage: 'decline', lost: false },
    ],
    [
      'unless a smaller share is asked for',
      on([100, 150, 195], [100, 25, 24.99]),
      { reason: 'more_orders' },
      { drop_below: 0.4 },
    ],
    [
      'a window ends with its last moment',
      on([20, 110, 200]),
      { reason: 'steady', stage: 'maturity', orders_last: 1, orders_before: 1 },
    ],
    [
      'revenue may grow without orders',
      on([20, 110, 200], [10, 10, 11]),
      { reason: 'more_revenue', stage: 'buildup' },
    ],
    [
      'three orders can be too few',
      on([120, 140, 160]),
      { reason: 'few_orders', stage: 'exploration' },
      { exploration_orders: 3 },
    ],
    ['orders after the date do not count', on([120, 140, 160, 201]), { orders: 3, reason: 'more_orders' }],
  ];
  it.each(cases)('%s', async (_, orders, expected, options) => {
    await fillOrders(db, orders);
    const rows = await db.query<LifecycleRow>(lifecycleSql({ as_of: day(200), ...options }));
    expect(rows.find(({ customer_id: id }) => id === 'x')).toMatchObject(expected);
  });

  it('leaves out guests and orders without a date, and counts to a day after the last order', async () => {
    await fillOrders(db, [...on([0, 10]), order(null, day(12)), order('z', day(3))]);
    await db.exec(`UPDATE order_line SET ordered_at = NULL WHERE customer_id = 'z'`);
    await db.exec(MATERIALISE);
    const rows = await db.query<LifecycleRow>(lifecycleSql());
    expect(rows).toMatchObject([{ customer_id: 'x', silence_days: 3, revenue: 20, profit: null }]);
  });

  it('has the profit where there are costs', async () => {
    await fillOrders(db, on([0, 10]));
    await db.exec(`UPDATE order_line SET cost = 4; ${MATERIALISE}`);
    const summary = await db.query<LifecycleSummaryRow>(lifecycleSummarySql());
    expect(summary).toMatchObject([
      { stage: 'exploration', customers: 1, profit: 12, profit_customers: 1, mean_profit: 12 },
      { stage: 'buildup', customers: 0, profit: null, mean_profit: null },
      { stage: 'maturity', customers: 0 },
      { stage: 'decline', customers: 0 },
    ]);
  });
});

const line = fc.record({
  product: fc.constant('a'),
  quantity: fc.constant(1),
  amount: fc.integer({ min: 0, max: 40 }),
  refund: fc.option(fc.integer({ min: 0, max: 50 })),
  fee: fc.constant(false),
});
const orders: fc.Arbitrary<Order[]> = fc.array(
  fc.record({
    at: fc
      .oneof(fc.integer({ min: 0, max: 300 }), fc.constantFrom(31, 59, 60, 91))
      .chain((days) => fc.constantFrom(0, 0, 12, 13, 23.5).map((hours) => day(days + hours / 24))),
    customer: fc.option(
      fc.integer({ min: 1, max: 9 }).map((number) => `c${number}`),
      { freq: 9 },
    ),
    lines: fc.array(line, { minLength: 1, maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 60 },
);
const thresholds: fc.Arbitrary<Thresholds> = fc.oneof(
  fc.constant(DEFAULTS),
  fc.record({
    declineAfter: fc.constantFrom(1, 1.5, 2, 3),
    lostAfter: fc.constantFrom(1, 2.5, 4, 6),
    windowDays: fc.integer({ min: 5, max: 120 }),
    dropBelow: fc.constantFrom(0.25, 0.5, 0.8, 1),
    ownGapOrders: fc.integer({ min: 2, max: 4 }),
    explorationOrders: fc.integer({ min: 1, max: 4 }),
    shortestGap: fc.constantFrom(0, 1, 7),
  }),
);
const moment = fc.integer({ min: 20, max: 340 * 24 }).map((hour) => day(hour / 24));
const runs = { numRuns: 40 };

describe('on any orders, any date and any thresholds', () => {
  it('each customer is where the definition puts them', () =>
    fc.assert(
      fc.asyncProperty(orders, thresholds, moment, async (data, limits, at) => {
        await fillOrders(db, data);
        const rows = await db.query<LifecycleRow>(lifecycleSql({ as_of: at, ...named(limits) }));
        expectStages(rows, stagesOf(purchases(data), at.getTime(), limits));
        const summary = await db.query<LifecycleSummaryRow>(
          lifecycleSummarySql({ as_of: at, ...named(limits) }),
        );
        expect(summary.map(({ stage }) => stage)).toEqual([...STAGES]);
        for (const { stage, customers, lost, revenue } of summary) {
          const there = rows.filter((row) => row.stage === stage);
          expect(customers).toBe(there.length);
          expect(lost).toBe(there.filter((row) => row.lost).length);
          expect(revenue).toBeCloseTo(total(there.map((row) => row.revenue)), 6);
        }
      }),
      runs,
    ));

  it('each month is the life cycle at its end', () =>
    fc.assert(
      fc.asyncProperty(
        orders,
        thresholds,
        fc.option(moment),
        fc.integer({ min: 1, max: 14 }),
        async (data, limits, at, months) => {
          await fillOrders(db, data);
          const sold = data.map((one) => one.at.getTime());
          const end = at?.getTime() ?? Math.max(...sold) + DAY;
          const rows = await db.query<LifecycleMonthRow>(
            lifecycleMonthlySql({ months, as_of: at ?? undefined, ...named(limits) }),
          );
          const ends = monthEnds(Math.min(...sold), end, months);
          expect(rows.length).toBe(ends.length * STAGES.length);
          ends.forEach((until, i) => {
            const there = [...stagesOf(purchases(data), until, limits).values()];
            STAGES.forEach((stage, j) => {
              const row = rows[i * STAGES.length + j]!;
              const mine = there.filter((one) => one.stage === stage);
              const lost = mine.filter(({ reason }) => reason === 'lost');
              expect(row).toMatchObject({ stage, customers: mine.length, lost_customers: lost.length });
              expect(row.revenue).toBeCloseTo(total(mine.map(({ revenue }) => revenue)), 6);
              expect(row.lost_revenue).toBeCloseTo(total(lost.map(({ revenue }) => revenue)), 6);
            });
          });
        },
      ),
      runs,
    ));

  it('moves are the difference between two dates', () =>
    fc.assert(
      fc.asyncProperty(orders, thresholds, moment, moment, async (data, limits, one, other) => {
        await fillOrders(db, data);
        const [from, to] = one <= other ? [one, other] : [other, one];
        const earlier = stagesOf(purchases(data), from.getTime(), limits);
        const later = stagesOf(purchases(data), to.getTime(), limits);
        const rows = await db.query<LifecycleMoveRow>(
          lifecycleMovesSql({ from_date: from, to_date: to, ...named(limits) }),
        );
        expect(rows.length).toBe(20);
        for (const { from_stage, to_stage, customers, revenue } of rows) {
          const moved = [...later].filter(
            ([id, { stage }]) => stage === to_stage && (earlier.get(id)?.stage ?? 'not_yet') === from_stage,
          );
          expect(customers, `${from_stage} to ${to_stage}`).toBe(moved.length);
          expect(revenue).toBeCloseTo(total(moved.map(([, row]) => row.revenue)), 6);
        }
      }),
      runs,
    ));
});

describe('on a generated shop', () => {
  it('compares with one window before when no date is given', async () => {
    await db.exec(CREATE_ORDER_LINE);
    await db.exec(fillGenerated(3000, 500, 60));
    await db.exec(MATERIALISE);
    const [{ last }] = (await db.query<{ last: Date }>('SELECT max(ordered_at) AS last FROM orders')) as [
      { last: Date },
    ];
    const to_date = new Date(last.getTime() + DAY);
    const from_date = new Date(to_date.getTime() - 90 * DAY);
    expect(await db.query(lifecycleChangesSql())).toEqual(
      await db.query(lifecycleChangesSql({ from_date, to_date, ...LIFECYCLE_DEFAULTS })),
    );
    const backwards = await db.query<LifecycleMoveRow>(
      lifecycleMovesSql({ from_date: to_date, to_date: from_date }),
    );
    for (const row of backwards) if (row.from_stage !== row.to_stage) expect(row.customers).toBe(0);
  });
});

const retail = realData('online_retail.csv');
describe.skipIf(!retail)('Online Retail (skipped where the data set is absent)', () => {
  it('has the stages of the definition, for every customer and at each month’s end', async () => {
    await db.exec(CREATE_ORDER_LINE);
    await fillOnlineRetail(db, retail!);
    await db.exec(MATERIALISE);
    const sold = await db.query<{ customer: string; at: Date; revenue: number }>(
      `SELECT customer_id AS customer, min(ordered_at) AS at, sum(amount) AS revenue
      FROM order_line WHERE customer_id IS NOT NULL GROUP BY customer_id, order_id`,
    );
    const byCustomer = new Map<string, Purchase[]>();
    for (const { customer, at, revenue } of sold)
      byCustomer.set(customer, [...(byCustomer.get(customer) ?? []), { at: at.getTime(), revenue }]);
    const times = sold.map(({ at }) => at.getTime());
    const end = Math.max(...times) + DAY;
    const rows = await db.query<LifecycleRow>(lifecycleSql());
    expect(rows.length).toBe(4338);
    expectStages(rows, stagesOf(byCustomer, end, DEFAULTS));
    const months = await db.query<LifecycleMonthRow>(lifecycleMonthlySql({ months: 24 }));
    const ends = monthEnds(Math.min(...times), end, 24);
    expect(months.length).toBe(13 * 4);
    ends.forEach((until, i) => {
      const there = [...stagesOf(byCustomer, until, DEFAULTS).values()];
      expect(months.slice(4 * i, 4 * i + 4).map(({ customers }) => customers)).toEqual(
        STAGES.map((stage) => there.filter((one) => one.stage === stage).length),
      );
    });
  });
});

function named(limits: Thresholds): LifecycleOptions {
  return {
    decline_after: limits.declineAfter,
    lost_after: limits.lostAfter,
    window_days: limits.windowDays,
    drop_below: limits.dropBelow,
    own_gap_orders: limits.ownGapOrders,
    exploration_orders: limits.explorationOrders,
    shortest_gap: limits.shortestGap,
  };
}

function purchases(data: readonly Order[]): Map<string, Purchase[]> {
  const found = new Map<string, Purchase[]>();
  for (const { customer, at, lines } of data) {
    if (!customer) continue;
    const revenue = lines.reduce((sum, { amount, refund }) => sum + amount - (refund ?? 0), 0);
    found.set(customer, [...(found.get(customer) ?? []), { at: at.getTime(), revenue }]);
  }
  return found;
}

function expectStages(rows: readonly LifecycleRow[], expected: Map<string, Staged>): void {
  expect(rows.map((row) => row.customer_id)).toEqual([...expected.keys()].sort());
  for (const row of rows) {
    const { gap, silence, ...same } = expected.get(row.customer_id)!;
    const { stage, reason, orders, revenue_last, revenue_before } = row;
    const found = { stage, reason, orders, revenueLast: revenue_last, revenueBefore: revenue_before };
    expect({ ...found, revenue: Number(row.revenue.toFixed(6)) }, row.customer_id).toEqual(same);
    expect(row.silence_days).toBeCloseTo(silence / DAY, 6);
    if (gap === null) expect(row.gap_days).toBeNull();
    else expect(row.gap_days).toBeCloseTo(gap / DAY, 6);
  }
}

/** The last moments of the months from the first order to the one before `end`, and `end` itself as the last. */
function monthEnds(first: number, end: number, months: number): number[] {
  if (first > end) return [];
  const [start, stop] = [first, Math.max(end - DAY, first)].map((at) => new Date(at));
  const number = (at: Date) => at.getUTCFullYear() * 12 + at.getUTCMonth();
  const ends = [];
  for (let month = Math.max(number(start!), number(stop!) - months + 1); month < number(stop!); month += 1)
    ends.push(Date.UTC(Math.floor(month / 12), (month % 12) + 1) - 1);
  return [...ends, end];
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
