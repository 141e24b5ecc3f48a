import { address } from '../../state/address.svelte.ts';
import { COMPARISONS, KINDS, MEASURES } from './change.ts';
import { usual } from './usual.svelte.ts';

/** The lengths of the periods offered. */
export const DAYS = ['90', '30', '180', '365'] as const;

/** Whose customers can be listed, those who stayed away first. */
export const LISTED = ['lost', ...KINDS.filter((kind) => kind !== 'lost' && kind !== 'guests')] as const;

export const MOST_PERCENT = 20;

/** What the address asks for; values that are the macros' own are left out of their calls. */
export function readView() {
  const day = new Date(address.option('as_of') ?? NaN);
  const days = address.choice('days', DAYS);
  const compare =
    COMPARISONS.find((one) => one === address.option('compare')) ?? usual.comparison ?? 'before';
  const measure = address.choice('measure', MEASURES);
  const percent = Math.round(address.number('percent', 1, 1, MOST_PERCENT));
  const as_of = Number.isNaN(day.getTime()) ? undefined : day;
  const period = { days: Number(days), as_of };
  return {
    days,
    as_of,
    compare,
    measure,
    percent,
    who: address.choice('who', LISTED),
    change: {
      ...period,
      compare: compare === COMPARISONS[0] ? undefined : compare,
      measure: measure === MEASURES[0] ? undefined : measure,
    },
    gains: { ...period, percent: percent === 1 ? undefined : percent },
  };
}
export type View = ReturnType<typeof readView>;

/** Sets an option in the address; its standard leaves no trace. */
export function choose<Value extends string>(option: string, value: Value, standard: Value): void {
  address.set({ [option]: value === standard ? null : value });
}
