import { call } from '../../engine/sql.ts';

/** One row `orders`: those on a day on which the same customer had ordered already. */
export function sameDaySql(as_of: Date | undefined): string {
  return `SELECT
  (SELECT count(*) FROM ${call('customer_purchases', { per: 'order', as_of })})
    - (SELECT count(*) FROM ${call('customer_purchases', { as_of })}) AS orders`;
}

/** One row `customers`: those of whom the attribute is not known. */
export function unknownSql(by: string, as_of: Date | undefined): string {
  return `SELECT
  (SELECT count(*) FROM ${call('customer_purchases', { as_of })} WHERE number = 1)
    - (SELECT count(*) FROM ${call('customer_groups', { by, as_of })}) AS customers`;
}
