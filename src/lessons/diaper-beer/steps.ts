/** The steps of the lesson in order; `step` in the address is a place in this list, from 1. */
export const STEPS = ['hand', 'store', 'parts', 'chance', 'tale', 'exercises'] as const;
export type Step = (typeof STEPS)[number];
