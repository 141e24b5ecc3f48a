import { address } from '../../state/address.svelte.ts';
import {
  BORDERS,
  COMPONENTS,
  type Component,
  FINDINGS,
  QUALITIES,
  QUALITY_DEFAULTS,
  type QualityOptions,
  TIERS,
  TIERS_BY,
} from './quality.ts';

/** Which customers the list shows: a finding, everybody, or one cell of the matrix, `vip.poor`. */
export const LISTS = [
  ...FINDINGS,
  'all',
  ...TIERS.flatMap((tier) => QUALITIES.map((quality) => `${tier}.${quality}` as const)),
] as const;

/** What can be set as a number: its name in the address, its parameter, its range. Shares are per cent in the address. */
export const NUMBERS = {
  vip: { option: 'vip_to', min: 0.1, max: 99, step: 0.1, share: true },
  major: { option: 'major_to', min: 0.1, max: 99.5, step: 0.1, share: true },
  ordinary: { option: 'ordinary_to', min: 0.1, max: 100, step: 0.1, share: true },
  window: { option: 'window_days', min: 30, max: 730, step: 10, share: false },
  orders: { option: 'min_orders', min: 1, max: 10, step: 1, share: false },
  known: { option: 'min_known', min: 1, max: 5, step: 1, share: false },
  low: { option: 'poor_to', min: 1, max: 50, step: 1, share: true },
  high: { option: 'good_from', min: 50, max: 99, step: 1, share: true },
} as const;
export type NumberName = keyof typeof NUMBERS;

/** The heaviest a component can weigh. */
export const MOST_WEIGHT = 3;

/** What the address asks for: values as it writes them, and the same as options of the macros. */
export function readView() {
  const day = new Date(address.option('as_of') ?? NaN);
  const tiers_by = address.choice('by', TIERS_BY);
  const numbers = Object.fromEntries(
    (Object.keys(NUMBERS) as NumberName[]).map((name) => {
      const { min, max } = NUMBERS[name];
      return [name, address.number(name, standard(name, tiers_by), min, max)];
    }),
  ) as Record<NumberName, number>;
  const weights = Object.fromEntries(
    COMPONENTS.map((name) => [name, address.number(name, 1, 0, MOST_WEIGHT)]),
  ) as Record<Component, number>;
  return {
    as_of: Number.isNaN(day.getTime()) ? undefined : day,
    tiers_by,
    numbers,
    weights,
    list: address.choice('list', LISTS),
  };
}
export type View = ReturnType<typeof readView>;

/** The options that differ from the macros' own. */
export function qualityOptions({ as_of, tiers_by, numbers, weights }: View): QualityOptions {
  const changed = (Object.keys(NUMBERS) as NumberName[]).filter(
    (name) => numbers[name] !== standard(name, tiers_by),
  );
  return {
    as_of,
    tiers_by: tiers_by === QUALITY_DEFAULTS.tiers_by ? undefined : tiers_by,
    ...Object.fromEntries(
      changed.map((name) => {
        const { option, share } = NUMBERS[name];
        return [option, share ? Number((numbers[name] / 100).toFixed(6)) : numbers[name]];
      }),
    ),
    ...Object.fromEntries(
      COMPONENTS.filter((name) => weights[name] !== 1).map((name) => [`${name}_weight`, weights[name]]),
    ),
  };
}

/** Sets a number in the address; its standard leaves no trace. */
export function setNumber(view: View, name: NumberName, value: number): void {
  const { min, max } = NUMBERS[name];
  const within = Math.min(max, Math.max(min, value));
  address.set({ [name]: within === standard(name, view.tiers_by) ? null : within });
}

export function setWeight(name: Component, weight: number): void {
  address.set({ [name]: weight === 1 ? null : weight });
}

/** Chooses whom the list shows; choosing the same cell again goes back to the first list. */
export function choose(view: View, list: (typeof LISTS)[number]): void {
  const back = list === view.list && list.includes('.');
  address.set({ list: back || list === LISTS[0] ? null : list });
}

function standard(name: NumberName, tiersBy: (typeof TIERS_BY)[number]): number {
  const { option, share } = NUMBERS[name];
  const all: Record<string, number | string> = { ...QUALITY_DEFAULTS, ...BORDERS[tiersBy] };
  return share ? Math.round(Number(all[option]) * 1000) / 10 : Number(all[option]);
}
