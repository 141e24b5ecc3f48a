import { literal } from '../../engine/sql.ts';

/** Baskets of more different products are left out as wholesale, as on the basket page. */
export const LARGEST_BASKET = 100;

/** The products of a rule `left → right`, by their `product_id`. */
export interface PairIds {
  left: string;
  right: string;
}

/** How many baskets there are, hold the left product, the right one, both. */
export interface Counts {
  n: number;
  a: number;
  c: number;
  s: number;
}

/** A row of `partsSql`: the counts of one part of the week; `inside` is the part named. */
export interface PartRow extends Counts {
  inside: boolean;
}

/** What cuts the baskets in two: the hours from `from` to before `to`, or Saturday and Sunday. */
export type Cut = { by: 'hour'; from: number; to: number } | { by: 'week' };

/** A basket with its labels in an order that gives nothing away. */
export interface BasketRow {
  has_left: boolean;
  has_right: boolean;
  items: string[];
}

/** The `Counts` of all baskets, one row. */
export function countsSql(pair: PairIds): string {
  return `${basketsSql(pair)}\nSELECT ${COUNTS}\nFROM basket`;
}

/** One `PartRow` per part; baskets without a time are in neither. */
export function partsSql(pair: PairIds, cut: Cut): string {
  const inside =
    cut.by === 'week'
      ? 'isodow(bought_at) >= 6'
      : `hour(bought_at) >= ${literal(cut.from)} AND hour(bought_at) < ${literal(cut.to)}`;
  return `${basketsSql(pair)}
SELECT ${inside} AS inside, ${COUNTS}
FROM basket
WHERE bought_at IS NOT NULL
GROUP BY 1
ORDER BY 1 DESC`;
}

/** How many orders have a date, and how many of them a time of day: `dated`, `timed`. */
export const TIMES_SQL = `SELECT count(ordered_at) AS dated, count(*) FILTER (ordered_at <> ordered_at::DATE) AS timed FROM orders`;

/** A few `BasketRow`s of each kind (both, left, right, neither), short ones first; another `draw` takes others. */
export function handSql(pair: PairIds, draw: number, each: number): string {
  const mixed = (what: string) => `md5(concat(${what}, ' ', ${literal(draw)}))`;
  return `${basketsSql(pair)},
drawn AS (
  SELECT order_id, has_left, has_right
  FROM basket
  QUALIFY row_number() OVER (
    PARTITION BY has_left, has_right
    ORDER BY items NOT BETWEEN 2 AND 6, items > 12, ${mixed('order_id')}, order_id
  ) <= ${literal(each)}
),
item AS (
  SELECT DISTINCT l.order_id, b.label
  FROM order_line l
  JOIN drawn d ON d.order_id = l.order_id
  JOIN basket_labels() b ON b.product_id = l.product_id
)
SELECT d.has_left, d.has_right, list(i.label ORDER BY ${mixed('d.order_id, i.label')}) AS items
FROM drawn d
JOIN item i ON i.order_id = d.order_id
GROUP BY d.order_id, d.has_left, d.has_right
ORDER BY ${mixed("'place', d.order_id")}`;
}

const COUNTS = `count(*) AS n, count(*) FILTER (has_left) AS a, count(*) FILTER (has_right) AS c,
  count(*) FILTER (has_left AND has_right) AS s`;

function basketsSql({ left, right }: PairIds): string {
  return `WITH basket AS (
  SELECT
    order_id, min(ordered_at) AS bought_at, count(DISTINCT product_id) AS items,
    bool_or(product_id = ${literal(left)}) AS has_left, bool_or(product_id = ${literal(right)}) AS has_right
  FROM order_line
  WHERE is_product AND product_id IS NOT NULL
  GROUP BY order_id
  HAVING count(DISTINCT product_id) <= ${LARGEST_BASKET}
)`;
}
