import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import { type FlowRow, NEW } from './moves.ts';

/** What became of the best group that anybody was in at the first date. */
export interface Leaving {
  best: string;
  /** How many were in it, how many are no longer, and how many came into it, new customers included. */
  were: number;
  left: number;
  came: number;
  /** What those who left had brought in the year before and in all, and what they have brought since. */
  year: number;
  before: number;
  since: number;
  /** Where most of those who left are now. */
  most: { segment: string; customers: number } | null;
}

/** Who left the best group; null when nobody was in any. */
export function leavingOf(rows: readonly FlowRow[], order: readonly string[]): Leaving | null {
  const best = order.find((segment) => rows.some(({ segment_from }) => segment_from === segment));
  if (!best) return null;
  const were = rows.filter(({ segment_from }) => segment_from === best);
  const left = were.filter(({ segment_to }) => segment_to !== best);
  const came = rows.filter(({ segment_from, segment_to }) => segment_to === best && segment_from !== best);
  const sum = (
    flows: readonly FlowRow[],
    key: 'customers' | 'revenue_year' | 'revenue_before' | 'revenue_between',
  ) => flows.reduce((total, flow) => total + flow[key], 0);
  const [most] = left.toSorted((a, b) => b.customers - a.customers);
  return {
    best,
    were: sum(were, 'customers'),
    left: sum(left, 'customers'),
    came: sum(came, 'customers'),
    year: sum(left, 'revenue_year'),
    before: sum(left, 'revenue_before'),
    since: sum(left, 'revenue_between'),
    most: most ? { segment: most.segment_to, customers: most.customers } : null,
  };
}

/** The answer in words; `names` are those of the segments. */
export function movesAnswer(
  rows: readonly FlowRow[],
  order: readonly string[],
  names: Record<string, string>,
  dates: { from: Date; to: Date },
  t: Messages['moves'],
  f: Formats,
): string | null {
  const leaving = leavingOf(rows, order);
  if (!leaving) return null;
  const words = {
    name: names[leaving.best] ?? leaving.best,
    were: f.count(leaving.were),
    from: f.date(dates.from),
    to: f.date(dates.to),
  };
  const fresh = rows
    .filter(({ segment_from }) => segment_from === NEW)
    .reduce((total, { customers }) => total + customers, 0);
  const rest = t.came({ name: words.name, came: f.count(leaving.came), fresh: f.count(fresh) });
  if (!leaving.left || !leaving.most) return t.nobodyLeft(words) + rest;
  const now = {
    most: names[leaving.most.segment] ?? leaving.most.segment,
    count: f.count(leaving.most.customers),
  };
  return (
    t.left({
      ...words,
      left: f.count(leaving.left),
      year: f.roundMoney(leaving.year),
      before: f.roundMoney(leaving.before),
      since: f.roundMoney(leaving.since),
    }) +
    (leaving.most.customers === leaving.left ? t.allNow(now) : t.mostNow(now)) +
    rest
  );
}
