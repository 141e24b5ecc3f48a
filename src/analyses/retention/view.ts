import { address } from '../../state/address.svelte.ts';
import { PERIODS, PURCHASES, THINGS } from './retention.ts';

export type View = ReturnType<typeof readView>;

/** What a cell of the triangle shows. */
export const SHOWS = ['share', 'customers', 'revenue'] as const;
export type Show = (typeof SHOWS)[number];

/** Purchases after which the page can wait for the next. */
export const ORDERS = ['1', '2', '3', '4', '5'] as const;

/** So many groups are compared at most, the largest. */
export const MOST_GROUPS = 6;
/** Groups with fewer customers are marked and not compared. */
export const ENOUGH = 30;
/** Categories and products with fewer gaps are not listed. */
export const FEW_GAPS = 10;

/** What the address asks for; an empty `by` compares no groups, `group` is the place of one among them, from 1. */
export function readView() {
  const day = new Date(address.option('as_of') ?? NaN);
  return {
    period: address.choice('period', PERIODS),
    show: address.choice('show', SHOWS),
    by: address.option('by') ?? '',
    group: Math.round(address.number('group', 0, 1, MOST_GROUPS)),
    order: Number(address.choice('order', ORDERS)),
    per: address.choice('per', PURCHASES),
    of: address.choice('of', THINGS),
    min_customers: Math.round(address.number('min_customers', ENOUGH, 2, 1e6)),
    min_gaps: Math.round(address.number('min_gaps', FEW_GAPS, 1, 1e6)),
    as_of: Number.isNaN(day.getTime()) ? undefined : day,
  };
}
