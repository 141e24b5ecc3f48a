import { estimate, share } from '../../../models/statistics/estimates.ts';
import { normalTail } from '../../../models/statistics/tails.ts';
import type { BasketsRow, DiscountRow, SourceRow } from '../findings.ts';
import { type Claim, different, LEAST, type Money } from './claim.ts';

/** Newcomers of a whole year are counted; what hangs on them is told for `days` of it. */
const YEAR = 365;

type Firsts = Omit<SourceRow, 'source' | 'discounted'>;

/**
 * Do the buyers of a source buy again more or less often than all others whose source is known; null when too few. One that
 * is better must also be better than the others without the worst source, which alone would make all others look good.
 */
export function sourcesClaims(rows: readonly SourceRow[], days: number): Claim[] | null {
  const known = rows.filter(({ source }) => source !== null);
  const all = total(known);
  const worst = known
    .filter(({ customers }) => customers >= LEAST.source)
    .sort((one, other) => one.again / one.customers - other.again / other.customers)[0];
  const claims = known.flatMap((row): Claim[] => {
    const others = total(known.filter((other) => other !== row));
    if (row.customers < LEAST.source || all.customers - row.customers < LEAST.source) return [];
    const again = { now: againOf(row), before: againOf(others) };
    const money = moneyOf(row, others);
    const good = again.now.value > again.before.value;
    return [
      {
        question: 'sources',
        test: 'source',
        id: row.source,
        name: row.source,
        figures: { again, each: { now: broughtBy(row, money), before: broughtBy(others, money) } },
        statistic: { kind: 'fisher' },
        p: Math.max(
          different(again.now, again.before),
          good
            ? different(again.now, againOf(total(known.filter((other) => other !== row && other !== worst))))
            : 0,
        ),
        weight: 1,
        good,
        stake: (Math.abs(laterOf(row, money) - laterOf(others, money)) * row.customers * days) / YEAR,
        money,
      },
    ];
  });
  return claims.length ? claims : null;
}

/**
 * Do buyers whose first order had a discount buy again more or less often than the others, and within the same source too:
 * a source may bring both bargains and bargain hunters. Null when they are too few.
 */
export function discountsClaims(
  rows: readonly DiscountRow[],
  baskets: BasketsRow | undefined,
  days: number,
): Claim[] | null {
  const reduced = total(rows.filter(({ discounted }) => discounted));
  const full = total(rows.filter(({ discounted }) => !discounted));
  if (Math.min(reduced.customers, full.customers) < LEAST.newcomers) return null;
  const again = { now: againOf(reduced), before: againOf(full) };
  const good = again.now.value > again.before.value;
  const z = withinSources(rows);
  const money = moneyOf(reduced, full);
  const given = rows.reduce((sum, { discounted, discount }) => sum + (discounted ? discount : 0), 0);
  return [
    {
      question: 'discounts',
      test: 'discount',
      id: null,
      name: null,
      figures: {
        again,
        each: { now: broughtBy(reduced, money), before: broughtBy(full, money) },
        given,
        baskets: basketsOf(baskets),
      },
      statistic: { kind: 'strata', z },
      p: z > 0 === good ? Math.max(different(again.now, again.before), 2 * normalTail(Math.abs(z))) : 1,
      weight: 1,
      good,
      stake: (given * days) / YEAR,
      money,
    },
  ];
}

/** How many standard errors more of the buyers with a discount come back than chance within each source (Mantel, Haenszel). */
function withinSources(rows: readonly DiscountRow[]): number {
  let [excess, variance] = [0, 0];
  for (const source of new Set(rows.map((row) => row.source))) {
    const own = rows.filter((row) => row.source === source);
    const all = total(own);
    const reduced = total(own.filter(({ discounted }) => discounted));
    const [n, m, k] = [all.customers, reduced.customers, all.again];
    if (n < 2) continue;
    excess += reduced.again - (m * k) / n;
    variance += (m * (n - m) * k * (n - k)) / (n * n * (n - 1));
  }
  return variance > 0 ? excess / Math.sqrt(variance) : 0;
}

function basketsOf(row: BasketsRow | undefined) {
  if (!row || row.customers < LEAST.newcomers || row.difference === null || !row.difference_error)
    return null;
  return {
    customers: row.customers,
    difference: estimate(row.difference, row.difference_error),
    discount: row.discount ?? 0,
  };
}

function total(rows: readonly Firsts[]): Firsts {
  const sum = (name: keyof Firsts) => rows.reduce((all, row) => all + (row[name] ?? 0), 0);
  const known = (name: keyof Firsts) => (rows.every((row) => row[name] !== null) ? sum(name) : null);
  return {
    customers: sum('customers'),
    again: sum('again'),
    first_revenue: sum('first_revenue'),
    later_revenue: sum('later_revenue'),
    first_profit: known('first_profit'),
    later_profit: known('later_profit'),
  };
}

function againOf({ again, customers }: Firsts) {
  return { ...share(again, customers), count: again, n: customers };
}

function moneyOf(...rows: Firsts[]): Money {
  return rows.every(({ first_profit, later_profit }) => first_profit !== null && later_profit !== null)
    ? 'profit'
    : 'revenue';
}

/** What one of them brought with the first order and in the days watched after it. */
function broughtBy(row: Firsts, money: Money): number {
  return (row[`first_${money}`] ?? 0) / row.customers + laterOf(row, money);
}

function laterOf(row: Firsts, money: Money): number {
  return (row[`later_${money}`] ?? 0) / row.customers;
}
