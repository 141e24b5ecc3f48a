CREATE OR REPLACE MACRO concentration_values(who := 'customers', measure := 'revenue', guests := true, fees := false) AS TABLE
WITH found AS (
  SELECT
    customer_id AS id, customer_name AS label,
    CASE measure WHEN 'revenue' THEN revenue WHEN 'amount' THEN amount WHEN 'units' THEN units
      WHEN 'orders' THEN orders WHEN 'lines' THEN lines END AS value
  FROM customers
  WHERE who = 'customers'
  UNION ALL
  SELECT
    product_id, product,
    CASE measure WHEN 'revenue' THEN revenue WHEN 'amount' THEN amount WHEN 'units' THEN units
      WHEN 'orders' THEN orders WHEN 'lines' THEN lines END
  FROM products
  WHERE who = 'products' AND guests AND (fees OR is_product)
  UNION ALL
  SELECT
    p.product_id, p.product,
    CASE measure WHEN 'revenue' THEN s.revenue WHEN 'amount' THEN s.amount WHEN 'units' THEN s.units
      WHEN 'orders' THEN s.orders WHEN 'lines' THEN s.lines END
  FROM (
    SELECT
      product_id,
      sum(amount - coalesce(refund, 0)) AS revenue, sum(amount) AS amount, sum(quantity) AS units,
      count(DISTINCT order_id) AS orders, count(*) AS lines
    FROM order_line
    WHERE customer_id IS NOT NULL
    GROUP BY product_id
  ) s
  JOIN products p ON p.product_id = s.product_id
  WHERE who = 'products' AND NOT guests AND (fees OR p.is_product)
  UNION ALL
  SELECT NULL, NULL, 1
  WHERE NOT (is_option('who', who, ['customers', 'products'])
    AND is_option('measure', measure, ['revenue', 'amount', 'units', 'orders', 'lines']))
)
SELECT f.id, f.label, round(coalesce(f.value, 0), 6) AS value FROM found f ORDER BY value DESC, f.id;

COMMENT ON MACRO TABLE concentration_values IS 'What does each customer or product add up to: who is customers or products, measure is revenue, amount, units, orders or lines; for products guests counts purchases without a customer and fees keeps postage and fees.';

CREATE OR REPLACE MACRO pareto(
  who := 'customers', measure := 'revenue', guests := true, fees := false, a := 0.8, b := 0.95
) AS TABLE
WITH running AS (
  SELECT
    row_number() OVER by_value AS rank, v.id, v.label, v.value,
    sum(v.value) OVER (by_value ROWS UNBOUNDED PRECEDING) AS cumulative,
    sum(v.value) OVER () AS total
  FROM concentration_values(who := who, measure := measure, guests := guests, fees := fees) v
  WHERE v.value > 0
  WINDOW by_value AS (ORDER BY v.value DESC, v.id)
)
SELECT
  r.rank::INTEGER AS rank, r.id, r.label, r.value,
  r.value / r.total AS share,
  least(r.cumulative / r.total, 1) AS cumulative_share,
  CASE
    WHEN (r.cumulative - r.value) / r.total < a - 1e-9 THEN 'A'
    WHEN (r.cumulative - r.value) / r.total < b - 1e-9 THEN 'B'
    ELSE 'C'
  END AS abc
FROM running r
ORDER BY r.rank;

COMMENT ON MACRO TABLE pareto IS 'Which customers or products bring the most: rank, share, running share and ABC class, where the one that crosses a (0.8) or b (0.95) is in the better class; only positive values take part; who, measure, guests and fees as in concentration_values.';

CREATE OR REPLACE MACRO lorenz(
  who := 'customers', measure := 'revenue', guests := true, fees := false, points := 200
) AS TABLE
WITH ranked AS (
  FROM pareto(who := who, measure := measure, guests := guests, fees := fees)
),
rising AS (
  SELECT count(*) OVER () + 1 - k.rank AS place, 1 - k.cumulative_share + k.share AS height, k.share FROM ranked k
),
marks AS (
  SELECT unnest(range(1, s.steps + 1)) AS mark, s.steps, s.n
  FROM (SELECT least(points, c.n) AS steps, c.n FROM (SELECT count(*) AS n FROM ranked) c) s
)
SELECT 0::DOUBLE AS entity_share, 0::DOUBLE AS value_share
UNION ALL
SELECT
  m.mark / m.steps,
  CASE WHEN m.mark = m.steps THEN 1 ELSE g.height - g.share * (g.place - m.mark * m.n / m.steps) END
FROM marks m
JOIN rising g ON g.place = (m.mark * m.n + m.steps - 1) // m.steps
ORDER BY entity_share;

COMMENT ON MACRO TABLE lorenz IS 'The Lorenz curve: the share of the total that the smallest share of customers or products brings, exact at points (200) equal steps from (0, 0) to (1, 1); parameters as in pareto.';

