import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { macrosSql } from '../../src/analyses/sql.ts';
import {
  believableFirstSql,
  beyondChance,
  bundleCountsSql,
  bundleOffersSql,
  type BundleRow,
  type CompanionRow,
  goesWithSql,
  goesWithWideSql,
  judgedSql,
  type OfferRow,
  type PairRow,
  productPairsSql,
} from '../../src/analyses/bundles/bundles.ts';
import { type Counts, estimate, usualUptake, wilsonLower } from '../../src/analyses/bundles/estimate.ts';
import { drawCounts, netRange } from '../../src/analyses/bundles/range.ts';
import type { Database } from '../../src/engine/database.ts';
import { exportCsv } from '../../src/engine/csv.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { fisherTest } from '../../src/mining/fisher.ts';
import { seeded, shuffle } from '../../src/models/random.ts';
import { CREATE_ORDER_LINE, fillOrders, MATERIALISE, type Order } from './golden-data.ts';

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
});
afterAll(() => db.close());

/** Every line at a cost of half its amount. */
async function fill(orders: readonly Order[]): Promise<void> {
  await fillOrders(db, orders);
  await db.exec('UPDATE order_line SET cost = amount / 2');
}

/** An order of one piece of each product on a day, at 10 for a tea and 30 for everything else. */
function order(day: number, customer: string | null, ...products: string[]): Order {
  const lines = products.map((product) => ({
    product,
    quantity: 1,
    amount: product === 'tea' ? 10 : 30,
    refund: null,
    fee: product === 'postage',
  }));
  return { at: new Date(START + day * DAY), customer, lines };
}

const one = async <Row>(sql: string) => (await db.query<Row>(sql))[0]!;

describe('a small shop worked out by hand', () => {
  /** Two orders hold both; four only tea, one of them by a guest; one only a cup; one neither. */
  const SHOP = [
    order(0, 'a', 'tea', 'cup', 'postage'),
    order(1, 'b', 'tea', 'cup'),
    order(2, 'c', 'tea', 'postage'),
    order(5, 'c', 'cup'),
    order(7, 'd', 'tea'),
    order(8, null, 'tea'),
    order(9, 'd', 'rice'),
    order(60, 'e', 'tea'),
  ];

  it('is counted', async () => {
    await fill(SHOP);
    expect(await one<BundleRow>(bundleCountsSql(['tea', 'cup']))).toEqual({
      first_id: 'tea',
      first_product: 'tea',
      second_id: 'cup',
      second_product: 'cup',
      all_baskets: 8,
      baskets: 2,
      first_only: 4,
      second_only: 1,
      first_watched: 2,
      first_later: 1,
      second_watched: 1,
      second_later: 0,
      first_price: 10,
      second_price: 30,
      first_cost: 5,
      second_cost: 15,
      from_date: new Date(START),
      to_date: new Date(START + 60 * DAY),
    });
    const sooner = await one<BundleRow>(bundleCountsSql(['tea', 'cup'], { days: 2 }));
    expect([sooner.first_watched, sooner.first_later]).toEqual([2, 0]);
    const small = await one<BundleRow>(bundleCountsSql(['tea', 'cup'], { max_items: 1 }));
    expect([small.all_baskets, small.baskets, small.first_only]).toEqual([6, 0, 4]);
    expect((await one<BundleRow>(bundleCountsSql(['tea', 'none']))).second_product).toBeNull();
  });

  it('gains, gives away and sells what would be sold anyway', async () => {
    await fill(SHOP);
    const row = await one<BundleRow>(bundleCountsSql(['tea', 'cup']));
    const { bundles, uptake, revenue, margin, breakeven, largestDiscount } = estimate(row, {
      discount: 0.1,
      first: 0.5,
      second: 1,
    });
    expect([bundles, uptake]).toEqual([3, 0.6]);
    // Two takers add a cup (30) and one a tea (10), each at 4 off; 2 × 4 goes to those with both; half the cups come anyway.
    expect(revenue).toEqual({ won: 2 * 26 + 6, given: 8, cannibalised: 30, net: 20 });
    expect(margin).toEqual({ won: 2 * 11 + 1, given: 8, cannibalised: 15, net: 0 });
    expect(breakeven).toBeCloseTo(0.6, 12);
    expect(largestDiscount).toBeCloseTo(0.1, 12);
  });

  it('shows only revenue where the cost of one is not known', async () => {
    await fill(SHOP);
    await db.exec("UPDATE order_line SET cost = NULL WHERE product_id = 'cup'");
    const row = await one<BundleRow>(bundleCountsSql(['tea', 'cup']));
    const result = estimate(row, { discount: 0.1, first: 0.5, second: 1 });
    expect(result.margin).toBeNull();
    expect(result.breakeven).toBeCloseTo((8 / 28) * 0.6, 12);
  });
});

