import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { segmentationSql } from '../../src/analyses/segmentations.ts';
import { numbersSql, NUMBERS } from '../../src/analyses/validity/customers.ts';
import { readPlan } from '../../src/analyses/validity/plans.ts';
import {
  type AgreementRow,
  agreementSql,
  separationSql,
  type SeparationRow,
  type SizeRow,
  sizesSql,
} from '../../src/analyses/validity/validity.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { literal } from '../../src/engine/sql.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import { customersOf, scheme } from '../../src/models/stability/schemes.ts';
import { CREATE_ORDER_LINE, fillGenerated, fillOrders, MATERIALISE, type Order } from './golden-data.ts';

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
    at: fc.integer({ min: 0, max: 500 * 24 }).map((hour) => new Date(Date.UTC(2023, 0, 10, hour))),
    customer: fc.option(
      fc.integer({ min: 1, max: 25 }).map((number) => `c${number}`),
      { freq: 8 },
    ),
    lines: fc.array(
      fc.record({
        product: fc.constantFrom('a', 'b', 'c'),
        quantity: fc.integer({ min: 1, max: 4 }),
        amount: fc.oneof(
          fc.constantFrom(0, 5, 5, 10),
          fc.integer({ min: -200, max: 9000 }).map((cents) => cents / 100),
        ),
        refund: fc.constant(null),
        fee: fc.constant(false),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { minLength: 1, maxLength: 60 },
);
const runs = { numRuns: 15 };
const RELATIVE = ['11', '8', 'tiers', 'lifecycle', 'quality'] as const;

/** The segments of a segmentation, of those that have an order the worker knows. */
async function segmentsOf(by: (typeof RELATIVE)[number]): Promise<string[]> {
  if (by === 'quality') return ['vip', 'major', 'ordinary', 'small'];
  const [column, macro] =
    by === 'lifecycle' ? ['stage', 'lifecycle_stages()'] : ['segment', `segment_names(model := '${by}')`];
  const rows = await db.query<Record<string, string>>(`FROM ${macro}`);
  return rows.map((row) => row[column!]!);
}

/** What the worker makes of the shop when every customer counts once. */
async function inWorker(by: (typeof RELATIVE)[number], as_of?: Date): Promise<(string | undefined)[]> {
  const plan = (await readPlan(db, { by, as_of }, await segmentsOf(by)))!;
  const into = new Int32Array(customersOf(plan));
  scheme(plan)(new Int32Array(into.length).fill(1), into);
  return [...into].map((segment) => plan.segments[segment]);
}

async function inSql(by: (typeof RELATIVE)[number], as_of?: Date): Promise<(string | null)[]> {
  const rows = await db.query<{ segment: string | null }>(
    `SELECT segment FROM (${segmentationSql({ by, as_of })}) ORDER BY customer_id`,
  );
  return rows.map(({ segment }) => segment);
}

describe('the worker puts each customer where the statement does', () => {
  it.each(RELATIVE)('by %s, in a shop of a thousand', async (by) => {
    await db.exec(CREATE_ORDER_LINE);
    await db.exec(fillGenerated(4000, 1000, 60));
    await db.exec(MATERIALISE);
    expect(await inWorker(by)).toEqual(await inSql(by));
    const before = new Date('2023-11-05T12:00:00Z');
    expect(await inWorker(by, before)).toEqual(await inSql(by, before));
    expect(new Set(await inSql(by)).size).toBeGreaterThan(3);
  });

  it('in any shop', () =>
    fc.assert(
      fc.asyncProperty(orders, fc.constantFrom(...RELATIVE), async (data, by) => {
        await fillOrders(db, data);
        expect(await inWorker(by)).toEqual(await inSql(by));
      }),
      runs,
    ));

  it('and a customer drawn twice where two like them would be', () =>
    fc.assert(
      fc.asyncProperty(
        orders,
        fc.constantFrom('11', '8', 'lifecycle'),
        fc.infiniteStream(fc.nat(3)),
        async (data, by, draw) => {
          const weight = new Map(data.flatMap(({ customer }) => customer ?? []).map((id) => [id, 1]));
          for (const id of weight.keys()) weight.set(id, draw.next().value as number);
          fc.pre([...weight.values()].some((times) => times > 0));
          await fillOrders(db, data);
          const plan = (await readPlan(db, { by }, await segmentsOf(by)))!;
          const into = new Int32Array(customersOf(plan));
          scheme(plan)(
            Int32Array.from([...weight.keys()].sort(), (id) => weight.get(id)!),
            into,
          );

          const copies = data.flatMap((order) =>
            Array.from({ length: order.customer ? weight.get(order.customer)! : 0 }, (_, copy) => ({
              ...order,
              customer: `${order.customer} ${copy}`,
            })),
          );
          const last = Math.max(...data.map(({ at }) => at.getTime()));
          await fillOrders(db, copies);
          const anew = await db.query<{ customer_id: string; segment: string }>(
            segmentationSql({ by, as_of: new Date(last + 86_400_000) }),
          );
          const found = new Map(anew.map(({ customer_id, segment }) => [customer_id, segment]));
          [...weight.keys()].sort().forEach((id, i) => {
            if (weight.get(id)) expect(plan.segments[into[i]!]).toBe(found.get(`${id} 0`));
          });
        },
      ),
      runs,
    ));
});

describe('separation', () => {
  it('is the share of the sum of squares between segments', () =>
    fc.assert(
      fc.asyncProperty(
        orders,
        fc.constantFrom('11', 'tiers', 'cuts', 'attribute'),
        fc.constantFrom('revenue', 'orders'),
        fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
        async (data, by, measure, days) => {
          await fillOrders(db, data);
          const since = days === undefined ? undefined : new Date(Date.UTC(2023, 0, 10 + days, 7, 30));
          const cut = { measure: 'frequency', cuts: [2, 4] } as const;
          const options = { by, attribute: 'first_product', cut } as const;
          const [row] = await db.query<SeparationRow>(separationSql(options, { measure, since }));
          if (!row) return;
          const rows = await db.query<{ customer_id: string; segment: string | null }>(
            segmentationSql(options),
          );
          const value = (id: string) =>
            data
              .filter(({ customer, at }) => customer === id && (!since || at > since))
              .reduce(
                (sum, { lines }) =>
                  sum + (measure === 'orders' ? 1 : lines.reduce((paid, { amount }) => paid + amount, 0)),
                0,
              );
          const placed = rows.flatMap(({ customer_id, segment }) =>
            segment === null ? [] : [{ segment, value: value(customer_id) }],
          );
          expect(row).toMatchObject({ customers: rows.length, placed: placed.length });
          expect(row.segments).toBe(new Set(placed.map(({ segment }) => segment)).size);
          sameShare(row.eta_squared, placed);
          sameShare(
            row.eta_squared_log,
            placed.map((one) => ({ ...one, value: Math.log(1 + Math.max(0, one.value)) })),
          );
        },
      ),
      runs,
    ));

  it('of a segmentation of its own table, by hand', async () => {
    const sold = [10, 20, 30, 100, 110, 120].map((amount, i) => ({
      at: new Date(Date.UTC(2024, 0, 1 + i)),
      customer: `c${i}`,
      lines: [{ product: 'a', quantity: 1, amount, refund: null, fee: false }],
    }));
    await fillOrders(db, sold);
    await db.exec(`CREATE OR REPLACE TABLE mine AS
      SELECT customer_id, CASE WHEN revenue < 50 THEN 'low' ELSE 'high' END AS segment FROM customers`);
    const [row] = await db.query<SeparationRow>("FROM segment_separation('mine')");
    // Means 20, 110 and 65: between 6 · 45², in all six of them 10² · 4 more.
    expect(row!.eta_squared).toBeCloseTo(12150 / 12550, 12);
    expect(row!.eta_squared_chance).toBeCloseTo(1 / 5, 12);
    expect(row).toMatchObject({ smallest_share: 0.5, largest_share: 0.5, segments: 2 });
    await db.exec("UPDATE mine SET segment = NULL WHERE customer_id IN ('c0', 'c5')");
    const [fewer] = await db.query<SeparationRow>("FROM segment_separation('mine')");
    // 20, 30 | 100, 110: between 4 · 40², within 4 · 5².
    expect(fewer!.eta_squared).toBeCloseTo(6400 / 6500, 12);
    expect(fewer).toMatchObject({ customers: 6, placed: 4 });
    const [cost] = await db.query<SeparationRow>("FROM segment_separation('mine', measure := 'profit')");
    expect(cost).toMatchObject({ measured: 0, eta_squared: null });
    const [nobody] = await db.query<SeparationRow>(
      "WITH none AS (SELECT customer_id, NULL::VARCHAR AS segment FROM mine) FROM segment_separation('none')",
    );
    expect(nobody).toMatchObject({ placed: 0, segments: 0, eta_squared: null, smallest_share: null });
  });
});

describe('sizes', () => {
  it('add up to the customers and what they spent', () =>
    fc.assert(
      fc.asyncProperty(orders, fc.constantFrom('8', 'lifecycle', 'types'), async (data, by) => {
        await fillOrders(db, data);
        const rows = await db.query<SizeRow>(sizesSql({ by }));
        const sum = (name: 'customers' | 'orders' | 'revenue') =>
          rows.reduce((total, row) => total + row[name], 0);
        const bought = data.filter(({ customer }) => customer !== null);
        expect(sum('customers')).toBe(new Set(bought.map(({ customer }) => customer)).size);
        expect(sum('orders')).toBe(bought.length);
        expect(sum('revenue')).toBeCloseTo(
          bought.flatMap(({ lines }) => lines).reduce((total, { amount }) => total + amount, 0),
          6,
        );
      }),
      runs,
    ));
});

describe('the agreement of two segmentations', () => {
  const agreement = async (then: (string | null)[], now: (string | null)[]) => {
    const rows = (segments: (string | null)[]) =>
      segments.map((segment, i) => `(${literal(`c${i}`)}, ${literal(segment)})`).join(', ');
    const [row] = await db.query<AgreementRow>(`WITH earlier(customer_id, segment) AS (VALUES ${rows(then)}),
      later(customer_id, segment) AS (VALUES ${rows(now)})
      FROM segment_agreement('earlier', 'later')`);
    return row!;
  };
  const spell = (text: string) => [...text];

  it('is that of published examples', async () => {
    // Yeung & Ruzzo (2001), Details of the adjusted Rand index: the table 1 1 0 / 1 2 1 / 0 0 4.
    const { adjusted_rand: rand } = await agreement(spell('aabbbbcccc'), spell('xyxyyzzzzz'));
    expect(rand).toBeCloseTo(0.313, 3);
    expect((await agreement(spell('aabb'), spell('xxyz'))).adjusted_rand).toBeCloseTo(4 / 7, 12);
    expect((await agreement(spell('aabb'), spell('yyxx'))).adjusted_rand).toBe(1);
    expect((await agreement(spell('aaaa'), spell('wxyz'))).adjusted_rand).toBe(0);
  });

  it('is that of all pairs of customers', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', null), fc.constantFrom('a', 'b', 'd', null)), {
          minLength: 1,
          maxLength: 30,
        }),
        async (pairs) => {
          const row = await agreement(
            pairs.map(([then]) => then),
            pairs.map(([, now]) => now),
          );
          const both = pairs.filter(([then, now]) => then !== null && now !== null);
          const unchanged = both.filter(([then, now]) => then === now).length;
          expect(row).toMatchObject({ customers: both.length, unchanged });
          const all = both.flatMap((one, i) => both.slice(i + 1).map((other) => [one, other] as const));
          const count = (then: boolean, now: boolean) =>
            all.filter(([one, other]) => (one[0] === other[0]) === then && (one[1] === other[1]) === now)
              .length;
          const [a, b, c, d] = [
            count(true, true),
            count(true, false),
            count(false, true),
            count(false, false),
          ];
          const below = (a + b) * (b + d) + (a + c) * (c + d);
          if (below === 0) expect(row.adjusted_rand).toBeNull();
          else expect(row.adjusted_rand).toBeCloseTo((2 * (a * d - b * c)) / below, 9);
        },
      ),
    ));

  it('of one method at two dates looks at the customers of both', async () => {
    await db.exec(CREATE_ORDER_LINE);
    await db.exec(fillGenerated(2000, 400, 60));
    await db.exec(MATERIALISE);
    const earlier = new Date('2024-01-17');
    const [row] = await db.query<AgreementRow>(agreementSql({ by: '11' }, earlier));
    const at = async (as_of?: Date) =>
      new Map(
        (await db.query<{ customer_id: string; segment: string }>(segmentationSql({ by: '11', as_of }))).map(
          ({ customer_id, segment }) => [customer_id, segment],
        ),
      );
    const [then, now] = [await at(earlier), await at()];
    expect(row!.customers).toBe(then.size);
    expect(row!.unchanged).toBe([...then].filter(([id, segment]) => now.get(id) === segment).length);
    expect(row!.adjusted_rand).toBeGreaterThan(0);
    expect(row!.adjusted_rand).toBeLessThan(1);
  });
});

