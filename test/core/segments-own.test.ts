import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostPerCustomer, ownAnswer, shareRows } from '../../src/analyses/segments/answer.ts';
import { crossListSql, type CrossRow, crossSql, glanceSql } from '../../src/analyses/segments/cross.ts';
import {
  attributeSegmentsSql,
  cutSegmentsSql,
  MEASURES,
  type OwnSegmentRow,
  ownSummarySql,
  rangeNames,
  UNKNOWN,
} from '../../src/analyses/segments/own.ts';
import {
  type RfmCubeRow,
  rfmCubeSql,
  type RfmGridRow,
  rfmGridSql,
  type SegmentRow,
  segmentsSql,
  type SegmentSummaryRow,
  segmentSummarySql,
} from '../../src/analyses/segments/segments.ts';
import { crossAnswer } from '../../src/analyses/segments/side-answer.ts';
import { barsOf, cutAt, placeOf, type SpreadRow, spreadSql } from '../../src/analyses/segments/spread.ts';
import { listSql } from '../../src/analyses/segments/statements.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { LANGUAGES, loadMessages } from '../../src/messages/index.ts';
import { Formats } from '../../src/state/formats.ts';
import { CREATE_ORDER_LINE, fillGenerated, MATERIALISE } from './golden-data.ts';

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(fillGenerated(1500, 500, 60));
  await db.exec(
    "UPDATE order_line SET region = 'R' || hash(customer_id) % 20 WHERE hash(customer_id) % 23 <> 0",
  );
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
});
afterAll(() => db.close());

const sum = <Row>(rows: readonly Row[], key: keyof Row) =>
  rows.reduce((total, row) => total + Number(row[key]), 0);

describe('cut points of the shop', () => {
  const cuts = { recency: [30, 120], frequency: [2, 3, 6], monetary: [20, 75.5] } as const;
  it.each(MEASURES)(
    'put each customer into one range of %s, a cut point being in the better one',
    async (measure) => {
      const rows = await db.query<OwnSegmentRow>(cutSegmentsSql({ measure, cuts: cuts[measure] }));
      const all = await db.query<SegmentRow>(segmentsSql());
      expect(rows.map((row) => row.customer_id)).toEqual(all.map((row) => row.customer_id));
      for (const row of rows) {
        const worse =
          measure === 'recency'
            ? cuts.recency.filter((cut) => row.recency_days > cut)
            : cuts[measure].filter((cut) => row[measure] < cut);
        expect(row.segment).toBe(String(1 + worse.length));
      }
      if (measure === 'frequency')
        expect(rows.some((row) => row.frequency === 2 && row.segment === '3')).toBe(true);
    },
  );

  it('are summed up with empty ranges, and everything adds up', async () => {
    const rows = cutSegmentsSql({ measure: 'frequency', cuts: [2, 5000, 6000] });
    const summary = await db.query<SegmentSummaryRow>(ownSummarySql(rows, 4));
    const all = await db.query<SegmentRow>(segmentsSql());
    expect(summary.map(({ position, segment }) => [position, segment])).toEqual([
      [1, '1'],
      [2, '2'],
      [3, '3'],
      [4, '4'],
    ]);
    expect(summary[0]).toMatchObject({ customers: 0, revenue: 0, mean_monetary: null });
    expect(sum(summary, 'customers')).toBe(all.length);
    expect(sum(summary, 'revenue')).toBeCloseTo(sum(all, 'revenue'), 6);
    expect(sum(summary, 'customer_share')).toBeCloseTo(1, 9);
  });

  it('are named by their ranges, without gap or overlap', async () => {
    const { segments: t } = await loadMessages('en');
    const f = new Formats('en', null);
    expect(rangeNames('recency', [30, 90], t.own, f)).toEqual({
      1: 'last order within 30 days',
      2: '31 to 90 days ago',
      3: 'more than 90 days ago',
    });
    expect(rangeNames('frequency', [2, 3, 6], t.own, f)).toEqual({
      1: '6 orders and more',
      2: '3 to 5 orders',
      3: '2 orders',
      4: '1 order',
    });
    expect(rangeNames('monetary', [1000, 5000], t.own, f)).toEqual({
      1: '5,000 and more',
      2: '1,000 to under 5,000',
      3: 'under 1,000',
    });
    expect(rangeNames('monetary', [], t.own, f)).toEqual({ 1: t.own.all });
  });
});

describe('the spread of a measure', () => {
  it.each(MEASURES)('counts every customer once by %s, within its bars', async (measure) => {
    const rows = await db.query<SpreadRow>(spreadSql(measure));
    const all = await db.query<SegmentRow>(segmentsSql());
    const axis = { low: rows[0]!.low, high: rows[0]!.high, even: measure !== 'monetary' };
    expect(sum(rows, 'customers')).toBe(all.length);
    for (const { bar, suggested } of rows) {
      expect(bar >= 0 && bar < barsOf(axis)).toBe(true);
      expect(suggested).toHaveLength(3);
    }
  });

  it('puts a cut point back where it was taken from', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MEASURES), fc.integer({ min: 2, max: 90 }), (measure, value) => {
        const axis = { low: 1, high: 100, even: measure !== 'monetary' };
        expect(cutAt(placeOf(value, measure, axis), measure, axis)).toBe(value);
      }),
    );
  });
});

