import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeAnswer, whomAnswer } from '../../src/analyses/change/answer.ts';
import {
  buyerChangeSql,
  changedBuyersSql,
  COMPARISONS,
  type Factor,
  type FactorRow,
  KINDS,
  type KindRow,
  MEASURES,
  revenueChangeSql,
} from '../../src/analyses/change/change.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { LANGUAGES, loadMessages } from '../../src/messages/index.ts';
import { Formats } from '../../src/state/formats.ts';
import { CREATE_ORDER_LINE, fillOrders, MATERIALISE, type Order } from './golden-data.ts';
import { type Sale, sales, salesSql } from './sales-data.ts';

const DAY_MS = 86_400_000;
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const order = (at: string, customer: string | null, amount: number, refund: number | null = null): Order => ({
  at: new Date(day(at).getTime() + DAY_MS / 2),
  customer,
  lines: [{ product: 'a', quantity: 1, amount, refund, fee: false }],
});

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
});
afterAll(() => db.close());

/** Ten days, 11 to 20 June, against 1 to 10 June. */
const SHOP = [
  order('2024-05-01', 'back', 10),
  order('2024-06-01', 'stays', 40),
  order('2024-06-02', 'goes', 30, 10),
  order('2024-06-10', 'goes', 20),
  order('2024-06-10', null, 50),
  order('2024-06-11', 'stays', 20),
  order('2024-06-12', 'stays', 60),
  order('2024-06-13', 'back', 30),
  order('2024-06-20', 'first', 50),
  order('2024-06-20', null, 10),
  order('2024-06-15', null, 20),
];

describe('a change worked out by hand', () => {
  it('is divided among buyers, orders per buyer, value per order and guests', async () => {
    await fillOrders(db, SHOP);
    const rows = await db.query<FactorRow>(revenueChangeSql({ days: 10 }));
    expect(rows.map((row) => row.factor)).toEqual([
      'buyers',
      'orders_per_buyer',
      'revenue_per_order',
      'guest_orders',
      'guest_revenue_per_order',
    ]);
    expect(rows.map(({ value_before, value_after }) => [value_before, value_after])).toEqual([
      [2, 3],
      [3 / 2, 4 / 3],
      [80 / 3, 40],
      [1, 2],
      [50, 15],
    ]);
    const [b, f, v] = [
      [2, 3],
      [1.5, 4 / 3],
      [80 / 3, 40],
    ] as const;
    const buyers = (b[1] - b[0]) * ((f[0] * v[0] + f[1] * v[1]) / 3 + (f[0] * v[1] + f[1] * v[0]) / 6);
    expect(rows[0]!.contribution).toBeCloseTo(buyers, 9);
    expect(rows[3]!.contribution).toBeCloseTo(32.5, 9);
    expect(rows[4]!.contribution).toBeCloseTo(-52.5, 9);
    expect(rows[0]!.contribution! + rows[1]!.contribution! + rows[2]!.contribution!).toBeCloseTo(80, 9);
    for (const row of rows)
      expect([row.total_before, row.total_after, row.compared_starts, row.starts, row.ends]).toEqual([
        130,
        190,
        day('2024-06-01'),
        day('2024-06-11'),
        day('2024-06-21'),
      ]);
  });

  it('is divided among the kinds of buyer', async () => {
    await fillOrders(db, SHOP);
    const rows = await db.query<KindRow>(buyerChangeSql({ days: 10 }));
    expect(rows.map((row) => [row.kind, row.customers, row.value_before, row.value_after])).toEqual([
      ['new', 1, 0, 50],
      ['won_back', 1, 0, 30],
      ['more', 1, 40, 80],
      ['same', 0, 0, 0],
      ['less', 0, 0, 0],
      ['lost', 1, 40, 0],
      ['guests', null, 50, 30],
    ]);
    expect(rows.map(({ history_days }) => history_days)).toEqual(Array(7).fill(31));
    expect(await db.query(changedBuyersSql({ days: 10 }, 'won_back'))).toEqual([
      {
        customer_id: 'back',
        customer_name: null,
        first_order: new Date('2024-05-01T12:00:00Z'),
        last_order: new Date('2024-06-13T12:00:00Z'),
        orders_before: 0,
        orders_after: 1,
        value_before: 0,
        value_after: 30,
        contribution: 30,
      },
    ]);
  });

  it('says when the data do not reach back to the period compared, and knows no profit without costs', async () => {
    await fillOrders(db, SHOP);
    const of = async (options: Parameters<typeof revenueChangeSql>[0]) =>
      (await db.query<FactorRow>(revenueChangeSql(options)))[0]!;
    expect((await of({ days: 25 })).is_comparable).toBe(true);
    expect((await of({ days: 26 })).is_comparable).toBe(false);
    expect((await of({ days: 10, compare: 'year' })).is_comparable).toBe(false);
    const profit = await of({ days: 10, measure: 'profit' });
    expect([profit.contribution, profit.total_before, profit.costed_before]).toEqual([null, null, 0]);
    const kinds = await db.query<KindRow>(buyerChangeSql({ days: 10, measure: 'profit' }));
    expect(kinds.find(({ kind }) => kind === 'new')!.contribution).toBeNull();
  });

  it.each(LANGUAGES)('is told in %s with every factor, the strongest first', async (code) => {
    await fillOrders(db, SHOP);
    const { change } = await loadMessages(code);
    const f = new Formats(code, 'CNY');
    const rows = await db.query<FactorRow>(revenueChangeSql({ days: 10 }));
    const answer = changeAnswer(rows, 'revenue', change, f)!;
    const parts = rows
      .toSorted((a, b) => Math.abs(b.contribution!) - Math.abs(a.contribution!))
      .map(({ contribution }) => answer.indexOf(f.roundMoney(Math.abs(contribution!))));
    expect(parts[0]).toBeGreaterThan(0);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    for (const words of ['60.00', '46.2%', '130.00', '190.00']) expect(answer).toContain(words);
    const kinds = await db.query<KindRow>(buyerChangeSql({ days: 10 }));
    const whom = whomAnswer(kinds, change, f)!;
    for (const words of ['40.00', '50.00', '30.00', '20.00']) expect(whom).toContain(words);
  });
});

