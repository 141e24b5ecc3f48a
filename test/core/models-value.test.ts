import { beforeAll, describe, expect, it } from 'vitest';
import { forecast } from '../../src/models/value/forecast.ts';
import { MODELS } from '../../src/models/value/lifetime.ts';
import { expectedSpend } from '../../src/models/value/spend.ts';
import { totals } from '../../src/models/value/totals.ts';
import { buffers, work } from '../../src/models/value/work.ts';
import type {
  Fit,
  Histories,
  Interval,
  ModelName,
  ValueOptions,
  ValueResult,
} from '../../src/models/value/types.ts';
import { bgnbdShop, type Plan, pnbdShop, type Simulated } from './models-value-data.ts';

const WEEKS_AHEAD = 26;
const GROUPS = 20;
const PLAN: Plan = { customers: 8000, seed: 20240601, weeks: 104, ahead: WEEKS_AHEAD, spend: [6, 4, 90] };
const TRUE = {
  bgnbd: { r: 0.6, alpha: 8, a: 0.8, b: 2.5 },
  pnbd: { r: 0.6, alpha: 8, s: 0.7, beta: 12 },
  spend: { p: 6, q: 4, gamma: 90 },
};

function options(model: ModelName, more: Partial<ValueOptions> = {}): ValueOptions {
  return {
    model,
    horizons: [7 * WEEKS_AHEAD],
    discount: 0.1,
    months: 12,
    groups: null,
    groupCount: 0,
    ...more,
  };
}

/** Each parameter lies within four of its standard errors: all seven do with a probability of 99.96 %. */
function expectNear<Name extends string>(fit: Fit<Name>, truth: Record<Name, number>): void {
  expect(fit.problem).toBeNull();
  expect(fit.converged).toBe(true);
  for (const [name, value] of Object.entries(fit.parameters) as [Name, number][]) {
    expect(Math.abs(value - truth[name]) / fit.errors[name], name).toBeLessThan(4);
    expect(fit.errors[name], name).toBeLessThan(value);
  }
}

describe.each([
  ['bgnbd', () => bgnbdShop([0.6, 8, 0.8, 2.5], PLAN)],
  ['pnbd', () => pnbdShop([0.6, 8, 0.7, 12], PLAN)],
] as const)('customers drawn as %s has them', (model, draw) => {
  let shop: Simulated;
  let result: ValueResult;
  const groups = Int32Array.from({ length: PLAN.customers }, (_, i) => (i % (GROUPS + 1)) - 1);
  beforeAll(() => {
    shop = draw();
    result = work({
      histories: shop.histories,
      options: options(model, { groups, groupCount: GROUPS }),
      backtest: null,
    });
  });

  it('give back the parameters they were drawn from', () => {
    expectNear(result.lifetime, TRUE[model] as unknown as Record<string, number>);
    expectNear(result.spend, TRUE.spend);
    expect(Math.abs(result.spend.correlation)).toBeLessThan(0.1);
    expect(result.spend.mean).toBeCloseTo(
      (result.spend.parameters.p * result.spend.parameters.gamma) / (result.spend.parameters.q - 1),
      10,
    );
  });

  it('order and spend later what the intervals of the groups hold, in about 19 of 20', () => {
    const held = { orders: 0, revenue: 0 };
    result.groups!.forEach((group, g) => {
      const sum = (values: Float64Array) =>
        values.reduce((total, value, i) => total + (groups[i] === g ? value : 0), 0);
      const [orders, revenue] = [sum(shop.later.orders), sum(shop.later.revenue)];
      held.orders += Number(group.orders[0]!.low <= orders && orders <= group.orders[0]!.high);
      held.revenue += Number(group.revenue[0]!.low <= revenue && revenue <= group.revenue[0]!.high);
    });
    expect(held.orders).toBeGreaterThanOrEqual(16);
    expect(held.revenue).toBeGreaterThanOrEqual(16);
    const widths = result.groups!.map(({ orders: [all] }) => (all!.high - all!.low) / all!.value);
    expect(Math.max(...widths)).toBeLessThan(0.6);
  });

  it('have totals that are the sums of their customers, the groups with nobody in two of them', () => {
    const { orders, spend, clv } = result.expectations!;
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    expect(result.total!.customers).toBe(PLAN.customers);
    expect(result.total!.orders[0]!.value).toBeCloseTo(sum(orders[0]!.value), 6);
    expect(result.total!.revenue[0]!.value).toBeCloseTo(
      sum(orders[0]!.value.map((n, i) => n * spend![i]!)),
      4,
    );
    expect(result.total!.clv!.value).toBeCloseTo(sum(clv!), 4);
    const left = orders[0]!.value.filter((_, i) => groups[i]! < 0);
    const grouped = result.groups!.reduce((total, group) => total + group.orders[0]!.value, 0);
    expect(grouped + sum(left)).toBeCloseTo(result.total!.orders[0]!.value, 6);
    const members = result.groups!.reduce((total, { customers }) => total + customers, 0);
    expect(members + left.length).toBe(PLAN.customers);
  });

  it('give each customer an interval around its figure, and nothing but its own buffers away', () => {
    const { orders } = result.expectations!;
    orders[0]!.value.forEach((value, i) => {
      expect(orders[0]!.low[i]).toBeLessThanOrEqual(value);
      expect(orders[0]!.high[i]).toBeGreaterThanOrEqual(value);
    });
    expect(new Set(buffers(result)).size).toBe(buffers(result).length);
  });
});

