import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BORDERS,
  type Component,
  COMPONENTS,
  customerQualitySql,
  QUALITY_DEFAULTS,
  type QualityMapRow,
  qualityMapSql,
  type QualityOptions,
  type QualityRow,
  type QualitySummaryRow,
  qualitySummarySql,
} from '../../src/analyses/quality/quality.ts';
import { qualityAnswer, qualityTotals } from '../../src/analyses/quality/answer.ts';
import { listSql, tiersSql } from '../../src/analyses/quality/statements.ts';
import { type SegmentRow, segmentsSql } from '../../src/analyses/segments/segments.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { LANGUAGES, loadMessages } from '../../src/messages/index.ts';
import { Formats } from '../../src/state/formats.ts';
import { MATERIALISE } from './golden-data.ts';
import { byCustomer, median, round, type Sale, sales, salesSql, total } from './sales-data.ts';

const DAY = 86_400_000;
const runs = { numRuns: 25 };
let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await fill([sale('2024-01-01', 'a', 1)]);
  await db.exec(macrosSql());
});
afterAll(() => db.close());

async function fill(all: readonly Sale[]): Promise<void> {
  await db.exec(salesSql(all));
  await db.exec(MATERIALISE);
}
const rowsOf = (options: QualityOptions = {}) => db.query<QualityRow>(customerQualitySql(options));

const weight = fc.constantFrom(0, 0.5, 1, 3);
const options: fc.Arbitrary<QualityOptions> = fc.record({
  tiers_by: fc.constantFrom('customers', 'revenue'),
  margin_weight: weight,
  returns_weight: weight,
  discount_weight: weight,
  payment_weight: weight,
  growth_weight: weight,
  window_days: fc.constantFrom(90, 180, 350),
  min_orders: fc.integer({ min: 1, max: 3 }),
  min_known: fc.integer({ min: 1, max: 4 }),
  poor_to: fc.constantFrom(0.2, 0.33, 0.5),
  good_from: fc.constantFrom(0.5, 0.67, 0.9),
});

