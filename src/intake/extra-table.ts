import { customerExtraSql } from '../tables/customer-extra.ts';
import { extraLinesSql } from './extra.ts';
import type { KeptTable } from './kept.ts';

/** SQL for `customer_extra` over tables of lines, from their own columns: taking maps of every line apart takes long. */
export function customerExtraOf(tables: readonly KeptTable[]): string {
  return customerExtraSql(extraLinesSql(tables.map(({ table: { lines }, columns }) => ({ lines, columns }))));
}
