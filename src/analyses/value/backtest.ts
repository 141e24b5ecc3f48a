import type { Backtest, ModelName } from '../../models/value/types.ts';
import { ownSpend, pastRate, product } from './forecast.ts';
import type { WeekRow } from './value.ts';

/** The naive forecasts: the past rate goes on, the last period comes again, nobody comes back. */
export const NAIVE = ['past_rate', 'last_period', 'nobody'] as const;
export type ForecastName = ModelName | (typeof NAIVE)[number];

/** Customers at the split, one place a customer, and what they did in the `weeks` after it. */
export interface Held {
  x: Float64Array;
  t_x: Float64Array;
  age: Float64Array;
  spend: Float64Array;
  revenue: Float64Array;
  x_lately: Float64Array;
  x_holdout: Float64Array;
  spend_holdout: Float64Array;
}

/** How far a forecast was off: in all as a share of what came, and per customer. */
export interface ErrorRow {
  forecast: ForecastName;
  predicted: number;
  actual: number;
  /** (predicted − actual) ÷ actual; null when nothing came. */
  total_error: number | null;
  /** Mean absolute and root mean squared error in purchases per customer. */
  mae: number;
  rmse: number;
  predicted_revenue: number;
  actual_revenue: number;
  revenue_error: number | null;
}

/** Customers with as many repeat purchases before the split, the last class with so many or more. */
export interface ClassRow {
  repeats: number;
  customers: number;
  /** Mean purchases after the split, with the 95 % interval of that mean. */
  actual: number;
  low: number;
  high: number;
  predicted: number;
}

/** A week's end with the cumulative repeat purchases by then. */
export interface TrackRow {
  week_end: Date;
  actual: number;
  expected: number;
}

export const LAST_CLASS = 7;

/** The forecasts nobody needs a model for, as purchases of each customer in so many weeks. */
export function naiveForecasts(held: Held, weeks: number): Record<(typeof NAIVE)[number], Float64Array> {
  return {
    past_rate: pastRate(held, weeks),
    last_period: held.x_lately,
    nobody: new Float64Array(held.x.length),
  };
}

/** The errors of a forecast; `spend` is what a purchase is expected to bring, by default what it brought so far. */
export function errorRow(
  forecast: ForecastName,
  orders: Float64Array,
  held: Held,
  spend: Float64Array = ownSpend(held),
): ErrorRow {
  const { x_holdout: came } = held;
  const off = orders.map((predicted, i) => predicted - came[i]!);
  const [predicted, actual] = [total(orders), total(came)];
  const [predictedRevenue, actualRevenue] = [total(product(orders, spend)), total(held.spend_holdout)];
  return {
    forecast,
    predicted,
    actual,
    total_error: actual ? (predicted - actual) / actual : null,
    mae: total(off.map(Math.abs)) / off.length,
    rmse: Math.sqrt(total(off.map((error) => error * error)) / off.length),
    predicted_revenue: predictedRevenue,
    actual_revenue: actualRevenue,
    revenue_error: actualRevenue > 0 ? (predictedRevenue - actualRevenue) / actualRevenue : null,
  };
}

/** What came and what was expected, by repeat purchases before the split; classes without customers are left out. */
export function classRows({ x, x_holdout }: Held, predicted: Float64Array): ClassRow[] {
  const classes = Array.from({ length: LAST_CLASS + 1 }, () => ({
    customers: 0,
    sum: 0,
    squares: 0,
    predicted: 0,
  }));
  x.forEach((times, i) => {
    const one = classes[Math.min(times, LAST_CLASS)]!;
    const came = x_holdout[i]!;
    one.customers += 1;
    one.sum += came;
    one.squares += came * came;
    one.predicted += predicted[i]!;
  });
  return classes.flatMap(({ customers: n, sum, squares, predicted: expected }, repeats) => {
    if (!n) return [];
    const actual = sum / n;
    const margin = n > 1 ? 1.96 * Math.sqrt(Math.max(0, squares / n - actual ** 2) / (n - 1)) : NaN;
    return [
      {
        repeats,
        customers: n,
        actual,
        low: Math.max(0, actual - margin),
        high: actual + margin,
        predicted: expected / n,
      },
    ];
  });
}

/** The weeks with what the model expected by then; null without a fit. */
export function trackRows(weeks: readonly WeekRow[], { tracking }: Backtest): TrackRow[] | null {
  if (!tracking) return null;
  return weeks.slice(0, tracking.length).map(({ week_end, cumulative }, i) => ({
    week_end,
    actual: cumulative,
    expected: tracking[i]!,
  }));
}

/** What came in the first and in the second half of the time after the split, and what was expected. */
export interface Halves {
  actual: [number, number];
  expected: [number, number];
}

/** The two halves of the weeks that end after the split; null with fewer than four. */
export function halves(track: readonly TrackRow[], split: Date): Halves | null {
  const start = track.findLastIndex(({ week_end }) => week_end <= split);
  const last = track.length - 1;
  if (start < 0 || last - start < 4) return null;
  const middle = Math.floor((start + last) / 2);
  const between = (from: number, to: number, key: 'actual' | 'expected') =>
    track[to]![key] - track[from]![key];
  return {
    actual: [between(start, middle, 'actual'), between(middle, last, 'actual')],
    expected: [between(start, middle, 'expected'), between(middle, last, 'expected')],
  };
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