CREATE OR REPLACE MACRO concentration(
  who := 'customers', measure := 'revenue', guests := true, fees := false, a := 0.8, b := 0.95, k := 100
) AS TABLE
WITH ranked AS (
  FROM pareto(who := who, measure := measure, guests := guests, fees := fees, a := a, b := b)
),
kept AS (SELECT *, count(*) OVER () AS n FROM ranked),
figures AS (
  SELECT
    count(*)::INTEGER AS n,
    coalesce(sum(v.value), 0) AS total,
    2 * sum((v.n + 1 - v.rank) * v.share) / count(*) - (count(*) + 1) / count(*) AS gini,
    sum(v.share * greatest(0, least(1, 0.01 * v.n - v.rank + 1))) AS top_1,
    sum(v.share * greatest(0, least(1, 0.05 * v.n - v.rank + 1))) AS top_5,
    sum(v.share * greatest(0, least(1, 0.10 * v.n - v.rank + 1))) AS top_10,
    sum(v.share * greatest(0, least(1, 0.20 * v.n - v.rank + 1))) AS top_20,
    sum(v.share * greatest(0, least(1, 0.50 * v.n - v.rank + 1))) AS top_50,
    min(v.rank) FILTER (WHERE v.cumulative_share >= 0.5 - 1e-9) AS reach_50,
    min(v.rank) FILTER (WHERE v.cumulative_share >= 0.8 - 1e-9) AS reach_80,
    min(v.rank) FILTER (WHERE v.cumulative_share >= 0.9 - 1e-9) AS reach_90,
    (count(*) FILTER (WHERE v.abc = 'A'))::INTEGER AS a_count,
    (count(*) FILTER (WHERE v.abc = 'B'))::INTEGER AS b_count,
    (count(*) FILTER (WHERE v.abc = 'C'))::INTEGER AS c_count,
    coalesce(sum(v.share) FILTER (WHERE v.abc = 'A'), 0) AS a_share,
    coalesce(sum(v.share) FILTER (WHERE v.abc = 'B'), 0) AS b_share,
    coalesce(sum(v.share) FILTER (WHERE v.abc = 'C'), 0) AS c_share,
    coalesce(sum(v.share) FILTER (WHERE v.rank > k), 0) AS tail_share,
    (count(*) FILTER (WHERE v.rank > k))::INTEGER AS tail_count
  FROM kept v
),
left_aside AS (
  SELECT count(*)::INTEGER AS excluded, coalesce(sum(v.value), 0) AS excluded_value
  FROM concentration_values(who := who, measure := measure, guests := guests, fees := fees) v
  WHERE v.value <= 0
)
SELECT
  f.n, f.total, f.gini, f.top_1, f.top_5, f.top_10, f.top_20, f.top_50,
  f.reach_50, f.reach_50 / f.n AS reach_50_share,
  f.reach_80, f.reach_80 / f.n AS reach_80_share,
  f.reach_90, f.reach_90 / f.n AS reach_90_share,
  f.a_count, f.b_count, f.c_count, f.a_share, f.b_share, f.c_share,
  f.tail_count, f.tail_share, e.excluded, e.excluded_value
FROM figures f, left_aside e;

COMMENT ON MACRO TABLE concentration IS 'Does a fifth bring four fifths: Gini coefficient, share of the top 1 to 50 percent, how many reach 50, 80 and 90 percent, ABC sizes, and the tail beyond rank k (100); those with nothing or less are counted as excluded; other parameters as in pareto.';

CREATE OR REPLACE MACRO top_share(x := 0.2, who := 'customers', measure := 'revenue', guests := true, fees := false) AS TABLE
SELECT x::DOUBLE AS entity_share, x::DOUBLE * g.n AS entities, g.value_share
FROM (
  SELECT count(*) AS n, sum(v.share * greatest(0, least(1, x::DOUBLE * v.n - v.rank + 1))) AS value_share
  FROM (
    SELECT *, count(*) OVER () AS n FROM pareto(who := who, measure := measure, guests := guests, fees := fees)
  ) v
) g;

COMMENT ON MACRO TABLE top_share IS 'What share does the top x (0.2) of customers or products bring, a part of one counting by that part; other parameters as in pareto.';

CREATE OR REPLACE MACRO reach(y := 0.8, who := 'customers', measure := 'revenue', guests := true, fees := false) AS TABLE
SELECT y::DOUBLE AS value_share, g.entities, g.entities / g.n AS entity_share
FROM (
  SELECT count(*) AS n, min(v.rank) FILTER (WHERE v.cumulative_share >= y::DOUBLE - 1e-9) AS entities
  FROM pareto(who := who, measure := measure, guests := guests, fees := fees) v
) g;

COMMENT ON MACRO TABLE reach IS 'How many customers or products does it take, largest first, to bring the share y (0.8); other parameters as in pareto.';