describe('an attribute as segments', () => {
  it('gives each of twelve values a segment, the others one, and the unknown one', async () => {
    const rows = await db.query<OwnSegmentRow>(attributeSegmentsSql('region'));
    const summary = await db.query<SegmentSummaryRow>(ownSummarySql(attributeSegmentsSql('region'), null));
    const all = await db.query<SegmentRow>(segmentsSql());
    expect(rows.map((row) => row.customer_id).sort()).toEqual(all.map((row) => row.customer_id).sort());
    expect(summary.map(({ position }) => position)).toEqual(summary.map((_, i) => i + 1));
    expect(summary).toHaveLength(14);
    expect(summary.at(-1)!.segment).toBe(UNKNOWN);
    expect(sum(summary, 'customers')).toBe(all.length);
    const known = await db.query<{ customer_id: string; region: string | null }>(
      'SELECT customer_id, region FROM customers',
    );
    const regions = new Map(known.map(({ customer_id, region }) => [customer_id, region]));
    for (const { customer_id, segment } of rows.filter(({ segment }) => segment.startsWith('R')))
      expect(segment).toBe(regions.get(customer_id));
    for (const { customer_id } of rows.filter(({ segment }) => segment === UNKNOWN))
      expect(regions.get(customer_id)).toBeNull();
  });

  it('takes the name of an attribute as a value, whatever it says', async () => {
    const rows = await db.query<OwnSegmentRow>(attributeSegmentsSql("x' OR true --"));
    expect(new Set(rows.map(({ segment }) => segment))).toEqual(new Set([UNKNOWN]));
  });
});

describe('the grid by money', () => {
  it('has each of the 125 codes once, adds up to the plain grid, and lists the customers of a cell', async () => {
    const cube = await db.query<RfmCubeRow>(rfmCubeSql());
    const grid = await db.query<RfmGridRow>(rfmGridSql());
    expect(new Set(cube.map(({ r, f, m }) => `${r}${f}${m}`)).size).toBe(125);
    expect(cube).toHaveLength(125);
    for (const cell of grid) {
      const layers = cube.filter(({ r, f }) => r === cell.r && f === cell.f);
      expect(sum(layers, 'customers')).toBe(cell.customers);
      expect(sum(layers, 'revenue')).toBeCloseTo(cell.revenue, 6);
    }
    const { r, f, m, customers } = cube.reduce((top, cell) => (cell.customers > top.customers ? cell : top));
    const listed = await db.query<SegmentRow>(
      listSql(segmentsSql(), { segment: '', cell: r * 100 + f * 10 + m }),
    );
    expect(listed).toHaveLength(customers);
    expect(listed.every((row) => row.r === r && row.f === f && row.m === m)).toBe(true);
  });
});

describe('two models side by side', () => {
  it('share out the same customers', async () => {
    const rows = segmentsSql();
    const others = cutSegmentsSql({ measure: 'monetary', cuts: [20, 75] });
    const cross = await db.query<CrossRow>(crossSql(rows, others));
    for (const [side, summary] of [
      ['segment', await db.query<SegmentSummaryRow>(segmentSummarySql())],
      ['other', await db.query<SegmentSummaryRow>(ownSummarySql(others, 3))],
    ] as const)
      for (const { segment, customers, revenue } of summary) {
        const part = cross.filter((row) => row[side] === segment);
        expect(sum(part, 'customers')).toBe(customers);
        expect(sum(part, 'revenue')).toBeCloseTo(revenue, 6);
      }
    const [pair] = cross;
    const listed = await db.query<object>(crossListSql(rows, others, pair!.segment, pair!.other));
    expect(listed).toHaveLength(pair!.customers);
    const glance = await db.query<{ model: string; customers: number }>(
      glanceSql([
        ['11', segmentSummarySql()],
        ['own', ownSummarySql(others, 3)],
      ]),
    );
    expect(glance).toHaveLength(14);
    expect(sum(glance, 'customers')).toBe(2 * sum(cross, 'customers'));
  });
});

describe('the sentences', () => {
  const row = (position: number, segment: string, customers: number, revenue: number) =>
    ({
      position,
      segment,
      customers,
      revenue,
      customer_share: customers / 10,
      revenue_share: revenue / 1000,
    }) as SegmentSummaryRow;
  const shares = shareRows([row(1, '1', 2, 600), row(2, '2', 0, 0), row(3, '3', 8, 400)]);

  it('say which of the own segments brings most per customer', async () => {
    for (const code of LANGUAGES) {
      const { segments: t } = await loadMessages(code);
      const answer = ownAnswer(shares, { 1: 'A', 2: 'B', 3: 'C' }, t, new Formats(code, null));
      expect(mostPerCustomer(shares, {}, t.own)?.segment).toBe('1');
      expect(mostPerCustomer(shares, { 1: t.own.unknown, 3: 'C' }, t.own)?.segment).toBe('3');
      for (const figure of ['A', '10', '60%', '300.00', '100.00']) expect(answer).toContain(figure);
    }
  });

  it('say where the best segment of one model is found in the other', async () => {
    const cells = [
      { row: 'x', column: 'p', customers: 3, revenue: 1 },
      { row: 'x', column: 'q', customers: 5, revenue: 1 },
      { row: 'y', column: 'q', customers: 9, revenue: 1 },
    ];
    const words = { rows: { x: 'X', y: 'Y' }, order: ['w', 'x', 'y'], columns: { p: 'P', q: 'Q' } };
    for (const code of LANGUAGES) {
      const { segments: t } = await loadMessages(code);
      const f = new Formats(code, null);
      for (const figure of ['X', '8', '5', '63%', 'Q'])
        expect(crossAnswer(cells, words, t, f)).toContain(figure);
      expect(crossAnswer(cells.slice(2), words, t, f)).toBe(
        t.side.same({ one: 'Y', customers: '9', other: 'Q' }),
      );
      expect(crossAnswer([], words, t, f)).toBeNull();
    }
  });
});
