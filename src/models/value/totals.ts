import { type Ahead, Z } from './forecast.ts';
import { product } from './matrix.ts';
import type { Spend } from './spend.ts';
import type { GroupTotal, Interval } from './types.ts';

/** What totals are made of; `spend` is null when there is none to go with the orders. */
export interface Parts {
  rowOf: Uint32Array;
  /** The orders in each horizon, and last the discounted ones. */
  ahead: readonly Ahead[];
  covariance: Float64Array;
  spend: { of: Spend; covariance: Float64Array } | null;
}

/**
 * The totals of each group, the groups counted from 0 and −1 left out. The variance of a total is that of the parameters, by the
 * delta method on the sum, and the sum of the variances of what each customer does, who are independent of each other given the
 * parameters. A customer's revenue is a random number of orders around a mean of the customer's own that is not known either. The
 * interval is that of the lognormal distribution of the same mean and variance, which is our approximation: a total has a longer
 * tail upwards and is never below 0.
 */
export function totals(parts: Parts, groups: Int32Array | null, count: number): GroupTotal[] {
  const { rowOf, ahead, covariance, spend } = parts;
  const k = Math.sqrt(covariance.length);
  const sums = Array.from({ length: count }, () => ({
    customers: 0,
    orders: ahead.map(() => new Sum(k)),
    revenue: ahead.map(() => new Sum(k + 3)),
  }));
  for (let customer = 0; customer < rowOf.length; customer++) {
    const group = sums[groups ? groups[customer]! : 0];
    if (!group) continue;
    group.customers++;
    const row = rowOf[customer]!;
    for (let at = 0; at < ahead.length; at++) {
      const { mean, variance, slope, worth } = ahead[at]!;
      const orders = mean[row]!;
      if (!(orders > 0)) continue;
      const sum = group.orders[at]!;
      sum.add(orders, variance[row]!);
      sum.bend(orders, slope, row, k, 0);
      if (!spend) continue;
      const { of } = spend;
      const revenue = orders * of.mean[customer]!;
      const chance =
        worth[row]! * orders * of.within[customer]! +
        (variance[row]! + orders ** 2) * of.square[customer]! -
        revenue ** 2;
      const money = group.revenue[at]!;
      money.add(revenue, chance);
      money.bend(revenue, slope, row, k, 0);
      money.bend(revenue, of.slope, customer, 3, k);
    }
  }
  return sums.map(({ customers, orders, revenue }) => {
    const inMoney = revenue.map((sum) => {
      if (!spend) return null;
      const [ofOrders, ofSpend] = [sum.slope.subarray(0, k), sum.slope.subarray(k)];
      return sum.interval(
        product(ofOrders, covariance, ofOrders) + product(ofSpend, spend.covariance, ofSpend),
      );
    });
    return {
      customers,
      orders: orders.slice(0, -1).map((sum) => sum.interval(product(sum.slope, covariance, sum.slope))),
      revenue: inMoney.slice(0, -1),
      clv: inMoney.at(-1)!,
    };
  });
}

/** A sum over customers: its value, the variance of what they do, and its slopes in the logarithms of the parameters. */
class Sum {
  value = 0;
  variance = 0;
  readonly slope: Float64Array;

  constructor(slopes: number) {
    this.slope = new Float64Array(slopes);
  }

  add(value: number, variance: number): void {
    this.value += value;
    this.variance += variance;
  }

  /** Adds the slopes of a value; `slopes` are those of its logarithm, `count` of them a place. */
  bend(value: number, slopes: Float64Array, place: number, count: number, into: number): void {
    for (let j = 0; j < count; j++) this.slope[into + j]! += value * slopes[place * count + j]!;
  }

  interval(ofParameters: number): Interval {
    const { value } = this;
    if (!(value > 0)) return { value, low: 0, high: 0 };
    const sigma = Math.sqrt(Math.log1p((this.variance + ofParameters) / value ** 2));
    const middle = value * Math.exp(-(sigma ** 2) / 2);
    return { value, low: middle * Math.exp(-Z * sigma), high: middle * Math.exp(Z * sigma) };
  }
}