const orders: fc.Arbitrary<Order[]> = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 120 }).map((day) => new Date(START + day * DAY)),
    customer: fc.option(fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5'), { freq: 6 }),
    lines: fc.array(
      fc.record({
        product: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        quantity: fc.integer({ min: 1, max: 3 }),
        amount: fc.integer({ min: 100, max: 9000 }).map((cents) => cents / 100),
        refund: fc.option(fc.constant(0.5), { freq: 1, nil: null }),
        fee: fc.constant(false),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  { minLength: 1, maxLength: 50 },
);
const holds = (one: Order, product: string) => one.lines.some((line) => line.product === product);
/** In order of time; ties by id, as text. */
const ranked = (data: readonly Order[]) =>
  data
    .map((one, place) => ({ ...one, id: `o${place}` }))
    .sort((x, y) => x.at.getTime() - y.at.getTime() || (x.id < y.id ? -1 : 1));
/** In how many orders both would be by chance: in each alike, or with all pairs dealt out by how often each product sells. */
const usually = (data: readonly Order[], x: string, y: string) => {
  const sets = data.map(({ lines }) => [...new Set(lines.map(({ product }) => product))]);
  const often = (product: string) => sets.filter((set) => set.includes(product)).length;
  const weights = ['a', 'b', 'c', 'd', 'e'].flatMap((one, i, all) =>
    all.slice(i + 1).map((other) => often(one) * often(other)),
  );
  const found = sets.reduce((sum, set) => sum + (set.length * (set.length - 1)) / 2, 0);
  const dealt = found / weights.reduce((sum, weight) => sum + weight, 0);
  return often(x) * often(y) * Math.max(dealt, 1 / data.length);
};
/** The median price of a piece over the lines of a product, less the share of its sales that was given back. */
const usualPrice = (data: readonly Order[], product: string) => {
  const lines = data.flatMap((one) => one.lines).filter((line) => line.product === product);
  const prices = lines.map(({ amount, quantity }) => amount / quantity).sort((x, y) => x - y);
  const [low, high] = [Math.floor((prices.length - 1) / 2), Math.ceil((prices.length - 1) / 2)];
  const sold = lines.reduce((sum, { amount }) => sum + amount, 0);
  const back = lines.reduce((sum, { refund }) => sum + (refund ?? 0), 0);
  return ((prices[low]! + prices[high]!) / 2) * (1 - back / sold);
};

describe('on any orders', () => {
  it('pairs, offers and companions are what counting one by one gives', () =>
    fc.assert(
      fc.asyncProperty(orders, async (data) => {
        await fill(data);
        const pairs = await db.query<PairRow>(productPairsSql({ min_baskets: 2 }));
        const names = ['a', 'b', 'c', 'd', 'e'];
        const among = (...products: string[]) =>
          data.filter((one) => products.every((product) => holds(one, product))).length;
        const expected = names.flatMap((x, i) =>
          names.slice(i + 1).flatMap((y) => (among(x, y) >= 2 ? [[x, y].join()] : [])),
        );
        expect(pairs.map((pair) => [pair.first_id, pair.second_id].sort().join()).sort()).toEqual(expected);
        const fisher = fisherTest(data.length);
        const often = names.filter((name) => among(name) >= 2).length;
        for (const pair of pairs) {
          const [s, a, b] = [
            among(pair.first_id, pair.second_id),
            among(pair.first_id),
            among(pair.second_id),
          ];
          expect([pair.baskets, pair.first_baskets, pair.second_baskets]).toEqual([s, a, b]);
          expect(pair.all_baskets).toBe(data.length);
          expect(a).toBeGreaterThanOrEqual(b);
          expect(pair.lift).toBeCloseTo((s * data.length) / (a * b), 9);
          expect(pair.surplus).toBeCloseTo(s - usually(data, pair.first_id, pair.second_id), 9);
          if (pair.surplus <= 0 || pair.lift <= 1) expect(pair.p).toBe(1);
          expect(pair.p).toBeGreaterThanOrEqual(fisher(s, a, b, data.length) - 1e-12);
          expect(pair.p_adjusted).toBeCloseTo(Math.min(1, (pair.p * often * (often - 1)) / 2), 9);
        }
        const offers = await db.query<OfferRow>(bundleOffersSql({ price_cut: 0.15, min_baskets: 2 }));
        expect(offers).toHaveLength(pairs.length);
        for (const offer of offers) {
          const counts = { ...offer, ...NEVER_LATER };
          const uptake = usualUptake(counts);
          expect(offer.first_uptake).toBeCloseTo(uptake.first, 6);
          const result = estimate(counts, {
            discount: 0.15,
            first: offer.first_uptake,
            second: offer.second_uptake,
          });
          expect(offer.first_price).toBeCloseTo(usualPrice(data, offer.first_id), 9);
          expect(offer.extra_bundles).toBeCloseTo(result.bundles, 9);
          expect(offer.extra_margin).toBeCloseTo(result.margin!.net, 9);
          expect(offer.extra_revenue).toBeCloseTo(result.revenue.net, 9);
          if (result.bundles && result.breakeven !== null)
            expect(offer.breakeven_uptake).toBeCloseTo(result.breakeven, 9);
        }
        const companions = await db.query<CompanionRow>(goesWithSql({ companions: 2, min_baskets: 2 }));
        for (const name of names) {
          const own = companions.filter(({ product_id }) => product_id === name);
          const lifted = pairs.filter(
            (pair) => pair.lift > 1 && [pair.first_id, pair.second_id].includes(name),
          );
          expect(own.map(({ place }) => place)).toEqual(lifted.slice(0, 2).map((_, i) => i + 1));
          expect(
            own.every(
              ({ companion_id, confidence }) =>
                Math.abs(confidence - among(name, companion_id) / among(name)) < 1e-12,
            ),
          ).toBe(true);
        }
      }),
      { numRuns: 25 },
    ));

  it('what is bought later is what following every customer gives', () =>
    fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 0, max: 40 }), async (data, days) => {
        await fill(data);
        const row = await one<BundleRow>(bundleCountsSql(['a', 'b'], { days }));
        const all = ranked(data);
        const end = all.at(-1)!.at.getTime();
        const follow = (has: string, takes: string) => {
          const alone = all.filter((one) => holds(one, has) && !holds(one, takes));
          const watched = alone.filter(({ customer, at }) => customer && at.getTime() <= end - days * DAY);
          const later = watched.filter((one) =>
            all
              .slice(all.indexOf(one) + 1)
              .some(
                (other) =>
                  other.customer === one.customer &&
                  holds(other, takes) &&
                  other.at.getTime() <= one.at.getTime() + days * DAY,
              ),
          );
          return [alone.length, watched.length, later.length];
        };
        expect([row.first_only, row.first_watched, row.first_later]).toEqual(follow('a', 'b'));
        expect([row.second_only, row.second_watched, row.second_later]).toEqual(follow('b', 'a'));
      }),
      { numRuns: 25 },
    ));
});

