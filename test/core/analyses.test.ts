import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CONCENTRATION_DEFAULTS,
  type ConcentrationRow,
  concentrationSql,
  type LorenzRow,
  lorenzSql,
  type ParetoRow,
  paretoSql,
} from '../../src/analyses/concentration/concentration.ts';
import {
  type LeverRow,
  type MonthlyRow,
  overviewLeversSql,
  overviewMonthlySql,
  type OverviewRow,
  overviewSql,
} from '../../src/analyses/overview/overview.ts';
import {
  MODELS,
  RFM_DEFAULTS,
  type RfmGridRow,
  rfmGridSql,
  type RfmRow,
  rfmSql,
  SCORINGS,
  SEGMENT_DEFAULTS,
  type SegmentRow,
  segmentsSql,
  type SegmentSummaryRow,
  segmentSummarySql,
} from '../../src/analyses/segments/segments.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { literal } from '../../src/engine/sql.ts';
import { installMacros } from '../../src/pack/install.ts';
import { CREATE_ORDER_LINE, MATERIALISE } from './golden-data.ts';

interface Order {
  at: Date;
  customer: string | null;
  lines: { product: string; quantity: number; amount: number; refund: number | null; fee: boolean }[];
}

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(MATERIALISE);
  await installMacros(db);
});
afterAll(() => db.close());

async function fill(orders: Order[], reversed = false): Promise<void> {
  const lines = orders.flatMap(({ at, customer, lines: sold }, o) =>
    sold.map(({ product, quantity, amount, refund, fee }, i) =>
      literal([
        `o${o}`,
        at.toISOString().slice(0, 19),
        customer,
        product,
        quantity,
        amount,
        refund,
        !fee,
        i + 1,
      ]),
    ),
  );
  if (reversed) lines.reverse();
  const values = lines.map((line) => `(${line.slice(1, -1)})`).join(', ');
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(`INSERT INTO order_line BY NAME
    SELECT o AS order_id, t::TIMESTAMP AS ordered_at, c AS customer_id, p AS product_id, p AS product, q AS quantity,
      a AS amount, r AS refund, s AS is_product, i AS line_no, 'f' AS file, i AS row
    FROM (VALUES ${values}) lines(o, t, c, p, q, a, r, s, i)`);
  await db.exec(MATERIALISE);
}

const day = (date: string, customer: string | null, amount = 10, quantity = 1): Order => ({
  at: new Date(`${date}T12:00:00Z`),
  customer,
  lines: [{ product: 'p', quantity, amount, refund: null, fee: false }],
});

const line = fc.record({
  product: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  quantity: fc.integer({ min: 1, max: 4 }),
  amount: fc.oneof(
    fc.constantFrom(0, 5, 5, 10),
    fc.integer({ min: -200, max: 9000 }).map((cents) => cents / 100),
  ),
  refund: fc.option(fc.integer({ min: 0, max: 300 }).map((cents) => cents / 100)),
  fee: fc.constant(false),
});
const orders: fc.Arbitrary<Order[]> = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 500 * 24 }).map((hour) => new Date(Date.UTC(2023, 0, 10, hour))),
    customer: fc.option(
      fc.integer({ min: 1, max: 25 }).map((number) => `c${number}`),
      { freq: 8 },
    ),
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 60 },
);
const runs = { numRuns: 25 };

