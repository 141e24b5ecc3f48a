import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { macrosSql } from '../../src/analyses/sql.ts';
import { errorRow } from '../../src/analyses/value/backtest.ts';
import type { Question } from '../../src/analyses/value/question.ts';
import { readHeld, readKnown, rivalWork, valueWork } from '../../src/analyses/value/read.ts';
import { writeValues } from '../../src/analyses/value/results.ts';
import { type CellRow, cellName, cellsSql, customersSql } from '../../src/analyses/value/statements.ts';
import { type Valuation, valuate } from '../../src/analyses/value/valuation.ts';
import type { Database } from '../../src/engine/database.ts';
import { openNodeDatabase } from '../../src/engine/node.ts';
import { work } from '../../src/models/value/work.ts';
import customerValue from '../../src/tables/customer-value.sql?raw';
import { fillCdnow } from './cdnow.ts';
import { CREATE_ORDER_LINE, fillGenerated, fillOnlineRetail, MATERIALISE } from './golden-data.ts';
import { golden, realData } from './real-data.ts';

const date = (text: string) => new Date(`${text}T00:00:00Z`);
const QUESTION: Question = {
  as_of: undefined,
  split: undefined,
  count_by: 'day',
  model: 'bgnbd',
  horizon: 90,
  discount: 0.1,
  months: 36,
  by: '11',
  segments: ['champions', 'loyal', 'lost'],
};

interface ValueRow {
  customer_id: string;
  segment: string | null;
  x: number;
  t_x: number;
  age: number;
  revenue: number;
  basis: string;
  horizon_days: number;
  p_alive: number | null;
  expected_orders_30: number;
  expected_orders_365: number;
  expected_orders: number;
  expected_orders_low: number | null;
  expected_orders_high: number | null;
  expected_spend: number;
  expected_revenue: number;
  clv: number | null;
}

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
  await db.exec(CREATE_ORDER_LINE);
  await db.exec(MATERIALISE);
  await db.exec(macrosSql());
});
afterAll(() => db.close());