describe('orders of very different sizes', () => {
  it('make no pair of products drawn by chance', async () => {
    const random = seeded(3);
    const names = Array.from({ length: 12 }, (_, i) => `p${i}`);
    const draw = (size: number) =>
      Array.from(shuffle(Int32Array.from(names.keys()), random).slice(0, size), (place) => names[place]!);
    const data = Array.from({ length: 500 }, (_, i) => order(i % 90, null, ...draw(i % 8 ? 2 : 10)));
    await fill(data);
    const pairs = await db.query<PairRow>(productPairsSql());
    const fisher = fisherTest(500);
    const fooled = pairs.filter(
      (pair) => fisher(pair.baskets, pair.first_baskets, pair.second_baskets, 500) * 66 <= 0.05,
    );
    expect(fooled.length).toBeGreaterThan(20);
    expect(await db.query(beyondChance(productPairsSql()))).toEqual([]);
  });
});

const NEVER_LATER = {
  first_watched: 0,
  first_later: 0,
  second_watched: 0,
  second_later: 0,
  from_date: null,
  to_date: null,
};

const counts: fc.Arbitrary<Counts> = fc
  .record({
    baskets: fc.nat(500),
    first_only: fc.nat(5000),
    second_only: fc.nat(5000),
    neither: fc.nat(5000),
    prices: fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 })),
    costs: fc.option(fc.double({ min: 0, max: 1.2, noNaN: true })),
    watched: fc.nat(900),
  })
  .map(({ baskets, first_only, second_only, neither, prices, costs, watched }) => ({
    ...NEVER_LATER,
    all_baskets: baskets + first_only + second_only + neither,
    baskets,
    first_only,
    second_only,
    first_watched: watched,
    first_later: Math.floor(watched / 7),
    first_price: prices[0],
    second_price: prices[1],
    first_cost: costs === null ? null : prices[0] * costs,
    second_cost: costs === null ? null : prices[1] * costs,
  }));
