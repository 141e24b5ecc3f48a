CREATE OR REPLACE MACRO mix_change(days := 90, as_of := NULL, compare := 'before', measure := 'revenue') AS TABLE
WITH period AS (FROM change_periods(days := days, as_of := as_of, compare := compare)),
sold AS (
  SELECT
    o.order_id, o.ordered_at >= p.compared_starts AND o.ordered_at < p.compared_ends AS earlier, o.ordered_at >= p.starts AS later
  FROM orders o, period p
  WHERE o.ordered_at < p.ends AND (o.ordered_at >= p.starts OR o.ordered_at >= p.compared_starts AND o.ordered_at < p.compared_ends)
),
products_sold AS (
  SELECT
    l.product_id,
    coalesce(sum(l.quantity) FILTER (s.earlier), 0) AS u0, coalesce(sum(l.quantity) FILTER (s.later), 0) AS u1,
    coalesce(sum(l.amount - coalesce(l.refund, 0)) FILTER (s.earlier), 0) AS r0,
    coalesce(sum(l.amount - coalesce(l.refund, 0)) FILTER (s.later), 0) AS r1,
    coalesce(sum(l.cost) FILTER (s.earlier), 0) AS c0, coalesce(sum(l.cost) FILTER (s.later), 0) AS c1, count(l.cost) AS costed
  FROM order_line l
  JOIN sold s ON s.order_id = l.order_id
  GROUP BY l.product_id
),
known AS (
  SELECT CASE WHEN measure = 'revenue' THEN 0 WHEN q.costed > 0 THEN 1 END AS costs, q.t0, q.t1
  FROM (SELECT sum(s.costed) AS costed, sum(s.u0) AS t0, sum(s.u1) AS t1 FROM products_sold s) q
),
rates AS (
  SELECT
    s.product_id, s.u0, s.u1, s.r0 - s.c0 * k.costs AS v0, s.r1 - s.c1 * k.costs AS v1, k.t0, k.t1,
    coalesce(s.u0 / nullif(k.t0, 0), s.u1 / nullif(k.t1, 0), 0) AS s0, coalesce(s.u1 / nullif(k.t1, 0), s.u0 / nullif(k.t0, 0), 0) AS s1,
    coalesce(v0 / nullif(s.u0, 0), v1 / nullif(s.u1, 0)) AS p0, coalesce(v1 / nullif(s.u1, 0), v0 / nullif(s.u0, 0)) AS p1
  FROM products_sold s, known k
),
parts AS (
  SELECT
    r.*, CASE WHEN r.v0 IS NOT NULL THEN coalesce(change_part(r.t0, r.t1, r.s0, r.s1, r.p0, r.p1), 0) END AS volume,
    CASE WHEN r.v0 IS NOT NULL THEN coalesce(change_part(r.s0, r.s1, r.t0, r.t1, r.p0, r.p1), 0) END AS mix
  FROM rates r
)
SELECT
  q.product_id, n.product, q.u0 AS units_before, q.u1 AS units_after, q.v0 AS value_before, q.v1 AS value_after,
  q.v1 - q.v0 AS contribution, q.volume, q.mix, q.v1 - q.v0 - q.volume - q.mix AS price
FROM parts q
LEFT JOIN products n ON n.product_id = q.product_id
WHERE is_option('measure', measure, ['revenue', 'profit'])
ORDER BY q.product_id NULLS LAST;

COMMENT ON MACRO TABLE mix_change IS 'Which products changed revenue (or measure := ''profit'', contribution NULL without costs), and how: volume, more or fewer units in all; mix, a larger or smaller share of the units; price, what a unit brought after discounts and refunds. The three (change_part) add up to the contribution, the contributions to the change of revenue_change; periods as there.';