describe('on any orders', () => {
  it('monthly figures add up to the overview', () =>
    fc.assert(
      fc.asyncProperty(orders, async (data) => {
        await fill(data);
        const [row] = await db.query<OverviewRow>(overviewSql());
        const months = await db.query<MonthlyRow>(overviewMonthlySql());
        const total = (name: keyof MonthlyRow) => months.reduce((sum, month) => sum + Number(month[name]), 0);
        const lines = data.flatMap((order) => order.lines);
        close(
          row!.revenue,
          lines.reduce((sum, { amount, refund }) => sum + amount - (refund ?? 0), 0),
        );
        close(row!.amount - row!.refund, row!.revenue);
        close(row!.buyer_revenue + row!.guest_revenue, row!.revenue);
        close(total('revenue'), row!.revenue);
        close(total('new_revenue') + total('returning_revenue') + total('guest_revenue'), row!.revenue);
        expect(row!.lines).toBe(lines.length);
        expect(total('orders')).toBe(row!.orders);
        expect(total('new_buyers')).toBe(row!.buyers);
        const first = data.map(({ at }) => at.getTime()).sort((x, y) => x - y);
        const parts = await db.query<OverviewRow>(
          `${overviewSql({ date_to: new Date(first.at(-1)!) })} UNION ALL ${overviewSql({ date_from: new Date(first.at(-1)!) })}`,
        );
        close(parts[0]!.revenue + parts[1]!.revenue, row!.revenue);
      }),
      runs,
    ));

  it('each customer is in one segment, and segments add up', () =>
    fc.assert(
      fc.asyncProperty(orders, fc.constantFrom(...MODELS), async (data, model) => {
        await fill(data);
        const [overview] = await db.query<OverviewRow>(overviewSql());
        const rows = await db.query<SegmentRow>(segmentsSql({ model }));
        expect(rows.map((row) => row.customer_id)).toEqual([...buyers(data)].sort());
        const summary = await db.query<SegmentSummaryRow>(segmentSummarySql({ model }));
        expect(summary.length).toBe({ '11': 11, '8': 8, tiers: 4 }[model]);
        for (const { segment, customers } of summary) {
          expect(segment).not.toBeNull();
          expect(rows.filter((row) => row.segment === segment).length).toBe(customers);
        }
        close(sum(summary, 'revenue'), overview!.buyer_revenue);
        expect(sum(summary, 'customers')).toBe(overview!.buyers);
      }),
      runs,
    ));

  it('equal customers get equal scores, better ones no lower ones', () =>
    fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 2, max: 12 }), async (data, bins) => {
        await fill(data);
        const rows = await db.query<RfmRow>(rfmSql({ bins }));
        for (const one of rows) {
          for (const other of rows) {
            if (one.recency_days <= other.recency_days) expect(one.r).toBeGreaterThanOrEqual(other.r);
            if (one.frequency >= other.frequency) expect(one.f).toBeGreaterThanOrEqual(other.f);
            if (one.monetary >= other.monetary) expect(one.m).toBeGreaterThanOrEqual(other.m);
          }
          for (const score of [one.r, one.f, one.m]) expect(score >= 1 && score <= bins).toBe(true);
        }
        const grid = await db.query<RfmGridRow>(rfmGridSql({ bins }));
        expect(grid.length).toBe(bins * bins);
        expect(sum(grid, 'customers')).toBe(rows.length);
      }),
      runs,
    ));

  it('concentration is a Lorenz curve with its classes', () =>
    fc.assert(
      fc.asyncProperty(orders, fc.constantFrom('customers', 'products'), async (data, who) => {
        await fill(data);
        const [row] = await db.query<ConcentrationRow>(concentrationSql({ who }));
        const ranked = await db.query<ParetoRow>(paretoSql({ who }));
        const entities =
          who === 'customers'
            ? buyers(data).size
            : new Set(data.flatMap((o) => o.lines.map((l) => l.product))).size;
        expect(row!.n + row!.excluded).toBe(entities);
        expect(row!.a_count + row!.b_count + row!.c_count).toBe(row!.n);
        expect(ranked.length).toBe(row!.n);
        if (row!.n === 0) return;
        close(row!.a_share + row!.b_share + row!.c_share, 1);
        const curve = await db.query<LorenzRow>(lorenzSql({ who, points: 12 }));
        expect([curve[0], curve.at(-1)]).toEqual([
          { entity_share: 0, value_share: 0 },
          { entity_share: 1, value_share: 1 },
        ]);
        const steps = curve.slice(1).map((point, i) => point.value_share - curve[i]!.value_share);
        steps.forEach((step, i) => expect(step).toBeGreaterThan((steps[i - 1] ?? 0) - 1e-9));
        const apart = ranked.flatMap((one) => ranked.map((other) => Math.abs(one.share - other.share)));
        close(row!.gini!, apart.reduce((total, distance) => total + distance, 0) / (2 * row!.n));
      }),
      runs,
    ));

  it('the order of the lines does not matter', () =>
    fc.assert(
      fc.asyncProperty(orders, async (data) => {
        const asked = [
          overviewSql(),
          segmentsSql(),
          segmentsSql({ model: 'tiers' }),
          paretoSql(),
          'FROM basket_items()',
        ];
        await fill(data);
        const before = await Promise.all(asked.map((sql) => db.query<object>(sql)));
        await fill(data, true);
        const after = await Promise.all(asked.map((sql) => db.query<object>(sql)));
        expect(rounded(after)).toEqual(rounded(before));
      }),
      runs,
    ));
});