describe('what the rules are learned from', () => {
  it('has a row per customer in the order of their ids, unknown numbers as NaN', async () => {
    await db.exec(CREATE_ORDER_LINE);
    await db.exec(fillGenerated(600, 150, 30));
    await db.exec(MATERIALISE);
    const segments = await segmentsOf('11');
    const columns = await db.numbers(numbersSql({ options: { by: '11' }, segments, measure: 'revenue' }));
    const expected = await inSql('11');
    expect([...columns.segment!].map((segment) => segments[segment])).toEqual(expected);
    expect(Object.keys(columns)).toEqual(['segment', 'measure', ...Object.keys(NUMBERS)]);
    expect([...columns.age!].every(Number.isNaN)).toBe(true);
    const profile = await db.query<{ revenue: number; return_rate: number | null }>(
      'SELECT revenue, return_rate FROM customer_profile() ORDER BY customer_id',
    );
    expect([...columns.measure!]).toEqual(profile.map(({ revenue }) => revenue));
    expect([...columns.return_rate!]).toEqual(profile.map(({ return_rate: rate }) => rate ?? NaN));
  });
});

/** η² against the definition, to what floating point leaves of it. */
function sameShare(eta: number | null, rows: { segment: string; value: number }[]): void {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const all = mean(rows.map(({ value }) => value));
  const total = rows.reduce((sum, { value }) => sum + (value - all) ** 2, 0);
  const within = rows.reduce((sum, { segment, value }) => {
    const group = mean(rows.filter((row) => row.segment === segment).map((row) => row.value));
    return sum + (value - group) ** 2;
  }, 0);
  if (!rows.length || total <= 1e-9) expect(eta ?? 0).toBeLessThanOrEqual(1);
  else expect(eta).toBeCloseTo(1 - within / total, 6);
}
