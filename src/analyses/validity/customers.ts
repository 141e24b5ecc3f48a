import type { Database } from '../../engine/database.ts';
import { call, literal } from '../../engine/sql.ts';
import type { Feature } from '../../models/tree/bins.ts';
import { type SegmentationOptions, segmentationSql } from '../segmentations.ts';
import type { Measure } from './validity.ts';

/** What one can see of a customer in numbers; each is a column of `customer_profile` or made of some. */
export const NUMBERS = {
  recency_days: 'p.recency_days',
  tenure_days: 'p.tenure_days',
  orders: 'p.orders',
  revenue: 'p.revenue',
  revenue_per_order: 'p.revenue_per_order',
  units_per_order: 'p.units / p.orders',
  discount_share: 'p.discount_share',
  return_rate: 'p.return_rate',
  margin: 'p.margin',
  age: "datesub('year', p.birthday, p.last_order + to_days(p.recency_days))",
} as const;

/** What is the same thing said in other words, and therefore no description of it. */
const SAME: Record<string, readonly string[]> = {
  age_band: ['age'],
  region: ['city'],
  city: ['region'],
  first_order: ['tenure_days'],
  first_product: ['first_category', 'main_category'],
  first_category: ['first_product', 'main_category'],
  main_category: ['first_product', 'first_category'],
};

/** The values of an attribute that can be part of a rule, the most frequent first. */
const MOST_VALUES = 40;

/** Customers in the order of their ids, as the worker learns from them. */
export interface KnownCustomers {
  labels: Int32Array;
  measure: Float64Array;
  features: Feature[];
  /** The values of each attribute by their codes. */
  values: Record<string, string[]>;
}

interface Asked {
  options: SegmentationOptions;
  /** The segments in the order of their classes; customers of others are of none. */
  segments: readonly string[];
  measure: Measure;
}

/** The statement that gives class, measure and numbers of each customer; unknown numbers are NaN. */
export function numbersSql({ options, segments, measure }: Asked): string {
  const numbers = Object.entries(NUMBERS).map(
    ([name, sql]) => `coalesce((${sql})::DOUBLE, 'nan'::DOUBLE) AS ${name}`,
  );
  return `WITH judged AS (
${segmentationSql(options)}
)
SELECT
  coalesce(list_position(${literal(segments)}, s.segment), 0)::INTEGER - 1 AS segment,
  coalesce(p.${measure}, 0)::DOUBLE AS measure,
  ${numbers.join(',\n  ')}
FROM ${call('customer_profile', { as_of: options.as_of })} p
LEFT JOIN judged s ON s.customer_id = p.customer_id
ORDER BY p.customer_id`;
}

export async function readCustomers(
  db: Database,
  asked: Asked,
  signal: AbortSignal,
): Promise<KnownCustomers> {
  const columns = await db.numbers(numbersSql(asked), signal);
  const numbers = Object.keys(NUMBERS).map((name): Feature => ({
    name,
    kind: 'number',
    values: columns[name] as Float64Array,
  }));
  const attributes = await readAttributes(db, asked.options, columns.segment!.length, signal);
  const judged = asked.options.by === 'attribute' ? (asked.options.attribute ?? '') : '';
  const hidden = [judged, ...(SAME[judged] ?? [])];
  return {
    labels: columns.segment as Int32Array,
    measure: columns.measure as Float64Array,
    features: [...numbers, ...attributes.features].filter(({ name }) => !hidden.includes(name)),
    values: attributes.values,
  };
}

/** What is known of the customers besides numbers, a code for each value. */
async function readAttributes(
  db: Database,
  { as_of }: SegmentationOptions,
  customers: number,
  signal: AbortSignal,
): Promise<Pick<KnownCustomers, 'features' | 'values'>> {
  const coded = `WITH known AS (
  SELECT customer_id, attribute, value FROM ${call('customer_attributes', { as_of })}
),
coded AS (
  SELECT
    attribute, value, dense_rank() OVER (ORDER BY attribute) - 1 AS feature,
    row_number() OVER (PARTITION BY attribute ORDER BY count(*) DESC, value) - 1 AS code
  FROM known
  GROUP BY attribute, value
  QUALIFY code < ${MOST_VALUES}
)`;
  const words = await db.query<{ attribute: string; value: string }>(
    `${coded} SELECT attribute, value FROM coded ORDER BY feature, code`,
    signal,
  );
  const names = [...new Set(words.map(({ attribute }) => attribute))];
  const codes = names.map(() => new Int32Array(customers).fill(-1));
  const { customer, feature, code } = await db.numbers(
    `${coded}
SELECT p.number::INTEGER AS customer, c.feature::INTEGER AS feature, c.code::INTEGER AS code
FROM known k
JOIN coded c ON c.attribute = k.attribute AND c.value = k.value
JOIN (
  SELECT customer_id, row_number() OVER (ORDER BY customer_id) - 1 AS number
  FROM ${call('customer_profile', { as_of })}
) p ON p.customer_id = k.customer_id`,
    signal,
  );
  for (let i = 0; i < customer!.length; i++) codes[feature![i]!]![customer![i]!] = code![i]!;
  const values = Object.fromEntries(
    names.map((name) => [name, words.filter((one) => one.attribute === name).map(({ value }) => value)]),
  );
  const features = names.map((name, i): Feature => ({
    name,
    kind: 'category',
    codes: codes[i]!,
    count: values[name]!.length,
  }));
  return { features, values };
}
