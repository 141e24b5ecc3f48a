import customerExtra from './customer-extra.sql?raw';
import extraLine from './extra-line.sql?raw';

/** SQL for `customer_extra` over `order_line`, or over rows of customer_id, attribute, value and ordered_at. */
export function customerExtraSql(lines: string = extraLine): string {
  return `WITH extra_line AS (${lines.trim()})\n${customerExtra.trim()}`;
}
