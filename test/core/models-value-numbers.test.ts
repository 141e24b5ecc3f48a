import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bgnbd } from '../../src/models/value/bgnbd.ts';
import type { Rows } from '../../src/models/value/distinct.ts';
import { digamma, logGamma } from '../../src/models/value/gamma.ts';
import { leaving } from '../../src/models/value/leaving.ts';
import { likelihood } from '../../src/models/value/likelihood.ts';
import { inverse, times } from '../../src/models/value/matrix.ts';
import { alive, type LifetimeModel, type Moments } from '../../src/models/value/model.ts';
import { type Endless, pnbd } from '../../src/models/value/pnbd.ts';

/** x, ln Γ(x) and its derivative, with sixty digits elsewhere. */
const GAMMA = [
  [1e-300, 690.7755278982137, -1e300],
  [1e-5, 11.512919692895826, -100000.57719921568],
  [0.243, 1.3180435846996699, -4.351093864423211],
  [0.5, 0.5723649429247001, -1.9635100260214235],
  [1.0001, -5.7713342220477625e-5, -0.5770511835143348],
  [2, 0, 0.42278433509846713],
  [2.5, 0.2846828704729192, 0.7031566406452432],
  [9.999, 12.799575780077411, 2.2516474172057355],
  [57.25, 173.36191283062723, 4.0386685933571265],
  [5000.243, 37584.69597523545, 8.51714179176205],
  [1e8, 1742068066.1038346, 18.420680738952363],
] as const;

/**
 * r, alpha, a, b; x, age, t; and the expected orders of one who is a customer still by the published formula with ₂F₁ to sixty
 * digits: also at a near 1, where the formula is 0 ÷ 0, at a + b < 1, with much or nothing of the dropout known, and after
 * thousands of orders.
 */
const BGNBD = [
  [0.243, 4.414, 0.793, 2.426, 0, 0, 52, 1.4460505953964038],
  [0.243, 4.414, 0.793, 2.426, 0, 38.86, 39, 0.19509805201126265],
  [0.243, 4.414, 0.793, 2.426, 2, 38.86, 39, 1.687399305805313],
  [0.243, 4.414, 0.793, 2.426, 26, 31, 52, 26.584559702377586],
  [0.5, 2, 0.3, 0.4, 0, 0, 520, 21.513950148653198],
  [0.5, 0.05, 0.3, 2, 0, 0, 100, 174.99253971304634],
  [3, 1, 2.5, 40, 5000, 100, 52, 1551.3001423473756],
  [0.8, 10, 1.0000001, 2.5, 3, 20, 52, 4.269280096335282],
  [50, 10, 1, 2, 0, 10, 52, 8.885132153840882],
  [50, 10, 1, 2, 40, 10, 5, 18.0499659835624],
  [0.8, 10, 1000, 3000, 3, 20, 52, 2.9836276370890817],
  [0.8, 10, 0.001, 5, 3, 20, 52, 6.584073078780231],
  [2, 5, 20, 3000, 1200, 150, 52, 182.82498525217977],
  [0.8, 1, 1.5, 1, 5000, 0.125, 37.75, 8301.2300627898],
  [0.3, 4, 0.8, 2.5, 1, 30, 1 / 7, 0.005457282257291324],
] as const;

/**
 * alpha, n; beta, m; from, to; and ln of the difference of the two ₂F₁ to eighty digits, divided by n + m − 1: also for z
 * next to 1, for orders in the thousands and for times next to each other, where the two agree to nearly all their digits.
 */
