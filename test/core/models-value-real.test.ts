import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { distinct } from '../../src/models/value/distinct.ts';
import { forecast } from '../../src/models/value/forecast.ts';
import { likelihood } from '../../src/models/value/likelihood.ts';
import { MODELS } from '../../src/models/value/lifetime.ts';
import type { Endless } from '../../src/models/value/pnbd.ts';
import { expectedSpend } from '../../src/models/value/spend.ts';
import { tracking } from '../../src/models/value/tracking.ts';
import type { Histories, ModelName } from '../../src/models/value/types.ts';
import { work } from '../../src/models/value/work.ts';
import { historiesOf } from './models-value-data.ts';
import { golden, realData } from './real-data.ts';

const purchases = realData('CDNOW_sample.txt');
const figures = golden('clv_cdnow.json');
const table = golden('clv_cdnow_customers.csv');
const present = purchases && figures && table;

/** The published calibration: from 1997-01-01 to 1997-09-30. */
function cdnow(path: string): Histories {
  const purchases = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [, customer, date, , dollars] = line.trim().split(/\s+/) as [
        string,
        string,
        string,
        string,
        string,
      ];
      return { customer, day: dayOf(date), amount: Number(dollars) };
    });
  const end = dayOf('19970930');
  return historiesOf(
    purchases.filter(({ day }) => day <= end),
    end,
  );
}

/** Sales to known customers, up to the day after the last. */
function retail(path: string): Histories {
  const purchases = readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .flatMap((line) => {
      const fields = line.split(',');
      const [quantity, date, price, customer] = fields.slice(-5) as [string, string, string, string];
      const sold = !line.startsWith('C') && Number(quantity) > 0 && Number(price) > 0 && customer !== '';
      return sold
        ? [
            {
              customer,
              day: dayOf(date.slice(0, 10).replaceAll('-', '')),
              amount: Number(quantity) * Number(price),
            },
          ]
        : [];
    });
  return historiesOf(purchases, dayOf('20111210'));
}

/** Days since 1970 of yyyymmdd. */
function dayOf(date: string): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6))) / 86_400_000;
}

/** The columns of the golden table, eight decimals. */
function columns(path: string): Record<string, Float64Array> {
  const [head, ...lines] = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return Object.fromEntries(
    head!.map((name, at) => [name, Float64Array.from(lines, (line) => Number(line[at]))]),
  );
}

/** The greatest difference, in parts of the value where that is above 1. */
function apart(ours: Float64Array, theirs: Float64Array): number {
  expect(ours.length).toBe(theirs.length);
  return ours.reduce(
    (most, value, i) => Math.max(most, Math.abs(value - theirs[i]!) / Math.max(1, Math.abs(theirs[i]!))),
    0,
  );
}

