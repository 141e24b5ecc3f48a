import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import type { LifecycleMoveRow, LifecycleSummaryRow } from './lifecycle.ts';

/** The answer in words: how many are in decline and what they brought; null for nobody. */
export function lifecycleAnswer(
  rows: readonly LifecycleSummaryRow[],
  t: Messages['lifecycle'],
  f: Formats,
): string | null {
  const total = rows.reduce((sum, { customers }) => sum + customers, 0);
  const decline = rows.find(({ stage }) => stage === 'decline');
  if (!total || !decline) return null;
  if (!decline.customers) return t.answerNone({ total: f.count(total) });
  return t.answer({
    decline: f.count(decline.customers),
    total: f.count(total),
    share: f.percent(decline.customer_share, 0),
    lost: f.count(decline.lost),
    revenue: f.roundMoney(decline.revenue),
    revenueShare: f.percent(decline.revenue_share, 0),
  });
}

/** Who came into decline from another stage since then; those who had not bought by then are not among them. */
export function slippedAnswer(
  moves: readonly LifecycleMoveRow[],
  since: Date,
  t: Messages['lifecycle'],
  f: Formats,
): string {
  const slipped = moves.filter(
    ({ from_stage, to_stage }) => to_stage === 'decline' && !['decline', 'not_yet'].includes(from_stage),
  );
  const customers = slipped.reduce((sum, row) => sum + row.customers, 0);
  const revenue = slipped.reduce((sum, row) => sum + row.revenue, 0);
  const date = f.date(since);
  return customers
    ? t.slipped({ date, customers: f.count(customers), revenue: f.roundMoney(revenue) })
    : t.slippedNone({ date });
}
