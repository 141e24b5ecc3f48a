import { studentTail } from './tails.ts';

/** The 97.5 % point of the normal distribution: intervals reach so many standard errors to either side. */
export const WIDTH = 1.959963984540054;

/** A figure with its 95 % interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** A figure with a standard error. */
export function estimate(value: number, error: number): Estimate {
  return { value, low: value - WIDTH * error, high: value + WIDTH * error };
}

/** A share of `n` > 0 with Wilson's interval, which stays between 0 and 1. */
export function share(count: number, n: number): Estimate {
  const value = count / n;
  const square = WIDTH ** 2 / n;
  const middle = (value + square / 2) / (1 + square);
  const half = (WIDTH * Math.sqrt((value * (1 - value)) / n + square / (4 * n))) / (1 + square);
  return {
    value,
    low: Math.max(0, Math.min(value, middle - half)),
    high: Math.min(1, Math.max(value, middle + half)),
  };
}

/** How many values there are, their sum and the sum of their squares. */
export interface Sums {
  n: number;
  sum: number;
  squares: number;
}

/** The mean with the interval of its standard error; `n` > 1. */
export function mean(sums: Sums): Estimate {
  return estimate(sums.sum / sums.n, Math.sqrt(variance(sums) / sums.n));
}

/** Welch's test of equal means: t, its degrees of freedom and the two-sided p; null where nothing varies. */
export function welch(one: Sums, other: Sums): { t: number; freedom: number; p: number } | null {
  const [u, v] = [variance(one) / one.n, variance(other) / other.n];
  if (!(u + v > 0)) return null;
  const t = (one.sum / one.n - other.sum / other.n) / Math.sqrt(u + v);
  const freedom = (u + v) ** 2 / (u ** 2 / (one.n - 1) + v ** 2 / (other.n - 1));
  return { t, freedom, p: Math.min(1, 2 * studentTail(Math.abs(t), freedom)) };
}

function variance({ n, sum, squares }: Sums): number {
  return Math.max(0, squares - sum ** 2 / n) / (n - 1);
}