describe('segments', () => {
  it('place each of the 125 codes once', async () => {
    const rows = await db.query<{ code: string }>('FROM segment_codes()');
    const digits = ['1', '2', '3', '4', '5'];
    const all = digits.flatMap((r) => digits.flatMap((f) => digits.map((m) => r + f + m)));
    expect(rows.map(({ code }) => code).sort()).toEqual(all);
  });

  it('count orders up to the as-of moment only', async () => {
    await fill([
      day('2024-01-01', 'x'),
      day('2024-01-05', 'x', 7),
      day('2024-03-01', 'x'),
      day('2024-03-01', 'y'),
    ]);
    const rows = await db.query<RfmRow>(rfmSql({ as_of: new Date('2024-01-31T00:00:00Z') }));
    expect(rows).toMatchObject([{ customer_id: 'x', recency_days: 25, frequency: 2, monetary: 17 }]);
    const [mean] = await db.query<RfmRow>(rfmSql({ monetary: 'per_order' }));
    expect(mean).toMatchObject({ recency_days: 1, frequency: 3, monetary: 9, revenue: 27 });
  });

  it('follow cut points: the longest recency, the smallest frequency and value of the better class', async () => {
    await fill([
      day('2024-01-31', 'a', 100),
      day('2024-01-01', 'b', 99),
      ...['2023-12-31', '2023-12-31', '2023-01-01'].map((date) => day(date, 'c', 1)),
    ]);
    const edges = { scoring: 'edges', r_edges: [31, 60], f_edges: [2, 3], m_edges: [99, 100] } as const;
    const rows = await db.query<RfmRow>(rfmSql(edges));
    expect(rows.map(({ customer_id, code }) => [customer_id, code])).toEqual([
      ['a', '313'],
      ['b', '312'],
      ['c', '231'],
    ]);
  });

  it('of eight classes are strictly better than the threshold, which the user may set', async () => {
    await fill([day('2024-01-31', 'a', 30), day('2024-01-11', 'b', 10), day('2024-01-21', 'c', 20)]);
    const of = async (options: Parameters<typeof segmentsSql>[0]) =>
      (await db.query<SegmentRow>(segmentsSql({ model: '8', ...options }))).map(({ segment }) => segment);
    expect(await of({})).toEqual(['101', '000', '000']);
    expect(await of({ r_threshold: 21, m_threshold: 5, f_threshold: 0 })).toEqual(['111', '011', '111']);
  });

  it('of tiers round up to whole customers', async () => {
    await fill(Array.from({ length: 30 }, (_, i) => day('2024-01-01', `c${i}`, 100 - i)));
    const rows = await db.query<SegmentSummaryRow>(segmentSummarySql({ model: 'tiers' }));
    expect(rows.map(({ customers }) => customers)).toEqual([1, 1, 4, 24]);
  });

  it('answer alike with the defaults spelt out and left out', async () => {
    await fill(
      Array.from({ length: 40 }, (_, i) =>
        day(`2024-01-${String(1 + (i % 28)).padStart(2, '0')}`, `c${i % 13}`, i),
      ),
    );
    expect(await db.query(segmentsSql(SEGMENT_DEFAULTS))).toEqual(await db.query(segmentsSql()));
    expect(await db.query(rfmSql(RFM_DEFAULTS))).toEqual(await db.query(rfmSql()));
    expect(await db.query(concentrationSql(CONCENTRATION_DEFAULTS))).toEqual(
      await db.query(concentrationSql()),
    );
    for (const scoring of SCORINGS.filter((name) => name !== 'edges')) {
      expect((await db.query(rfmSql({ scoring }))).length).toBe(13);
    }
  });
});

