import { call, literal } from '../../engine/sql.ts';

/** One customer, as `customer_card` knows them; money and profit are of all their orders. */
export interface CardRow {
  number: number;
  customer_id: string;
  customer_name: string | null;
  orders: number;
  lines: number;
  units: number;
  first_order: Date | null;
  last_order: Date | null;
  amount: number | null;
  discount: number | null;
  refund: number;
  refunded_orders: number;
  revenue: number | null;
  cost: number | null;
  /** `revenue` − `cost`; null without costs. */
  profit: number | null;
  /** The place by revenue among `customers`. */
  revenue_rank: number;
  customers: number;
}

export interface OrderRow {
  order_id: string;
  ordered_at: Date | null;
  lines: number;
  units: number;
  amount: number | null;
  discount: number | null;
  refund: number;
  revenue: number | null;
  cost: number | null;
  profit: number | null;
  /** Names joined by ` · `. */
  products: string | null;
}

export const CONTACT_FIELDS = [
  'name',
  'phone',
  'email',
  'address',
  'city',
  'region',
  'birthday',
  'gender',
  'source',
  'platform',
  'tags',
] as const;

/** A value of a field on so many lines; the one used last comes first. */
export interface ContactRow {
  field: (typeof CONTACT_FIELDS)[number];
  value: string;
  lines: number;
  last_used: Date | null;
}

export interface CategoryRow {
  category: string | null;
  orders: number;
  lines: number;
  units: number;
  revenue: number;
}

/** Gaps in days; `due` and its range are dates. Gaps and dates are null until there are two orders. */
export interface RhythmRow {
  orders: number;
  gaps: number;
  last_order: Date;
  silence_days: number;
  gap_low_days: number | null;
  median_gap_days: number | null;
  gap_high_days: number | null;
  due_from: Date | null;
  due: Date | null;
  due_to: Date | null;
}

/** Who is in the directory, and of how many a telephone number or an e-mail address is known. */
export interface CoverageRow {
  customers: number;
  returning: number;
  phones: number;
  emails: number;
  dated: number;
}

/** The directory is worked out once for a data set and kept under this name while it is open. */
export const DIRECTORY = 'customer_directory_kept';

export const KEEP_DIRECTORY_SQL = `CREATE OR REPLACE TEMP TABLE ${DIRECTORY} AS FROM customer_directory()`;

export const COVERAGE_SQL = `SELECT
  count(*) AS customers, count(*) FILTER (orders > 1) AS returning, count(phone) AS phones, count(email) AS emails,
  count(last_order) AS dated
FROM ${DIRECTORY}`;

/** The statement of one of the macros that tell of one customer, by number in the data set. */
export function ofCustomer(macro: `customer_${string}`, customer: number): string {
  return `FROM ${call(macro, { customer })}`;
}

/**
 * Customers with every word of the search in their id, a name, a telephone number, an e-mail address or a tag of the shop;
 * all of them when it is empty. Case, full-width letters, and spaces and hyphens in numbers make no difference.
 */
export function searchSql(search: string): string {
  const words = search.split(/[\s\u3000]+/).filter((word) => /[^()+\-（）＋－]/.test(word));
  const found = words.map(
    (word) => `contains(concat_ws('|', d.search_words, search_text(g.tags)), search_text(${literal(word)}))`,
  );
  return `SELECT
  d.number, d.customer_id, d.customer_name, d.phone, d.last_order, d.orders, d.revenue, d.segment, g.tags
FROM ${DIRECTORY} d
LEFT JOIN (
  SELECT customer_id, string_agg(tag, ' · ' ORDER BY tag) AS tags FROM customer_tag GROUP BY customer_id
) g ON g.customer_id = d.customer_id${found.length ? `\nWHERE ${found.join('\n  AND ')}` : ''}`;
}

/** What a statement with a row for each customer says of one of them. */
export function isOf(sql: string, customer: number): string {
  return `SELECT one.*
FROM (${sql}) one
JOIN customer_numbers() n ON n.customer_id = one.customer_id
WHERE n.number = ${literal(customer)}`;
}