const LEAVING = [
  [10.578, 0.553, 11.669, 1.606, 0, 38.86, -3.163441491649038],
  [10.578, 2.553, 11.669, 1.606, 30.43, 38.86, -13.7283434712304],
  [10.578, 26.553, 11.669, 1.606, 30.86, 31, -106.92462077872922],
  [11.669, 0.553, 2.5, 1.606, 0, 38.86, -1.811421702071909],
  [50, 0.553, 0.001, 1.2, 0, 104, 0.7026125545584996],
  [0.001, 0.553, 50, 1.2, 0, 104, -2.254563006233933],
  [0.02, 3.3, 4000, 200, 10, 104, -1665.712420433437],
  [10, 5000.5, 12, 1.6, 103.9, 104, -23690.37095682773],
  [10, 5000.5, 12, 1.6, 50, 104, -20484.79645669432],
  [12, 5000.5, 0.5, 1.6, 1, 104, -12832.632915543545],
  [5, 300, 8, 40, 20, 20.142857142857142, -1101.706090304035],
  [1e-6, 0.2, 1e6, 3, 0, 52, -38.06246313520951],
  [1e4, 1e3, 1e-2, 1.5, 0, 500, -9207.400255663319],
  [10, 2.5, 10, 1.6, 3, 30, -9.11390436959574],
] as const;

const moments = (): Moments => ({ mean: 0, square: 0, slope: new Float64Array(4) });
const nothing = () => ({ log: 0, logAlpha: 0, inverseAlpha: 0, logBeta: 0, inverseBeta: 0 });

describe('functions of the value models against many digits', () => {
  it.each(GAMMA)('ln Γ and its slope at %f', (x, log, slope) => {
    expect(Math.abs(logGamma(x) - log)).toBeLessThan(1e-14 * Math.max(1, Math.abs(log)));
    expect(Math.abs(digamma(x) - slope)).toBeLessThan(1e-14 * Math.max(1, Math.abs(slope)));
  });

  it.each(BGNBD)('BG/NBD %f %f %f %f: orders after %f in %f weeks', (r, alpha, a, b, x, age, t, orders) => {
    const into = moments();
    bgnbd.at([r, alpha, a, b]).orders(x, age, t, into);
    expect(Math.abs(into.mean / orders - 1)).toBeLessThan(1e-11);
  });

  it.each(LEAVING)(
    'Pareto/NBD alpha %f, %f, beta %f, %f: leaving from %f to %f',
    (alpha, n, beta, m, from, to, log) => {
      const into = nothing();
      leaving(alpha, n, beta, m, from, to, into);
      expect(Math.abs(into.log - log)).toBeLessThan(1e-12 * Math.max(1, Math.abs(log)));
    },
  );

  it('the inverse of a matrix undoes it, and one that is not positive definite has none', () => {
    const matrix = Float64Array.of(4, 1, 0.5, 1, 3, -0.2, 0.5, -0.2, 0.01 + 0.0963);
    const back = times(inverse(matrix, 3)!, times(matrix, Float64Array.of(1, -2, 3)));
    [1, -2, 3].forEach((entry, j) => expect(back[j]).toBeCloseTo(entry, 10));
    expect(inverse(Float64Array.of(1, 2, 2, 1), 2)).toBeNull();
    expect(inverse(Float64Array.of(1, 1, 1, 1), 2)).toBeNull();
  });
});

const history = fc
  .record({
    x: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constantFrom(400, 5000)),
    age: fc.double({ min: 0.1, max: 500, noNaN: true }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ x, age, share }) => ({ x, age, t_x: x === 0 ? 0 : age * share }));
const size = (low: number, high: number) =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);
const parameters = fc.tuple(size(0.02, 20), size(0.05, 200), size(0.02, 20), size(0.05, 200));
const MODELS: [string, LifetimeModel][] = [
  ['BG/NBD', bgnbd],
  ['Pareto/NBD', pnbd],
];