describe('a new customer', () => {
  const spend = { p: 2, q: 14, gamma: 260 };
  const plan: Plan = { customers: 200_000, seed: 99, weeks: 0, ahead: 40, spend: [2, 14, 260] };
  const rows = {
    x: Float64Array.of(0),
    t_x: Float64Array.of(0),
    age: Float64Array.of(0),
    weight: Float64Array.of(1),
  };

  it.each([
    ['bgnbd', [1.5, 8, 0.8, 2.5], bgnbdShop([1.5, 8, 0.8, 2.5], plan)],
    ['pnbd', [1.5, 8, 1.4, 30], pnbdShop([1.5, 8, 1.4, 30], plan)],
  ] as const)(
    '%s: orders and revenue have the mean and the variance of those drawn',
    (model, parameters, { later }) => {
      const span = { weeks: [plan.ahead], worth: [1] };
      const half = { weeks: [plan.ahead], worth: [0.5] };
      const { ahead } = forecast(MODELS[model].at(parameters), rows, [span, half, span]);
      const none = { x: Float64Array.of(0), spend: Float64Array.of(NaN) };
      const of = expectedSpend({ parameters: spend }, none);
      const parts = { rowOf: Uint32Array.of(0), ahead, covariance: new Float64Array(16) };
      const [total] = totals({ ...parts, spend: { of, covariance: new Float64Array(9) } }, null, 1);
      const like = ({ value, low, high }: Interval, drawn: Float64Array, worth = 1) => {
        const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
        const variance = drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length;
        const ours = value ** 2 * Math.expm1((Math.log(high / low) / (2 * 1.959963984540054)) ** 2);
        expect(value / mean / worth).toBeCloseTo(1, 1.7);
        expect(ours / variance / worth ** 2).toBeGreaterThan(0.96);
        expect(ours / variance / worth ** 2).toBeLessThan(1.04);
      };
      like(total!.orders[0]!, later.orders);
      like(total!.revenue[0]!, later.revenue);
      like(total!.revenue[1]!, later.revenue, 0.5);
    },
  );
});