describe('the quality of customers', () => {
  it('is what the definition says, on any orders', () =>
    fc.assert(
      fc.asyncProperty(sales, options, async (all, chosen) => {
        await fill(all);
        const rows = await rowsOf(chosen);
        const expected = judge(all, chosen);
        expect(rows.map(({ customer_id }) => customer_id)).toEqual([...expected.keys()].sort());
        for (const row of rows) {
          const { score, ...other } = expected.get(row.customer_id)!;
          expect(row, row.customer_id).toMatchObject(other);
          if (score === null) expect(row.score).toBeNull();
          else expect(row.score).toBeCloseTo(score, 5);
        }
      }),
      runs,
    ));

  it('has the tiers of segments by default', () =>
    fc.assert(
      fc.asyncProperty(sales, async (all) => {
        await fill(all);
        const names = { top_1: 'vip', next_4: 'major', next_15: 'ordinary', rest: 'small' };
        const tiers = await db.query<SegmentRow>(segmentsSql({ model: 'tiers' }));
        expect((await rowsOf()).map(({ customer_id, tier }) => [customer_id, tier])).toEqual(
          tiers.map(({ customer_id, segment }) => [customer_id, names[segment as keyof typeof names]]),
        );
      }),
      runs,
    ));

  it('forgets a component that has no weight, as if the data lacked it', () =>
    fc.assert(
      fc.asyncProperty(sales, fc.constantFrom('margin', 'discount', 'payment'), async (all, name) => {
        const judged = async (given: readonly Sale[], chosen: QualityOptions) => {
          await fill(given);
          return (await rowsOf(chosen)).map(({ customer_id, tier, quality, score, known, weaknesses }) => ({
            customer_id,
            tier,
            quality,
            score,
            known,
            weaknesses,
          }));
        };
        const field = ({ margin: 'cost', discount: 'discount', payment: 'paid' } as const)[name];
        const without = all.map((one) => ({ ...one, [field]: null }));
        const weightless = await judged(all, { [`${name}_weight`]: 0, min_known: 1 });
        expect(weightless).toEqual(await judged(without, { min_known: 1 }));
      }),
      runs,
    ));

  it('adds up in the summary, the tiers, the lists and the map', () =>
    fc.assert(
      fc.asyncProperty(sales, options, async (all, chosen) => {
        await fill(all);
        const rows = await rowsOf(chosen);
        const summary = await db.query<QualitySummaryRow>(qualitySummarySql(chosen));
        expect(summary).toHaveLength(16);
        for (const cell of summary) {
          const inside = rows.filter(({ tier, quality }) => tier === cell.tier && quality === cell.quality);
          expect(cell.customers).toBe(inside.length);
          expect(cell.found).toBe(inside.filter(({ finding }) => finding).length);
          expect(cell.revenue).toBeCloseTo(total(inside.map(({ revenue }) => revenue)) ?? 0, 6);
        }
        const totals = qualityTotals(summary);
        expect(totals.customers).toBe(rows.length);
        const { tier, quality, customers } = summary.findLast((cell) => cell.customers) ?? summary[0]!;
        expect(await db.query<object>(listSql(chosen, `${tier}.${quality}`))).toHaveLength(customers);
        const found = await db.query<object>(listSql(chosen, 'big_but_poor'));
        expect(found).toHaveLength(totals.poor);
        expect(await db.query<object>(listSql(chosen, 'small_but_promising'))).toHaveLength(totals.promising);
        const tiers = await db.query<{ customers: number; unknown: number }>(tiersSql(chosen));
        expect(tiers.reduce((sum, { customers }) => sum + customers, 0)).toBe(rows.length);
        expect(tiers.reduce((sum, { unknown }) => sum + unknown, 0)).toBe(totals.customers - totals.scored);
        const scored = rows.filter(({ score, revenue }) => score !== null && revenue > 0);
        const places = await db.query<QualityMapRow>(qualityMapSql(chosen));
        expect(places.reduce((sum, { customers }) => sum + customers, 0)).toBe(scored.length);
        for (const {
          revenue_from: from,
          revenue_to: to,
          score_from: low,
          score_to: high,
          customers,
        } of places) {
          const inside = scored.filter(
            ({ revenue, score }) =>
              revenue >= from * (1 - 1e-8) &&
              revenue < to * (1 + 1e-8) &&
              score! >= low &&
              (score! < high || high === 100),
          );
          expect(inside.length).toBeGreaterThanOrEqual(customers);
        }
      }),
      { numRuns: 12 },
    ));

  it('does not count orders after the as-of date', async () => {
    const early = [sale('2024-01-01', 'a', 10), sale('2024-02-01', 'b', 5), sale('2024-03-01', 'a', 10)];
    await fill([...early, sale('2024-06-01', 'b', 500), sale('2024-06-01', 'c', 1)]);
    const rows = await rowsOf({ as_of: new Date('2024-03-02') });
    expect(rows.map(({ customer_id, revenue }) => [customer_id, revenue])).toEqual([
      ['a', 20],
      ['b', 5],
    ]);
  });

  it('names a big customer with a low margin and a small one that grows', async () => {
    await fill([
      ...[0, 30, 200, 230].map((day) => sale(day, 'big', 1000, { cost: 950, refund: 100 })),
      ...[0, 30, 200, 230].map((day) => sale(day, 'middle', 100, { cost: 60 })),
      ...[0, 200, 230].map((day) => sale(day, 'rising', 20, { cost: 8 })),
    ]);
    const rows = await rowsOf({ vip_to: 0.3, major_to: 0.3, ordinary_to: 0.6 });
    const of = (id: string) => rows.find(({ customer_id }) => customer_id === id)!;
    expect(of('big')).toMatchObject({
      tier: 'vip',
      finding: 'big_but_poor',
      weaknesses: ['margin', 'returns'],
      margin: round((4000 - 400 - 3800) / 3600, 9),
      return_rate: 0.1,
      growth: 0,
    });
    expect(of('rising')).toMatchObject({ tier: 'small', finding: 'small_but_promising', growth: 1 });
    expect(of('rising').strengths).toContain('growth');
    expect(of('middle')).toMatchObject({ tier: 'ordinary', quality: 'fair', finding: null });
  });
});

