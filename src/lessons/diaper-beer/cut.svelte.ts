import { address } from '../../state/address.svelte.ts';
import type { Cut } from './counts.ts';

/** The story's evening: from five to eight. */
export const EVENING = { from: 17, to: 20 } as const;

/** How the baskets are split, as the address says: `cut`, and `from` and `to` for the hours. */
export function cut(): Cut {
  if (address.choice('cut', ['hour', 'week']) === 'week') return { by: 'week' };
  const from = Math.round(address.number('from', EVENING.from, 0, 23));
  const to = Math.round(address.number('to', EVENING.to, 1, 24));
  return to > from ? { by: 'hour', from, to } : { by: 'hour', ...EVENING };
}
