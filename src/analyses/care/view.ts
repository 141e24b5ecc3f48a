import { address } from '../../state/address.svelte.ts';
import { URGENCY } from './care.ts';
import { type FestivalDay, type FestivalId, FESTIVALS, festivalsAfter } from './letters/festivals.ts';
import { standardView, THRESHOLD_NAMES, type ThresholdName, THRESHOLDS, type View } from './thresholds.ts';

/** What the address asks for. */
export function readView(): View {
  const day = new Date(address.option('as_of') ?? NaN);
  const { quietDays } = standardView();
  const thresholds = Object.fromEntries(
    THRESHOLD_NAMES.map((name) => {
      const { standard, min, max } = THRESHOLDS[name];
      return [name, address.number(name, standard, min, max)];
    }),
  ) as Record<ThresholdName, number>;
  return {
    as_of: Number.isNaN(day.getTime()) ? undefined : day,
    list: URGENCY.find((list) => list === address.option('list')) ?? null,
    festival: FESTIVALS.find((id) => id === address.option('festival')) ?? null,
    quietDays: Math.round(address.number('quiet_days', quietDays, 0, 3650)),
    thresholds,
  };
}

/** Sets a field in the address; its standard leaves no trace. */
export function setThreshold(name: ThresholdName, value: number): void {
  address.set({ [name]: value === THRESHOLDS[name].standard ? null : value });
}

/** The festivals that can be greeted on from that day, each once, and the one to greet on. */
export function festivalsOf(
  day: Date,
  chosen: FestivalId | null,
): { coming: FestivalDay[]; festival: FestivalDay } {
  const ahead = festivalsAfter(day, 2 * FESTIVALS.length);
  const coming = FESTIVALS.flatMap((id) => ahead.find((one) => one.id === id) ?? []);
  coming.sort((a, b) => a.days - b.days);
  return { coming, festival: coming.find(({ id }) => id === chosen) ?? coming[0]! };
}
