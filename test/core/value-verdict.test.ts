import { describe, expect, it } from 'vitest';
import {
  classRows,
  type ErrorRow,
  errorRow,
  halves,
  type Held,
  naiveForecasts,
  type TrackRow,
} from '../../src/analyses/value/backtest.ts';
import { observed, pastRate } from '../../src/analyses/value/forecast.ts';
import { parameterSentences } from '../../src/analyses/value/parameters.ts';
import { type Evidence, judge } from '../../src/analyses/value/verdict.ts';
import en from '../../src/messages/en/value.ts';
import type { LifetimeFit, SpendFit, ValueResult } from '../../src/models/value/types.ts';
import { Formats } from '../../src/state/formats.ts';

const floats = (...values: number[]) => Float64Array.from(values);

/** Three customers: one never came back, one came twice, one ten times. */
const HELD: Held = {
  x: floats(0, 2, 10),
  t_x: floats(0, 5, 9),
  age: floats(10, 8, 10),
  spend: floats(NaN, 20, 30),
  revenue: floats(15, 60, 330),
  x_lately: floats(0, 1, 4),
  x_holdout: floats(0, 3, 5),
  spend_holdout: floats(0, 55, 160),
};

describe('the errors of a forecast', () => {
  it('are those of purchases per customer, and of the totals', () => {
    const row = errorRow('bgnbd', floats(1, 2, 7), HELD, floats(10, 20, 30));
    expect(row).toMatchObject({ predicted: 10, actual: 8, total_error: 0.25, mae: 4 / 3 });
    expect(row.rmse).toBeCloseTo(Math.sqrt((1 + 1 + 4) / 3), 12);
    expect(row).toMatchObject({ predicted_revenue: 260, actual_revenue: 215, revenue_error: 45 / 215 });
  });

  it('take what purchases brought so far where a forecast has no spend of its own', () => {
    const row = errorRow('last_period', HELD.x_lately, HELD);
    expect(row.predicted_revenue).toBeCloseTo(1 * 20 + 4 * 30, 9);
  });

  it('of the naive forecasts: the rate goes on, the period comes again, nobody comes', () => {
    const naive = naiveForecasts(HELD, 4);
    expect([...naive.past_rate]).toEqual([0, 1, 4]);
    expect([...naive.last_period]).toEqual([0, 1, 4]);
    expect([...naive.nobody]).toEqual([0, 0, 0]);
  });

  it('know no rate of a customer who came on one day alone', () => {
    expect([...pastRate({ x: floats(0, 1), age: floats(0, 0) }, 5)]).toEqual([0, 0]);
  });
});

describe('the classes', () => {
  it('hold the customers by their repeats, seven and more together, with the interval of the mean', () => {
    const held = { ...HELD, x: floats(0, 7, 10), x_holdout: floats(0, 3, 5) };
    const rows = classRows(held, floats(1, 2, 6));
    expect(rows.map(({ repeats, customers }) => [repeats, customers])).toEqual([
      [0, 1],
      [7, 2],
    ]);
    expect(rows[1]).toMatchObject({ actual: 4, predicted: 4 });
    // The standard deviation of 3 and 5 is √2, that of their mean 1.
    expect(rows[1]!.high).toBeCloseTo(4 + 1.96, 12);
    expect(rows[1]!.low).toBeCloseTo(4 - 1.96, 12);
  });
});

describe('the halves of the time held back', () => {
  const week = (i: number, actual: number, expected: number): TrackRow => ({
    week_end: new Date(Date.UTC(2024, 0, 7 * i)),
    actual,
    expected,
  });
  const track = [
    week(1, 10, 11),
    week(2, 20, 22),
    week(3, 24, 30),
    week(4, 30, 40),
    week(5, 33, 50),
    week(6, 35, 60),
  ];

  it('are counted from the last week before the split', () => {
    expect(halves(track, new Date(Date.UTC(2024, 0, 15)))).toEqual({ actual: [10, 5], expected: [18, 20] });
  });

  it('are none with fewer than four weeks, or before the first', () => {
    expect(halves(track, new Date(Date.UTC(2024, 0, 21)))).toBeNull();
    expect(halves(track, new Date(Date.UTC(2023, 0, 1)))).toBeNull();
  });
});

function fit(problem: LifetimeFit['problem'] = null): LifetimeFit {
  return {
    model: 'bgnbd',
    parameters: { r: 0.25, alpha: 5, a: 1, b: 3 },
    errors: { r: 0, alpha: 0, a: 0, b: 0 },
    covariance: new Float64Array(16),
    logLikelihood: -1,
    converged: problem !== 'convergence',
    ...{ problem, edge: [], customers: 500, repeaters: 200 },
  };
}

const SPEND: SpendFit = {
  ...fit(),
  parameters: { p: 6, q: 4, gamma: 15 },
  errors: { p: 0, q: 0, gamma: 0 },
  ...{ edge: [], correlation: 0.05, mean: 30 },
};

