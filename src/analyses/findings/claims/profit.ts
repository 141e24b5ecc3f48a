import { estimate } from '../../../models/statistics/estimates.ts';
import { normalTail } from '../../../models/statistics/tails.ts';
import type { ProfitRow } from '../findings.ts';
import { type Claim, COSTED, LEAST } from './claim.ts';

/** Did revenue change, and did profit per unit of it where costs are known; null when the data are too few. */
export function profitClaims(row: ProfitRow | undefined): Claim[] | null {
  if (!row || row.buyers < LEAST.buyers || !row.revenue || !row.revenue_before) return null;
  const { revenue, revenue_before: before, margin, margin_before, margin_squares } = row;
  if (!(revenue > 0 && before > 0)) return null;
  const change = estimate(revenue - before, Math.sqrt(row.revenue_squares ?? 0));
  const costed = isCosted(row);
  const claims: Claim[] = [];
  if (row.revenue_squares) {
    const z = (revenue - before) / Math.sqrt(row.revenue_squares);
    claims.push({
      ...common(z),
      test: 'revenue',
      figures: { revenue: { now: revenue, before }, change },
      stake: Math.abs(revenue - before) * (costed ? margin! : 1),
      money: costed ? 'profit' : 'revenue',
    });
  }
  if (costed && margin_squares) {
    const profit = { now: row.profit!, before: row.profit_before! };
    const difference = margin! - margin_before!;
    claims.push({
      ...common(difference / Math.sqrt(margin_squares)),
      test: 'margin',
      figures: {
        margin: { now: margin!, before: margin_before! },
        revenue: { now: revenue, before },
        profit,
        change: {
          revenue: change,
          profit: estimate(profit.now - profit.before, Math.sqrt(row.profit_squares ?? 0)),
        },
      },
      stake: Math.abs(difference) * revenue,
      money: 'profit',
    });
  }
  return claims.length ? claims : null;
}

/** Whether costs are known for nearly all revenue of both periods. */
export function isCosted({ costed_share, costed_share_before, margin, margin_before }: ProfitRow): boolean {
  const known = (costed_share ?? 0) >= COSTED && (costed_share_before ?? 0) >= COSTED;
  return known && margin !== null && margin_before !== null;
}

function common(z: number) {
  return {
    question: 'profit',
    id: null,
    name: null,
    statistic: { kind: 'normal', z },
    p: 2 * normalTail(Math.abs(z)),
    weight: 1,
    good: z > 0,
  } as const;
}
