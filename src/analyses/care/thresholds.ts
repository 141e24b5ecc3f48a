import type { Formats } from '../../state/formats.ts';
import { type CareOptions } from './care.ts';
import { type ListId, QUIET_DAYS } from './letters/contract.ts';
import type { FestivalId } from './letters/festivals.ts';

interface Threshold {
  list: ListId;
  /** The macro's parameter; null for what only the page knows. */
  option: string | null;
  standard: number;
  min: number;
  max: number;
  step: number;
  /** A share is per cent in the address and of 1 in the macro. */
  unit: 'share' | 'days' | 'gaps' | 'times' | 'count';
}

/** What can be set, by its name in the address. */
export const THRESHOLDS = {
  complaint_days: field('complaints', 'within_days', 365, 30, 3650, 'days'),
  top: field('silent', 'top_share', 20, 1, 100, 'share'),
  silent_after: { ...field('silent', 'silent_after', 2, 1, 10, 'gaps'), step: 0.5 },
  give_up_after: { ...field('silent', 'give_up_after', 4, 1, 20, 'gaps'), step: 0.5 },
  give_up_days: field('silent', 'give_up_days', 365, 30, 3650, 'days'),
  ahead: field('running_out', 'ahead_days', 7, 0, 90, 'days'),
  overdue: field('running_out', 'overdue_days', 14, 0, 180, 'days'),
  min_gaps: field('running_out', 'min_gaps', 10, 6, 200, 'count'),
  again: field('running_out', 'min_again', 20, 0, 100, 'share'),
  own_gaps: field('running_out', 'own_gaps', 3, 2, 10, 'count'),
  spread: field('running_out', 'max_spread', 10, 1, 1000, 'times'),
  window_from: field('second_order', 'window_from', 25, 0, 50, 'share'),
  window_to: field('second_order', 'window_to', 75, 50, 100, 'share'),
  came_back: field('second_order', 'min_gaps', 10, 1, 500, 'count'),
  birthday_days: field('birthdays', 'ahead_days', 14, 0, 90, 'days'),
  birthday_active: field('birthdays', 'active_days', 365, 30, 3650, 'days'),
  asked_from: field('after_sale', 'from_days', 7, 0, 60, 'days'),
  asked_to: field('after_sale', 'to_days', 21, 1, 180, 'days'),
  brought_days: field('referrers', 'within_days', 90, 7, 3650, 'days'),
  festival_ahead: field('greetings', null, 14, 0, 90, 'days'),
  greet_active: field('greetings', 'active_days', 365, 30, 3650, 'days'),
} as const satisfies Record<string, Threshold>;
export type ThresholdName = keyof typeof THRESHOLDS;
export const THRESHOLD_NAMES = Object.keys(THRESHOLDS) as ThresholdName[];

/** What is asked of the page. */
export interface View {
  as_of: Date | undefined;
  /** The open list; null for the most urgent one with somebody on it. */
  list: ListId | null;
  /** The festival greeted on; null for the next one. */
  festival: FestivalId | null;
  quietDays: number;
  thresholds: Readonly<Record<ThresholdName, number>>;
}

/** What is asked when nothing is. */
export function standardView(): View {
  const standards = THRESHOLD_NAMES.map((name) => [name, THRESHOLDS[name].standard]);
  return {
    as_of: undefined,
    list: null,
    festival: null,
    quietDays: QUIET_DAYS,
    thresholds: Object.fromEntries(standards) as Record<ThresholdName, number>,
  };
}

/** The fields of one list. */
export function thresholdsOf(list: ListId): ThresholdName[] {
  return THRESHOLD_NAMES.filter((name) => THRESHOLDS[name].list === list);
}

/** The options of a list's macro that are not its own. */
export function optionsOf({ as_of, thresholds }: View, list: ListId): CareOptions {
  const changed = thresholdsOf(list).flatMap((name) => {
    const { option, standard, unit }: Threshold = THRESHOLDS[name];
    const value = thresholds[name];
    if (option === null || value === standard) return [];
    return [[option, unit === 'share' ? Number((value / 100).toFixed(4)) : value] as const];
  });
  return { as_of, ...Object.fromEntries(changed) };
}

/** The options of `product_cycles` in the list of what runs out. */
export function cycleOptions(view: View): CareOptions {
  const { as_of, min_gaps, min_again, max_spread } = optionsOf(view, 'running_out');
  return { as_of, min_gaps, min_again, max_spread };
}

/** The options of `second_order_window` in the list of second orders. */
export function windowOptions(view: View): CareOptions {
  const { as_of, window_from, window_to } = optionsOf(view, 'second_order');
  return { as_of, window_from, window_to };
}

/** The thresholds as sentences name them. */
export function thresholdWords({ thresholds }: View, f: Formats): Record<ThresholdName, string> {
  return Object.fromEntries(
    THRESHOLD_NAMES.map((name) => {
      const value = thresholds[name];
      return [name, THRESHOLDS[name].unit === 'share' ? f.percent(value / 100, 0) : f.number(value, 1)];
    }),
  ) as Record<ThresholdName, string>;
}

function field<const List extends ListId, const Unit extends Threshold['unit']>(
  list: List,
  option: string | null,
  standard: number,
  min: number,
  max: number,
  unit: Unit,
) {
  return { list, option, standard, min, max, step: 1, unit };
}
