import { derivedSql, type LineSpec, replacedSql } from './line-values.ts';
import type { Meaning } from './meaning.ts';
import { rawOf, reasonCases, surelyKept } from './reasons.ts';
import { statusColumns, statusWords } from './statuses.ts';

/** Columns of the result that come straight from the input when it has them. */
const CARRIED: readonly Meaning[] = [
  'ordered_at',
  'customer_name',
  'category',
  'quantity',
  'unit_price',
  'discount',
  'cost',
  'status',
  'item_status',
  'source',
  'rating',
  'review',
  'gender',
  'email',
  'phone',
  'address',
  'note',
  'tags',
  'paid_at',
  'complaint',
  'complaint_result',
  'complaint_days',
  'region',
  'city',
  'line_id',
  'currency',
];

/** Columns of the result that are completed or derived. */
const COMPLETED = ['customer_id', 'product_id', 'product', 'refund'];

/**
 * Turns typed rows into lines: the columns of `order_line` the file has, and for a line that is left out `reason`, written
 * as code/meaning of the column that decided, with its text in `reason_value`. Every row of the input is in the result.
 */
export function lineSelect(typed: string, spec: LineSpec, extra: readonly string[] = []): string {
  const { has, seen } = spec;
  const carried = CARRIED.filter(has);
  const columns = [...carried, ...(has('birthday') ? ['birthday::DATE AS birthday'] : [])].filter(
    (name) => name !== 'quantity',
  );
  const reasons = reasonCases(spec);
  const value = [...new Set(reasons.map(([, , meaning]) => meaning))].filter(
    (meaning): meaning is Meaning => meaning !== null,
  );
  return `SELECT order_id, (row - max(CASE WHEN order_id IS DISTINCT FROM previous THEN row END)
    OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) + 1)::INTEGER AS line_no,
  ${['quantity', 'amount', ...extra, ...columns, ...COMPLETED].join(', ')}, is_product, row, reason,
  CASE WHEN reason IS NULL THEN NULL ${value.map((m) => `WHEN suffix(reason, '/${m}') THEN ${rawOf(m, has)}`).join(' ')} END AS reason_value
FROM (SELECT *, lag(order_id) OVER () AS previous,
    CASE WHEN ${surelyKept(reasons)} THEN NULL ${reasons.map(([condition, code, meaning]) => `WHEN ${condition} THEN '${code}${meaning ? `/${meaning}` : ''}'`).join('\n      ')} END AS reason
  FROM (SELECT * REPLACE (${replacedSql(spec)})${derivedSql(spec)}
    FROM (SELECT *${statusColumns(statusWords(spec.format, spec.rules), has, seen)} FROM (${typed}))))`;
}
