import { literal } from '../engine/sql.ts';
import { basketPairs, baskets } from './formats/baskets.ts';
import type { Inspected } from './inspect.ts';
import type { Recognised } from './recognise.ts';
import type { Dialect } from './records.ts';

/**
 * Recognises files without a header that hold baskets: lines of different length whose items come back in other lines, or
 * two columns of which the first stays the same over neighbouring lines. Null when it is neither.
 */
export function asBaskets(
  rows: readonly (readonly string[])[],
  dialect: Dialect,
): (Recognised & { dialect: Dialect }) | null {
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length < 2) return null;
  const widths = new Set(filled.map((cells) => cells.length));
  if (widths.size === 1 && widths.has(2) && neighboursAgree(filled))
    return { format: basketPairs.id, confidence: 0.75, mapping: { order_id: 0, product: 1 }, dialect };
  const items = filled.flatMap((cells) => cells.map((cell) => cell.trim()).filter(Boolean));
  const repeated = 1 - new Set(items).size / items.length;
  if (widths.size < 2 || repeated < 0.2) return null;
  return {
    format: baskets.id,
    confidence: widths.size > 2 && repeated > 0.5 ? 0.8 : 0.5,
    mapping: { product: 0 },
    dialect,
  };
}

function neighboursAgree(rows: readonly (readonly string[])[]): boolean {
  const same = rows.filter((cells, i) => i > 0 && cells[0] === rows[i - 1]![0]).length;
  return same > 0 && new Set(rows.map((cells) => cells[1])).size < rows.length;
}

/** Lines of a file of baskets: each item of a record is one, its order named after the record's row. */
export function basketSelect(relation: string, { dialect, headerRow }: Inspected, before = 0): string {
  const items = `list_filter(list_transform(string_split(c0, ${literal(dialect!.delimiter)}), item -> trim(item, E' \\t\\r"')), item -> item <> '')`;
  return `SELECT row::VARCHAR AS order_id, line_no::INTEGER AS line_no, 1::DOUBLE AS quantity, NULL::DOUBLE AS amount,
  item AS product_id, item AS product, true AS is_product, row,
  CASE WHEN item IS NULL THEN 'blank' END AS reason, NULL::VARCHAR AS reason_value
FROM (SELECT row, unnest(CASE WHEN len(items) > 0 THEN items ELSE [NULL] END) AS item,
    unnest(range(1, greatest(coalesce(len(items), 0), 1) + 1)) AS line_no
  FROM (SELECT row_number() OVER () + ${headerRow + before} AS row, ${items} AS items FROM ${relation}))`;
}
