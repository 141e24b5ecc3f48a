import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import type { SegmentSummaryRow } from './segments.ts';
import type { ShareRow } from './shares.chart.ts';
import { mostToWinBack, URGENT } from './urgency.ts';

/** The segments a picture can show: those with a name, and whether they are to be acted on. */
export function shareRows(
  rows: readonly SegmentSummaryRow[],
  key = ({ segment }: SegmentSummaryRow) => segment,
): ShareRow[] {
  return rows.flatMap((row) => {
    const segment = row.segment && key(row);
    if (!segment) return [];
    const { customers, customer_share, revenue, revenue_share } = row;
    return [
      {
        segment,
        customers,
        customer_share: customer_share ?? 0,
        revenue,
        revenue_share: revenue_share ?? 0,
        urgent: URGENT.includes(segment),
      },
    ];
  });
}

/**
 * The segment of those that hold somebody which brings the most per customer; null for nobody. Customers of whom
 * nothing is known, and the rest of the values, are no segment to look after.
 */
export function mostPerCustomer(
  shares: readonly ShareRow[],
  names: Record<string, string>,
  t: Messages['segments']['own'],
): ShareRow | null {
  const rest = [t.unknown, t.others];
  return shares
    .filter(({ customers, segment }) => customers > 0 && !rest.includes(names[segment] ?? ''))
    .reduce<ShareRow | null>(
      (top, row) => (top && top.revenue / top.customers >= row.revenue / row.customers ? top : row),
      null,
    );
}

/** The answer for the shop's own segments: the first that holds somebody and the one that brings most per customer. */
export function ownAnswer(
  shares: readonly ShareRow[],
  names: Record<string, string>,
  t: Messages['segments'],
  f: Formats,
): string | null {
  const first = shares.find(({ customers }) => customers > 0);
  const most = mostPerCustomer(shares, names, t.own);
  if (!first || !most) return null;
  const total = shares.reduce((sum, { customers }) => sum + customers, 0);
  return (
    t.answer({
      name: names[first.segment] ?? first.segment,
      customers: f.count(first.customers),
      total: f.count(total),
      share: f.percent(first.customer_share, 0),
      revenue: f.percent(first.revenue_share, 0),
    }) +
    t.own.most({
      name: names[most.segment] ?? most.segment,
      money: f.roundMoney(most.revenue / most.customers),
      mean: f.roundMoney(shares.reduce((sum, { revenue }) => sum + revenue, 0) / total),
    })
  );
}

/** The answer in words: the best segment that anybody is in and the one most worth winning back; null for nobody. */
export function segmentsAnswer(
  rows: readonly SegmentSummaryRow[],
  t: Messages['segments'],
  f: Formats,
): string | null {
  const names: Record<string, string> = t.names;
  const shares = shareRows(rows);
  const best = shares.find(({ customers }) => customers > 0);
  if (!best) return null;
  const words = {
    total: f.count(shares.reduce((sum, { customers }) => sum + customers, 0)),
    customers: f.count(best.customers),
    revenue: f.percent(best.revenue_share, 0),
  };
  const rest = shares.find(({ segment }) => segment === 'rest');
  if (rest && best.segment === 'top_1')
    return t.answerTiers({
      ...words,
      rest: f.count(rest.customers),
      restShare: f.percent(rest.revenue_share, 0),
    });
  const lead = t.answer({ ...words, name: names[best.segment]!, share: f.percent(best.customer_share, 0) });
  const going = mostToWinBack(rows);
  if (!going?.segment || going.segment === best.segment) return lead;
  return (
    lead +
    t.winBack({
      name: names[going.segment]!,
      customers: f.count(going.customers),
      revenue: f.roundMoney(going.revenue),
      share: f.percent(going.revenue_share),
    })
  );
}
