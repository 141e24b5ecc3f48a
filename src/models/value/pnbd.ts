import { typical } from './distinct.ts';
import { digamma, logGamma } from './gamma.ts';
import { type Leaving, leaving } from './leaving.ts';
import type { LifetimeModel, Lifetimes, Moments } from './model.ts';

/**
 * Pareto/NBD (Schmittlein, Morrison & Colombo 1987, as written by Fader & Hardie 2005): orders come at a rate that differs between
 * customers as a gamma distribution (r, alpha), and customers leave at a rate that differs as one (s, beta).
 */
export const pnbd: LifetimeModel = {
  names: ['r', 'alpha', 's', 'beta'],
  at: (parameters) => new ParetoNbd(parameters),
  starts: (rows) => {
    const { rate, age } = typical(rows);
    return [0.3, 1, 3].flatMap((r) => [
      [r, r / (2 * rate), 0.6, age / 2],
      [r, r / (1.2 * rate), 1.5, 4 * age],
    ]);
  },
};

/** A forecast of all the future, as `Lifetimes.orders` is one of the next weeks. */
export interface Endless extends Lifetimes {
  /** Orders of one who is a customer still in all the future, discounted continuously by `rate` a week. */
  residual(x: number, age: number, rate: number): number;
}

export function isEndless(model: Lifetimes): model is Endless {
  return 'residual' in model;
}

class ParetoNbd implements Endless {
  readonly parameters: readonly number[];
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
  readonly #left: Leaving = { log: 0, logAlpha: 0, inverseAlpha: 0, logBeta: 0, inverseBeta: 0 };

  constructor(parameters: readonly number[]) {
    const [r, alpha, s, beta] = parameters as [number, number, number, number];
    this.parameters = parameters;
    this.r = r;
    this.alpha = alpha;
    this.s = s;
    this.beta = beta;
  }

  ofCount(x: number, slope: Float64Array): number {
    const { r, alpha, s, beta } = this;
    slope[0] = digamma(r + x) - digamma(r) + Math.log(alpha);
    slope[1] = r / alpha;
    slope[2] = Math.log(beta);
    slope[3] = s / beta;
    return logGamma(r + x) - logGamma(r) + r * Math.log(alpha) + s * Math.log(beta);
  }

  ofStaying(x: number, age: number, slope: Float64Array): number {
    const { r, alpha, s, beta } = this;
    slope[0] = -Math.log(alpha + age);
    slope[1] = -(r + x) / (alpha + age);
    slope[2] = -Math.log(beta + age);
    slope[3] = -s / (beta + age);
    return (r + x) * slope[0] + s * slope[2];
  }

  logOdds(x: number, t_x: number, age: number, slope: Float64Array): number {
    const { r, alpha, s, beta } = this;
    if (!(t_x < age)) {
      slope.fill(0);
      return -Infinity;
    }
    const left = this.#left;
    leaving(alpha, r + x, beta, s + 1, t_x, age, left);
    const [logAlpha, logBeta] = [Math.log(alpha + age), Math.log(beta + age)];
    slope[0] = logAlpha - left.logAlpha;
    slope[1] = (r + x) * (1 / (alpha + age) - left.inverseAlpha);
    slope[2] = 1 / s + logBeta - left.logBeta;
    slope[3] = s / (beta + age) - (s + 1) * left.inverseBeta;
    return Math.log(s) + left.log + (r + x) * logAlpha + s * logBeta;
  }

  /**
   * Rate and lifetime are independent of each other, so that the mean is E[rate] · ∫₀ᵗ P(still a customer at u) du, and the mean
   * square needs the same integral of 2u · P besides.
   */
  orders(x: number, age: number, t: number, into: Moments): void {
    const { r, alpha, s, beta } = this;
    if (!(t > 0)) {
      into.mean = into.square = 0;
      into.slope.fill(0);
      return;
    }
    const from = beta + age;
    const log = Math.log1p(t / from);
    const power = (1 - s) * log;
    const weeks = log * mean(power);
    const rate = (r + x) / (alpha + age);
    into.mean = rate * from * weeks;
    const squared = 2 * from * from * (log * mean((2 - s) * log) - weeks);
    into.square = into.mean + rate * ((r + x + 1) / (alpha + age)) * squared;
    into.slope[0] = 1 / (r + x);
    into.slope[1] = -1 / (alpha + age);
    into.slope[2] = (-log * log * meanSlope(power)) / weeks;
    into.slope[3] = 1 / from - (Math.exp(power) * t) / (from * (from + t)) / weeks;
  }

  residual(x: number, age: number, rate: number): number {
    const { r, alpha, s, beta } = this;
    const from = beta + age;
    const weeks =
      rate > 0 ? from * scaledExponentialIntegral(s, rate * from) : s > 1 ? from / (s - 1) : Infinity;
    return ((r + x) / (alpha + age)) * weeks;
  }
}

/** The mean of e^(p·u) for u from 0 to 1. */
function mean(p: number): number {
  return p === 0 ? 1 : Math.expm1(p) / p;
}

/** The slope of that mean, by its series where the difference would cancel. */
function meanSlope(p: number): number {
  return Math.abs(p) < 1e-3 ? 0.5 + p / 3 + (p * p) / 8 : (p * Math.exp(p) - Math.expm1(p)) / (p * p);
}

/** ∫₁^∞ e^(z − z·u) u^−s du for z > 0, by its continued fraction as Lentz evaluates it. */
function scaledExponentialIntegral(s: number, z: number): number {
  let b = z + s;
  let c = Infinity;
  let d = 1 / b;
  let value = d;
  for (let i = 1; i < 100_000; i++) {
    const a = -i * (s - 1 + i);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return value;
}
