import { estimate } from '../../../models/statistics/estimates.ts';
import { normalTail } from '../../../models/statistics/tails.ts';
import type { DependenceRow } from '../findings.ts';
import { type Claim, LEAST, THRESHOLD } from './claim.ts';

/**
 * Does one customer, or one product, bring more than its threshold of revenue; null when there are too few orders. One with
 * few orders is not tested: its share is the chance of a large order. The share before is told where the data cover it.
 */
export function dependenceClaims(rows: readonly DependenceRow[], covered: boolean): Claim[] | null {
  const claims = rows
    .filter(({ orders }) => orders >= LEAST.buyers)
    .map((row) => claimOf(covered ? row : { ...row, share_before: null }));
  return claims.length ? claims : null;
}

function claimOf(row: DependenceRow): Claim {
  const { kind, id, name, share, share_error, own_orders, own_revenue, share_before } = row;
  const z = share_error && share !== null ? (share - THRESHOLD[kind]) / share_error : -Infinity;
  const enough = own_orders >= LEAST.ownOrders && Number.isFinite(z);
  return {
    question: 'dependence',
    test: kind,
    id,
    name,
    figures: {
      share: estimate(share ?? 0, share_error ?? 0),
      before:
        row.orders_before >= LEAST.buyers && share_before !== null
          ? estimate(share_before, row.share_error_before ?? 0)
          : null,
      revenue: own_revenue,
      orders: own_orders,
    },
    statistic: { kind: 'normal', z },
    p: enough ? normalTail(z) : 1,
    weight: 1,
    good: false,
    stake: own_revenue,
    money: 'revenue',
  };
}