describe('the answer of the quality page', () => {
  it('says in every language what is known, and nothing of nobody', async () => {
    await fill([sale('2024-01-01', 'a', 90), sale('2024-02-01', 'b', 10)]);
    const rows = await db.query<QualitySummaryRow>(qualitySummarySql());
    for (const code of LANGUAGES) {
      const { quality: t } = await loadMessages(code);
      const f = new Formats(code, null);
      expect(qualityAnswer(qualityTotals(rows), t, f)).toContain(f.percent(0.9));
      expect(qualityAnswer(qualityTotals([]), t, f)).toBeNull();
    }
  });
});

function sale(at: string | number, customer: string, amount: number, rest: Partial<Sale> = {}): Sale {
  const time = typeof at === 'number' ? Date.UTC(2024, 0, 1) + at * DAY : Date.parse(at);
  return {
    at: new Date(time),
    customer,
    amount,
    discount: null,
    refund: null,
    cost: null,
    paid: null,
    source: null,
    tags: null,
    note: null,
    ...rest,
  };
}

/** The definition once more, one customer after the other. */
function judge(all: readonly Sale[], chosen: QualityOptions) {
  const o = { ...QUALITY_DEFAULTS, ...BORDERS[chosen.tiers_by ?? 'customers'], ...chosen } as {
    [Key in keyof QualityOptions]-?: NonNullable<QualityOptions[Key]>;
  };
  const weights = Object.fromEntries(COMPONENTS.map((name) => [name, chosen[`${name}_weight`] ?? 1]));
  const end = Math.max(...all.map(({ at }) => at.getTime())) + DAY;
  const window = o.window_days * DAY;
  const people = [...byCustomer(all)].map(([id, orders]) => {
    const sums = {
      amount: total(orders.map(({ amount }) => amount))!,
      refund: total(orders.map(({ refund }) => refund ?? 0))!,
      discount: total(orders.map(({ discount }) => discount)),
      cost: total(orders.map(({ cost }) => cost)),
    };
    const within = orders.filter(({ at }) => at.getTime() > end - 2 * window);
    const revenueOf = (some: readonly Sale[]) =>
      some.reduce((sum, { amount, refund }) => sum + amount - (refund ?? 0), 0);
    const before = within.filter(({ at }) => at.getTime() <= end - window);
    const last = within.filter(({ at }) => at.getTime() > end - window);
    const delays = orders.flatMap(({ paid }) => (paid !== null && paid >= 0 ? [paid / 24] : []));
    const grown = within.length >= 3 && before.length >= 1 && round(revenueOf(before), 9) > 0;
    return {
      id,
      orders: orders.length,
      revenue: revenueOf(orders),
      ...sums,
      delay: median(delays),
      growth: grown ? revenueOf(last) / revenueOf(before) - 1 : null,
    };
  });
  const someRefund = people.some(({ refund }) => refund > 0);
  const someDiscount = people.some(({ discount }) => (discount ?? 0) > 0);
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  const figures = people.map((one): Record<Component, number | null> => ({
    margin: one.cost !== null && one.revenue > 1e-9 ? (one.revenue - one.cost) / one.revenue : null,
    returns: someRefund ? share(one.refund, one.amount) : null,
    discount: someDiscount ? share(one.discount ?? 0, one.amount + (one.discount ?? 0)) : null,
    payment: one.delay,
    growth: one.growth,
  }));
  const sum = (of: (one: (typeof people)[0]) => number | null) => total(people.map(of)) ?? 0;
  const costed = people.filter(({ cost, revenue }) => cost !== null && revenue > 1e-9);
  const usual: Record<Component, number | null> = {
    margin: share(
      total(costed.map(({ revenue, cost }) => revenue - cost!)) ?? 0,
      total(costed.map(({ revenue }) => revenue)) ?? 0,
    ),
    returns: share(
      sum(({ refund }) => refund),
      sum(({ amount }) => amount),
    ),
    discount: share(
      sum(({ discount }) => discount),
      sum(({ amount }) => amount) + sum(({ discount }) => discount),
    ),
    payment: median(people.flatMap(({ delay }) => (delay === null ? [] : [delay]))),
    growth: 0,
  };
  const judged = people.map(({ orders }) => orders >= o.min_orders);
  const better = { margin: 1, returns: -1, discount: -1, payment: -1, growth: 1 } as const;
  const goodness = (name: Component, place: number) => {
    const value = figures[place]![name];
    if (value === null || !judged[place]) return null;
    return better[name] * round(round(value, 9), name === 'payment' ? 1 : 2);
  };
  const midRank = (values: readonly (number | null)[], place: number) => {
    const value = values[place];
    const known = values.filter((one) => one !== null);
    if (value === null || value === undefined) return null;
    const [less, same] = [known.filter((one) => one < value), known.filter((one) => one === value)];
    return (2 * less.length + same.length) / (2 * known.length);
  };
  const ranks = people.map(
    (_, place) =>
      Object.fromEntries(
        COMPONENTS.map((name) => [
          name,
          midRank(
            people.map((__, other) => goodness(name, other)),
            place,
          ),
        ]),
      ) as Record<Component, number | null>,
  );
  const scores = ranks.map((rank) => {
    const counted = COMPONENTS.filter((name) => rank[name] !== null && weights[name]! > 0);
    if (counted.length < o.min_known) return null;
    const points = counted.reduce((points, name) => points + rank[name]! * weights[name]!, 0);
    return round((100 * points) / counted.reduce((whole, name) => whole + weights[name]!, 0), 6);
  });
  const order = people
    .map(({ id, revenue }, place) => ({ id, revenue: round(revenue, 6), place }))
    .sort((a, b) => b.revenue - a.revenue || (a.id < b.id ? -1 : 1));
  const positive = order.reduce((whole, { revenue }) => whole + Math.max(0, revenue), 0);
  const tierOf = (place: number) => {
    const at = order.findIndex((one) => one.place === place);
    const earlier = order.slice(0, at).reduce((whole, { revenue }) => whole + Math.max(0, revenue), 0);
    const ahead = o.tiers_by === 'customers' ? at / order.length : earlier / positive;
    if (o.tiers_by === 'revenue' && order[at]!.revenue <= 0) return 'small';
    const border = round(ahead, 9);
    return border < o.vip_to
      ? 'vip'
      : border < o.major_to
        ? 'major'
        : border < o.ordinary_to
          ? 'ordinary'
          : 'small';
  };
  return new Map(
    people.map(({ id, orders }, place) => {
      const rank = ranks[place]!;
      const scoreRank = midRank(scores, place);
      const quality =
        scoreRank === null
          ? 'unknown'
          : scoreRank <= o.poor_to
            ? 'poor'
            : scoreRank >= o.good_from
              ? 'good'
              : 'fair';
      const tier = tierOf(place);
      const big = tier === 'vip' || tier === 'major';
      const stands = (name: Component, sign: 1 | -1) => {
        const [value, middle] = [figures[place]![name], usual[name]];
        if (value === null || middle === null || !weights[name] || rank[name] === null) return false;
        const apart = better[name] * sign * (round(value, 9) - middle) > 0;
        return apart && (sign > 0 ? rank[name] >= o.good_from : rank[name] <= o.poor_to);
      };
      const growing = (figures[place]!.growth ?? 0) > 0 && round(figures[place]!.growth!, 9) > 0;
      const promising =
        !big && quality === 'good' && orders >= 2 && (growing || (rank.margin ?? -1) >= o.good_from);
      return [
        id,
        {
          tier,
          quality,
          finding: big && quality === 'poor' ? 'big_but_poor' : promising ? 'small_but_promising' : null,
          known: COMPONENTS.filter((name) => rank[name] !== null && weights[name]! > 0).length,
          weaknesses: COMPONENTS.filter((name) => stands(name, -1)),
          strengths: COMPONENTS.filter((name) => stands(name, 1)),
          score: scores[place]!,
        },
      ] as const;
    }),
  );
}
