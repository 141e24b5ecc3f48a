import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leavingOf, movesAnswer } from '../../src/analyses/moves/answer.ts';
import { flowLayout, kindOf } from '../../src/analyses/moves/flow.ts';
import {
  datesSql,
  type FlowRow,
  flowsSql,
  MOVE_MODELS,
  type MonthRow,
  monthsSql,
  type MoveGrouping,
  type MoveRow,
  moversSql,
  movesSql,
  NEW,
  ORDERS,
} from '../../src/analyses/moves/moves.ts';
import { cutSegmentsSql } from '../../src/analyses/segments/own.ts';
import { MODELS, type SegmentRow, segmentsSql } from '../../src/analyses/segments/segments.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { LANGUAGES, loadMessages } from '../../src/messages/index.ts';
import { Formats } from '../../src/state/formats.ts';
import { CREATE_ORDER_LINE, fillOrders, MATERIALISE, type Order } from './golden-data.ts';

const DAY_MS = 86_400_000;
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const order = (at: string, customer: string | null, amount: number, refund: number | null = null): Order => ({
  at: day(at),
  customer,
  lines: [{ product: 'a', quantity: 1, amount, refund, fee: false }],
});
const CUTS: MoveGrouping = { model: 'own', measure: 'monetary', cuts: [50, 100] };

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
});
afterAll(() => db.close());

describe('the dates compared', () => {
  it('are one day after the last order and 90 days earlier, or a third of a shorter time', async () => {
    await fillOrders(db, [order('2023-01-01', 'a', 1), order('2023-12-30', 'b', 1)]);
    expect(await db.query(datesSql(undefined, undefined))).toEqual([
      { starts: day('2023-10-02'), ends: day('2023-12-31') },
    ]);
    await fillOrders(db, [order('2023-01-01', 'a', 1), order('2023-01-30', 'b', 1)]);
    expect(await db.query(datesSql(undefined, undefined))).toEqual([
      { starts: day('2023-01-21'), ends: day('2023-01-31') },
    ]);
    expect(await db.query(datesSql(day('2023-01-05'), day('2023-01-20')))).toEqual([
      { starts: day('2023-01-05'), ends: day('2023-01-20') },
    ]);
  });
});

describe('moves between cut points, by hand', () => {
  const from = day('2023-06-01');
  const to = day('2023-12-01');
  const orders = [
    order('2022-03-01', 'anna', 60),
    order('2022-08-01', 'anna', 70, 10),
    order('2023-09-01', 'anna', 5),
    order('2023-01-01', 'bo', 30),
    order('2023-07-01', 'bo', 90),
    order('2023-10-01', 'cy', 20),
    order('2023-12-02', 'dee', 500),
    order('2023-02-01', null, 900),
  ];

  it('say where each was and is, and what they brought before and since', async () => {
    await fillOrders(db, orders);
    const rows = await db.query<MoveRow>(movesSql(CUTS, from, to));
    const plain = rows
      .map((row) => [
        row.customer_id,
        row.segment_from,
        row.segment_to,
        row.revenue_year,
        row.revenue_before,
        row.revenue_between,
        row.orders_between,
      ])
      .sort();
    expect(plain).toEqual([
      ['anna', '1', '1', 60, 120, 5, 1],
      ['bo', '3', '1', 30, 30, 90, 1],
      ['cy', null, '3', 0, 0, 20, 1],
    ]);
  });

  it('list the customers of a flow, those who are new, and all who left a segment', async () => {
    await fillOrders(db, [...orders, order('2023-05-01', 'eve', 200, 0)]);
    const moves = movesSql({ ...CUTS, measure: 'recency', cuts: [40, 100] }, from, to);
    const ids = async (was: string, is: string | null) =>
      (await db.query<MoveRow>(moversSql(moves, was, is))).map((row) => row.customer_id).sort();
    expect(await ids('1', null)).toEqual(['eve']);
    expect(await ids('1', '3')).toEqual(['eve']);
    expect(await ids(NEW, '2')).toEqual(['cy']);
    expect(await ids('3', null)).toEqual(['anna']);
  });
});