/** The whole chain of the page, the work done here instead of in a worker. */
async function answer(asked: Partial<Question>): Promise<{ valuation: Valuation; rows: ValueRow[] }> {
  const question = { ...QUESTION, ...asked };
  const known = await readKnown(db, question);
  const back = await readHeld(db, question);
  const { valuation, figures } = await valuate(question, known, back, work(valueWork(question, known, back)));
  await writeValues(db, question, figures);
  return { valuation, rows: await db.query<ValueRow>('FROM customer_value ORDER BY customer_id') };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

describe('on a generated shop', () => {
  beforeAll(async () => {
    await db.exec(`${CREATE_ORDER_LINE}; ${fillGenerated(4000, 700, 60)}`);
    await db.exec(MATERIALISE);
  });

  it('fills the public table as it stands in the pack', async () => {
    await answer({});
    const columns = `SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 'customer_value' ORDER BY column_index`;
    const filled = await db.query(columns);
    await db.exec(`DROP TABLE customer_value; ${customerValue}`);
    expect(await db.query(columns)).toEqual(filled);
  });

  it('has one row for each customer, and sums that are those of the rows', async () => {
    const { valuation, rows } = await answer({ horizon: 365 });
    const ids = await db.query<{ customer_id: string }>('SELECT customer_id FROM repeat_orders()');
    expect(rows.map(({ customer_id: id }) => id)).toEqual(ids.map(({ customer_id: id }) => id));
    const { total, groups, question } = valuation;
    expect(total.orders.value).toBeCloseTo(sum(rows.map((row) => row.expected_orders)), 6);
    expect(total.revenue.value).toBeCloseTo(sum(rows.map((row) => row.expected_revenue)), 2);
    groups.forEach(({ customers, orders }, i) => {
      const members = rows.filter(({ segment }) => segment === question.segments[i]);
      expect(customers).toBe(members.length);
      expect(orders.value).toBeCloseTo(sum(members.map((row) => row.expected_orders)), 6);
    });
    for (const row of rows) expect(row.expected_orders).toBe(row.expected_orders_365);
  });

  it('has cells that hold every customer once, and lists those of a cell', async () => {
    const { rows } = await answer({});
    const cells = await db.query<CellRow>(cellsSql(false));
    expect(sum(cells.map(({ customers }) => customers))).toBe(rows.length);
    for (const cell of cells) {
      const listed = await db.query(customersSql({ segment: '', cell: cellName(cell) }));
      expect(listed.length, cellName(cell)).toBe(cell.customers);
      if (cell.repeats === 0) expect(cell.p_alive).toBeNull();
    }
  });

  it('falls back to what was observed where too few came back', async () => {
    await db.exec(
      `DELETE FROM order_line WHERE hash(customer_id) % 90 > 0 OR ordered_at > TIMESTAMP '2023-08-01'`,
    );
    await db.exec(MATERIALISE);
    const { valuation, rows } = await answer({ horizon: 30 });
    expect(valuation.verdict).toMatchObject({ trust: 'no', problem: 'few', marks: { fit: 'fails' } });
    expect(valuation).toMatchObject({ basis: 'observed', alive: null });
    expect(valuation.brought).toBeCloseTo(sum(rows.map(({ revenue }) => revenue)), 6);
    expect(rows.length).toBeGreaterThan(2);
    for (const { x, age, revenue, ...row } of rows) {
      const orders = x > 0 ? ((x / age) * 30) / 7 : 0;
      expect(row).toMatchObject({ basis: 'observed', p_alive: null, expected_orders_low: null, clv: null });
      expect(row.expected_orders).toBeCloseTo(orders, 9);
      expect(row.expected_revenue).toBeCloseTo((orders * revenue) / (x + 1), 6);
    }
  });
});

const sample = realData('CDNOW_sample.txt');
const figures = golden('clv_cdnow.json');
const each = golden('clv_cdnow_customers.csv');
describe.skipIf(!sample || !figures || !each)('CDNOW (skipped where the data set is absent)', () => {
  interface Golden {
    fits_exact_days: Record<'bgnbd' | 'pnbd', Record<string, number> & { se: Record<string, number> }> & {
      gamma_gamma_repeat_only_946: Record<'p' | 'q' | 'v', number>;
    };
    aggregate: {
      bgnbd: { E_cumulative_repeat_by_week: Record<string, number>; sum_conditional_holdout_39w: number };
      pnbd: { sum_conditional_holdout_39w: number };
      MAE_holdout: { bgnbd: number; pnbd: number };
      by_x_actual_vs_expected_39w: Record<string, { n: number; actual_mean: number; bgnbd: number }>;
      clv_totals: { bgnbd_gg_CLV12m_1pct_sum: number };
    };
  }
  let wanted: Golden;
  beforeAll(async () => {
    wanted = JSON.parse(readFileSync(figures!, 'utf8')) as Golden;
    await fillCdnow(db, sample!);
  });

  const backTest = { split: date('1997-09-30'), as_of: date('1998-06-30') };

  it('is fitted and tested as published', async () => {
    const { valuation } = await answer(backTest);
    const { backtest } = valuation.result;
    const fit = wanted.fits_exact_days.bgnbd;
    for (const name of ['r', 'alpha', 'a', 'b']) {
      expect(backtest!.lifetime.parameters[name], name).toBeCloseTo(fit[name]!, 4);
      expect(backtest!.lifetime.errors[name]! / fit.se[name]!, name).toBeCloseTo(1, 2);
    }
    const { p, q, v } = wanted.fits_exact_days.gamma_gamma_repeat_only_946;
    const spend = backtest!.spend.parameters;
    expect([spend.p / p, spend.q / q, spend.gamma / v].map((ratio) => Number(ratio.toFixed(4)))).toEqual([
      1, 1, 1,
    ]);
    const { aggregate } = wanted;
    const tested = valuation.tested!;
    expect(tested.model!.predicted).toBeCloseTo(aggregate.bgnbd.sum_conditional_holdout_39w, 1);
    expect(tested.model!.mae).toBeCloseTo(aggregate.MAE_holdout.bgnbd, 4);
    expect(tested.model).toMatchObject({ actual: 1882 });
    expect(tested.model!.actual_revenue).toBeCloseTo(70976.39, 2);
    Object.values(aggregate.by_x_actual_vs_expected_39w).forEach(({ n, actual_mean, bgnbd }, repeats) => {
      const row = tested.classes![repeats]!;
      expect(row).toMatchObject({ repeats, customers: n });
      expect(row.actual).toBeCloseTo(actual_mean, 9);
      expect(row.predicted).toBeCloseTo(bgnbd, 4);
      expect(row.low).toBeLessThan(row.actual);
      expect(row.high).toBeGreaterThan(row.actual);
    });
  });

  it('is tracked as published, week by week, and to be taken with care', async () => {
    const { valuation } = await answer(backTest);
    const track = valuation.tested!.track!;
    expect(track.length).toBe(78);
    const expected = wanted.aggregate.bgnbd.E_cumulative_repeat_by_week;
    for (const [week, repeats] of Object.entries(expected))
      expect(track[Number(week) - 1]!.expected / repeats, week).toBeCloseTo(1, 3);
    expect(track.at(-1)).toMatchObject({ actual: 4339, week_end: date('1998-06-30') });
    expect(valuation.verdict).toMatchObject({
      trust: 'care',
      marks: { fit: 'passes', total: 'borderline', naive: 'passes' },
    });
  });

  it('is forecast by Pareto/NBD on the same weeks as published', async () => {
    const back = await readHeld(db, { ...QUESTION, ...backTest });
    const { expectations } = work(rivalWork(back!, 'pnbd'));
    const row = errorRow('pnbd', expectations!.orders[0]!.value, back!.held);
    expect(row.predicted).toBeCloseTo(wanted.aggregate.pnbd.sum_conditional_holdout_39w, 1);
    expect(row.mae).toBeCloseTo(wanted.aggregate.MAE_holdout.pnbd, 4);
  });

  it('gives each customer the published figures at the end of the calibration', async () => {
    const { rows } = await answer({ as_of: date('1997-09-30'), discount: 1.01 ** 12 - 1, months: 12 });
    const [head, ...lines] = readFileSync(each!, 'utf8').trim().split('\n');
    const place = (name: string) => head!.split(',').indexOf(name);
    const published = new Map(lines.map((line) => [Number(line.split(',')[0]), line.split(',').map(Number)]));
    expect(rows.length).toBe(2357);
    for (const row of rows) {
      const one = published.get(Number(row.customer_id))!;
      expect(row.p_alive, row.customer_id).toBeCloseTo(one[place('bgnbd_palive')]!, 4);
      expect(row.expected_spend / one[place('gg_E_M')]!, row.customer_id).toBeCloseTo(1, 3);
      expect(row.expected_orders_low!).toBeLessThanOrEqual(row.expected_orders);
      expect(row.expected_orders_high!).toBeGreaterThanOrEqual(row.expected_orders);
    }
    const total = wanted.aggregate.clv_totals.bgnbd_gg_CLV12m_1pct_sum;
    expect(sum(rows.map(({ clv }) => clv!)) / total).toBeCloseTo(1, 3);
  });
});

const retail = realData('online_retail.csv');
describe.skipIf(!retail)('Online Retail (skipped where the data set is absent)', () => {
  it('does not carry Pareto/NBD, and is then told by what was observed', async () => {
    await db.exec(CREATE_ORDER_LINE);
    await fillOnlineRetail(db, retail!);
    await db.exec(MATERIALISE);
    const { valuation, rows } = await answer({ model: 'pnbd' });
    expect(valuation.verdict).toMatchObject({ trust: 'no', problem: 'edge' });
    expect(rows.length).toBe(4338);
    expect(rows.every(({ basis, p_alive }) => basis === 'observed' && p_alive === null)).toBe(true);
  }, 300_000);
});
