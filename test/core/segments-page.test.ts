import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { segmentsAnswer } from '../../src/analyses/segments/answer.ts';
import {
  type RfmThresholdsRow,
  rfmThresholdsSql,
  type SegmentRow,
  segmentsSql,
  type SegmentSummaryRow,
  segmentSummarySql,
} from '../../src/analyses/segments/segments.ts';
import {
  comparisonSql,
  customersSql,
  cutPointsSql,
  summarySql,
} from '../../src/analyses/segments/statements.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import { LANGUAGES, loadMessages } from '../../src/messages/index.ts';
import { Formats } from '../../src/state/formats.ts';
import { CREATE_ORDER_LINE, fillGenerated, MATERIALISE } from './golden-data.ts';

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(fillGenerated(2000, 600, 80));
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
});
afterAll(() => db.close());

describe('the statements of the segments page', () => {
  it('list each customer once over all segments, and only the one asked for', async () => {
    const rows = await db.query<SegmentRow>(segmentsSql({ model: '11' }));
    const listed: SegmentRow[] = [];
    for (const { segment, customers } of await db.query<SegmentSummaryRow>(segmentSummarySql())) {
      const part = await db.query<SegmentRow>(customersSql({}, { segment: segment!, cell: 0 }));
      expect(part).toHaveLength(customers);
      expect(part.every((row) => row.segment === segment)).toBe(true);
      listed.push(...part);
    }
    expect(new Set(listed.map((row) => row.customer_id))).toEqual(
      new Set(rows.map((row) => row.customer_id)),
    );
    expect(listed).toHaveLength(rows.length);
  });

  it('list the customers of a cell', async () => {
    const all = await db.query<SegmentRow>(customersSql({}, { segment: '', cell: 0 }));
    const cell = await db.query<SegmentRow>(customersSql({}, { segment: '', cell: 54 }));
    expect(cell.length).toBeGreaterThan(0);
    expect(cell).toEqual(all.filter(({ r, f }) => r === 5 && f === 4));
  });

  it('treat a segment of the address as a value, whatever it says', async () => {
    expect(await db.query(customersSql({}, { segment: "x' OR true --", cell: 0 }))).toEqual([]);
  });

  it('suggest cut points that score every customer from 1 to 5', async () => {
    const [edges] = await db.query<Record<'r_edges' | 'f_edges' | 'm_edges', number[]>>(cutPointsSql({}));
    for (const list of Object.values(edges!)) {
      expect(list).toHaveLength(4);
      expect(list).toEqual(list.toSorted((a, b) => a - b));
    }
    const rows = await db.query<SegmentRow>(segmentsSql({ scoring: 'edges', ...edges! }));
    expect(rows.length).toBeGreaterThan(0);
    expect(
      rows.every(({ segment, r, f, m }) => segment && [r, f, m].every((score) => score >= 1 && score <= 5)),
    ).toBe(true);
    expect(new Set(rows.map(({ r }) => r)).size).toBe(5);
  });

  it('compare the mean with the median', async () => {
    const rows = await db.query<Record<'customers_by_mean' | 'customers_by_median', number>>(
      comparisonSql({}),
    );
    const [thresholds] = await db.query<RfmThresholdsRow>(rfmThresholdsSql());
    const mean = await db.query<SegmentSummaryRow>(segmentSummarySql({ model: '8' }));
    const median = await db.query<SegmentSummaryRow>(segmentSummarySql({ model: '8', threshold: 'median' }));
    expect(rows.map((row) => row.customers_by_mean)).toEqual(mean.map((row) => row.customers));
    expect(rows.map((row) => row.customers_by_median)).toEqual(median.map((row) => row.customers));
    expect(rows.reduce((sum, row) => sum + row.customers_by_median, 0)).toBe(thresholds!.customers);
  });

  it('round only the means of the summary', async () => {
    const plain = await db.query<SegmentSummaryRow>(segmentSummarySql());
    const rounded = await db.query<SegmentSummaryRow>(summarySql({}));
    expect(rounded).toEqual(
      plain.map((row) => ({
        ...row,
        mean_recency: row.mean_recency === null ? null : expect.closeTo(row.mean_recency, 1),
        mean_frequency: row.mean_frequency === null ? null : expect.closeTo(row.mean_frequency, 2),
      })),
    );
    expect(rounded.map(Object.keys as (row: object) => string[])).toEqual(
      plain.map((row) => Object.keys(row)),
    );
  });
});

describe('the answer of the segments page', () => {
  it('names the figures of its segments in every language and model', async () => {
    for (const code of LANGUAGES) {
      const { segments: t } = await loadMessages(code);
      const f = new Formats(code, null);
      for (const model of ['11', '8', 'tiers'] as const) {
        const rows = await db.query<SegmentSummaryRow>(segmentSummarySql({ model }));
        const answer = segmentsAnswer(rows, t, f);
        expect(answer).toContain(f.count(rows.reduce((sum, { customers }) => sum + customers, 0)));
        expect(answer).toContain(f.count(rows[0]!.customers));
        expect(answer).toContain(f.percent(rows[0]!.revenue_share, 0));
        expect(answer).not.toMatch(/undefined|null|NaN/);
      }
    }
  });

  it('is none when nobody bought', async () => {
    const { segments: t } = await loadMessages('en');
    const rows = await db.query<SegmentSummaryRow>(segmentSummarySql({ as_of: new Date('1999-01-01') }));
    expect(segmentsAnswer(rows, t, new Formats('en', null))).toBeNull();
  });
});
