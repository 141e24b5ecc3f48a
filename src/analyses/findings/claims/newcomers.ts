import { mean, share, type Sums, welch } from '../../../models/statistics/estimates.ts';
import type { NewcomersRow } from '../findings.ts';
import { type Claim, different, LEAST, LEAST_LOOKBACK, type Money } from './claim.ts';

/** Do new customers bring more or less than those of the period before, and do as many buy again; null when too few. */
export function newcomersClaims(rows: readonly NewcomersRow[]): Claim[] | null {
  const [now, before] = [rows.find(isNow), rows.find((row) => !isNow(row))];
  if (!now || !before || Math.min(now.lookback, before.lookback) < LEAST_LOOKBACK) return null;
  if (Math.min(now.customers, before.customers) < LEAST.newcomers) return null;
  const money: Money = [now, before].every(({ costed, customers }) => costed === customers)
    ? 'profit'
    : 'revenue';
  const sums = { now: sumsOf(now, money), before: sumsOf(before, money) };
  const each = { now: mean(sums.now), before: mean(sums.before) };
  const again = { now: againOf(now), before: againOf(before) };
  const figures = { again, each };
  const shared = {
    question: 'newcomers',
    id: null,
    name: null,
    figures,
    weight: 1,
    money,
    stake: Math.abs(each.now.value - each.before.value) * now.customers,
  } as const;
  const tested = welch(sums.now, sums.before);
  return [
    ...(tested
      ? [
          {
            ...shared,
            test: 'worth',
            statistic: { kind: 'student', t: tested.t, freedom: tested.freedom },
            p: tested.p,
            good: tested.t > 0,
          } as const,
        ]
      : []),
    {
      ...shared,
      test: 'again',
      statistic: { kind: 'fisher' },
      p: different(again.now, again.before),
      good: again.now.value > again.before.value,
    },
  ];
}

const isNow = ({ period }: NewcomersRow) => period === 'now';

function sumsOf(row: NewcomersRow, money: Money): Sums {
  return { n: row.customers, sum: row[money] ?? 0, squares: row[`${money}_squares`] ?? 0 };
}

function againOf({ again, customers }: NewcomersRow) {
  return { ...share(again, customers), count: again, n: customers };
}
