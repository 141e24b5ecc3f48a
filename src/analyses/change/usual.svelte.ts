import type { Comparison } from './change.ts';

/**
 * What the last days are held against where the address does not say: null until the findings tell it, by how far the
 * data go back.
 */
export const usual = $state<{ comparison: Comparison | null }>({ comparison: null });
