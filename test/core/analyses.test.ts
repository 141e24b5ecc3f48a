import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CONCENTRATION_DEFAULTS,
  type ConcentrationRow,
  concentrationSql,
} from '../../src/analyses/concentration/concentration.ts';
import {
  type LeverRow,
  overviewLeversSql,
  type OverviewRow,
  overviewSql,
} from '../../src/analyses/overview/overview.ts';
import {
  RFM_DEFAULTS,
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
import { macrosSql } from '../../src/analyses/sql.ts';
import { CREATE_ORDER_LINE, fillOrders, MATERIALISE, type Order } from './golden-data.ts';

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
});
afterAll(() => db.close());

const fill = (orders: readonly Order[], reversed = false) => fillOrders(db, orders, reversed);

const day = (date: string, customer: string | null, amount = 10, quantity = 1): Order => ({
  at: new Date(`${date}T12:00:00Z`),
  customer,
  lines: [{ product: 'p', quantity, amount, refund: null, fee: false }],
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

function close(value: number, expected: number): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}
