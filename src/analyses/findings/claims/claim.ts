import { fisherTest } from '../../../mining/fisher.ts';
import type { Estimate } from '../../../models/statistics/estimates.ts';
import type { Question } from '../findings.ts';

/** Fewer buyers, newcomers or customers of a source than these are too few for a test. */
export const LEAST = {
  buyers: 30,
  newcomers: 30,
  regulars: 15,
  source: 20,
  ownOrders: 5,
  complaints: 5,
} as const;
/** From what share of revenue on it is told that the shop hangs on one customer, or one product. */
export const THRESHOLD = { customer: 0.1, product: 0.25 } as const;
/** Newcomers are watched for so many days; new ones need so many days of orders before them to be known as new. */
export const WITHIN_DAYS = 60;
export const LEAST_LOOKBACK = 90;
/** Profit is known when so much of revenue has its costs. */
export const COSTED = 0.95;

/** So many of so many, as a share with its interval. */
export interface Share extends Estimate {
  count: number;
  n: number;
}

/** What is compared: this one or this period, against the others or the period before. */
export interface Pair<Figure> {
  now: Figure;
  before: Figure;
}

/** Money that is profit where costs are known, else revenue. */
export type Money = 'profit' | 'revenue';

/** What each test found out, for its sentence. */
export interface Figures {
  margin: {
    margin: Pair<number>;
    revenue: Pair<number>;
    profit: Pair<number>;
    change: Record<Money, Estimate>;
  };
  revenue: { revenue: Pair<number>; change: Estimate };
  worth: { again: Pair<Share>; each: Pair<Estimate> };
  again: { again: Pair<Share>; each: Pair<Estimate> };
  silent: { silent: Pair<Share>; revenue: number; span: number };
  customer: { share: Estimate; before: Estimate | null; revenue: number; orders: number };
  product: { share: Estimate; before: Estimate | null; revenue: number; orders: number };
  source: { again: Pair<Share>; each: Pair<number> };
  discount: {
    again: Pair<Share>;
    each: Pair<number>;
    given: number;
    baskets: { customers: number; difference: Estimate; discount: number } | null;
  };
  refund: { refunded: Pair<Share>; amount: number; span: number };
  complaint: { complained: Pair<Share> };
}
export type Test = keyof Figures;

export type Statistic =
  | { kind: 'normal'; z: number }
  | { kind: 'student'; t: number; freedom: number }
  | { kind: 'fisher' }
  | { kind: 'strata'; z: number };

/** What one test says before it is judged together with all others. */
export interface ClaimOf<Name extends Test> {
  question: Question;
  test: Name;
  /** The product, source or kind of complaint it is about. */
  id: string | null;
  name: string | null;
  figures: Figures[Name];
  statistic: Statistic;
  /** Not yet adjusted for the other tests. */
  p: number;
  /** Its part of what its question may claim: counted from what its test takes as given, never from what it compares. */
  weight: number;
  good: boolean;
  /** Money, in the currency of the file, that is estimated to hang on it in a period of the length compared. */
  stake: number;
  money: Money;
}
export type Claim = { [Name in Test]: ClaimOf<Name> }[Test];

/** Fisher's exact test that `now` is not larger than `before` but by chance: one-sided p. */
export function larger(now: Share, before: Share): number {
  const [c, n] = [now.count + before.count, now.n + before.n];
  return fisherTest(n)(now.count, now.n, c, n);
}

/** Fisher's exact test that both shares are the same: twice the smaller tail. */
export function different(now: Share, before: Share): number {
  return Math.min(1, 2 * Math.min(larger(now, before), larger(before, now)));
}
