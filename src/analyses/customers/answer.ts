import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import type { CardRow, RhythmRow } from './customers.ts';

/** Fewer gaps than so many are no rhythm. */
export const GAPS_AT_LEAST = 2;

/** Whether the gaps say when the next order is due. */
export function hasRhythm(
  rhythm: RhythmRow | null,
): rhythm is RhythmRow & Record<'due' | 'due_from' | 'due_to', Date> {
  return rhythm !== null && rhythm.gaps >= GAPS_AT_LEAST && (rhythm.median_gap_days ?? 0) >= 1;
}

/** What a customer has brought and when they are due, in words; `name` is how they may be called. */
export function fileAnswer(
  name: string,
  card: CardRow,
  rhythm: RhythmRow | null,
  t: Messages['customers'],
  f: Formats,
): string {
  const lead = t.fileAnswer({
    name,
    orders: f.count(card.orders),
    revenue: f.roundMoney(card.revenue),
    rank: f.count(card.revenue_rank),
    customers: f.count(card.customers),
  });
  if (!rhythm) return lead;
  const silence = f.count(rhythm.silence_days);
  if (!hasRhythm(rhythm)) return lead + t.silent({ days: silence });
  const words = { days: f.number(rhythm.median_gap_days, 0), due: f.date(rhythm.due), silence };
  const asOf = rhythm.last_order.getTime() + rhythm.silence_days * 86_400_000;
  if (rhythm.due.getTime() >= asOf) return lead + t.dueNext(words);
  return lead + (rhythm.due_to.getTime() >= asOf ? t.dueNow(words) : t.overdue(words));
}