describe('the change of any shop', () => {
  const asked = fc.record({
    days: fc.constantFrom(7, 30, 90, 400),
    as_of: fc.option(
      fc.integer({ min: 0, max: 720 * 2 }).map((half) => new Date(Date.UTC(2023, 0, 10, half * 12))),
      { nil: undefined },
    ),
    compare: fc.constantFrom(...COMPARISONS),
    measure: fc.constantFrom(...MEASURES),
  });
  const runs = { numRuns: 60 };

  it('is the sum of its factors, each the mean of all orders in which they can change', () =>
    fc.assert(
      fc.asyncProperty(sales, asked, async (all, options) => {
        await db.exec(salesSql(all));
        await db.exec(MATERIALISE);
        const rows = await db.query<FactorRow>(revenueChangeSql(options));
        const { before, after } = windows(all, options);
        const known =
          options.measure === 'revenue' || [...before, ...after].some(({ cost }) => cost !== null);
        expect(rows.length > 0).toBe(before.length + after.length > 0);
        if (!known) return rows.forEach((row) => expect(row.contribution).toBeNull());
        const expected = new Map<Factor, number>();
        for (const guest of [false, true]) {
          const [then, now] = [before, after].map((some) =>
            some.filter(({ customer }) => (customer === null) === guest),
          ) as [Sale[], Sale[]];
          if (then.length + now.length === 0) continue;
          const names: Factor[] = guest
            ? ['guest_orders', 'orders_per_buyer', 'guest_revenue_per_order', 'guest_cost_per_order']
            : ['buyers', 'orders_per_buyer', 'revenue_per_order', 'cost_per_order'];
          const parts = shapley(
            rates(then, options.measure) ?? rates(now, options.measure, then)!,
            rates(now, options.measure) ?? rates(then, options.measure, now)!,
          );
          names.forEach((name, i) => expected.set(name, parts[i]!));
          if (guest) expected.delete('orders_per_buyer');
        }
        const total = (some: readonly Sale[]) =>
          some.reduce((sum, one) => sum + worth(one, options.measure), 0);
        if (rows[0]) near(rows[0].total_after! - rows[0].total_before!, total(after) - total(before));
        near(
          rows.reduce((sum, row) => sum + row.contribution!, 0),
          total(after) - total(before),
        );
        for (const row of rows)
          if (!row.factor.startsWith('orders_per')) near(row.contribution!, expected.get(row.factor)!);
      }),
      runs,
    ));

  it('is the sum of its kinds of buyer, each customer in one', () =>
    fc.assert(
      fc.asyncProperty(sales, asked, async (all, options) => {
        await db.exec(salesSql(all));
        await db.exec(MATERIALISE);
        const rows = await db.query<KindRow>(buyerChangeSql(options));
        const { before, after, then } = windows(all, options);
        const known =
          options.measure === 'revenue' || [...before, ...after].some(({ cost }) => cost !== null);
        expect(rows.map(({ kind }) => kind)).toEqual([...KINDS]);
        if (!known) return;
        const expected = Object.fromEntries(KINDS.map((kind) => [kind, { customers: 0, by: 0 }]));
        for (const customer of new Set([...before, ...after].map((sale) => sale.customer))) {
          const of = (some: readonly Sale[]) => some.filter((sale) => sale.customer === customer);
          const sum = (some: readonly Sale[]) =>
            some.reduce((total, one) => total + worth(one, options.measure), 0);
          const by = sum(of(after)) - sum(of(before));
          const first = Math.min(...of(all).map(({ at }) => at.getTime()));
          const kind =
            customer === null
              ? 'guests'
              : !of(after).length
                ? 'lost'
                : of(before).length
                  ? by > 1e-6
                    ? 'more'
                    : by < -1e-6
                      ? 'less'
                      : 'same'
                  : first >= then
                    ? 'new'
                    : 'won_back';
          expected[kind]!.customers += 1;
          expected[kind]!.by += by;
        }
        for (const row of rows) {
          near(row.contribution!, expected[row.kind]!.by);
          if (row.kind !== 'guests') expect(row.customers, row.kind).toBe(expected[row.kind]!.customers);
        }
        const [total] = await db.query<FactorRow>(revenueChangeSql(options));
        near(
          rows.reduce((sum, row) => sum + row.contribution!, 0),
          total ? total.total_after! - total.total_before! : 0,
        );
      }),
      runs,
    ));
});

