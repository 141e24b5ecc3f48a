CREATE OR REPLACE MACRO wilson_lower(hits, tries) AS
  CASE WHEN tries > 0 THEN greatest(0, (
    hits / tries + 1.920729 / tries
    - 1.959964 * sqrt(greatest(0, hits / tries * (1 - hits / tries)) / tries + 0.960365 / (tries * tries))
  ) / (1 + 3.841459 / tries)) END;

COMMENT ON MACRO wilson_lower IS 'The lower end of the Wilson interval (95 %) of a share: so many hits in so many tries.';

CREATE OR REPLACE MACRO product_prices() AS TABLE
SELECT
  l.product_id,
  sum(l.quantity) AS pieces,
  median(l.amount / l.quantity)
    * (1 - coalesce(sum(l.refund) FILTER (l.amount IS NOT NULL) / nullif(sum(l.amount), 0), 0)) AS price,
  median(l.cost / l.quantity) AS cost
FROM order_line l
WHERE l.product_id IS NOT NULL AND l.quantity > 0
GROUP BY l.product_id
ORDER BY l.product_id;

COMMENT ON MACRO TABLE product_prices IS 'What a piece of each product usually brings, after discounts and less the share of its sales given back, and what it usually costs: medians over its lines, NULL where the data have none.';

CREATE OR REPLACE MACRO product_pairs(min_baskets := 10, max_items := 100) AS TABLE
WITH held AS MATERIALIZED (FROM basket_items(max_items := max_items)),
counted AS MATERIALIZED (
  SELECT i.item, i.baskets
  FROM (SELECT h.item, count(*) AS baskets FROM held h GROUP BY h.item) i
  WHERE i.baskets >= min_baskets
),
frequent AS MATERIALIZED (SELECT h.basket, h.item FROM held h JOIN counted c ON c.item = h.item),
together AS MATERIALIZED (
  SELECT j.x, j.y, j.baskets
  FROM (
    SELECT x.item AS x, y.item AS y, count(*) AS baskets
    FROM frequent x
    JOIN frequent y ON y.basket = x.basket AND y.item > x.item
    GROUP BY x.item, y.item
  ) j
  WHERE j.baskets >= min_baskets
),
dealt AS (
  SELECT sum(z.items * (z.items - 1)) / nullif(sum(z.items) * sum(z.items) - any_value(e.squares), 0) AS rate
  FROM (SELECT count(*)::DOUBLE AS items FROM held h GROUP BY h.basket) z
  CROSS JOIN (
    SELECT sum(i.baskets * i.baskets) AS squares
    FROM (SELECT count(*)::DOUBLE AS baskets FROM held h GROUP BY h.item) i
  ) e
),
turned AS (
  SELECT
    CASE WHEN b.baskets > a.baskets THEN t.y ELSE t.x END AS first_item,
    CASE WHEN b.baskets > a.baskets THEN t.x ELSE t.y END AS second_item,
    greatest(a.baskets, b.baskets)::DOUBLE AS a,
    least(a.baskets, b.baskets)::DOUBLE AS b,
    t.baskets::DOUBLE AS s,
    a.baskets * b.baskets * greatest(1.0 / n.baskets, d.rate) AS expected,
    n.baskets::DOUBLE AS n,
    n.items * (n.items - 1) / 2 AS pairs
  FROM together t
  JOIN counted a ON a.item = t.x
  JOIN counted b ON b.item = t.y
  CROSS JOIN (
    SELECT (SELECT max(h.basket) + 1 FROM held h) AS baskets, (SELECT count(*) FROM counted) AS items
  ) n
  CROSS JOIN dealt d
),
tested AS (
  SELECT
    t.*,
    CASE
      WHEN t.s <= t.expected THEN 1
      ELSE exp(-least(t.s * ln(t.s / t.expected) - t.s + t.expected, greatest(
        t.s * ln(t.s * t.n / (t.a * t.b))
          + CASE WHEN t.a > t.s THEN (t.a - t.s) * ln((t.a - t.s) * t.n / (t.a * (t.n - t.b))) ELSE 0 END,
        t.s * ln(t.s * t.n / (t.a * t.b))
          + CASE WHEN t.b > t.s THEN (t.b - t.s) * ln((t.b - t.s) * t.n / (t.b * (t.n - t.a))) ELSE 0 END
      )))
    END AS p
  FROM turned t
)
SELECT
  x.product_id AS first_id, x.label AS first_product, y.product_id AS second_id, y.label AS second_product,
  t.s::INTEGER AS baskets, t.a::INTEGER AS first_baskets, t.b::INTEGER AS second_baskets, t.n::INTEGER AS all_baskets,
  t.s / t.a AS first_confidence, t.s / t.b AS second_confidence,
  t.s * t.n / (t.a * t.b) AS lift,
  t.s - t.expected AS surplus,
  t.p, least(1, t.p * t.pairs) AS p_adjusted
