import type { Distinct, Rows } from './distinct.ts';
import { product } from './matrix.ts';
import { alive, type Lifetimes, type Moments } from './model.ts';

/** Expected orders of every row: their mean, the slopes of its logarithm in the logarithms of the parameters, the variance. */
export interface Ahead {
  mean: Float64Array;
  slope: Float64Array;
  /** The variance of one customer's orders, the parameters taken as known. */
  variance: Float64Array;
  /** What an order of the span is worth on average. */
  worth: Float64Array;
}

/** Weeks after which orders are counted, and what an order in the span before each is worth now; all 1 for a plain count. */
export interface Span {
  weeks: readonly number[];
  worth: readonly number[];
}

/** The probability of each row of being a customer still, and the orders expected in each span. */
export interface Forecast {
  alive: Float64Array;
  ahead: Ahead[];
}

/**
 * What the model expects of the rows. The variance is exact for a span whose orders are all worth 1; for discounted ones it is that
 * of their number, scaled by the square of their mean worth.
 */
export function forecast(model: Lifetimes, { x, t_x, age }: Rows, spans: readonly Span[]): Forecast {
  const k = model.parameters.length;
  const rows = x.length;
  const result: Forecast = {
    alive: new Float64Array(rows),
    ahead: spans.map(() => ({
      mean: new Float64Array(rows),
      slope: new Float64Array(rows * k),
      variance: new Float64Array(rows),
      worth: new Float64Array(rows),
    })),
  };
  const staying = new Float64Array(k);
  let orders: (Moments & { worth: number })[] = [];
  for (let row = 0; row < rows; row++) {
    if (row === 0 || x[row] !== x[row - 1] || age[row] !== age[row - 1])
      orders = spans.map((span) => within(model, x[row]!, age[row]!, span));
    const stays = alive(model, x[row]!, t_x[row]!, age[row]!, staying);
    result.alive[row] = stays;
    for (const [at, { mean, square, slope, worth }] of orders.entries()) {
      const ahead = result.ahead[at]!;
      ahead.mean[row] = stays * mean;
      ahead.variance[row] = stays * square - (stays * mean) ** 2;
      ahead.worth[row] = worth;
      for (let j = 0; j < k; j++) ahead.slope[row * k + j] = (staying[j]! + slope[j]!) * model.parameters[j]!;
    }
  }
  return result;
}

/** Each customer's figure, with a 95 % interval for the parameters not being known exactly, by the delta method in logarithms. */
export function spread({ mean, slope }: Ahead, { rowOf }: Pick<Distinct, 'rowOf'>, covariance: Float64Array) {
  const k = Math.sqrt(covariance.length);
  const factor = mean.map((_, row) => {
    const own = slope.subarray(row * k, row * k + k);
    return Math.exp(Z * Math.sqrt(product(own, covariance, own)));
  });
  const perCustomer = (of: (row: number) => number) => Float64Array.from(rowOf, of);
  return {
    value: perCustomer((row) => mean[row]!),
    low: perCustomer((row) => mean[row]! / factor[row]!),
    high: perCustomer((row) => mean[row]! * factor[row]!),
  };
}

/** The 0.975 quantile of the normal distribution. */
export const Z = 1.959963984540054;

/** The orders of one who is a customer still, each counted by its worth. */
function within(
  model: Lifetimes,
  x: number,
  age: number,
  { weeks, worth }: Span,
): Moments & { worth: number } {
  const k = model.parameters.length;
  const upTo: Moments = { mean: 0, square: 0, slope: new Float64Array(k) };
  const slope = new Float64Array(k);
  let mean = 0;
  for (let at = 0; at < weeks.length; at++) {
    model.orders(x, age, weeks[at]!, upTo);
    const change = (worth[at]! - (worth[at + 1] ?? 0)) * upTo.mean;
    mean += change;
    for (let j = 0; j < k; j++) slope[j]! += change * upTo.slope[j]!;
  }
  const typical = upTo.mean > 0 ? mean / upTo.mean : 1;
  return {
    mean,
    square: upTo.square * typical ** 2,
    slope: mean > 0 ? slope.map((sum) => sum / mean) : slope,
    worth: typical,
  };
}
