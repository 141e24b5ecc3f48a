import { address } from '../../state/address.svelte.ts';
import type { SourceRow } from './statements.ts';
import { type CustomerType, TYPE_DEFAULTS, type TypeOptions, TYPES } from './types.ts';

export type Threshold = keyof typeof TYPE_DEFAULTS;

/** The thresholds of each rule in the order its sentence names them; per cent in the address where `share`. */
export const THRESHOLDS: Record<Threshold, { type: CustomerType; share: boolean; min: number; max: number }> =
  {
    habit_orders: { type: 'stingy', share: false, min: 1, max: 100 },
    bargain_from: { type: 'stingy', share: true, min: 1, max: 100 },
    bargain_share: { type: 'stingy', share: true, min: 1, max: 100 },
    bargain_returns: { type: 'stingy', share: true, min: 0, max: 100 },
    owner_orders: { type: 'owner', share: false, min: 1, max: 1000 },
    owner_low: { type: 'owner', share: true, min: 0, max: 100 },
    owner_high: { type: 'owner', share: true, min: 0, max: 100 },
    task_orders: { type: 'task', share: false, min: 1, max: 100 },
    task_days: { type: 'task', share: false, min: 0, max: 365 },
    task_factor: { type: 'task', share: false, min: 0, max: 100 },
    rational_gaps: { type: 'rational', share: false, min: 1, max: 100 },
    rational_variation: { type: 'rational', share: true, min: 0, max: 500 },
    rational_returns: { type: 'rational', share: true, min: 0, max: 100 },
    rational_discount: { type: 'rational', share: true, min: 0, max: 100 },
  };
const NAMES = Object.keys(THRESHOLDS) as Threshold[];

/** What the address asks for, thresholds as it writes them. */
export function readView() {
  const day = new Date(address.option('as_of') ?? NaN);
  const numbers = Object.fromEntries(
    NAMES.map((name) => {
      const { min, max } = THRESHOLDS[name];
      return [name, address.number(name, standard(name), min, max)];
    }),
  ) as Record<Threshold, number>;
  const sources = address.option('sources');
  return {
    as_of: Number.isNaN(day.getTime()) ? undefined : day,
    numbers,
    type: TYPES.find((type) => type === address.option('type')) ?? null,
    /** The numbers of the sources that count as a referral; null to go by their words. */
    sources: sources === null ? null : sources.split(',').map(Number),
  };
}
export type View = ReturnType<typeof readView>;

/** The options that differ from the macros' own; null while the sources that the address numbers are not known. */
export function typeOptions(view: View, known: readonly SourceRow[] | null): TypeOptions | null {
  if (view.sources && !known) return null;
  const changed = NAMES.filter((name) => view.numbers[name] !== standard(name));
  return {
    as_of: view.as_of,
    referral_sources: view.sources
      ? known!.filter(({ number }) => view.sources!.includes(number)).map(({ source }) => source)
      : undefined,
    ...Object.fromEntries(
      changed.map((name) => [
        name,
        THRESHOLDS[name].share ? Number((view.numbers[name] / 100).toFixed(6)) : view.numbers[name],
      ]),
    ),
  };
}

/** Sets a threshold in the address; its standard leaves no trace. */
export function setThreshold(name: Threshold, value: number): void {
  address.set({ [name]: value === standard(name) ? null : value });
}

/** Says which sources count as a referral, by number: a source may name a person, so its words stay out of the address. */
export function setSources(known: readonly SourceRow[], chosen: readonly number[]): void {
  const byWords = known.filter(({ referral }) => referral).map(({ number }) => number);
  const same = byWords.length === chosen.length && byWords.every((number) => chosen.includes(number));
  address.set({ sources: same ? null : chosen.length ? chosen.toSorted((a, b) => a - b).join(',') : '0' });
}

/** Chooses whom the list shows; choosing the same type again shows everybody. */
export function choose(view: View, type: string | null): void {
  address.set({ type: type === view.type ? null : type });
}

function standard(name: Threshold): number {
  const value = TYPE_DEFAULTS[name];
  return THRESHOLDS[name].share ? Math.round(value * 1000) / 10 : value;
}