FROM tested t
JOIN basket_labels() x ON x.item = t.first_item
JOIN basket_labels() y ON y.item = t.second_item
ORDER BY round(surplus, 6) DESC, first_id, second_id;

COMMENT ON MACRO TABLE product_pairs IS 'Pairs of products found in at least min_baskets orders together, the one in more orders first; orders of more than max_items products are left out as wholesale. surplus is the number of orders beyond chance, be it that every order holds each product alike or that all pairs in orders of these sizes are dealt out by how often each product sells, whichever makes more; p is an upper bound (Chernoff) under both, p_adjusted that times all pairs of products in min_baskets orders or more.';

CREATE OR REPLACE MACRO bundle_offers(price_cut := 0.1, fraction := 0.25, min_baskets := 10, max_items := 100) AS TABLE
WITH priced AS (
  SELECT
    p.*,
    p.first_baskets - p.baskets AS first_only, p.second_baskets - p.baskets AS second_only,
    a.price AS first_price, b.price AS second_price, a.cost AS first_cost, b.cost AS second_cost,
    (a.price + b.price) * price_cut AS reduction,
    fraction * wilson_lower(p.baskets, p.first_baskets) AS first_uptake,
    fraction * wilson_lower(p.baskets, p.second_baskets) AS second_uptake
  FROM product_pairs(min_baskets := min_baskets, max_items := max_items) p
  JOIN product_prices() a ON a.product_id = p.first_id
  JOIN product_prices() b ON b.product_id = p.second_id
),
valued AS (
  SELECT
    v.*,
    v.first_uptake * v.first_only AS first_takers, v.second_uptake * v.second_only AS second_takers,
    v.first_price - v.first_cost AS first_margin, v.second_price - v.second_cost AS second_margin
  FROM priced v
),
gained AS (
  SELECT
    v.*,
    v.first_takers * (v.second_price - v.reduction) + v.second_takers * (v.first_price - v.reduction) AS revenue_won,
    v.first_takers * (v.second_margin - v.reduction) + v.second_takers * (v.first_margin - v.reduction) AS margin_won,
    v.baskets * v.reduction AS given_away
  FROM valued v
)
SELECT
  g.first_id, g.first_product, g.second_id, g.second_product,
  g.baskets, g.first_only, g.second_only, g.all_baskets, g.lift, g.surplus, g.p_adjusted,
  g.first_price, g.second_price, g.first_cost, g.second_cost, g.first_uptake, g.second_uptake,
  g.first_takers + g.second_takers AS extra_bundles,
  g.revenue_won - g.given_away AS extra_revenue,
  g.margin_won - g.given_away AS extra_margin,
  CASE WHEN coalesce(g.margin_won, g.revenue_won) > 0
    THEN g.given_away / coalesce(g.margin_won, g.revenue_won) * (g.first_takers + g.second_takers) / (g.first_only + g.second_only)
  END AS breakeven_uptake
FROM gained g
ORDER BY round(coalesce(extra_margin, extra_revenue), 6) DESC, g.first_id, g.second_id;

COMMENT ON MACRO TABLE bundle_offers IS 'What a bundle of each pair of product_pairs would have brought at price_cut off, if a share of the orders with only one of the two took it: fraction times the cautious end (Wilson) of the share that already holds both. breakeven_uptake is the share of orders with only one from which it pays, by margin where costs are known, else by revenue. What is bought later anyway is not subtracted here: see bundle_counts.';