const anyOrders: fc.Arbitrary<Order[]> = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 400 * 24 }).map((hour) => new Date(Date.UTC(2023, 0, 10, hour))),
    customer: fc.option(
      fc.integer({ min: 1, max: 15 }).map((number) => `c${number}`),
      { freq: 8 },
    ),
    lines: fc.array(
      fc.record({
        product: fc.constantFrom('a', 'b'),
        quantity: fc.constant(1),
        amount: fc.oneof(fc.constantFrom(0, 5, 10), fc.integer({ min: -20, max: 90 })),
        refund: fc.option(fc.integer({ min: 0, max: 5 })),
        fee: fc.constant(false),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('on any orders', () => {
  it('flows are the segments at both dates, and revenue adds up', () =>
    fc.assert(
      fc.asyncProperty(
        anyOrders,
        fc.constantFrom(...MOVE_MODELS),
        fc.integer({ min: 1, max: 300 }),
        async (data, model, days) => {
          await fillOrders(db, data);
          const last = Math.max(...data.map(({ at }) => at.getTime()));
          const to = new Date(last + DAY_MS);
          const from = new Date(to.getTime() - days * DAY_MS);
          const grouping: MoveGrouping = model === 'own' ? CUTS : { model };
          const moves = await db.query<MoveRow>(movesSql(grouping, from, to));
          const revenue = (since: number, until: number) =>
            data
              .filter(({ at, customer }) => customer && at.getTime() > since && at.getTime() <= until)
              .flatMap(({ lines }) => lines)
              .reduce((total, { amount, refund }) => total + amount - (refund ?? 0), 0);
          const sum = (key: 'revenue_year' | 'revenue_before' | 'revenue_between') =>
            moves.reduce((total, row) => total + row[key], 0);
          expect(sum('revenue_before')).toBeCloseTo(revenue(-Infinity, from.getTime()), 6);
          expect(sum('revenue_year')).toBeCloseTo(revenue(from.getTime() - 365 * DAY_MS, from.getTime()), 6);
          expect(sum('revenue_between')).toBeCloseTo(revenue(from.getTime(), to.getTime()), 6);
          const flows = await db.query<FlowRow>(flowsSql(movesSql(grouping, from, to)));
          expect(flows.reduce((total, { customers }) => total + customers, 0)).toBe(moves.length);
          const rfm = MODELS.find((one) => one === model);
          if (!rfm) return;
          for (const [as_of, key] of [
            [from, 'segment_from'],
            [to, 'segment_to'],
          ] as const) {
            const held = await db.query<SegmentRow>(segmentsSql({ model: rfm, as_of }));
            const expected = new Map(held.map(({ customer_id, segment }) => [customer_id, segment]));
            for (const row of moves) expect(row[key]).toBe(expected.get(row.customer_id) ?? null);
          }
        },
      ),
      { numRuns: 25 },
    ));

  it('each month has the segments as they were at its end', () =>
    fc.assert(
      fc.asyncProperty(
        anyOrders,
        fc.constantFrom(...MODELS, 'own' as const),
        fc.integer({ min: 1, max: 16 }),
        async (data, model, months) => {
          await fillOrders(db, data);
          const last = Math.max(...data.map(({ at }) => at.getTime()));
          const as_of = new Date(last + DAY_MS);
          const grouping: MoveGrouping = model === 'own' ? CUTS : { model };
          const rows = await db.query<MonthRow>(monthsSql(grouping, as_of, months));
          const ends = [...new Set(rows.map(({ month_end }) => month_end.getTime()))];
          const customers = data.filter(({ customer }) => customer);
          if (customers.length) expect(ends.at(-1)).toBe(as_of.getTime());
          for (const end of ends.slice(-3)) {
            const at = new Date(end);
            const held = await db.query<SegmentRow>(
              model === 'own'
                ? cutSegmentsSql({ measure: CUTS.measure, cuts: CUTS.cuts, as_of: at })
                : segmentsSql({ model, as_of: at }),
            );
            for (const row of rows.filter(({ month_end }) => month_end.getTime() === end)) {
              const inside = held.filter(({ segment }) => segment === row.segment);
              expect(row.customers, `${row.segment} at ${at.toISOString()}`).toBe(inside.length);
              expect(row.customer_share).toBeCloseTo(inside.length / held.length, 9);
              expect(row.revenue).toBeCloseTo(
                inside.reduce((total, { revenue }) => total + revenue, 0),
                6,
              );
            }
          }
        },
      ),
      { numRuns: 25 },
    ));
});

const flow = (segment_from: string, segment_to: string, customers: number): FlowRow => ({
  segment_from,
  segment_to,
  customers,
  revenue_year: customers * 10,
  revenue_before: customers * 20,
  revenue_between: customers,
});
const FLOWS = [
  flow('next_4', 'next_4', 10),
  flow('next_4', 'top_1', 2),
  flow('next_4', 'rest', 4),
  flow('next_4', 'next_15', 3),
  flow('rest', 'next_4', 1),
  flow(NEW, 'rest', 20),
];

describe('who left the best group', () => {
  it('counts those who were in the first group that held anybody', () => {
    expect(leavingOf(FLOWS, ORDERS.tiers)).toEqual({
      best: 'next_4',
      were: 19,
      left: 9,
      came: 1,
      year: 90,
      before: 180,
      since: 9,
      most: { segment: 'rest', customers: 4 },
    });
    expect(leavingOf([flow(NEW, 'rest', 5)], ORDERS.tiers)).toBeNull();
  });

  it('is said with its figures in every language', async () => {
    const dates = { from: day('2023-03-01'), to: day('2023-06-01') };
    for (const code of LANGUAGES) {
      const { moves: t, segments } = await loadMessages(code);
      const f = new Formats(code, null);
      const answer = movesAnswer(FLOWS, ORDERS.tiers, segments.names, dates, t, f)!;
      for (const figure of ['19', '9', '90.00', '180.00', f.date(dates.from), segments.names.rest])
        expect(answer).toContain(figure);
      expect(answer).not.toMatch(/undefined|null|NaN/);
      const stayed = movesAnswer([flow('rest', 'rest', 3)], ORDERS.tiers, segments.names, dates, t, f)!;
      expect(stayed).toContain('3');
      expect(stayed).toContain(segments.names.rest);
    }
  });
});

describe('the picture of the flows', () => {
  const { nodes, ribbons } = flowLayout(FLOWS, ORDERS.tiers);

  it('gives each segment a height in proportion to its customers, within the picture', () => {
    const heights = nodes.map(({ customers, top, bottom }) => (bottom - top) / customers);
    for (const height of heights) expect(height).toBeCloseTo(heights[0]!, 12);
    for (const side of ['from', 'to'] as const) {
      const ends = nodes.filter((node) => node.side === side);
      expect(ends.reduce((sum, { customers }) => sum + customers, 0)).toBe(40);
      expect(ends[0]!.top).toBe(0);
      expect(ends.at(-1)!.bottom).toBeCloseTo(1, 12);
      ends.slice(1).forEach(({ top }, i) => expect(top).toBeGreaterThan(ends[i]!.bottom));
    }
    expect(nodes.filter(({ side }) => side === 'from').map(({ segment }) => segment)).toEqual([
      'next_4',
      'rest',
      NEW,
    ]);
  });

  it('fills each segment with its ribbons, without overlap', () => {
    expect(ribbons).toHaveLength(FLOWS.length);
    for (const [side, end] of [
      ['from', 0],
      ['to', -1],
    ] as const)
      for (const node of nodes.filter((one) => one.side === side)) {
        const parts = ribbons
          .filter((ribbon) => ribbon[`segment_${side}`] === node.segment)
          .map(({ tops, bottoms }) => [tops.at(end)!, bottoms.at(end)!] as const)
          .toSorted((a, b) => a[0] - b[0]);
        expect(parts[0]![0]).toBeCloseTo(node.top, 12);
        expect(parts.at(-1)![1]).toBeCloseTo(node.bottom, 12);
        parts.slice(1).forEach(([top], i) => expect(top).toBeCloseTo(parts[i]![1], 12));
      }
  });

  it('tells who moved up, down, stayed or is new', () => {
    expect(FLOWS.map((row) => kindOf(row, ORDERS.tiers))).toEqual([
      'same',
      'up',
      'down',
      'down',
      'up',
      'new',
    ]);
  });
});
