import { share } from '../../../models/statistics/estimates.ts';
import type { ComplaintRow, RefundRow } from '../findings.ts';
import { type Claim, larger, LEAST } from './claim.ts';

/** Is a product refunded in more of its orders than in the period before; null when no product has enough. */
export function refundsClaims(rows: readonly RefundRow[], span: number, days: number): Claim[] | null {
  const claims = rows.map((row): Claim => {
    const refunded = pair(row.refunded, row.orders, row.refunded_before, row.orders_before);
    const rate = row.amount > 0 ? row.refund / row.amount : 0;
    const rateBefore = row.amount_before > 0 ? row.refund_before / row.amount_before : 0;
    return {
      question: 'refunds',
      test: 'refund',
      id: row.product_id,
      name: row.product ?? row.product_id,
      figures: { refunded, amount: row.refund, span },
      statistic: { kind: 'fisher' },
      p: larger(refunded.now, refunded.before),
      weight: row.refunded + row.refunded_before,
      good: false,
      stake: (Math.max(0, rate - rateBefore) * row.amount * days) / span,
      money: 'revenue',
    };
  });
  return claims.length ? claims : null;
}

/** Are there more complaints in all, or of one kind; null when there are too few. */
export function complaintsClaims(rows: readonly ComplaintRow[]): Claim[] | null {
  const claims = rows
    .filter(
      ({ complained, complained_before, orders, orders_before }) =>
        complained + complained_before >= LEAST.complaints && Math.min(orders, orders_before) >= LEAST.buyers,
    )
    .map((row): Claim => {
      const complained = pair(row.complained, row.orders, row.complained_before, row.orders_before);
      const more = 1 - Math.min(1, complained.before.value / (complained.now.value || 1));
      return {
        question: 'complaints',
        test: 'complaint',
        id: row.complaint,
        name: row.complaint,
        figures: { complained },
        statistic: { kind: 'fisher' },
        p: larger(complained.now, complained.before),
        weight: row.complained + row.complained_before,
        good: false,
        stake: row.revenue * more,
        money: 'revenue',
      };
    });
  return claims.length ? claims : null;
}

function pair(count: number, n: number, countBefore: number, nBefore: number) {
  return {
    now: { ...share(count, n), count, n },
    before: { ...share(countBefore, nBefore), count: countBefore, n: nBefore },
  };
}