const NOTHING = { expectations: null, total: null, groups: null };
const result = (
  problem: LifetimeFit['problem'] = null,
  before: LifetimeFit['problem'] = null,
): ValueResult => ({
  ...{ lifetime: fit(problem), spend: SPEND, ...NOTHING },
  backtest: { weeks: 20, lifetime: fit(before), spend: SPEND, ...NOTHING, tracking: null },
});
const error = (
  forecast: ErrorRow['forecast'],
  total_error: number,
  rmse: number,
  actual = 400,
): ErrorRow => ({
  ...{ forecast, total_error, rmse, actual, predicted: actual * (1 + total_error), mae: rmse },
  ...{ predicted_revenue: 0, actual_revenue: 0, revenue_error: null },
});

describe('the verdict', () => {
  const good: Evidence = {
    result: result(),
    model: error('bgnbd', -0.08, 1),
    naive: [error('past_rate', 0.3, 1.4), error('last_period', 0.2, 1.1), error('nobody', -1, 2)],
    halves: { actual: [200, 200], expected: [210, 205] },
  };
  const cases: [string, Partial<Evidence>, ReturnType<typeof judge>['trust'], object][] = [
    ['is to trust where all tests pass', {}, 'trust', { fit: 'passes', total: 'passes', naive: 'passes' }],
    [
      'is care where the total is off by more',
      { model: error('bgnbd', 0.2, 1) },
      'care',
      { total: 'borderline' },
    ],
    [
      'is no where it is off by a quarter and more',
      { model: error('bgnbd', 0.26, 1) },
      'no',
      { total: 'fails' },
    ],
    ['is care just behind a guess', { model: error('bgnbd', 0, 1.14) }, 'care', { naive: 'borderline' }],
    ['is no behind a guess', { model: error('bgnbd', 0, 1.2) }, 'no', { naive: 'fails' }],
    [
      'is no where the halves differ by more than half',
      { halves: { actual: [260, 140], expected: [200, 200] } },
      'no',
      { drift: 'fails' },
    ],
    [
      'lets halves differ as chance does',
      { halves: { actual: [26, 16], expected: [20, 20] } },
      'trust',
      { drift: 'passes' },
    ],
    [
      'is care where too little came to tell',
      { model: error('bgnbd', 3, 9, 29) },
      'care',
      { total: 'unknown', naive: 'unknown', drift: 'unknown' },
    ],
    ['is care without a test', { model: null, naive: [], halves: null }, 'care', { total: 'unknown' }],
    [
      'is care where the earlier part has too few customers',
      { result: result(null, 'few'), model: null, halves: null },
      'care',
      { total: 'unknown' },
    ],
    [
      'is no where the earlier part has enough and carries no fit',
      { result: result(null, 'edge'), model: null, halves: null },
      'no',
      { total: 'fails', naive: 'unknown' },
    ],
    ['is no without a fit', { result: result('edge') }, 'no', { fit: 'fails' }],
  ];
  it.each(cases)('%s', (_, given, trust, marks) => {
    const verdict = judge({ ...good, ...given });
    expect(verdict.trust).toBe(trust);
    expect(verdict.marks).toMatchObject(marks);
  });
});

describe('what the page says without a model', () => {
  it('is what each customer would do who went on as so far', () => {
    const known = { ...HELD, segment: Int32Array.of(0, 0, 1) };
    const { basis, expected_orders, expected_orders_365, expected_revenue } = observed(known, 28);
    expect(basis).toBe('observed');
    expect([...expected_orders]).toEqual([0, 1, 4]);
    expect(expected_orders_365[1]).toBeCloseTo((2 / 8) * (365 / 7), 12);
    expect([...expected_revenue].map((value) => Number(value.toFixed(9)))).toEqual([0, 20, 120]);
  });
});

describe('the parameters in words', () => {
  const f = new Formats('en', 'EUR');
  it('say the mean rate a year, how unlike customers are, and how many leave', () => {
    const said = parameterSentences(result(), en, f);
    // 0.25 ÷ 5 a week is 2.6 a year; 1 ÷ (1 + 3) leave.
    expect(said[0]).toContain('make 2.6 repeat purchases a year');
    expect(said[0]).toContain('very unlike');
    expect(said[1]).toContain('about 25% leave');
    expect(said[2]).toContain('€30.00');
  });

  it('say for Pareto/NBD how many are gone after a year', () => {
    const lifetime: LifetimeFit = {
      ...fit(),
      model: 'pnbd',
      parameters: { r: 1, alpha: 5, s: 1, beta: 365 / 7 },
    };
    expect(parameterSentences({ ...result(), lifetime }, en, f)[1]).toContain('about 50% are gone');
  });

  it('say nothing without a fit', () => {
    expect(parameterSentences(result('few'), en, f)).toEqual([]);
  });
});
