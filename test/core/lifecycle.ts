import type { LifecycleReason, Stage } from '../../src/analyses/lifecycle/lifecycle.ts';

/** What the definition needs of an order: when (ms) and what it brought. */
export interface Purchase {
  at: number;
  revenue: number;
}

export interface Thresholds {
  declineAfter: number;
  lostAfter: number;
  windowDays: number;
  dropBelow: number;
  ownGapOrders: number;
  explorationOrders: number;
  shortestGap: number;
}

export interface Staged {
  stage: Stage;
  reason: LifecycleReason;
  orders: number;
  revenue: number;
  revenueLast: number;
  revenueBefore: number;
  gap: number | null;
  silence: number;
}

const DAY = 86_400_000;

/** The life cycle of every customer with a purchase up to `asOf`, worked out customer by customer. */
export function stagesOf(
  purchases: ReadonlyMap<string, readonly Purchase[]>,
  asOf: number,
  thresholds: Thresholds,
): Map<string, Staged> {
  const past = new Map<string, Purchase[]>();
  for (const [customer, all] of purchases) {
    const until = all.filter(({ at }) => at <= asOf).sort((x, y) => x.at - y.at);
    if (until.length) past.set(customer, until);
  }
  const shopGap = middle([...past.values()].flatMap(gapsOf));
  return new Map([...past].map(([customer, own]) => [customer, staged(own, asOf, shopGap, thresholds)]));
}

function staged(own: Purchase[], asOf: number, shopGap: number | null, limits: Thresholds): Staged {
  const ownGap = own.length >= limits.ownGapOrders ? middle(gapsOf(own)) : null;
  const usual = ownGap ?? shopGap;
  const gap = usual === null ? null : Math.max(usual, limits.shortestGap * DAY);
  const silence = asOf - own.at(-1)!.at;
  const width = limits.windowDays * DAY;
  const last = own.filter(({ at }) => at > asOf - width);
  const before = own.filter(({ at }) => at > asOf - 2 * width && at <= asOf - width);
  const [revenueLast, revenueBefore] = [cents(last), cents(before)];
  const reason = ((): LifecycleReason => {
    if (gap !== null && silence > limits.declineAfter * gap)
      return silence > limits.lostAfter * gap ? 'lost' : 'silent';
    const known = own.length > limits.explorationOrders;
    if (known && revenueBefore > 0 && revenueLast < limits.dropBelow * revenueBefore) return 'revenue_fell';
    if (!known) return 'few_orders';
    if (last.length > before.length) return 'more_orders';
    return revenueLast > revenueBefore ? 'more_revenue' : 'steady';
  })();
  return {
    stage: STAGE[reason],
    reason,
    orders: own.length,
    revenue: cents(own),
    revenueLast,
    revenueBefore,
    gap,
    silence,
  };
}

const STAGE: Record<LifecycleReason, Stage> = {
  lost: 'decline',
  silent: 'decline',
  revenue_fell: 'decline',
  few_orders: 'exploration',
  more_orders: 'buildup',
  more_revenue: 'buildup',
  steady: 'maturity',
};

function gapsOf(own: readonly Purchase[]): number[] {
  return own.slice(1).map(({ at }, i) => at - own[i]!.at);
}

function middle(values: number[]): number | null {
  if (!values.length) return null;
  const sorted = values.toSorted((x, y) => x - y);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

function cents(purchases: readonly Purchase[]): number {
  return Number(purchases.reduce((sum, { revenue }) => sum + revenue, 0).toFixed(6));
}