interface Asked {
  days: number;
  as_of: Date | undefined;
  compare: 'before' | 'year';
}

/** The sales of both periods, and the end of the earlier one. */
function windows(all: readonly Sale[], { days, as_of, compare }: Asked) {
  const last = Math.max(...all.map(({ at }) => at.getTime()));
  const end = as_of ?? new Date((Math.floor(last / DAY_MS) + 1) * DAY_MS);
  const yearBefore = new Date(end);
  yearBefore.setUTCFullYear(end.getUTCFullYear() - 1);
  if (yearBefore.getUTCMonth() !== end.getUTCMonth()) yearBefore.setUTCDate(0);
  const then = compare === 'year' ? yearBefore.getTime() : end.getTime() - days * DAY_MS;
  const upTo = (to: number) =>
    all.filter(({ at }) => at.getTime() < to && at.getTime() >= to - days * DAY_MS);
  return { before: upTo(then), after: upTo(end.getTime()), then };
}

function worth({ amount, refund, cost }: Sale, measure: 'revenue' | 'profit'): number {
  return amount - (refund ?? 0) - (measure === 'profit' ? (cost ?? 0) : 0);
}

/** Buyers (guests: orders), orders per buyer, revenue and cost per order; null without orders unless `counted` are none. */
function rates(some: readonly Sale[], measure: 'revenue' | 'profit', counted = some): number[] | null {
  if (!some.length) return null;
  const people = (of: readonly Sale[]) =>
    of.some(({ customer }) => customer === null)
      ? of.length
      : new Set(of.map(({ customer }) => customer)).size;
  const revenue = some.reduce((sum, one) => sum + worth(one, 'revenue'), 0);
  const value = some.reduce((sum, one) => sum + worth(one, measure), 0);
  return [
    people(counted),
    some.length / people(some),
    revenue / some.length,
    (revenue - value) / some.length,
  ];
}

/** What each factor of x · f · (v − c) adds, averaged over all orders of changing them one after the other. */
function shapley(before: readonly number[], after: readonly number[]): number[] {
  const value = ([x, f, v, c]: readonly number[]) => x! * f! * (v! - c!);
  const orders = permutations([0, 1, 2, 3]);
  const sums = [0, 0, 0, 0];
  for (const sequence of orders) {
    const now = [...before];
    for (const factor of sequence) {
      const was = value(now);
      now[factor] = after[factor]!;
      sums[factor]! += value(now) - was;
    }
  }
  return sums.map((sum) => sum / orders.length);
}

function permutations(items: readonly number[]): number[][] {
  if (!items.length) return [[]];
  return items.flatMap((item) =>
    permutations(items.filter((one) => one !== item)).map((rest) => [item, ...rest]),
  );
}

function near(value: number, expected: number): void {
  expect(Math.abs(value - expected)).toBeLessThan(1e-7);
}
