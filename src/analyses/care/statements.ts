import { literal } from '../../engine/sql.ts';
import { careSql, URGENCY } from './care.ts';
import type { ListId } from './letters/contract.ts';
import type { FestivalDay } from './letters/festivals.ts';
import { allowedSql } from './letters/suppression.ts';
import { optionsOf, type View } from './thresholds.ts';

/** What is known of the data and decides which lists there can be. */
export interface FactsRow {
  buyers: number;
  last_order: Date | null;
  birthdays: number;
  phones: number;
  emails: number;
  ratings: number;
  complaints: number;
  /** Customers whose source says that someone they know sent them, and how often it is said who. */
  referred: number;
  referrers: number;
}

export const FACTS_SQL = `SELECT
  (SELECT count(*) FROM customers) AS buyers,
  (SELECT max(ordered_at) FROM orders) AS last_order,
  (SELECT count(birthday) FROM customers) AS birthdays,
  count(phone) AS phones, count(email) AS emails, count(rating) + count(review) AS ratings, count(complaint) AS complaints,
  (SELECT coalesce(sum(s.n), 0)
    FROM (SELECT source, count(*) AS n FROM customers WHERE source IS NOT NULL GROUP BY source) s
    WHERE names_friend(s.source)) AS referred,
  (SELECT count(*) FROM customer_extra e WHERE names_referrer(e.attribute))
    + (SELECT count(*) FROM customer_tag t WHERE referrer_in(t.tag) <> '')
    + (SELECT count(*) FROM (SELECT DISTINCT source FROM customers) s WHERE referrer_in(s.source) <> '')
    + count(*) FILTER (note IS NOT NULL AND referrer_in(note) <> '')
    + count(*) FILTER (tags IS NOT NULL AND referrer_in(tags) <> '') AS referrers
FROM order_line`;

/** One list: how many are on it and what is at stake, in all and of those who are on none before it. */
export interface TotalRow {
  list: ListId;
  customers: number;
  value: number;
  first_customers: number;
  first_value: number;
}

/** The whole of a list; greetings need their festival. */
export function listSql(view: View, list: ListId, festival: FestivalDay): string {
  const options = optionsOf(view, list);
  return careSql(list, list === 'greetings' ? { festival_on: festival.on, ...options } : options);
}

/** Those of a list who are not left alone. */
export function openSql(view: View, list: ListId, festival: FestivalDay): string {
  return allowedSql(listSql(view, list, festival), {
    list,
    asOf: view.as_of,
    quietDays: view.quietDays,
  });
}

/** A `TotalRow` for each list that is due, the most urgent first. */
export function totalsSql(view: View, festival: FestivalDay): string {
  const lists = URGENCY.filter((list) => list !== 'greetings' || greetingsDue(view, festival));
  const rows = lists.map(
    (list, i) => `SELECT ${i + 1} AS urgency, a.customer_id, a.value
  FROM (${openSql(view, list, festival).replaceAll('\n', '\n  ')}) a`,
  );
  const names = lists.map((list, i) => `(${i + 1}, ${literal(list)})`);
  return `WITH listed AS (
  ${rows.join('\n  UNION ALL\n  ')}
),
placed AS (SELECT l.*, l.urgency = min(l.urgency) OVER (PARTITION BY l.customer_id) AS first FROM listed l)
SELECT
  n.list, count(p.customer_id)::INTEGER AS customers, coalesce(sum(p.value), 0) AS value,
  count(*) FILTER (p.first)::INTEGER AS first_customers, coalesce(sum(p.value) FILTER (p.first), 0) AS first_value
FROM (VALUES ${names.join(', ')}) n(urgency, list)
LEFT JOIN placed p ON p.urgency = n.urgency
GROUP BY n.urgency, n.list
ORDER BY n.urgency`;
}

/** Whether the festival is near enough for its greetings to be among the lists. */
export function greetingsDue({ thresholds }: View, festival: FestivalDay): boolean {
  return festival.days <= thresholds.festival_ahead;
}
