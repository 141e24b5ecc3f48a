import { typical } from './distinct.ts';
import { digamma, logGamma } from './gamma.ts';
import type { LifetimeModel, Lifetimes, Moments } from './model.ts';
import { Steps } from './steps.ts';

/**
 * BG/NBD (Fader, Hardie & Lee 2005): orders come at a rate that differs between customers as a gamma distribution (r, alpha),
 * and after each order the customer leaves with a probability that differs as a beta distribution (a, b).
 */
export const bgnbd: LifetimeModel = {
  names: ['r', 'alpha', 'a', 'b'],
  at: (parameters) => new BgNbd(parameters),
  starts: (rows) => {
    const { rate } = typical(rows);
    return [0.3, 1, 3].flatMap((r) => [
      [r, r / (2 * rate), 0.8, 2.5],
      [r, r / (1.2 * rate), 0.5, 10],
    ]);
  },
};

class BgNbd implements Lifetimes {
  readonly parameters: readonly number[];
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  readonly #logGammas: readonly [r: number, ab: number, b: number];
  readonly #digammas: readonly [r: number, ab: number, b: number];
  #steps: Steps | null = null;

  constructor(parameters: readonly number[]) {
    const [r, alpha, a, b] = parameters as [number, number, number, number];
    this.parameters = parameters;
    this.r = r;
    this.alpha = alpha;
    this.a = a;
    this.b = b;
    this.#logGammas = [logGamma(r), logGamma(a + b), logGamma(b)];
    this.#digammas = [digamma(r), digamma(a + b), digamma(b)];
  }

  ofCount(x: number, slope: Float64Array): number {
    const { r, alpha, a, b } = this;
    const [ofR, ofAb, ofB] = this.#logGammas;
    const [slopeR, slopeAb, slopeB] = this.#digammas;
    const rest = digamma(a + b + x);
    slope[0] = digamma(r + x) - slopeR + Math.log(alpha);
    slope[1] = r / alpha;
    slope[2] = slopeAb - rest;
    slope[3] = digamma(b + x) - slopeB + slopeAb - rest;
    return logGamma(r + x) - ofR + r * Math.log(alpha) + logGamma(b + x) - ofB + ofAb - logGamma(a + b + x);
  }

  ofStaying(x: number, age: number, slope: Float64Array): number {
    const log = Math.log(this.alpha + age);
    slope[0] = -log;
    slope[1] = -(this.r + x) / (this.alpha + age);
    slope[2] = 0;
    slope[3] = 0;
    return -(this.r + x) * log;
  }

  logOdds(x: number, t_x: number, age: number, slope: Float64Array): number {
    const { r, alpha, a, b } = this;
    if (x === 0) {
      slope.fill(0);
      return -Infinity;
    }
    const ratio = Math.log1p((age - t_x) / (alpha + t_x));
    slope[0] = ratio;
    slope[1] = (r + x) * (1 / (alpha + age) - 1 / (alpha + t_x));
    slope[2] = 1 / a;
    slope[3] = -1 / (b + x - 1);
    return (r + x) * ratio + Math.log(a / (b + x - 1));
  }

  /**
   * The published expectation, written as a sum in which nothing cancels: orders end with whichever comes first, the time or
   * the customer's leaving, so that their mean is Σ P(n orders if none left) · Σ_{k<n} P(stays after k orders), the former negative
   * binomial with r + x and z = t ÷ (alpha + age + t), the latter (b + x)_k ÷ (a + b + x)_k. It equals (a + b + x − 1) ÷ (a − 1) ·
   * [1 − (1 − z)^(r + x) · ₂F₁(r + x, b + x; a + b + x − 1; z)], also where that is 0 ÷ 0 and where ₂F₁ is beyond the range of
   * numbers.
   */
  orders(x: number, age: number, t: number, into: Moments): void {
    if (!(t > 0)) {
      into.mean = into.square = 0;
      into.slope.fill(0);
      return;
    }
    if (this.#steps?.x !== x) this.#steps = new Steps(this.parameters, x);
    const from = this.alpha + age;
    this.#steps.average(t / (from + t), into);
    const [ofLog, ofCount] = into.slope as unknown as [number, number];
    into.slope[0] = ofLog - Math.log1p(t / from);
    into.slope[1] = ((this.r + x) * t) / (from * (from + t)) - ofCount / (from + t);
  }
}