CREATE OR REPLACE MACRO bundle_counts(one, other, days := 30, max_items := 100) AS TABLE
WITH codes AS (
  SELECT
    max(b.item) FILTER (b.product_id = one) AS x, max(b.label) FILTER (b.product_id = one) AS first_product,
    max(b.item) FILTER (b.product_id = other) AS y, max(b.label) FILTER (b.product_id = other) AS second_product
  FROM basket_labels() b
),
kept AS MATERIALIZED (
  SELECT s.basket, s.has_first, s.has_second
  FROM (
    SELECT
      h.basket, count(*) AS items,
      coalesce(bool_or(h.item = c.x), false) AS has_first, coalesce(bool_or(h.item = c.y), false) AS has_second
    FROM basket_all_items() h
    CROSS JOIN codes c
    GROUP BY h.basket
  ) s
  WHERE max_items IS NULL OR s.items <= max_items
),
dated AS MATERIALIZED (
  SELECT k.*, o.customer_id, o.ordered_at
  FROM kept k
  JOIN basket_orders() b ON b.basket = k.basket
  JOIN orders o ON o.order_id = b.order_id
  WHERE (k.has_first OR k.has_second) AND o.customer_id IS NOT NULL AND o.ordered_at IS NOT NULL
),
period AS (SELECT min(o.ordered_at) AS from_date, max(o.ordered_at) AS to_date FROM orders o),
watched AS (
  SELECT d.basket, d.has_first, d.customer_id, d.ordered_at
  FROM dated d
  CROSS JOIN period t
  WHERE d.has_first <> d.has_second AND d.ordered_at <= t.to_date - to_days(days::INTEGER)
),
later AS (
  SELECT DISTINCT w.basket
  FROM watched w
  JOIN dated d ON d.customer_id = w.customer_id
  WHERE d.basket > w.basket AND d.ordered_at <= w.ordered_at + to_days(days::INTEGER)
    AND CASE WHEN w.has_first THEN d.has_second ELSE d.has_first END
),
followed AS (
  SELECT
    count(*) FILTER (w.has_first) AS first_watched, count(l.basket) FILTER (w.has_first) AS first_later,
    count(*) FILTER (NOT w.has_first) AS second_watched, count(l.basket) FILTER (NOT w.has_first) AS second_later
  FROM watched w
  LEFT JOIN later l ON l.basket = w.basket
)
SELECT
  one AS first_id, c.first_product, other AS second_id, c.second_product,
  k.all_baskets, k.baskets, k.first_only, k.second_only,
  f.first_watched::INTEGER AS first_watched, f.first_later::INTEGER AS first_later,
  f.second_watched::INTEGER AS second_watched, f.second_later::INTEGER AS second_later,
  a.price AS first_price, b.price AS second_price, a.cost AS first_cost, b.cost AS second_cost,
  t.from_date, t.to_date
FROM codes c
CROSS JOIN (
  SELECT
    count(*)::INTEGER AS all_baskets,
    count(*) FILTER (k.has_first AND k.has_second)::INTEGER AS baskets,
    count(*) FILTER (k.has_first AND NOT k.has_second)::INTEGER AS first_only,
    count(*) FILTER (k.has_second AND NOT k.has_first)::INTEGER AS second_only
  FROM kept k
) k
CROSS JOIN followed f
CROSS JOIN period t
LEFT JOIN product_prices() a ON a.product_id = one
LEFT JOIN product_prices() b ON b.product_id = other;

COMMENT ON MACRO TABLE bundle_counts IS 'All a bundle of two products, named by their ids, is worked out from: orders with both and with only one, prices and costs a piece, and of the orders with only one whose customer can be followed for so many days, how many bought the other one later anyway.';

CREATE OR REPLACE MACRO goes_with(companions := 3, min_baskets := 10, min_lift := 1, max_items := 100) AS TABLE
WITH pairs AS MATERIALIZED (FROM product_pairs(min_baskets := min_baskets, max_items := max_items)),
ways AS (
  SELECT
    p.first_id AS product_id, p.first_product AS product, p.second_id AS companion_id, p.second_product AS companion,
    p.baskets, p.first_confidence AS confidence, p.lift, p.surplus, p.p_adjusted
  FROM pairs p
  UNION ALL
  SELECT
    p.second_id, p.second_product, p.first_id, p.first_product,
    p.baskets, p.second_confidence, p.lift, p.surplus, p.p_adjusted
  FROM pairs p
)
SELECT
  w.product_id, w.product,
  (row_number() OVER (
    PARTITION BY w.product_id
    ORDER BY w.p_adjusted <= 0.05 DESC, round(w.surplus, 6) DESC, w.baskets DESC, w.companion_id
  ))::INTEGER AS place,
  w.companion_id, w.companion, w.baskets, w.confidence, w.lift, w.surplus, w.p_adjusted
FROM ways w
WHERE w.lift > min_lift
QUALIFY place <= companions
ORDER BY w.product_id, place;

COMMENT ON MACRO TABLE goes_with IS 'What goes with each product: up to so many companions in at least min_baskets orders with it and with a lift above min_lift, those beyond chance first, then by the number of orders beyond chance.';
