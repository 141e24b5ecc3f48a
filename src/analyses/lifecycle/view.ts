import { address } from '../../state/address.svelte.ts';
import {
  type Beginning,
  BEGINNINGS,
  LIFECYCLE_DEFAULTS,
  type LifecycleMovesOptions,
  type LifecycleOptions,
  type Stage,
  STAGES,
} from './lifecycle.ts';

export const SHOWS = ['customers', 'share', 'revenue'] as const;
export const LOSTS = ['shown', 'hidden'] as const;
export const MONTHS = ['12', '24', '36', '60'] as const;

const DAY_MS = 86_400_000;

/** How far each threshold can be moved: its smallest and largest value and its step. */
export const RANGES = {
  decline_after: [1, 6, 0.5],
  lost_after: [1, 12, 0.5],
  window_days: [15, 180, 5],
  drop_below: [0.1, 1, 0.05],
  own_gap_orders: [2, 10, 1],
  exploration_orders: [1, 9, 1],
  shortest_gap: [0, 30, 1],
} as const;
export type Threshold = keyof typeof RANGES;
export const THRESHOLDS = Object.keys(RANGES) as Threshold[];

/** What the address asks for. */
export type View = ReturnType<typeof readView>;

export function readView() {
  const [from, to] = (address.option('move') ?? '').split('-');
  const [from_stage, to_stage] = [
    BEGINNINGS.find((stage) => stage === from),
    STAGES.find((stage) => stage === to),
  ];
  const thresholds = Object.fromEntries(
    THRESHOLDS.map((name) => {
      const [least, most] = RANGES[name];
      return [name, address.number(name, LIFECYCLE_DEFAULTS[name], least, most)];
    }),
  ) as Record<Threshold, number>;
  for (const name of ['window_days', 'own_gap_orders', 'exploration_orders'] as const)
    thresholds[name] = Math.round(thresholds[name]);
  return {
    as_of: day('as_of'),
    from: day('from'),
    months: MONTHS.find((months) => months === address.option('months')) ?? '12',
    show: address.choice('show', SHOWS),
    lost: address.choice('lost', LOSTS),
    stage: STAGES.find((stage) => stage === address.option('stage')) ?? null,
    move: from_stage && to_stage ? { from_stage, to_stage } : null,
    thresholds,
  };
}

/** The thresholds that are not the usual ones, and the date. */
export function lifecycleOptions({ as_of, thresholds }: View): LifecycleOptions {
  const changed = THRESHOLDS.filter((name) => thresholds[name] !== LIFECYCLE_DEFAULTS[name]);
  return { as_of, ...Object.fromEntries(changed.map((name) => [name, thresholds[name]])) };
}

export function movesOptions(view: View): LifecycleMovesOptions {
  const { as_of, ...thresholds } = lifecycleOptions(view);
  return { from_date: view.from, to_date: as_of, ...thresholds };
}

/** The two moments that are compared, given the last order. */
export function compared(view: View, lastOrder: Date): { from: Date; to: Date } {
  const to = view.as_of ?? new Date(lastOrder.getTime() + DAY_MS);
  const from = view.from ?? new Date(to.getTime() - view.thresholds.window_days * DAY_MS);
  return { from: from < to ? from : to, to };
}

/** Chooses whom the list of customers shows; choosing it again takes the choice back. */
export function choose(
  view: View,
  choice: { stage: Stage } | { from_stage: Beginning; to_stage: Stage },
): void {
  if ('stage' in choice) {
    address.set({ stage: choice.stage === view.stage ? null : choice.stage, move: null });
  } else {
    const move = moveName(choice);
    address.set({ move: view.move && move === moveName(view.move) ? null : move, stage: null });
  }
}

/** A move as one word, such as `maturity-decline`. */
export function moveName({ from_stage, to_stage }: { from_stage: Beginning; to_stage: Stage }): string {
  return `${from_stage}-${to_stage}`;
}

function day(name: string): Date | undefined {
  const date = new Date(address.option(name) ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
