import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { macrosSql } from '../../src/analyses/sql.ts';
import { packSql } from '../../src/pack/pack.ts';
import { copiedCatalogue } from './copied.ts';
import { CREATE_ORDER_LINE, DESCRIBE_CUSTOMERS, fillGenerated, MATERIALISE } from './golden-data.ts';

const MACRO_CALLS = [
  'customer_profile()',
  "customer_profile(as_of := DATE '2023-10-01')",
  'customer_gaps()',
  'customer_attributes() ORDER BY ALL',
  "customer_attributes(as_of := DATE '2023-10-01') ORDER BY ALL",
  'customer_attribute_names()',
  "attribute_values(attribute := 'tags', measure := 'discount_share') ORDER BY ALL",
  'attribute_summary()',
  "attribute_summary(attribute := 'income', measure := 'repurchase', min_customers := 5)",
  "attribute_summary(attribute := 'age_band', measure := 'return_rate', as_of := DATE '2024-01-01')",
  "attribute_summary(attribute := 'first_order', measure := 'revenue_per_order')",
  "attribute_cross(attribute := 'gender', second := 'level', measure := 'profit')",
  'customer_numbers()',
  'customer_directory()',
  'customer_card(customer := 7)',
  'customer_orders(customer := 7)',
  'customer_lines(customer := 7)',
  'customer_contacts(customer := 7)',
  'customer_categories(customer := 7)',
  'customer_pairs(customer := 1)',
  'customer_pairs(customer := 7, min_orders := 1)',
  'customer_rhythm(customer := 7)',
  "customer_rhythm(customer := 7, as_of := DATE '2023-12-01')",
  'customer_due(customer := 1)',
  "customer_due(customer := 1, as_of := DATE '2024-06-01', min_days := 2)",
  'product_days() ORDER BY ALL',
  "last_bought('bought_days') ORDER BY ALL",
  "unit_gaps('bought_days', 'bought_habits') ORDER BY ALL",
  "cycles_of('bought_habits', 'bought_gaps', min_gaps := 20, max_spread := 100) ORDER BY ALL",
  "rhythms_of('bought_habits', 'bought_gaps') ORDER BY ALL",
  'product_cycles()',
  "product_cycles(as_of := DATE '2024-03-01', min_gaps := 6, min_again := 0.5, max_spread := NULL)",
  'product_due()',
  "product_due(as_of := DATE '2024-03-01', due_since := DATE '2024-02-20', due_until := DATE '2024-03-20', own_gaps := 2)",
  "care_customers('own_segments') ORDER BY ALL",
  'care_silent()',
  "care_silent(as_of := DATE '2024-03-01', top_share := 0.5, silent_after := 1, give_up_after := 2, give_up_days := 100)",
  'first_gaps() ORDER BY ALL',
  'second_order_window()',
  "second_order_window(as_of := DATE '2023-10-01', window_from := 0, window_to := 1)",
  'care_second_order()',
  "care_second_order(as_of := DATE '2023-10-01', window_from := 0.1, window_to := 0.9, min_gaps := 5)",
  'care_running_out()',
  "care_running_out(as_of := DATE '2024-03-01', ahead_days := 20, overdue_days := 30, min_gaps := 5, own_gaps := 2)",
  'care_birthdays()',
  "care_birthdays(as_of := DATE '2024-02-28', ahead_days := 60, active_days := 700)",
  'care_after_sale()',
  "care_after_sale(as_of := TIMESTAMP '2024-06-01 12:00:00', from_days := 2, to_days := 40)",
  'care_referrers(within_days := 730)',
  'care_complaints()',
  "care_complaints(as_of := DATE '2024-03-01', within_days := 60)",
  "care_greetings(DATE '2025-01-29')",
  "care_greetings(festival_on := DATE '2024-02-10', as_of := DATE '2024-02-01', active_days := 90)",
  'overview()',
  "overview(date_from := DATE '2023-05-01', date_to := DATE '2023-11-01')",
  "overview(date_from := TIMESTAMP '2030-01-01 00:00:00')",
  'overview_monthly()',
  'overview_levers()',
  "overview_levers(days := 30, as_of := DATE '2024-06-01')",
  'overview_levers(days := 700)',
  'change_periods()',
  "change_periods(days := 30, as_of := TIMESTAMP '2024-06-01 12:00:00', compare := 'year')",
  'revenue_change()',
  "revenue_change(days := 60, as_of := DATE '2024-06-01', compare := 'year', measure := 'profit')",
  'changed_buyers()',
  "changed_buyers(days := 400, compare := 'year', measure := 'profit')",
  'buyer_change()',
  "buyer_change(days := 60, as_of := DATE '2024-06-01', measure := 'profit')",
  'mix_change()',
  "mix_change(days := 60, as_of := DATE '2024-06-01', compare := 'year', measure := 'profit')",
  'lever_gains()',
  "lever_gains(days := 300, as_of := DATE '2024-12-01', percent := 20)",
  'finding_columns()',
  'finding_periods()',
  "finding_periods(days := NULL, compare := 'year', as_of := DATE '2024-10-01', days_ago := 60)",
  'finding_profit()',
  "finding_profit(days := 180, compare := 'year')",
  'finding_new_customers()',
  "finding_new_customers(days := 60, compare := 'year', as_of := DATE '2024-10-01', within_days := 30)",
  'finding_best_customers()',
  "finding_best_customers(days := 200, best := 0.5, min_orders := 3, silent_after := 1.5, as_of := DATE '2024-10-01')",
  'finding_leavers()',
  'finding_leavers(min_orders := 2, shortest_gap := 20)',
  'finding_dependence()',
  "finding_dependence(days := 30, as_of := TIMESTAMP '2024-10-01 12:00:00')",
  'finding_first_orders(days := 700)',
  "finding_sources(as_of := DATE '2023-10-01', within_days := 90)",
  "finding_discounts(as_of := DATE '2023-10-01', min_discount := 0.09)",
  'finding_discount_baskets()',
  'finding_refunds()',
  'finding_refunds(days := 100, min_orders := 1, min_refunds := 1)',
  "finding_complaints(compare := 'year')",
  'rfm()',
  "rfm(as_of := TIMESTAMP '2024-02-01 12:00:00', bins := 4, monetary := 'per_order')",
  "rfm(scoring := 'ntile', bins := 10)",
  "rfm(scoring := 'quantile_edges')",
  "rfm(scoring := 'edges', r_edges := [30, 60, 90, 180], f_edges := [2, 3, 5, 8], m_edges := [10, 50, 100, 200.5])",
  'rfm_thresholds()',
  "rfm_grid(bins := 3, monetary := 'per_order')",
  "rfm_grid(scoring := 'edges', r_edges := [30], f_edges := [2, 3], m_edges := [10])",
  'rfm_cube()',
  "rfm_cube(scoring := 'edges', r_edges := [30], f_edges := [2, 3], m_edges := [10])",
  'cut_segments()',
  "cut_segments(measure := 'monetary', cuts := [50, 200.5, 1000], monetary := 'per_order')",
  "cut_segments(measure := 'recency', cuts := [30, 90], as_of := DATE '2023-10-01')",
  "cut_segments(measure := 'frequency', cuts := [2, 3])",
  'move_dates()',
  "move_dates(date_from := DATE '2023-10-01', date_to := DATE '2024-10-01')",
  'period_revenue()',
  "period_revenue(date_from := DATE '2024-10-01')",
  'segment_moves()',
  "segment_moves(model := '8', threshold := 'median', date_from := DATE '2023-10-01', date_to := DATE '2024-10-01')",
  "segment_moves(model := 'tiers', monetary := 'per_order', scoring := 'ntile')",
  'segment_months()',
  "segment_months(model := '8', months := 6, threshold := 'median', as_of := DATE '2024-10-01')",
  "segment_months(model := 'tiers', months := 40, monetary := 'per_order')",
  "segment_months(model := 'cuts', measure := 'recency', cuts := [30, 90])",
  'segment_codes()',
  "segment_names(model := '8')",
  'segments()',
  "segments(model := '8', threshold := 'median')",
  "segments(model := '8', r_threshold := 90, f_threshold := 1, m_threshold := 100)",
  "segments(model := 'tiers')",
  'segment_summary()',
  "segment_summary(model := '8', monetary := 'per_order')",
  "segment_summary(model := 'tiers', as_of := DATE '2023-10-01')",
  'lifecycle()',
  "lifecycle(as_of := TIMESTAMP '2024-02-01 12:00:00', decline_after := 1.5, window_days := 30, shortest_gap := 7)",
  'lifecycle(own_gap_orders := 2, exploration_orders := 1, drop_below := 0.7, lost_after := 3)',
  'lifecycle_stages()',
  'lifecycle_summary()',
  "lifecycle_summary(as_of := DATE '2023-10-01', window_days := 60)",
  'lifecycle_monthly()',
  "lifecycle_monthly(months := 7, as_of := TIMESTAMP '2024-02-01 12:00:00', window_days := 45)",
  'lifecycle_changes()',
  "lifecycle_changes(from_date := DATE '2023-10-01', to_date := DATE '2024-06-01', exploration_orders := 1)",
  'lifecycle_moves()',
  "lifecycle_moves(from_date := DATE '2023-10-01', to_date := DATE '2024-06-01')",
  'customer_quality()',
  "customer_quality(as_of := DATE '2024-03-01', tiers_by := 'revenue', min_known := 1, returns_weight := 2.5, window_days := 90)",
  'customer_quality(vip_to := 0.02, major_to := 0.1, ordinary_to := 0.5, growth_weight := 0, min_known := 1, poor_to := 0.2)',
  'quality_summary()',
  "quality_summary(tiers_by := 'revenue', min_orders := 3, good_from := 0.5, min_known := 1)",
  'quality_map(min_known := 1)',
  "customer_groups(by := 'source') ORDER BY ALL",
  "customer_groups(by := 'first_category', as_of := DATE '2023-10-01') ORDER BY ALL",
  'customer_purchases() ORDER BY ALL',
  "customer_purchases(per := 'order', as_of := TIMESTAMP '2024-02-01 12:00:00') ORDER BY ALL",
  'cohort_cells() ORDER BY ALL',
  "cohort_cells(period := 'quarter', by := 'region') ORDER BY ALL",
  'cohorts()',
  "cohorts(period := 'week', by := 'source', value := 'friend', as_of := DATE '2024-03-01')",
  "cohorts(period := 'quarter', by := 'first_product')",
  'cohort_ages()',
  "cohort_ages(period := 'week', by := 'age_band', as_of := DATE '2024-03-01')",
  'repurchase_curve()',
  "repurchase_curve(from_order := 2, by := 'source', per := 'order', as_of := DATE '2024-03-01')",
  'order_funnel()',
  "order_funnel(per := 'order', as_of := DATE '2024-03-01')",
  'repurchase_gaps()',
  "repurchase_gaps(of := 'category', min_gaps := 20)",
  "repurchase_gaps(of := 'product', as_of := DATE '2024-03-01')",
  "segment_sizes('own_segments')",
  "segment_sizes('own_segments', as_of := DATE '2023-10-01')",
  "segment_separation('own_segments')",
  "segment_separation('own_segments', measure := 'profit', since := DATE '2024-06-01')",
  "segment_comparison('own_segmentations', measure := 'orders', as_of := TIMESTAMP '2024-06-01 12:00:00')",
  "segment_agreement('own_segments', 'earlier_segments')",
  'care_suppressed()',
  "care_suppressed(list := 'complaints', as_of := DATE '2024-12-20', quiet_days := 7)",
  'customer_types()',
  "customer_types(as_of := DATE '2024-03-01', referral_sources := ['Shop'], habit_orders := 1, rational_variation := 1.2)",
  'customer_type_names()',
  'type_summary()',
  'type_summary(owner_orders := 3, owner_low := 0, task_factor := 1, task_days := 30)',
  'repeat_split()',
  "repeat_split(split := DATE '2023-10-01', as_of := DATE '2024-06-01')",
  'repeat_orders()',
  "repeat_orders(as_of := DATE '2024-06-01', count_by := 'order')",
  'repeat_holdout()',
  "repeat_holdout(split := DATE '2023-10-01', as_of := DATE '2024-06-01', count_by := 'order')",
  'repeat_weekly()',
  "repeat_weekly(split := DATE '2023-10-01', as_of := DATE '2024-06-01', count_by := 'order')",
  'concentration_values()',
  'pareto()',
  "pareto(who := 'products', measure := 'units', fees := true)",
  "pareto(who := 'products', measure := 'orders', guests := false)",
  'lorenz()',
  "lorenz(who := 'products', points := 7)",
  'concentration()',
  "concentration(who := 'products', guests := false, a := 0.7, b := 0.9, k := 10)",
  'top_share(x := 0.13)',
  "reach(y := 0.65, who := 'products')",
  'basket_labels()',
  "basket_labels(item := 'category')",
  "basket_labels(item := 'income')",
  'basket_columns() ORDER BY ALL',
  "basket_values(item := 'income') ORDER BY ALL",
  'basket_parents()',
  "basket_items(item := 'levels')",
  "basket_items(item := 'source', per := 'customer')",
  'basket_all_items() ORDER BY ALL',
  'basket_items(max_items := 3)',
  "basket_items(per := 'customer_day', fees := true)",
  "basket_items(per := 'customer', item := 'category')",
  "basket_sizes(per := 'customer')",
  'basket_orders() ORDER BY ALL',
  "basket_orders(per := 'customer_day') ORDER BY ALL",
  'basket_dates(max_items := 3)',
  "basket_dates(per := 'customer', item := 'category')",
  "bought_next('Thing 3') ORDER BY ALL",
  "bought_next('Kind 3', direction := 'before', item := 'category', fees := true) ORDER BY ALL",
  'product_prices()',
  'product_pairs()',
  'product_pairs(min_baskets := 2, max_items := 3)',
  'bundle_offers(min_baskets := 3)',
  'bundle_offers(price_cut := 0.3, fraction := 1, min_baskets := 5, max_items := NULL)',
  "bundle_counts('P00001', 'P00003')",
  "bundle_counts('P00004', 'P00000', days := 90, max_items := 4)",
  'goes_with(min_baskets := 3)',
  'goes_with(companions := 10, min_baskets := 2, min_lift := 1.5, max_items := NULL)',
];

