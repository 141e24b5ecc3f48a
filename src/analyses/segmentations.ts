import { call, literal, type SqlValue } from '../engine/sql.ts';
import type { Messages } from '../messages/index.ts';
import { type CutOptions, cutSegmentsSql } from './segments/own.ts';

/**
 * Every way the pages have of putting customers into groups; 'cuts' is by the shop's own cut points, 'attribute' any
 * attribute that is known of them.
 */
export const SEGMENTATIONS = [
  '11',
  '8',
  'tiers',
  'lifecycle',
  'quality',
  'types',
  'cuts',
  'attribute',
] as const;
export type Segmentation = (typeof SEGMENTATIONS)[number];

export interface SegmentationOptions {
  by: Segmentation;
  /** For 'attribute': which one, as `customer_attributes()` names it. */
  attribute?: string | undefined;
  /** For 'cuts': of which measure, and where. */
  cut?: Pick<CutOptions, 'measure' | 'cuts'> | undefined;
  /** One day after the last order by default; later orders do not count. */
  as_of?: Date | undefined;
}

/**
 * `customer_id` and `segment` of every customer with a dated order up to the as-of moment, each way of grouping with the
 * defaults of its own page; `segment` is null where it places nobody.
 */
export function segmentationSql({ by, attribute = '', cut, as_of }: SegmentationOptions): string {
  const from = (macro: string, options: Record<string, SqlValue | undefined> = {}) =>
    `FROM ${call(macro, { ...options, as_of })}`;
  switch (by) {
    case 'lifecycle':
      return `SELECT customer_id, stage AS segment ${from('lifecycle')}`;
    case 'quality':
      return `SELECT customer_id, tier AS segment ${from('customer_quality')}`;
    case 'types':
      return `SELECT customer_id, type AS segment ${from('customer_types')}`;
    case 'cuts':
      return `SELECT customer_id, segment ${cutSegmentsSql({ ...cut, as_of })}`;
    case 'attribute':
      return `SELECT p.customer_id, a.value AS segment
${from('customer_profile')} p
LEFT JOIN ${call('customer_attributes', { as_of })} a
  ON a.customer_id = p.customer_id AND a.attribute = ${literal(attribute)}`;
    default:
      return `SELECT customer_id, segment ${from('segments', { model: by })}`;
  }
}

/**
 * The words for the segments of a segmentation, in the order they are shown; none for values of an attribute, which speak
 * for themselves, and for ranges between cut points (`rangeNames`).
 */
export function segmentWords(t: Messages, by: Segmentation): Record<string, string> {
  switch (by) {
    case 'lifecycle':
      return t.lifecycle.stages;
    case 'quality':
      return t.quality.tiers;
    case 'types':
      return t.types.names;
    case 'cuts':
    case 'attribute':
      return {};
    default:
      return t.segments.names;
  }
}
