import { grouped, weightedScores } from './ranks.ts';

/** What the customers are grouped by, one element each, in the order of their ids. */
export interface Measures {
  recency: Int32Array;
  orders: Int32Array;
  money: Float64Array;
  revenue: Float64Array;
}

/**
 * How customers are put into segments by where they stand among the others; `segments` are the names, in their order, of
 * the tiers the four from the best.
 */
export type Plan =
  | { model: '11'; segments: readonly string[]; codes: Readonly<Record<string, string>> }
  | { model: '8'; segments: readonly string[] }
  | { model: 'tiers'; segments: readonly string[] };

/** Writes the index of each customer's segment, when each counts as often as its weight says. Weights of 0 are anywhere. */
export type Scheme = (weights: Int32Array, into: Int32Array) => void;

/** Sorts the customers once; the scheme then takes a few passes over them for each set of weights. */
export function scheme(plan: Plan, measures: Measures): Scheme {
  switch (plan.model) {
    case '11':
      return eleven(plan.segments, plan.codes, measures);
    case '8':
      return eight(plan.segments, measures);
    case 'tiers':
      return tiers(measures);
  }
}

function eleven(segments: readonly string[], codes: Record<string, string>, measures: Measures): Scheme {
  const recency = grouped(measures.recency, true);
  const orders = grouped(measures.orders);
  const money = grouped(measures.money);
  const segmentOf = new Int32Array(1000).fill(-1);
  for (const [code, segment] of Object.entries(codes)) segmentOf[Number(code)] = segments.indexOf(segment);
  return (weights, into) => {
    const [r, f, m] = [recency, orders, money].map((groups) => weightedScores(groups, weights, 5)) as [
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    for (let i = 0; i < into.length; i++)
      into[i] = segmentOf[100 * r[recency.of[i]!]! + 10 * f[orders.of[i]!]! + m[money.of[i]!]!]!;
  };
}

/** Recency below, orders and money above the mean. */
function eight(segments: readonly string[], { recency, orders, money }: Measures): Scheme {
  const segmentOf = Int32Array.from({ length: 8 }, (_, code) =>
    segments.indexOf(code.toString(2).padStart(3, '0')),
  );
  return (weights, into) => {
    const [r, f, m] = [recency, orders, money].map((values) => weightedMean(values, weights)) as [
      number,
      number,
      number,
    ];
    for (let i = 0; i < into.length; i++)
      into[i] = segmentOf[4 * +(recency[i]! < r) + 2 * +(orders[i]! > f) + +(money[i]! > m)]!;
  };
}

/** The first 1, the next 4 and the next 15 per cent by revenue, rounded up; equal revenue in the order of the ids. */
function tiers({ revenue }: Measures): Scheme {
  const order = Int32Array.from(revenue.keys()).sort((a, b) => revenue[b]! - revenue[a]! || a - b);
  return (weights, into) => {
    const n = weights.reduce((sum, weight) => sum + weight, 0);
    const borders = [1, 5, 20].map((percent) => Math.ceil((percent * n) / 100));
    let before = 0;
    let tier = 0;
    for (const i of order) {
      while (tier < 3 && before >= borders[tier]!) tier++;
      into[i] = tier;
      before += weights[i]!;
    }
  };
}

function weightedMean(values: Int32Array | Float64Array, weights: Int32Array): number {
  let sum = 0;
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    sum += weights[i]! * values[i]!;
    n += weights[i]!;
  }
  return sum / n;
}
