import { formatOf } from './formats/index.ts';
import type { Inspected } from './inspect.ts';

/** Whether a list has all products of an order in one cell, which counts as one product, and no list of lines is with it. */
export function hasWholeOrders(tables: readonly Inspected[]): boolean {
  const whole = ({ shape, format, mapping }: Inspected) =>
    shape === 'order' && mapping.product !== undefined && !formatOf(format).packed;
  return tables.some(whole) && !tables.some(({ shape }) => shape === 'details');
}
