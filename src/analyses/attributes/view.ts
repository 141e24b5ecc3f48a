import { address } from '../../state/address.svelte.ts';
import { MEASURES } from './attributes.ts';

export const ENOUGH = 30;

/** What the address asks for; an empty `attribute` leaves the choice to the page, an empty `second` wants none. */
export function readView() {
  const day = new Date(address.option('as_of') ?? NaN);
  return {
    attribute: address.option('attribute') ?? '',
    second: address.option('second') ?? '',
    measure: address.choice('measure', MEASURES),
    min_customers: Math.round(address.number('min_customers', ENOUGH, 2, 1e6)),
    as_of: Number.isNaN(day.getTime()) ? undefined : day,
  };
}
