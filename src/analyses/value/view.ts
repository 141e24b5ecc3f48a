import type { ModelName } from '../../models/value/types.ts';
import { address } from '../../state/address.svelte.ts';
import type { Segmentation } from '../segmentations.ts';
import { HORIZONS } from './forecast.ts';
import { COUNTS } from './value.ts';

export const MODELS = ['bgnbd', 'pnbd'] as const satisfies readonly ModelName[];
/** The groupings the sums can be shown by. */
export const GROUPINGS = [
  '11',
  '8',
  'tiers',
  'lifecycle',
  'quality',
  'types',
] as const satisfies readonly Segmentation[];

export const DEFAULTS = { horizon: 90, discount: 0.1, months: 36 } as const;

/** What the address asks for. */
export type View = ReturnType<typeof readView>;

export function readView() {
  return {
    model: address.choice('model', MODELS),
    horizon: HORIZONS.find((days) => String(days) === address.option('horizon')) ?? DEFAULTS.horizon,
    discount: address.number('discount', DEFAULTS.discount, 0, 1),
    months: Math.round(address.number('months', DEFAULTS.months, 1, 120)),
    count_by: address.choice('count_by', COUNTS),
    by: address.choice('by', GROUPINGS),
    as_of: day('as_of'),
    split: day('split'),
    /** Whose customers are listed: a group, or a cell of the map as `repeats-silence`; '' for all. */
    segment: address.option('segment') ?? '',
    cell: address.option('cell') ?? '',
  } as const;
}

function day(name: string): Date | undefined {
  const date = new Date(address.option(name) ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