/** Calls with a parameter that is not one of its choices. */
const MISTAKES = [
  "attribute_summary(measure := 'margin')",
  "change_periods(compare := 'month')",
  "revenue_change(measure := 'margin')",
  "changed_buyers(compare := 'week')",
  "buyer_change(measure := 'units')",
  "mix_change(measure := 'units')",
  "finding_profit(compare := 'week')",
  "rfm(scoring := 'deciles')",
  "rfm(monetary := 'mean')",
  'rfm_grid(scoring := NULL)',
  "rfm_cube(monetary := 'mean')",
  "cut_segments(measure := 'age')",
  "segments(model := '9')",
  "segment_moves(model := 'own')",
  "segment_months(model := 'own')",
  "segment_months(threshold := 'mode')",
  "segment_months(measure := 'age')",
  "segment_summary(threshold := 'mode')",
  "customer_quality(tiers_by := 'orders')",
  "quality_summary(tiers_by := 'margin')",
  "segment_separation('own_segments', measure := 'margin')",
  "repeat_orders(count_by := 'week')",
  "repeat_holdout(count_by := 'week')",
  "repeat_weekly(count_by := 'week')",
  "customer_purchases(per := 'basket')",
  "cohorts(period := 'year')",
  "cohort_ages(period := 'day')",
  "repurchase_curve(per := 'week')",
  "order_funnel(per := 'line')",
  "repurchase_gaps(of := 'brand')",
  "pareto(who := 'customer')",
  "concentration(measure := 'profit')",
  "lorenz(who := 'shops')",
  "basket_items(per := 'week')",
  "basket_dates(per := 'week')",
  "bought_next('Thing 3', direction := 'later')",
];

