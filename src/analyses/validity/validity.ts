import { call, literal, type SqlValue } from '../../engine/sql.ts';
import { SEGMENTATIONS, type SegmentationOptions, segmentationSql } from '../segmentations.ts';

export const MEASURES = ['revenue', 'orders', 'profit'] as const;
export type Measure = (typeof MEASURES)[number];

/** One segment, or with null the customers of no segment. Shares are of all customers, of all they spent. */
export interface SizeRow {
  segment: string | null;
  customers: number;
  customer_share: number;
  orders: number;
  revenue: number;
  revenue_share: number | null;
  mean_orders: number;
  mean_revenue: number;
}

/** How a segmentation divides the customers and what it explains of a measure; η² is null where all values are equal or unknown. */
export interface SeparationRow {
  customers: number;
  /** Customers in a segment, and those of them whose measure is known. */
  placed: number;
  measured: number;
  segments: number;
  /** Of the customers in a segment. */
  smallest_share: number | null;
  largest_share: number | null;
  eta_squared: number | null;
  /** Of ln(1 + measure). */
  eta_squared_log: number | null;
  /** What groups drawn by lot would explain on average. */
  eta_squared_chance: number | null;
}

/** Two segmentations of the customers that are in a segment of both; the index is null when there is but one group. */
export interface AgreementRow {
  customers: number;
  unchanged: number;
  unchanged_share: number | null;
  adjusted_rand: number | null;
}

/** One `SizeRow` per segment, the largest first, with orders rounded as a reader wants them. */
export function sizesSql(options: SegmentationOptions): string {
  return judged(
    options,
    'segment_sizes',
    { as_of: options.as_of },
    'SELECT * REPLACE (round(mean_orders, 2) AS mean_orders)',
  );
}

/** One `SeparationRow`; with `since`, of what customers did after that moment. */
export function separationSql(
  options: SegmentationOptions,
  given: { measure: Measure; as_of?: Date | undefined; since?: Date | undefined },
): string {
  return judged(options, 'segment_separation', given);
}

/** One `AgreementRow` of a segmentation at `earlier` and as it is. */
export function agreementSql(options: SegmentationOptions, earlier: Date): string {
  return `WITH earlier AS (
${segmentationSql({ ...options, as_of: earlier })}
),
later AS (
${segmentationSql(options)}
)
FROM segment_agreement('earlier', 'later')`;
}

/**
 * A `SeparationRow` for every segmentation, its name in `segmentation`, `attribute:` before those of attributes; the
 * shop's own cut points are among them when they are what is judged.
 */
export function comparisonSql(
  measure: Measure,
  as_of: Date | undefined,
  judging: SegmentationOptions | null = null,
): string {
  const compared = SEGMENTATIONS.filter(
    (by) => by !== 'attribute' && (by !== 'cuts' || judging?.by === 'cuts'),
  );
  const parts = compared.map(
    (by) => `SELECT ${literal(by)} AS segmentation, customer_id, segment
FROM (${segmentationSql({ by, cut: judging?.cut, as_of })})`,
  );
  return `WITH every AS (
${parts.join('\nUNION ALL\n')}
UNION ALL
SELECT concat('attribute:', attribute), customer_id, value
FROM ${call('customer_attributes', { as_of })}
)
FROM ${macro('segment_comparison', 'every', { measure, as_of })}`;
}

/** How many customers have had more than one value of the attribute. */
export function severalSql(attribute: string, as_of: Date | undefined): string {
  return `SELECT count(*) AS several
FROM ${call('customer_attributes', { as_of })}
WHERE attribute = ${literal(attribute)} AND different_values > 1`;
}

/** An attribute, of how many customers it is known and how many values it has. */
export interface AttributeRow {
  attribute: string;
  customers: number;
  segments: number;
}

/** An `AttributeRow` for every attribute with more than one value, the best known first. */
export function attributesSql(as_of: Date | undefined): string {
  return `SELECT attribute, count(*) AS customers, count(DISTINCT value) AS segments
FROM ${call('customer_attributes', { as_of })}
GROUP BY attribute
HAVING count(DISTINCT value) > 1
ORDER BY customers DESC, attribute`;
}

function judged(
  options: SegmentationOptions,
  name: string,
  given: Record<string, SqlValue | undefined>,
  select = '',
): string {
  return `WITH judged AS (
${segmentationSql(options)}
)
${select && `${select}\n`}FROM ${macro(name, 'judged', given)}`;
}

/** The call of a macro whose first parameter is the name of a relation. */
function macro(name: string, relation: string, options: Record<string, SqlValue | undefined>): string {
  const given = call('', options).slice(1, -1);
  return `${name}(${[literal(relation), given].filter(Boolean).join(', ')})`;
}
