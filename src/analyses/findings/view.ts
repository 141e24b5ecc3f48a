import { address } from '../../state/address.svelte.ts';
import { COMPARISONS } from '../change/change.ts';
import { DAYS } from '../change/view.ts';
import type { Wish } from './look.ts';

/** What the address asks for. */
export function readView(): Wish {
  const day = new Date(address.option('as_of') ?? NaN);
  return {
    days: Number(address.choice('days', DAYS)),
    compare: COMPARISONS.find((one) => one === address.option('compare')) ?? null,
    as_of: Number.isNaN(day.getTime()) ? undefined : day,
  };
}