/** What is the reader's own: segmentations for the macros that judge one, and to whom the shop wrote. */
const SEGMENTATIONS = `CREATE TABLE own_segments AS SELECT customer_id, nullif(segment, 'lost') AS segment FROM segments();
CREATE TABLE earlier_segments AS SELECT customer_id, segment FROM segments(as_of := DATE '2024-01-17');
CREATE TABLE own_segmentations AS SELECT 'own' AS segmentation, * FROM own_segments
  UNION ALL SELECT 'tiers', customer_id, segment FROM segments(model := 'tiers');
CREATE TABLE bought_days AS FROM product_days();
CREATE TABLE bought_habits AS FROM last_bought('bought_days');
CREATE TABLE bought_gaps AS FROM unit_gaps('bought_days', 'bought_habits');
INSERT INTO customer_contact SELECT customer_id, DATE '2024-11-20' + (hash(customer_id) % 60)::INTEGER,
    CASE WHEN hash(customer_id) % 2 = 0 THEN 'silent' ELSE 'complaints' END
  FROM customers WHERE hash(customer_id) % 3 = 0;
INSERT INTO customer_opt_out SELECT customer_id FROM customers WHERE hash(customer_id) % 11 = 0;
INSERT INTO customer_tag SELECT customer_id, '勿扰' FROM customers WHERE hash(customer_id) % 13 = 0`;

