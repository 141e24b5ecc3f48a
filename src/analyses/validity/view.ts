import { address } from '../../state/address.svelte.ts';
import { type CutOptions, MEASURES as CUT_MEASURES } from '../segments/own.ts';
import { readCuts } from '../segments/view.ts';
import { type Segmentation, SEGMENTATIONS, type SegmentationOptions } from '../segmentations.ts';
import { type Measure, MEASURES } from './validity.ts';

export const DEFAULTS = { small: 0.02, large: 0.5, seed: 1 } as const;

/** What the address asks for. */
export interface View {
  by: Segmentation;
  /** The attribute judged, '' for none. */
  attribute: string;
  /** The shop's own cut points; without `cuts` those suggested. */
  cut: { measure: NonNullable<CutOptions['measure']>; cuts: readonly number[] | null };
  measure: Measure;
  as_of: Date | undefined;
  /** The earlier date to compare with; the middle of the data by default. */
  before: Date | undefined;
  /** The least share of the smallest segment and the most of the largest. */
  small: number;
  large: number;
  seed: number;
}

export function readView(): View {
  return {
    by: address.choice('by', SEGMENTATIONS),
    attribute: address.option('attribute') ?? '',
    cut: { measure: address.choice('cut_by', CUT_MEASURES), cuts: readCuts() },
    measure: address.choice('measure', MEASURES),
    as_of: day('as_of'),
    before: day('before'),
    small: address.number('small', DEFAULTS.small, 0, 0.5),
    large: address.number('large', DEFAULTS.large, 0.1, 1),
    seed: Math.round(address.number('seed', DEFAULTS.seed, 0, 2 ** 31 - 1)),
  };
}

/** Which segmentation is judged; null while it is not known where to cut or which attribute to take. */
export function segmentationOptions({ by, attribute, cut, as_of }: View): SegmentationOptions | null {
  const { measure, cuts } = cut;
  if (by === 'attribute') return attribute ? { by, attribute, as_of } : null;
  if (by === 'cuts') return cuts && { by, cut: { measure, cuts }, as_of };
  return { by, as_of };
}

/** The first and the last order of the customers. */
export interface Span {
  first_order: Date | null;
  last_order: Date | null;
}

const DAY_MS = 86_400_000;

/** The two dates in use: the later as asked or one day after the last order, the earlier as asked or half-way. */
export function dates(
  { as_of, before }: View,
  { first_order, last_order }: Span,
): { earlier: Date; later: Date } {
  const later = as_of ?? new Date((last_order?.getTime() ?? 0) + DAY_MS);
  const middle = ((first_order?.getTime() ?? 0) + later.getTime()) / 2;
  return { earlier: before ?? new Date(Math.floor(middle / DAY_MS) * DAY_MS), later };
}

function day(name: string): Date | undefined {
  const date = new Date(address.option(name) ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
