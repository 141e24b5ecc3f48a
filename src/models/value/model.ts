import type { Rows } from './distinct.ts';

/** The orders of a customer who is one still: their mean, their mean square, and the slopes of ln(mean). */
export interface Moments {
  mean: number;
  square: number;
  slope: Float64Array;
}

/**
 * A model of orders and leaving at given parameters. Times are in weeks. Each function that has a `slope` writes into it how
 * its result changes with each parameter.
 *
 * The likelihood of a history is exp(ofCount + ofStaying) · (1 + odds), where `odds` are those of having left; so the
 * probability of being a customer still is 1 ÷ (1 + odds).
 */
export interface Lifetimes {
  parameters: readonly number[];
  /** The part of the log-likelihood that depends on the number of repeat orders alone. */
  ofCount(x: number, slope: Float64Array): number;
  /** The part of the log-likelihood that depends on the age as well, of a customer who is one still. */
  ofStaying(x: number, age: number, slope: Float64Array): number;
  /** ln of the odds that the customer has left; −∞ when that cannot be. */
  logOdds(x: number, t_x: number, age: number, slope: Float64Array): number;
  /** Orders in the next `t` weeks of one who is a customer still; of a new one at x = 0, age = 0. Slopes of ln(mean). */
  orders(x: number, age: number, t: number, into: Moments): void;
}

/** A model to be fitted. */
export interface LifetimeModel {
  names: readonly string[];
  at(parameters: readonly number[]): Lifetimes;
  /** Points to begin the search at. */
  starts(rows: Rows): number[][];
}

/** The probability that the customer is one still, and the slopes of its logarithm. */
export function alive(model: Lifetimes, x: number, t_x: number, age: number, slope: Float64Array): number {
  const odds = Math.exp(model.logOdds(x, t_x, age, slope));
  const left = odds === Infinity ? 1 : odds / (1 + odds);
  for (let j = 0; j < slope.length; j++) slope[j]! *= -left;
  return 1 / (1 + odds);
}
