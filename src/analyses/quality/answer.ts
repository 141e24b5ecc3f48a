import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import { type Component, COMPONENTS, type QualitySummaryRow } from './quality.ts';

/** The whole of a summary in figures. */
export interface QualityTotals {
  customers: number;
  /** VIP and major customers. */
  big: number;
  bigRevenue: number;
  scored: number;
  tooFewOrders: number;
  poor: number;
  poorRevenue: number;
  promising: number;
  revenue: number;
  /** Of how many customers each component is known. */
  known: Record<Component, number>;
}

export function qualityTotals(rows: readonly QualitySummaryRow[]): QualityTotals {
  const sum = (name: keyof QualitySummaryRow, of = rows) =>
    of.reduce((total, row) => total + Number(row[name]), 0);
  const big = rows.filter(({ tier }) => tier === 'vip' || tier === 'major');
  return {
    customers: sum('customers'),
    big: sum('customers', big),
    bigRevenue: sum('revenue', big),
    scored: sum(
      'customers',
      rows.filter(({ quality }) => quality !== 'unknown'),
    ),
    tooFewOrders: sum('too_few_orders'),
    poor: sum('found', big),
    poorRevenue: sum('found_revenue', big),
    promising: sum(
      'found',
      rows.filter((row) => !big.includes(row)),
    ),
    revenue: sum('revenue'),
    known: Object.fromEntries(
      COMPONENTS.map((name) => [name, sum(`with_${name}`)]),
    ) as QualityTotals['known'],
  };
}

/** The answer in words; null for nobody. */
export function qualityAnswer(totals: QualityTotals, t: Messages['quality'], f: Formats): string | null {
  if (!totals.customers) return null;
  const big = { big: f.count(totals.big), share: f.percent(totals.bigRevenue / totals.revenue, 0) };
  if (!totals.scored) return t.answerUnscored(big);
  const lead = totals.poor
    ? t.answer({ ...big, poor: f.count(totals.poor), revenue: f.roundMoney(totals.poorRevenue) })
    : t.answerNonePoor(big);
  return lead + (totals.promising ? t.promising({ promising: f.count(totals.promising) }) : '');
}
