import { literal } from '../../engine/sql.ts';
import { LAST_CLASS } from './backtest.ts';

/** The ends of the ranges of silence in days; the last range is open. */
export const SILENCES = [30, 60, 90, 180, 365] as const;

/** The customers with as many repeat purchases (7 or more in the last row) who last bought as long ago. */
export interface CellRow {
  repeats: number;
  /** The place of the range of silence, from 0. */
  silence: number;
  customers: number;
  /** Mean probability of still being a customer; null for those the model cannot judge. */
  p_alive: number | null;
  expected_orders: number;
  expected_revenue: number;
}

const CELL = `least(x, ${LAST_CLASS}) AS repeats,
  len(list_filter(${literal(SILENCES)}, lambda days: days < round(7 * (age - t_x))))::INTEGER AS silence`;

/** One `CellRow` per cell that holds somebody; `onceKnown` is whether those who bought once can be judged. */
export function cellsSql(onceKnown: boolean): string {
  return `SELECT
  ${CELL},
  count(*)::INTEGER AS customers,
  ${onceKnown ? 'avg(p_alive)' : 'avg(p_alive) FILTER (x > 0)'} AS p_alive,
  sum(expected_orders) AS expected_orders,
  sum(expected_revenue) AS expected_revenue
FROM customer_value
GROUP BY ALL
ORDER BY repeats, silence`;
}

/** A cell as one word, such as `3-1`. */
export function cellName({ repeats, silence }: Pick<CellRow, 'repeats' | 'silence'>): string {
  return `${repeats}-${silence}`;
}

/** The customers of a group, of a cell, or all. */
export function customersSql({ segment, cell }: { segment: string; cell: string }): string {
  const [repeats, silence] = cell.split('-').map(Number);
  const where = segment
    ? `\nWHERE segment = ${literal(segment)}`
    : cell
      ? `\nWHERE repeats = ${literal(repeats ?? null)} AND silence = ${literal(silence ?? null)}`
      : '';
  const from = cell && !segment ? `(SELECT *, ${CELL} FROM customer_value)` : 'customer_value';
  return `SELECT
  customer_id, customer_name, segment, last_order, x, revenue, p_alive, expected_orders, expected_orders_low,
  expected_orders_high, expected_spend, expected_revenue, clv
FROM ${from}${where}`;
}