describe('the overview', () => {
  it('shows rates with their parts', async () => {
    await fill([
      day('2024-01-01', 'x', 10, 2),
      day('2024-01-11', 'x', 20, 1),
      day('2024-01-12', 'y', 40, 3),
      day('2024-01-13', null, 30, 4),
    ]);
    const [row] = await db.query<OverviewRow>(overviewSql());
    expect(row).toMatchObject({
      revenue: 100,
      buyer_revenue: 70,
      buyers: 2,
      guest_orders: 1,
      revenue_per_buyer: 35,
      revenue_per_order: 25,
      revenue_per_unit: 10,
      units_per_order: 2.5,
      repeat_buyers: 1,
      repurchase_rate: 0.5,
      gaps: 1,
      median_gap_days: 10,
    });
    const [none] = await db.query<OverviewRow>(overviewSql({ date_from: new Date('2025-01-01') }));
    expect(none).toMatchObject({
      revenue: 0,
      orders: 0,
      buyers: 0,
      revenue_per_order: null,
      median_gap_days: null,
    });
  });

  it('compares two periods of equal length, and says nothing of one the data do not cover', async () => {
    await fill([
      day('2024-01-01', 'x'),
      day('2024-01-12', 'x'),
      day('2024-01-15', 'y'),
      day('2024-01-21', 'x', 30),
      day('2024-01-30', 'z', 50),
      day('2024-01-30', 'x'),
    ]);
    const levers = async (days: number) => {
      const rows = await db.query<LeverRow>(overviewLeversSql({ days }));
      return Object.fromEntries(rows.map(({ lever, value, previous }) => [lever, [value, previous]]));
    };
    expect(await levers(10)).toEqual({
      new_buyers: [1, 1],
      returning_buyers: [1, 1],
      repurchase_rate: [0.5, 0],
      orders_per_buyer: [1.5, 1],
      revenue_per_order: [30, 10],
      units_per_order: [1, 1],
    });
    expect((await levers(20)).new_buyers).toEqual([2, null]);
    expect((await levers(31)).new_buyers).toEqual([null, null]);
  });
});

describe('concentration', () => {
  it('gives the one that crosses the line the better class, equal shares included', async () => {
    await fill(Array.from({ length: 10 }, (_, i) => day('2024-01-01', `c${i}`, 0.1)));
    const [row] = await db.query<ConcentrationRow>(concentrationSql());
    expect(row).toMatchObject({ a_count: 8, b_count: 2, c_count: 0, reach_50: 5, reach_80: 8, reach_90: 9 });
    close(row!.gini!, 0);
    close(row!.top_20!, 0.2);
  });

  it('leaves aside and counts those with nothing or less', async () => {
    await fill([day('2024-01-01', 'x', 10), day('2024-01-01', 'y', 0), day('2024-01-01', 'z', -5)]);
    const [row] = await db.query<ConcentrationRow>(concentrationSql());
    expect(row).toMatchObject({ n: 1, total: 10, excluded: 2, excluded_value: -5, gini: 0 });
  });
});

function buyers(data: Order[]): Set<string> {
  return new Set(data.flatMap(({ customer }) => customer ?? []));
}

function sum<Row>(rows: readonly Row[], name: keyof Row): number {
  return rows.reduce((total, row) => total + Number(row[name]), 0);
}

function close(value: number, expected: number): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

/** The rows with sums of money freed from the last digits that the order of adding leaves. */
function rounded(rows: unknown): unknown {
  return JSON.parse(
    JSON.stringify(rows, (_, cell: unknown) => (typeof cell === 'number' ? Number(cell.toFixed(9)) : cell)),
  );
}
