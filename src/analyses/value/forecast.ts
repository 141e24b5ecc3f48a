import type { Valued } from '../../models/value/types.ts';

/** Days ahead the table holds a forecast for. */
export const HORIZONS = [30, 90, 365] as const;

/** What is known of each customer, one place a customer; `segment` is the group or −1, `spend` NaN without repeats. */
export interface Known {
  x: Float64Array;
  t_x: Float64Array;
  age: Float64Array;
  spend: Float64Array;
  revenue: Float64Array;
  segment: Int32Array;
}

/** The figures of `customer_value`, one place a customer, NaN where there is none; `basis` is where they come from. */
export interface CustomerFigures {
  basis: 'model' | 'observed';
  p_alive: Float64Array;
  expected_orders_30: Float64Array;
  expected_orders_90: Float64Array;
  expected_orders_365: Float64Array;
  expected_orders: Float64Array;
  expected_orders_low: Float64Array;
  expected_orders_high: Float64Array;
  expected_spend: Float64Array;
  expected_revenue: Float64Array;
  clv: Float64Array;
}

/** What the model expects; where it has no spend, what each purchase of a customer has brought so far on average. */
export function modelled({ expectations }: Valued, known: Known, horizon: number): CustomerFigures | null {
  if (!expectations) return null;
  const [month, quarter, year] = HORIZONS.map((_, i) => expectations.orders[i]!.value);
  const chosen = expectations.orders[HORIZONS.findIndex((days) => days === horizon)]!;
  const spend = expectations.spend ?? ownSpend(known);
  return {
    basis: 'model',
    p_alive: expectations.alive,
    expected_orders_30: month!,
    expected_orders_90: quarter!,
    expected_orders_365: year!,
    expected_orders: chosen.value,
    expected_orders_low: chosen.low,
    expected_orders_high: chosen.high,
    expected_spend: spend,
    expected_revenue: product(chosen.value, spend),
    clv: expectations.clv ?? nothing(known),
  };
}

/** What each customer would do who went on as so far: repeat purchases a week, and revenue a purchase. */
export function observed(known: Known, horizon: number): CustomerFigures {
  const [month, quarter, year] = HORIZONS.map((days) => pastRate(known, days / 7));
  const chosen = pastRate(known, horizon / 7);
  const spend = ownSpend(known);
  return {
    basis: 'observed',
    p_alive: nothing(known),
    expected_orders_30: month!,
    expected_orders_90: quarter!,
    expected_orders_365: year!,
    expected_orders: chosen,
    expected_orders_low: nothing(known),
    expected_orders_high: nothing(known),
    expected_spend: spend,
    expected_revenue: product(chosen, spend),
    clv: nothing(known),
  };
}

/** Repeat purchases in so many weeks at the rate since the first purchase. */
export function pastRate({ x, age }: Pick<Known, 'x' | 'age'>, weeks: number): Float64Array {
  return x.map((times, i) => (times > 0 && age[i]! > 0 ? (times / age[i]!) * weeks : 0));
}

/** Mean revenue of all purchases of each customer, the first included. */
export function ownSpend({ x, revenue }: Pick<Known, 'x' | 'revenue'>): Float64Array {
  return revenue.map((sum, i) => sum / (x[i]! + 1));
}

/** Place by place. */
export function product(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((value, i) => value * other[i]!);
}

function nothing({ x }: Known): Float64Array {
  return new Float64Array(x.length).fill(NaN);
}