/** What went wrong with orders, how customers are reached, and who brought them. */
const TELL_MORE = `CREATE OR REPLACE TABLE order_line AS
WITH drawn AS (SELECT *, hash(coalesce(customer_id, '')) AS h, hash(order_id) AS o FROM order_line)
SELECT * EXCLUDE (h, o) REPLACE (
  CASE WHEN o % 12 = 0 THEN ['物流', 'not as described', '态度', 'broken', '其他'][1 + (o // 12 % 5)::INTEGER] END AS complaint,
  CASE WHEN o % 12 = 0 THEN ['未解决', 'resolved', NULL, 'pending'][1 + (o // 60 % 4)::INTEGER] END AS complaint_result,
  CASE WHEN o % 24 = 0 THEN (o // 24 % 9)::DOUBLE END AS complaint_days,
  CASE WHEN o % 5 = 0 THEN 4 END AS rating,
  CASE WHEN h % 4 > 0 AND o % 3 > 0 THEN '1' || (h % 900000 + o % 2) END AS phone,
  CASE WHEN h % 3 = 0 THEN lower(customer_id) || '@example.com' END AS email,
  CASE WHEN o % 10 = 0 THEN 'referred by: Buyer ' || h % 40 WHEN o % 10 = 1 THEN 'gift wrap' END AS note
) FROM drawn ORDER BY row`;

