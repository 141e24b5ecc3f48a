import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ConcentrationRow,
  concentrationSql,
  type LorenzRow,
  lorenzSql,
  paretoSql,
  reachSql,
  topShareSql,
} from '../../src/analyses/concentration/concentration.ts';
import {
  type MonthlyRow,
  overviewMonthlySql,
  type OverviewRow,
  overviewSql,
} from '../../src/analyses/overview/overview.ts';
import {
  type RfmOptions,
  type RfmRow,
  rfmSql,
  type SegmentOptions,
  type SegmentRow,
  segmentsSql,
  type SegmentSummaryRow,
  segmentSummarySql,
} from '../../src/analyses/segments/segments.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import { CREATE_ORDER_LINE, fillOnlineRetail, MATERIALISE } from './golden-data.ts';
import { golden, realData } from './real-data.ts';

const file = realData('online_retail.csv');
const rfmPath = golden('rfm_online_retail.json');
const customersPath = golden('rfm_online_retail_customers.csv');
const paretoPath = golden('pareto_online_retail.json');
const present = Boolean(file && rfmPath && customersPath && paretoPath);

describe.skipIf(!present)('Online Retail (skipped where the data set is absent)', () => {
  let db: Database;
  const customers = new Map<string, Record<string, string>>();
  const rfm = present ? JSON.parse(readFileSync(rfmPath!, 'utf8')) : null;
  const pareto = present ? JSON.parse(readFileSync(paretoPath!, 'utf8')) : null;

  beforeAll(async () => {
    db = await openNodeDatabase();
    await db.exec(CREATE_ORDER_LINE);
    await fillOnlineRetail(db, file!);
    await db.exec(MATERIALISE);
    await db.exec(macrosSql());
    const [header, ...lines] = readFileSync(customersPath!, 'utf8').trim().split(/\r?\n/);
    const names = header!.split(',');
    for (const line of lines) {
      const row = Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell]));
      customers.set(row.CustomerID!, row);
    }
  });
  afterAll(() => db.close());

  const conventions: [string, RfmOptions][] = [
    ['score_avg_rank_pct_ceil', {}],
    ['score_ntile_tie_customerid', { scoring: 'ntile' }],
    ['score_quantile_edges_le', { scoring: 'quantile_edges' }],
  ];
  it.each(conventions)("has every customer's measures and %s", async (column, options) => {
    const rows = await db.query<RfmRow>(rfmSql(options));
    expect(rows.length).toBe(customers.size);
    for (const row of rows) {
      const expected = customers.get(row.customer_id)!;
      expect(row).toMatchObject({
        recency_days: Number(expected.recency_days),
        frequency: Number(expected.frequency),
      });
      expectClose(row.monetary, Number(expected.monetary));
      expect(row.code, row.customer_id).toBe(expected[column]);
    }
  });

  it('puts every customer into the segment of the map', async () => {
    const map = new Map<string, string>();
    for (const [segment, codes] of Object.entries<string[]>(rfm.maps.codes11_RFM)) {
      for (const code of codes) map.set(code, segment);
    }
    for (const row of await db.query<SegmentRow>(segmentsSql())) {
      const code = customers.get(row.customer_id)!.score_avg_rank_pct_ceil!;
      expect(title(row.segment), row.customer_id).toBe(map.get(code));
    }
  });

  it('agrees with the segment column, which splits ties by rank, where both give the same scores', async () => {
    const rows = await db.query<SegmentRow>(segmentsSql({ scoring: 'ntile' }));
    const alike = rows.filter(
      ({ customer_id: id, code }) => customers.get(id)!.score_qcut_rank_first === code,
    );
    expect(alike.length).toBeGreaterThan(4300);
    for (const row of alike) expect(title(row.segment)).toBe(customers.get(row.customer_id)!.seg_codes11_RFM);
  });

  const summaries: [string, SegmentOptions][] = [
    ['avg_rank_pct_ceil', {}],
    ['ntile_tie_customerid', { scoring: 'ntile' }],
    ['quantile_edges_le', { scoring: 'quantile_edges' }],
  ];
  it.each(summaries)('counts the segments under %s', async (scoring, options) => {
    const expected = rfm.segments[scoring].codes11_RFM;
    const rows = await db.query<SegmentSummaryRow>(segmentSummarySql(options));
    expect(rows.map(({ segment }) => title(segment)).sort()).toEqual(Object.keys(expected).sort());
    for (const row of rows) {
      const { n, revenue, meanR, meanF, meanM } = expected[title(row.segment)];
      expect(row.customers).toBe(n);
      expect(row.revenue).toBeCloseTo(revenue, 2);
      expect(row.mean_recency).toBeCloseTo(meanR, 3);
      expect(row.mean_frequency).toBeCloseTo(meanF, 3);
      expect(row.mean_monetary).toBeCloseTo(meanM, 3);
    }
  });

  it('maps the 125 codes as the published partition does', async () => {
    const rows = await db.query<{ segment: string; code: string }>('FROM segment_codes()');
    const map = Object.entries<string[]>(rfm.maps.codes11_RFM);
    const expected = map.flatMap(([segment, codes]) => codes.map((code) => `${code} ${segment}`));
    expect(rows.map(({ code, segment }) => `${code} ${title(segment)}`).sort()).toEqual(expected.sort());
  });

  it('sums the shop up', async () => {
    const [row] = await db.query<OverviewRow>(overviewSql());
    const { clean, frequency_histogram: histogram } = rfm;
    expect(row).toMatchObject({
      orders: clean.invoices,
      buyers: clean.customers,
      lines: clean.rows,
      units: clean.units,
      guest_orders: 0,
      repeat_buyers: clean.customers - histogram['1'],
    });
    expectClose(row!.revenue, clean.revenue);
    expectClose(row!.revenue_per_order!, clean.aov);
    expectClose(row!.repurchase_rate!, clean.repeat_rate);
    const months = await db.query<MonthlyRow>(overviewMonthlySql());
    expectClose(
      months.reduce((sum, month) => sum + month.revenue, 0),
      clean.revenue,
    );
    expect(months.length).toBe(13);
    expect(
      months.filter((month) => month.is_partial).map(({ month }) => month.toISOString().slice(0, 7)),
    ).toEqual(['2011-12']);
  });

  const kinds = [
    ['customers', { who: 'customers' }],
    ['products_by_StockCode', { who: 'products', fees: true }],
    ['products_by_StockCode', { who: 'products', fees: true, guests: false }],
  ] as const;
  it.each(kinds)('has the concentration of %s %j', async (name, options) => {
    await expectConcentration(pareto[name], options);
  });

  it('counts guests among the products when they are there', async () => {
    await db.exec('DELETE FROM order_line');
    await fillOnlineRetail(db, file!, true);
    await db.exec(MATERIALISE);
    await expectConcentration(pareto.products_by_StockCode_incl_guest, { who: 'products', fees: true });
    await expectConcentration(pareto.products_by_StockCode, { who: 'products', fees: true, guests: false });
    const [row] = await db.query<OverviewRow>(overviewSql());
    const all = rfm.incl_guest_variant;
    expect(row).toMatchObject({ lines: all.rows, orders: all.invoices, buyers: rfm.clean.customers });
    expectClose(row!.revenue, all.revenue);
    expectClose(row!.buyer_revenue, rfm.clean.revenue);
  });

  async function expectConcentration(expected: Published, options: Parameters<typeof concentrationSql>[0]) {
    const [row] = await db.query<ConcentrationRow>(concentrationSql(options));
    expect(row!.n).toBe(expected.n);
    expectClose(row!.total, expected.total);
    expect(Math.abs(row!.gini! - expected.gini_population)).toBeLessThan(1e-9);
    for (const top of [1, 5, 10, 20, 50] as const) {
      expectClose(row![`top_${top}`]!, expected[`top_${top}%_share`].share_interpolated);
    }
    for (const goal of [50, 80, 90] as const) {
      const { k, pct_of_n } = expected[`count_to_reach_${goal}%`];
      expect(row![`reach_${goal}`]).toBe(k);
      expectClose(row![`reach_${goal}_share`]!, pct_of_n);
    }
    const abc = expected.ABC_80_95.crossing_item_in_better_class;
    expect(row).toMatchObject({ a_count: abc.A, b_count: abc.B, c_count: abc.C, excluded: 0 });
    for (const letter of ['a', 'b', 'c'] as const)
      expectClose(row![`${letter}_share`], abc[`share_${letter.toUpperCase()}`]!);
    const other = await db.query<{ abc: string; n: number }>(
      `SELECT abc, count(*) AS n FROM (${paretoSql({ ...options, a: 0.7, b: 0.9 })}) GROUP BY abc ORDER BY abc`,
    );
    const { A, B, C } = expected.ABC_70_90.crossing_item_in_better_class;
    expect(other.map(({ n }) => n)).toEqual([A, B, C]);
    const [top] = await db.query<{ value_share: number }>(topShareSql(0.25, options));
    expectClose(top!.value_share, expected['top_25%_share'].share_interpolated);
    const [goal] = await db.query<{ entities: number }>(reachSql(0.95, options));
    expect(goal!.entities).toBe(expected['count_to_reach_95%'].k);
    const curve = await db.query<LorenzRow>(lorenzSql({ ...options, points: 10 }));
    expectClose(1 - curve[8]!.value_share, row!.top_20!);
  }
});

/** What pareto_online_retail.json says of one kind of entity, as far as it is compared. */
type Published = Record<'n' | 'total' | 'gini_population', number> &
  Record<`top_${1 | 5 | 10 | 20 | 25 | 50}%_share`, { share_interpolated: number }> &
  Record<`count_to_reach_${50 | 80 | 90 | 95}%`, { k: number; pct_of_n: number }> &
  Record<
    'ABC_80_95' | 'ABC_70_90',
    { crossing_item_in_better_class: Record<'A' | 'B' | 'C' | `share_${string}`, number> }
  >;

function expectClose(value: number, expected: number): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

/** The name the golden files give a segment. */
function title(segment: string | null): string {
  return (segment ?? '')
    .split('_')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join(' ');
}