const share = fc.double({ min: 0.001, max: 1, noNaN: true });

describe('the estimate', () => {
  it('leaves nothing over at break-even, by uptake and by discount', () =>
    fc.assert(
      fc.property(
        counts,
        share,
        share,
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (row, first, second, discount) => {
          const result = estimate(row, { discount, first, second });
          const size =
            1e-9 * (1 + Math.abs(row.all_baskets * ((row.first_price ?? 0) + (row.second_price ?? 0))));
          const net = (given: ReturnType<typeof estimate>) => (given.margin ?? given.revenue).net;
          if (result.breakeven !== null && result.uptake) {
            const factor = result.breakeven / result.uptake;
            const even = estimate(row, { discount, first: first * factor, second: second * factor });
            expect(Math.abs(net(even))).toBeLessThan(size * Math.max(1, factor));
          }
          if (result.largestDiscount !== null) {
            const even = estimate(row, { discount: result.largestDiscount, first, second });
            expect(Math.abs(net(even))).toBeLessThan(size);
          }
        },
      ),
    ));

  it('begins with a quarter of the Wilson lower bound', () => {
    // 20 of 100: (0.2 + 0.019207 − 1.959964 × √(0.0016 + 0.000096)) ÷ 1.038415
    expect(wilsonLower(20, 100)).toBeCloseTo(0.13337, 5);
    expect(usualUptake({ ...NEVER_LATER, ...BUNDLE }).first).toBeCloseTo(0.13337 / 4, 5);
  });

  it('says which even uptake pays when nobody is assumed to take the bundle', () => {
    const row = { ...NEVER_LATER, ...BUNDLE };
    const none = estimate(row, { discount: 0.1, first: 0, second: 0 });
    expect(none.breakeven).toBeCloseTo(
      estimate(row, { discount: 0.1, first: 0.3, second: 0.3 }).breakeven!,
      12,
    );
  });
});

