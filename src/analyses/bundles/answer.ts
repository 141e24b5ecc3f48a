import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import type { BundleRow } from './bundles.ts';
import { estimate, type Offer } from './estimate.ts';
import { drawCounts, netRange } from './range.ts';

/** How long a month is on average, in milliseconds. */
const MONTH = (365.25 / 12) * 86_400_000;

/** How many months the orders span; null without dates. */
export function monthsOf({ from_date, to_date }: BundleRow): number | null {
  return from_date && to_date ? (to_date.getTime() - from_date.getTime()) / MONTH : null;
}

/** The page's answer: what the bundle, the `best` or one chosen, would have brought, under which assumption, and when it pays. */
export function bundleAnswer(
  row: BundleRow,
  offer: Offer,
  best: boolean,
  t: Messages['bundles'],
  f: Formats,
): string {
  const { margin, revenue, uptake, breakeven, largestDiscount } = estimate(row, offer);
  const { net } = margin ?? revenue;
  const { low, high } = netRange(drawCounts(row), offer);
  const share = (value: number | null) => f.percent(value, value !== null && value < 0.01 ? 2 : 1);
  return t.answer({
    first: row.first_product ?? row.first_id,
    second: row.second_product ?? row.second_id,
    off: t.off({ percent: f.percent(offer.discount), tenths: f.number(10 - offer.discount * 10, 1) }),
    kind: margin ? 'margin' : 'revenue',
    best,
    gains: net >= 0,
    net: f.roundMoney(Math.abs(net)),
    low: f.roundMoney(low),
    high: f.roundMoney(high),
    period:
      row.from_date && row.to_date ? t.period({ from: f.date(row.from_date), to: f.date(row.to_date) }) : '',
    uptake: share(uptake),
    breakeven: breakeven === null || breakeven > 1 ? null : share(breakeven),
    largest: net < 0 && largestDiscount !== null && largestDiscount > 0 ? f.percent(largestDiscount) : null,
  });
}
