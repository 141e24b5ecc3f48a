import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holm } from '../../src/mining/correction.ts';
import { estimate, mean, share, welch, WIDTH } from '../../src/models/statistics/estimates.ts';
import { weightedHolm } from '../../src/models/statistics/holm.ts';
import { normalTail, studentTail } from '../../src/models/statistics/tails.ts';

const relative = (value: number, expected: number) => Math.abs(value / expected - 1);

describe('the tail of the normal distribution', () => {
  it.each([
    [0, 0.5],
    [1, 0.15865525393145705],
    [1.959963984540054, 0.025],
    [3, 0.0013498980316300946],
    [5, 2.866515718791939e-7],
    [10, 7.619853024160527e-24],
    [20, 2.7536241186062337e-89],
    [-2, 0.9772498680518208],
  ])('beyond %f is %g', (z, expected) => {
    expect(relative(normalTail(z), expected)).toBeLessThan(1e-12);
  });

  it('falls, and joins where one formula gives way to the other', () =>
    fc.assert(
      fc.property(fc.double({ min: -5, max: 8, noNaN: true }), (z) => {
        expect(normalTail(z)).toBeGreaterThan(normalTail(z + 1e-3));
        expect(normalTail(z) + normalTail(-z)).toBeCloseTo(1, 14);
      }),
    ));
});

describe("the tail of Student's t", () => {
  const CLOSED: Record<number, (t: number) => number> = {
    1: (t) => 0.5 - Math.atan(t) / Math.PI,
    2: (t) => 0.5 - t / (2 * Math.sqrt(2 + t * t)),
    3: (t) => {
      const u = t / Math.sqrt(3);
      return 0.5 - (u / (1 + u * u) + Math.atan(u)) / Math.PI;
    },
  };

  it('has its closed forms', () =>
    fc.assert(
      fc.property(
        fc.double({ min: -30, max: 30, noNaN: true }),
        fc.constantFrom(1, 2, 3),
        (t, freedom) =>
          void expect(Math.abs(studentTail(t, freedom) - CLOSED[freedom]!(t))).toBeLessThan(1e-12),
      ),
    ));

  it.each([
    [12.706204736432095, 1],
    [2.085963447265837, 20],
    [2.0422724563012373, 30],
  ])('leaves 2.5 %% beyond %f with %f degrees of freedom', (t, freedom) => {
    expect(relative(studentTail(t, freedom), 0.025)).toBeLessThan(1e-9);
  });

  it.each([
    [3.4, 40],
    [1.3, 7.5],
    [6, 12.25],
  ])('beyond %f with %f degrees of freedom is the area under its density', (t, freedom) => {
    expect(relative(studentTail(t, freedom), integrated(t, freedom))).toBeLessThan(1e-7);
  });

  it('is the normal one in the end', () => {
    expect(relative(studentTail(4, 1e9), normalTail(4))).toBeLessThan(1e-6);
  });
});

describe('the weighted adjustment of Holm', () => {
  const tests = fc.array(
    fc.record({ p: fc.double({ min: 1e-6, max: 1, noNaN: true }), w: fc.integer({ min: 1, max: 9 }) }),
    { minLength: 1, maxLength: 6 },
  );

  it('is the ordinary one when all weigh the same', () =>
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (p) => {
        const ordinary = holm(Float64Array.from(p), p.length);
        weightedHolm(
          p,
          p.map(() => 1 / p.length),
        ).forEach((value, i) => expect(value).toBeCloseTo(ordinary[i]!, 12));
      }),
    ));

  it('calls true what every intersection of hypotheses with it rejects', () =>
    fc.assert(
      fc.property(tests, fc.double({ min: 0.01, max: 0.2, noNaN: true }), (data, level) => {
        const all = data.reduce((sum, { w }) => sum + w, 0);
        const weights = data.map(({ w }) => w / all);
        const adjusted = weightedHolm(
          data.map(({ p }) => p),
          weights,
        );
        data.forEach((_, i) => {
          if (Math.abs(adjusted[i]! - level) < 1e-9) return;
          expect(adjusted[i]! < level).toBe(closedTest(data, i, level));
        });
      }),
    ));

  function closedTest(data: readonly { p: number; w: number }[], i: number, level: number): boolean {
    for (let set = 0; set < 2 ** data.length; set++) {
      if (!(set & (1 << i))) continue;
      const members = data.filter((_, j) => set & (1 << j));
      const total = members.reduce((sum, { w }) => sum + w, 0);
      if (!members.some(({ p, w }) => p <= (level * w) / total)) return false;
    }
    return true;
  }
});

describe('estimates', () => {
  it("Wilson's interval ends where the share is so many standard errors away", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const count = Math.round(part * n);
        const { value, low, high } = share(count, n);
        expect(value).toBe(count / n);
        for (const end of [low, high].filter((one) => one > 1e-12 && one < 1 - 1e-12))
          expect(Math.abs(value - end)).toBeCloseTo(WIDTH * Math.sqrt((end * (1 - end)) / n), 10);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
      }),
    ));

  it("Welch's test compares means as its definition says", () => {
    const one = [3, 5, 8, 13, 21];
    const other = [1, 2, 2, 4];
    const tested = welch(sums(one), sums(other))!;
    const [u, v] = [208 / 4 / 5, 4.75 / 3 / 4];
    expect(tested.t).toBeCloseTo((10 - 2.25) / Math.sqrt(u + v), 12);
    expect(tested.freedom).toBeCloseTo((u + v) ** 2 / (u ** 2 / 4 + v ** 2 / 3), 12);
    expect(tested.p).toBeCloseTo(2 * integrated(tested.t, tested.freedom), 9);
    expect(mean(sums(one)).value).toBe(10);
    expect(mean(sums(one)).high - 10).toBeCloseTo(WIDTH * Math.sqrt(52 / 5), 10);
    expect(estimate(10, 2).low).toBeCloseTo(10 - 2 * WIDTH, 12);
    expect(welch(sums([2, 2]), sums([2, 2]))).toBeNull();
  });
});

function sums(values: readonly number[]) {
  const sum = values.reduce((all, value) => all + value, 0);
  return { n: values.length, sum, squares: values.reduce((all, value) => all + value * value, 0) };
}

/** The tail of t by Simpson's rule, over its density made from products alone. */
function integrated(t: number, freedom: number): number {
  const density = (x: number) => (1 + (x * x) / freedom) ** (-(freedom + 1) / 2);
  const over = (from: number, to: number, steps: number) => {
    const width = (to - from) / steps;
    let sum = 0;
    for (let i = 0; i <= steps; i++)
      sum += density(from + i * width) * (i === 0 || i === steps ? 1 : i % 2 ? 4 : 2);
    return (sum * width) / 3;
  };
  const half = over(0, 50, 200_000) + far(50);
  return (half - over(0, t, 20_000)) / (2 * half);

  /** Beyond x the density is x^(−ν − 1) ν^((ν + 1) / 2) but for a factor near 1, expanded to its third term. */
  function far(x: number): number {
    const e = (freedom + 1) / 2;
    const term = (k: number, factor: number) =>
      (factor * freedom ** (e + k) * x ** (-freedom - 2 * k)) / (freedom + 2 * k);
    return term(0, 1) - term(1, e) + term(2, (e * (e + 1)) / 2);
  }
}
