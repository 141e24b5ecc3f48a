import { grouped, weightedScores } from './ranks.ts';

/** What customers are compared by, one element each, in the order of their ids. */
export interface Measures {
  recency: Int32Array;
  orders: Int32Array;
  money: Float64Array;
  revenue: Float64Array;
}

/** What the stages of the life cycle depend on; times in days. */
export interface Rhythm {
  /** The index of each customer's stage, of all customers. */
  stage: Int32Array;
  silence: Float64Array;
  /** 0 for customers with too few orders for a gap of their own; they are held against the shop's. */
  own: Int32Array;
  /** All gaps between consecutive orders, ascending, and the customer each belongs to. */
  gap: Float64Array;
  holder: Int32Array;
  /** How many gaps of silence are decline, and the shortest gap that counts. */
  declineAfter: number;
  shortest: number;
}

/**
 * How customers are put into segments by where they stand among the others; `segments` are the names, in their order, of
 * the tiers the four from the best.
 */
export type Plan =
  | { model: '11'; segments: readonly string[]; measures: Measures; codes: Readonly<Record<string, string>> }
  | { model: '8' | 'tiers'; segments: readonly string[]; measures: Measures }
  | { model: 'lifecycle'; segments: readonly string[]; rhythm: Rhythm };

/** Writes the index of each customer's segment, when each counts as often as its weight says. Weights of 0 are anywhere. */
export type Scheme = (weights: Int32Array, into: Int32Array) => void;

/** Sorts the customers once; the scheme then takes a few passes over them for each set of weights. */
export function scheme(plan: Plan): Scheme {
  switch (plan.model) {
    case '11':
      return eleven(plan.segments, plan.codes, plan.measures);
    case '8':
      return eight(plan.segments, plan.measures);
    case 'tiers':
      return tiers(plan.measures);
    case 'lifecycle':
      return lifecycle(plan.segments, plan.rhythm);
  }
}

/** How many customers a plan is for. */
export function customersOf(plan: Plan): number {
  return plan.model === 'lifecycle' ? plan.rhythm.stage.length : plan.measures.recency.length;
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

/** Customers without a gap of their own are in decline or in exploration by the shop's median gap; the others stay. */
function lifecycle(segments: readonly string[], rhythm: Rhythm): Scheme {
  const { stage, silence, own, gap, holder, declineAfter, shortest } = rhythm;
  const [exploration, decline] = [segments.indexOf('exploration'), segments.indexOf('decline')];
  return (weights, into) => {
    const longest = declineAfter * Math.max(weightedMedian(gap, holder, weights), shortest);
    for (let i = 0; i < into.length; i++)
      into[i] = own[i] ? stage[i]! : silence[i]! > longest ? decline : exploration;
  };
}

/** The median of ascending values, each counted as often as its holder's weight says; NaN when none counts. */
function weightedMedian(ascending: Float64Array, holder: Int32Array, weights: Int32Array): number {
  let n = 0;
  for (const one of holder) n += weights[one]!;
  const lower = Math.floor((n - 1) / 2);
  const upper = Math.floor(n / 2);
  let before = 0;
  let low = NaN;
  for (let g = 0; g < ascending.length; g++) {
    const until = before + weights[holder[g]!]!;
    if (lower >= before && lower < until) low = ascending[g]!;
    if (upper >= before && upper < until) return (low + ascending[g]!) / 2;
    before = until;
  }
  return NaN;
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
