import { share } from '../../../models/statistics/estimates.ts';
import type { LeaversRow } from '../findings.ts';
import { type Claim, different, LEAST } from './claim.ts';

/** Did more or fewer of the best customers fall silent than in the period before; null when they are too few. */
export function leaversClaims(rows: readonly LeaversRow[], days: number): Claim[] | null {
  const [now, before] = [rows.find(isNow), rows.find((row) => !isNow(row))];
  if (!now || !before || Math.min(now.customers, before.customers) < LEAST.regulars) return null;
  const silent = { now: silentOf(now), before: silentOf(before) };
  const brought = now.silent_profit ?? now.silent_revenue ?? 0;
  return [
    {
      question: 'leavers',
      test: 'silent',
      id: null,
      name: null,
      figures: { silent, revenue: now.silent_revenue ?? 0, span: now.span },
      statistic: { kind: 'fisher' },
      p: different(silent.now, silent.before),
      weight: 1,
      good: silent.now.value < silent.before.value,
      stake: (brought * days) / now.span,
      money: now.silent_profit === null ? 'revenue' : 'profit',
    },
  ];
}

const isNow = ({ period }: LeaversRow) => period === 'now';

function silentOf({ silent, customers }: LeaversRow) {
  return { ...share(silent, customers), count: silent, n: customers };
}