describe.each(MODELS)('%s at any parameters', (_, model) => {
  it('has a finite log-likelihood, and slopes that are those of its values', () => {
    fc.assert(
      fc.property(parameters, fc.array(history, { minLength: 1, maxLength: 5 }), (at, histories) => {
        const rows: Rows = {
          x: Float64Array.from(histories, ({ x }) => x),
          t_x: Float64Array.from(histories, ({ t_x }) => t_x),
          age: Float64Array.from(histories, ({ age }) => age),
          weight: Float64Array.from(histories, (_, row) => row + 1),
        };
        const objective = likelihood(model, rows);
        const point = Float64Array.from(at, Math.log);
        const gradient = new Float64Array(4);
        const value = objective(point, gradient);
        expect(Number.isFinite(value)).toBe(true);
        gradient.forEach((slope, j) => {
          const [up, down] = [1e-4, -1e-4].map((step) =>
            objective(
              point.map((coordinate, i) => (i === j ? coordinate + step : coordinate)),
              new Float64Array(4),
            ),
          ) as [number, number];
          expect(Math.abs((up - down) / 2e-4 - slope)).toBeLessThan(1e-5 * (1 + Math.abs(value)));
        });
      }),
    );
  });

  it('keeps probabilities between 0 and 1, and expects more orders of a longer time', () => {
    fc.assert(
      fc.property(parameters, history, size(0.1, 100), (at, { x, t_x, age }, weeks) => {
        const fitted = model.at(at);
        const stays = alive(fitted, x, t_x, age, new Float64Array(4));
        expect(stays).toBeGreaterThanOrEqual(0);
        expect(stays).toBeLessThanOrEqual(1);
        const [short, long] = [moments(), moments()];
        fitted.orders(x, age, weeks, short);
        fitted.orders(x, age, 1.5 * weeks, long);
        expect(short.mean).toBeGreaterThan(0);
        expect(long.mean).toBeGreaterThanOrEqual(short.mean * (1 - 1e-9));
        expect(short.square).toBeGreaterThanOrEqual(Math.max(short.mean ** 2, short.mean) * (1 - 1e-6));
      }),
    );
  });

  it('has slopes of forecasts and of ln P(alive) that are those of their values', () => {
    fc.assert(
      fc.property(parameters, history, size(0.5, 60), (at, { x, t_x, age }, weeks) => {
        const [into, staying] = [moments(), new Float64Array(4)];
        const stays = alive(model.at(at), x, t_x, age, staying);
        model.at(at).orders(x, age, weeks, into);
        fc.pre(stays > 1e-12 && stays < 1 - 1e-6);
        for (let j = 0; j < 4; j++) {
          const step = 1e-5 * at[j]!;
          const [up, down] = [step, -step].map((by) => {
            const near = model.at(at.map((parameter, i) => (i === j ? parameter + by : parameter)));
            const there = moments();
            near.orders(x, age, weeks, there);
            return [Math.log(there.mean), Math.log(alive(near, x, t_x, age, new Float64Array(4)))];
          }) as [[number, number], [number, number]];
          const close = (slope: number, k: 0 | 1) =>
            expect(Math.abs(at[j]! * slope - (up[k] - down[k]) / 2e-5)).toBeLessThan(
              1e-4 * (1 + Math.abs(at[j]! * slope)),
            );
          close(into.slope[j]!, 0);
          close(staying[j]!, 1);
        }
      }),
    );
  });
});

describe('Pareto/NBD for all the future', () => {
  it('expects at a discount what the sum over short times discounted one by one comes to', () => {
    const model = pnbd.at([0.553, 10.578, 0.606, 11.669]) as Endless;
    const into = moments();
    for (const [x, age, rate] of [
      [2, 38, 0.01],
      [0, 0, 0.002],
      [30, 400, 0.05],
    ] as const) {
      let [sum, before] = [0, 0];
      for (let week = 0.05; week < 40 / rate; week += 0.05) {
        model.orders(x, age, week, into);
        sum += (into.mean - before) * Math.exp(-rate * (week - 0.025));
        before = into.mean;
      }
      expect(model.residual(x, age, rate) / sum).toBeCloseTo(1, 6);
    }
    expect(model.residual(2, 38, 0)).toBe(Infinity);
  });
});
