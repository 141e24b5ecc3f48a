import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import type { SegmentSummaryRow } from './segments.ts';
import type { ShareRow } from './shares.chart.ts';
import { mostToWinBack, URGENT } from './urgency.ts';

/** The segments a picture can show: those with a name, and whether they are to be acted on. */
export function shareRows(rows: readonly SegmentSummaryRow[]): ShareRow[] {
  return rows.flatMap(({ segment, customers, customer_share, revenue, revenue_share }) =>
    segment
      ? [
          {
            segment,
            customers,
            customer_share: customer_share ?? 0,
            revenue,
            revenue_share: revenue_share ?? 0,
            urgent: URGENT.includes(segment),
          },
        ]
      : [],
  );
}

/** The answer in words: the best segment that anybody is in and the one most worth winning back; null for nobody. */
export function segmentsAnswer(
  rows: readonly SegmentSummaryRow[],
  t: Messages['segments'],
  f: Formats,
): string | null {
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
  const lead = t.answer({ ...words, name: t.names[best.segment], share: f.percent(best.customer_share, 0) });
  const going = mostToWinBack(rows);
  if (!going?.segment || going.segment === best.segment) return lead;
  return (
    lead +
    t.winBack({
      name: t.names[going.segment],
      customers: f.count(going.customers),
      revenue: f.roundMoney(going.revenue),
      share: f.percent(going.revenue_share),
    })
  );
}