const MACRO_NAMES = `SELECT function_name AS name, comment FROM duckdb_functions()
WHERE function_type = 'table_macro' AND NOT internal ORDER BY function_name`;

let tab: Database;
let native: DuckDBConnection;

beforeAll(async () => {
  tab = await openNodeDatabase();
  await tab.exec(CREATE_ORDER_LINE);
  await tab.exec(fillGenerated(2000, 400, 60));
  await tab.exec(DESCRIBE_CUSTOMERS);
  await tab.exec(TELL_MORE);
  await tab.exec(MATERIALISE);
  await tab.exec(macrosSql());
  await tab.exec(SEGMENTATIONS);
  native = await openNative();
  await native.run(await copiedCatalogue());
  await native.run(CREATE_ORDER_LINE);
  await native.run(fillGenerated(2000, 400, 60));
  await native.run(DESCRIBE_CUSTOMERS);
  await native.run(TELL_MORE);
  await native.run(SEGMENTATIONS);
});
afterAll(async () => {
  await tab.close();
  native.closeSync();
});

describe('the pack', () => {
  it.each(MACRO_CALLS)('answers %s as the tab does', async (macro) => {
    await tab.exec(`EXPLAIN FROM ${macro}`);
    const [here, there] = [
      await tab.query<object>(`FROM ${macro}`),
      await nativeRows<object>(native, `FROM ${macro}`),
    ];
    expect(here.length).toBeGreaterThan(0);
    expectSame(here, there);
  });

  it('holds no macro that is not compared', async () => {
    const names = (await tab.query<{ name: string }>(MACRO_NAMES)).map(({ name }) => name);
    expect([...new Set(MACRO_CALLS.map((macro) => macro.slice(0, macro.indexOf('('))))].sort()).toEqual(
      names,
    );
  });

  it.each(MISTAKES)('names the choices to %s', async (macro) => {
    const [, name, given] = /(\w+) := '?(\w+)/.exec(macro)!;
    const message = new RegExp(`${name} is one of .*; it was given as ${given}`);
    await expect(tab.query(`FROM ${macro}`)).rejects.toThrow(message);
    await expect(native.run(`FROM ${macro}`)).rejects.toThrow(message);
  });

  it('says of every macro what it answers', async () => {
    for (const { name, comment } of await nativeRows<{ name: string; comment: string }>(
      native,
      MACRO_NAMES,
    )) {
      expect(comment, name).toMatch(/^.{30,}\.$/);
    }
  });

  it('makes an order_line to fill by name, and can be read again', async () => {
    const fresh = await openNative();
    await fresh.run(packSql());
    await fresh.run(`INSERT INTO order_line BY NAME
      SELECT 'a' AS order_id, TIMESTAMP '2024-01-01' AS ordered_at, 'p' AS product_id, 2 AS quantity, 5.5 AS amount`);
    await fresh.run(packSql());
    const [row] = await nativeRows<object>(fresh, 'SELECT revenue, orders, guest_orders FROM overview()');
    expect(row).toEqual({ revenue: 5.5, orders: 1, guest_orders: 1 });
    const [items] = await nativeRows<object>(fresh, 'FROM basket_items()');
    expect(items).toEqual({ basket: 0, item: 0 });
    fresh.closeSync();
  });
});

async function openNative(): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('SET threads = 1');
  return connection;
}

async function nativeRows<Row>(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJS().map((row) => {
    const cells = Object.entries(row).map(([name, cell]) => [
      name,
      typeof cell === 'bigint' ? Number(cell) : cell,
    ]);
    return Object.fromEntries(cells) as Row;
  });
}

/** Equal rows in equal order; numbers may differ by one part in a thousand million. */
function expectSame(here: object[], there: object[]): void {
  expect(here.length).toBe(there.length);
  here.forEach((row, i) => {
    const other = there[i] as Record<string, unknown>;
    expect(Object.keys(row)).toEqual(Object.keys(other));
    for (const [name, cell] of Object.entries(row)) {
      const expected = other[name];
      if (typeof cell === 'number' && typeof expected === 'number') {
        const tolerance = 1e-9 * Math.max(1, Math.abs(expected));
        if (Math.abs(cell - expected) <= tolerance) continue;
      }
      expect(cell, `${name} of row ${i}`).toEqual(expected);
    }
  });
}
