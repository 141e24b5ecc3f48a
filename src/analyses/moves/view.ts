import { address } from '../../state/address.svelte.ts';
import { MEASURES } from '../segments/own.ts';
import { readCuts } from '../segments/view.ts';
import { MONTH_MEASURES } from './months.chart.ts';
import { MOVE_MODELS } from './moves.ts';

export type View = ReturnType<typeof readView>;

/** So many months are drawn at most. */
export const MOST_MONTHS = 12;

/** What the address asks for. */
export function readView() {
  const model = address.choice('model', MOVE_MODELS);
  const usual = model === 'tiers' ? 'revenue_share' : 'customer_share';
  return {
    model,
    from: day('from'),
    to: day('to'),
    by: address.choice('by', MEASURES),
    attribute: '',
    cuts: readCuts(),
    /** The flow whose customers are listed, by the keys of its segments; '' for those who left the best group. */
    was: address.option('was') ?? '',
    is: address.option('is') ?? '',
    measure: MONTH_MEASURES.find((measure) => measure === address.option('months')) ?? usual,
    usual,
  } as const;
}

function day(name: string): Date | undefined {
  const date = new Date(address.option(name) ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