const BUNDLE = {
  all_baskets: 1000,
  baskets: 20,
  first_only: 80,
  second_only: 40,
  first_price: 20,
  second_price: 30,
  first_cost: 8,
  second_cost: 12,
};

describe('the range', () => {
  const offer = { discount: 0.1, first: 0.1, second: 0.1 };

  it('is the same for the same counts and holds the estimate', () => {
    const row = { ...NEVER_LATER, ...BUNDLE };
    const range = netRange(drawCounts(row), offer);
    expect(range).toEqual(netRange(drawCounts(row), offer));
    const { net } = estimate(row, offer).margin!;
    expect(range.low).toBeLessThan(net);
    expect(range.high).toBeGreaterThan(net);
  });

  it('is as wide as multinomial counts make it', () => {
    const row = {
      ...NEVER_LATER,
      ...BUNDLE,
      all_baskets: 100_000,
      baskets: 2000,
      first_only: 8000,
      second_only: 4000,
    };
    // What an order of each kind brings: −5 with both, 0.1 × (18 − 5) and 0.1 × (12 − 5) with one.
    const each: [number, number][] = [
      [0.02, -5],
      [0.08, 1.3],
      [0.04, 0.7],
    ];
    const mean = each.reduce((sum, [p, value]) => sum + p * value, 0);
    const square = each.reduce((sum, [p, value]) => sum + p * value * value, 0);
    const deviation = Math.sqrt(100_000 * (square - mean * mean));
    const { low, high } = netRange(drawCounts(row), offer);
    expect((high - low) / (2 * 1.96 * deviation)).toBeGreaterThan(0.9);
    expect((high - low) / (2 * 1.96 * deviation)).toBeLessThan(1.1);
    expect((high + low) / 2 / (100_000 * mean)).toBeCloseTo(1, 1);
  });
});

describe('the list for the shop', () => {
  const CHAIN = Array.from({ length: 12 }, (_, day) => [
    order(day, `k${day}`, '007', '=cup'),
    order(day, `l${day}`, ...(day % 2 ? ['007', 'lid'] : ['rice', 'salt'])),
    order(day, `m${day}`, 'rice'),
  ]).flat();

  it('comes through a CSV file with ids as they are and formulas made harmless', async () => {
    await fill(CHAIN);
    const wide = goesWithWideSql(goesWithSql({ companions: 2, min_baskets: 5 }), 2);
    const text = (await (await exportCsv(db, wide)).text()).replace('\ufeff', '').trim().split('\n');
    expect(text[0]).toBe('product_id,product,companion_1_id,companion_1,companion_2_id,companion_2');
    expect(text.slice(1)).toEqual([
      "007,007,'=cup,'=cup,lid,lid",
      "'=cup,'=cup,007,007,,",
      'lid,lid,007,007,,',
      'rice,rice,salt,salt,,',
      'salt,salt,rice,rice,,',
    ]);
  });

  it('puts believable companions first once rules are judged', async () => {
    await fill(CHAIN);
    await db.exec(`CREATE OR REPLACE TABLE rules AS
      SELECT ['007'] AS antecedent, 'lid' AS consequent, true AS believable`);
    const rows = await db.query<CompanionRow>(
      `FROM (${believableFirstSql(goesWithSql({ companions: 9, min_baskets: 5 }), 1)}) WHERE product_id = '007'`,
    );
    expect(rows.map(({ companion_id, place }) => [companion_id, place])).toEqual([['lid', 1]]);
    const judged = await db.query<PairRow & { believable: boolean }>(
      judgedSql(productPairsSql({ min_baskets: 5 })),
    );
    expect(
      judged.filter(({ believable }) => believable).map((pair) => [pair.first_id, pair.second_id]),
    ).toEqual([['007', 'lid']]);
    await db.exec('DROP TABLE rules');
  });
});
