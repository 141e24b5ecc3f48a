import { call, literal } from '../../engine/sql.ts';
import type { Messages } from '../../messages/index.ts';
import type { Formats } from '../../state/formats.ts';
import { type RfmOptions, rfmSql, type SegmentRow } from './segments.ts';

/** What the shop's own segments go by: a measure with cut points, or an attribute. */
export const MEASURES = ['monetary', 'frequency', 'recency'] as const;
export const OWN_BY = [...MEASURES, 'attribute'] as const;
export type Measure = (typeof MEASURES)[number];

export interface CutOptions extends Pick<RfmOptions, 'as_of' | 'monetary'> {
  /** 'monetary' by default. */
  measure?: Measure | undefined;
  /** Ascending: days at most, orders at least or money at least; one range more than cut points. */
  cuts?: readonly number[] | undefined;
}

/** So many values of an attribute have a segment each; the others share one. */
export const SHOWN_VALUES = 12;
/** The segments of an attribute's rarer values, and of customers of whom it is not known. */
export const OTHERS = '…';
export const UNKNOWN = '—';

/** A customer in the range numbered `segment`, '1' being the best, or with the attribute's value. */
export type OwnSegmentRow = Omit<SegmentRow, 'segment'> & { segment: string };

/** One `OwnSegmentRow` per customer, by id. */
export function cutSegmentsSql(options: CutOptions = {}): string {
  return `FROM ${call('cut_segments', { ...options })}`;
}

/** One `OwnSegmentRow` per customer: the value of an attribute, as `customer_attributes()` names it. */
export function attributeSegmentsSql(
  attribute: string,
  { as_of, monetary }: Pick<RfmOptions, 'as_of' | 'monetary'> = {},
): string {
  return `SELECT
  k.* EXCLUDE (value),
  CASE WHEN k.value IS NULL THEN ${literal(UNKNOWN)} WHEN v.place > ${SHOWN_VALUES} THEN ${literal(OTHERS)} ELSE k.value END AS segment
FROM (
  SELECT r.*, a.value
  ${rfmSql({ as_of, monetary })} r
  LEFT JOIN ${call('customer_attributes', { as_of })} a
    ON a.customer_id = r.customer_id AND a.attribute = ${literal(attribute)}
) k
LEFT JOIN (
  SELECT a.value, row_number() OVER (ORDER BY count(*) DESC, a.value) AS place
  FROM ${call('customer_attributes', { as_of })} a
  WHERE a.attribute = ${literal(attribute)}
  GROUP BY a.value
) v ON v.value = k.value`;
}

/**
 * A `SegmentSummaryRow` for each of `ranges` ranges, best first, or for each value that somebody has, most customers
 * first, over rows of `OwnSegmentRow`.
 */
export function ownSummarySql(rows: string, ranges: number | null): string {
  const figures = `SELECT
    s.segment, count(*)::INTEGER AS customers, sum(s.frequency)::INTEGER AS orders, sum(s.revenue) AS revenue,
    avg(s.recency_days) AS mean_recency, avg(s.frequency) AS mean_frequency, avg(s.monetary) AS mean_monetary
  FROM (${rows}) s
  GROUP BY s.segment`;
  const places = ranges
    ? `SELECT place::INTEGER AS position, place::VARCHAR AS segment FROM (SELECT unnest(range(1, ${ranges + 1})) AS place)`
    : `SELECT
    row_number() OVER (ORDER BY segment = ${literal(UNKNOWN)}, segment = ${literal(OTHERS)}, customers DESC, segment)::INTEGER AS position,
    segment
  FROM figures`;
  return `WITH figures AS (
  ${figures}
),
places AS (
  ${places}
)
SELECT
  p.position, p.segment,
  coalesce(g.customers, 0) AS customers,
  coalesce(g.customers, 0) / nullif(sum(g.customers) OVER (), 0) AS customer_share,
  coalesce(g.orders, 0) AS orders,
  coalesce(g.revenue, 0) AS revenue,
  coalesce(g.revenue, 0) / nullif(sum(g.revenue) OVER (), 0) AS revenue_share,
  round(g.mean_recency, 1) AS mean_recency, round(g.mean_frequency, 2) AS mean_frequency, g.mean_monetary
FROM places p
LEFT JOIN figures g ON g.segment = p.segment
ORDER BY p.position`;
}

/** The ranges between cut points in words, by their number: '1' is the best. */
export function rangeNames(
  measure: Measure,
  cuts: readonly number[],
  t: Messages['segments']['own'],
  f: Formats,
): Record<string, string> {
  const value = (cut: number) => (measure === 'monetary' ? f.roundMoney(cut) : f.count(cut));
  const words = t.ranges[measure];
  const best = measure === 'recency' ? [...cuts] : cuts.toReversed();
  if (best.length === 0) return { 1: t.all };
  const names = best.map((cut, i) => {
    if (i === 0) return words.best({ cut: value(cut) });
    const better = best[i - 1]!;
    return measure === 'recency'
      ? words.between({ from: value(better + 1), to: value(cut) })
      : words.between({
          from: value(cut),
          to: value(measure === 'frequency' ? better - 1 : better),
        });
  });
  const last = best.at(-1)!;
  names.push(words.worst({ cut: value(measure === 'frequency' ? last - 1 : last) }));
  return Object.fromEntries(names.map((name, i) => [String(i + 1), name]));
}
