import { call } from '../../engine/sql.ts';

/** A customer with a dated order up to the as-of moment. Rates are null where their denominator is 0 or unknown. */
export interface ProfileRow {
  customer_id: string;
  customer_name: string | null;
  first_order: Date;
  last_order: Date;
  /** Whole days from the last order, and from the first, to the as-of moment. */
  recency_days: number;
  tenure_days: number;
  orders: number;
  lines: number;
  units: number;
  amount: number | null;
  discount: number | null;
  refund: number | null;
  revenue: number;
  cost: number | null;
  /** `revenue` − `cost`; null without costs, as `margin`. */
  profit: number | null;
  revenue_per_order: number;
  /** `profit` / `revenue`. */
  margin: number | null;
  /** `refund` / `amount`. */
  return_rate: number | null;
  /** `discount` / (`amount` + `discount`). */
  discount_share: number | null;
  region: string | null;
  source: string | null;
  gender: string | null;
  birthday: Date | null;
}

/** One `ProfileRow` per customer, by id. */
export function profileSql(options: { as_of?: Date | undefined } = {}): string {
  return `FROM ${call('customer_profile', options)}`;
}