describe('a back-test', () => {
  it('counts weeks back from the end of those held out, and expects what came', () => {
    const shop = bgnbdShop([0.6, 8, 0.8, 2.5], { ...PLAN, customers: 4000, seed: 7 });
    const { histories } = shop;
    const steps: number[] = [];
    const { backtest } = work(
      { histories, options: options('bgnbd'), backtest: { histories, weeks: WEEKS_AHEAD } },
      (done, total) => steps.push(done / total),
    );
    const oldest = Math.max(...histories.age);
    expect(backtest!.tracking!.length).toBe(Math.ceil(oldest + WEEKS_AHEAD));
    const repeats = histories.x.reduce((sum, x) => sum + x, 0);
    const now = backtest!.tracking!.at(-1 - WEEKS_AHEAD)!;
    expect(Math.abs(now / repeats - 1)).toBeLessThan(0.05);
    const later = shop.later.orders.reduce((sum, orders) => sum + orders, 0);
    expect(Math.abs((backtest!.tracking!.at(-1)! - now) / later - 1)).toBeLessThan(0.1);
    const [total] = backtest!.total!.orders;
    expect(total!.low).toBeLessThan(later);
    expect(total!.high).toBeGreaterThan(later);
    backtest!.tracking!.reduce((before, week) => {
      expect(week).toBeGreaterThan(before);
      return week;
    }, 0);
    expect(steps).toEqual([0, 1, 2, 3, 4, 5, 6].map((done) => done / 6));
  });
});

describe('data that carry no model', () => {
  const of = (customers: number, x: (i: number) => number, age: (i: number) => number): Histories => {
    const each = (value: (i: number) => number) =>
      Float64Array.from({ length: customers }, (_, i) => value(i));
    return {
      x: each(x),
      age: each(age),
      t_x: each((i) => (x(i) ? age(i) * 0.7 : 0)),
      spend: each((i) => (x(i) ? 20 : NaN)),
    };
  };

  it.each(['bgnbd', 'pnbd'] as const)('%s: too few came back', (model) => {
    for (const histories of [
      of(
        0,
        () => 0,
        () => 1,
      ),
      of(
        5,
        (i) => i,
        () => 30,
      ),
      of(
        3000,
        () => 0,
        (i) => i / 30,
      ),
    ]) {
      const result = work({ histories, options: options(model), backtest: { histories, weeks: 4 } });
      expect(result.lifetime.problem).toBe('few');
      expect(result.lifetime.logLikelihood).toBeNaN();
      expect(result.spend.problem).toBe('few');
      expect([result.expectations, result.total, result.groups, result.backtest!.tracking]).toEqual([
        null,
        null,
        null,
        null,
      ]);
    }
  });

  it('Pareto/NBD says that a parameter runs away where nobody ever leaves', () => {
    const { histories } = pnbdShop([2, 10, 1, 1e9], { ...PLAN, customers: 2000, seed: 3 });
    const { lifetime, expectations } = work({ histories, options: options('pnbd'), backtest: null });
    expect(lifetime.problem).toBe('edge');
    expect(lifetime.edge).toContain('beta');
    expect(expectations).toBeNull();
  });

  it('customers who all spend the same have no spend to be fitted, but orders all the same', () => {
    const { histories } = bgnbdShop([0.6, 8, 0.8, 2.5], { ...PLAN, customers: 2000, seed: 5 });
    const same = { ...histories, spend: histories.spend.map((spend) => (spend > 0 ? 20 : NaN)) };
    const { spend, expectations, total } = work({
      histories: same,
      options: options('bgnbd'),
      backtest: null,
    });
    expect(spend.problem).not.toBeNull();
    expect(expectations!.spend).toBeNull();
    expect(total!.orders[0]!.value).toBeGreaterThan(0);
    expect([total!.revenue[0], total!.clv]).toEqual([null, null]);
  });

  it('gives the same figures in other units of money', () => {
    const { histories } = bgnbdShop([0.6, 8, 0.8, 2.5], { ...PLAN, customers: 1500, seed: 11 });
    const inFen = { ...histories, spend: histories.spend.map((spend) => spend * 1e4) };
    const [one, other] = [histories, inFen].map(
      (each) => work({ histories: each, options: options('bgnbd'), backtest: null }).spend,
    ) as [ValueResult['spend'], ValueResult['spend']];
    expect(other.parameters.p / one.parameters.p).toBeCloseTo(1, 5);
    expect(other.parameters.gamma / one.parameters.gamma / 1e4).toBeCloseTo(1, 5);
  });
});