describe.skipIf(!present)('CDNOW, where the public data are at hand', () => {
  const histories = present ? cdnow(purchases) : null!;
  const gold = present ? JSON.parse(readFileSync(figures, 'utf8')) : null;
  const customers = present ? columns(table) : {};
  const fits = gold?.fits_exact_days;
  const names: Record<ModelName, string[]> = {
    bgnbd: ['r', 'alpha', 'a', 'b'],
    pnbd: ['r', 'alpha', 's', 'beta'],
  };
  const at = (model: ModelName) => MODELS[model].at(names[model].map((name) => fits[model][name]));
  const monthly = {
    weeks: Array.from({ length: 12 }, (_, i) => (i + 1) * 4.345),
    worth: Array.from({ length: 12 }, (_, i) => 1.01 ** -(i + 1)),
  };
  const weeks = (count: number) => ({ weeks: [count], worth: [1] });

  it('is read as the golden table has it', () => {
    expect(apart(histories.x, customers.x!)).toBe(0);
    expect(apart(histories.t_x, customers.t_x!)).toBeLessThan(1e-8);
    expect(apart(histories.age, customers.T!)).toBeLessThan(1e-8);
    expect(
      apart(
        histories.spend.map((spend) => spend || 0),
        customers.m_x!,
      ),
    ).toBeLessThan(1e-8);
  });

  it.each([
    ['bgnbd', [0.243, 4.414, 0.793, 2.426], -9582.4],
    ['pnbd', [0.553, 10.578, 0.606, 11.669], -9595],
  ] as const)(
    '%s has the published parameters, errors and log-likelihood',
    (model, published, logLikelihood) => {
      const options = {
        model,
        horizons: [273, 364],
        discount: 1.01 ** 12 - 1,
        months: 12,
        groups: null,
        groupCount: 0,
      };
      const { lifetime, spend, expectations, total } = work({ histories, options, backtest: null });
      expect(lifetime).toMatchObject({
        converged: true,
        problem: null,
        edge: [],
        customers: 2357,
        repeaters: 946,
      });
      names[model].forEach((name, j) => {
        expect(lifetime.parameters[name], name).toBeCloseTo(published[j]!, 3);
        expect(Math.abs(lifetime.parameters[name]! / fits[model][name] - 1), name).toBeLessThan(2e-6);
        expect(Math.abs(lifetime.errors[name]! / fits[model].se[name] - 1), name).toBeLessThan(1e-3);
      });
      expect(lifetime.logLikelihood).toBeCloseTo(logLikelihood, 1);
      expect(Math.abs(lifetime.logLikelihood - fits[model].LL)).toBeLessThan(1e-6);
      const { p, q, gamma } = spend.parameters;
      expect([p.toFixed(2), q.toFixed(2)]).toEqual(['6.25', '3.74']);
      expect(Math.abs(gamma - 15.445)).toBeLessThan(0.006);
      const theirs = fits.gamma_gamma_repeat_only_946;
      expect(
        Math.max(...[p / theirs.p, q / theirs.q, gamma / theirs.v].map((ratio) => Math.abs(ratio - 1))),
      ).toBeLessThan(1e-5);
      expect(spend.logLikelihood).toBeCloseTo(theirs.LL, 5);
      expect(spend.mean).toBeCloseTo(theirs.pop_mean, 4);
      expect(spend.correlation).toBeCloseTo(0.114, 3);
      const { alive, orders, clv } = expectations!;
      expect(apart(alive, customers[`${model}_palive`]!)).toBeLessThan(1e-6);
      expect(apart(orders[0]!.value, customers[`${model}_E39`]!)).toBeLessThan(1e-6);
      expect(apart(orders[1]!.value, customers[`${model}_E52`]!)).toBeLessThan(1e-6);
      if (model === 'bgnbd') expect(apart(clv!, customers.bgnbd_gg_CLV12m_1pct!)).toBeLessThan(1e-6);
      expect(total!.orders[0]!.value).toBeCloseTo(gold.aggregate[model].sum_conditional_holdout_39w, 3);
    },
  );

  it.each(['bgnbd', 'pnbd'] as const)(
    '%s at the golden parameters gives every customer the golden figures',
    (model) => {
      const { rows, rowOf } = distinct(histories);
      const { alive, ahead } = forecast(at(model), rows, [weeks(39), weeks(52), monthly]);
      const perCustomer = (values: Float64Array) => Float64Array.from(rowOf, (row) => values[row]!);
      const spend = expectedSpend(
        {
          parameters: {
            p: fits.gamma_gamma_repeat_only_946.p,
            q: fits.gamma_gamma_repeat_only_946.q,
            gamma: fits.gamma_gamma_repeat_only_946.v,
          },
        },
        histories,
      );
      expect(apart(perCustomer(alive), customers[`${model}_palive`]!)).toBeLessThan(1e-8);
      expect(apart(perCustomer(ahead[0]!.mean), customers[`${model}_E39`]!)).toBeLessThan(1e-8);
      expect(apart(perCustomer(ahead[1]!.mean), customers[`${model}_E52`]!)).toBeLessThan(1e-8);
      expect(apart(spend.mean, customers.gg_E_M!)).toBeLessThan(1e-8);
      const clv = perCustomer(ahead[2]!.mean).map((orders, i) => orders * spend.mean[i]!);
      if (model === 'bgnbd') expect(apart(clv, customers.bgnbd_gg_CLV12m_1pct!)).toBeLessThan(1e-8);
      if (model === 'pnbd') {
        const endless = at('pnbd') as Endless;
        const all = rows.x.map(
          (x, row) => alive[row]! * endless.residual(x, rows.age[row]!, Math.log(1.15) / 52),
        );
        expect(apart(perCustomer(all), customers.pnbd_DERT_15pct!)).toBeLessThan(1e-8);
        expect(
          apart(
            perCustomer(all).map((orders, i) => orders * spend.mean[i]!),
            customers.pnbd_gg_CLV_DERT!,
          ),
        ).toBeLessThan(1e-7);
      }
    },
  );

  it.each(['bgnbd', 'pnbd'] as const)(
    '%s gives the customers written with all digits the same to 1e-9',
    (model) => {
      for (const { x, t_x, T, ...theirs } of Object.values(gold.customers) as Record<string, number>[]) {
        const rows = {
          x: Float64Array.of(x!),
          t_x: Float64Array.of(t_x!),
          age: Float64Array.of(T!),
          weight: Float64Array.of(1),
        };
        const { alive, ahead } = forecast(at(model), rows, [weeks(39), weeks(52)]);
        expect(Math.abs(alive[0]! / theirs[`${model}_palive`]! - 1)).toBeLessThan(1e-9);
        expect(Math.abs(ahead[0]!.mean[0]! / theirs[`${model}_E39`]! - 1)).toBeLessThan(1e-9);
        expect(Math.abs(ahead[1]!.mean[0]! / theirs[`${model}_E52`]! - 1)).toBeLessThan(1e-9);
      }
    },
  );

  it.each(['bgnbd', 'pnbd'] as const)(
    '%s has the golden log-likelihood, and the golden curve over the weeks',
    (model) => {
      const { rows } = distinct(histories);
      const objective = likelihood(MODELS[model], rows);
      const gradient = new Float64Array(4);
      const value = objective(Float64Array.from(at(model).parameters, Math.log), gradient);
      expect(Math.abs(value - fits[model].LL)).toBeLessThan(1e-7);
      const curve = tracking(at(model), histories.age, 39);
      expect(curve.length).toBe(78);
      for (const [week, expected] of Object.entries(gold.aggregate[model].E_cumulative_repeat_by_week) as [
        string,
        number,
      ][])
        expect(Math.abs(curve[Number(week) - 1]! / expected - 1), `week ${week}`).toBeLessThan(1e-9);
    },
  );
});

const online = realData('online_retail.csv');

describe.skipIf(!online)('Online Retail, where the public data are at hand', () => {
  const histories = online ? retail(online) : null!;
  const options = { horizons: [365], discount: 0.1, months: 12, groups: null, groupCount: 0 };

  it('Pareto/NBD is not used: beta runs to infinity', () => {
    const { lifetime, expectations } = work({
      histories,
      options: { ...options, model: 'pnbd' },
      backtest: null,
    });
    expect(lifetime.customers).toBe(4338);
    expect(lifetime.problem).toBe('edge');
    expect(lifetime.edge).toContain('beta');
    expect(lifetime.parameters.beta).toBeGreaterThan(1e4);
    expect(expectations).toBeNull();
  });

  it('BG/NBD finds that hardly anyone leaves, so that b is open and the forecast is not', () => {
    const { lifetime, total } = work({ histories, options: { ...options, model: 'bgnbd' }, backtest: null });
    expect(lifetime).toMatchObject({ problem: null, converged: true, edge: ['b'] });
    expect(lifetime.parameters.a).toBeLessThan(0.02);
    const [orders] = total!.orders;
    expect((orders!.high - orders!.low) / orders!.value).toBeLessThan(0.1);
  });
});
