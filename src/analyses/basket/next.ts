import { weightedHolm } from '../../models/statistics/holm.ts';
import { normalTail } from '../../models/statistics/tails.ts';
import type { NextRow } from './basket.ts';

/** From so many customers on the normal distribution may judge `z`. */
const ENOUGH_CUSTOMERS = 10;
const LEVEL = 0.05;

/**
 * The items bought next more often than usual, in the order given: one-sided, `z` taken as normal, adjusted by Holm for all rows.
 * Rows of fewer than ten customers are never among them.
 */
export function standsOut(rows: readonly NextRow[]): NextRow[] {
  const p = rows.map(({ z, customers }) => (z === null || customers < ENOUGH_CUSTOMERS ? 1 : normalTail(z)));
  const adjusted = weightedHolm(
    p,
    p.map(() => 1 / p.length),
  );
  return rows.filter((_, i) => adjusted[i]! <= LEVEL);
}
