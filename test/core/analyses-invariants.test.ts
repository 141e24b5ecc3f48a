import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AttributeRow,
  MEASURES as ATTRIBUTE_MEASURES,
  summarySql,
} from '../../src/analyses/attributes/attributes.ts';
import {
  type ConcentrationRow,
  concentrationSql,
  type LorenzRow,
  lorenzSql,
  type ParetoRow,
  paretoSql,
} from '../../src/analyses/concentration/concentration.ts';
import {
  type MonthlyRow,
  overviewMonthlySql,
  type OverviewRow,
  overviewSql,
} from '../../src/analyses/overview/overview.ts';
import {
  MODELS,
  type RfmGridRow,
  rfmGridSql,
  type RfmRow,
  rfmSql,
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

  it('each customer has one value of an attribute or none, and values add up', () =>
    fc.assert(
      fc.asyncProperty(
        orders,
        fc.constantFrom('first_product', 'first_order', 'region'),
        fc.constantFrom(...ATTRIBUTE_MEASURES),
        async (data, attribute, measure) => {
          await fill(data);
          const rows = await db.query<AttributeRow>(summarySql({ attribute, measure, min_customers: 2 }));
          const lines = data.filter(({ customer }) => customer !== null).flatMap((order) => order.lines);
          expect(sum(rows, 'customers')).toBe(buyers(data).size);
          close(
            sum(rows, 'revenue'),
            lines.reduce((total, { amount, refund }) => total + amount - (refund ?? 0), 0),
          );
          expect(new Set(rows.map(({ value }) => value)).size).toBe(rows.length);
          for (const { estimate, low, high, z, small } of rows) {
            if (low !== null && high !== null)
              expect(low <= estimate! + 1e-9 && estimate! <= high + 1e-9).toBe(true);
            if (small) expect(z).toBeNull();
          }
        },
      ),
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
