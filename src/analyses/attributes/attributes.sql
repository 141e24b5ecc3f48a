CREATE OR REPLACE MACRO customer_attributes(as_of := NULL) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
ordered AS NOT MATERIALIZED (
  SELECT o.customer_id, o.ordered_at, o.region, o.source, o.gender, o.birthday
  FROM orders o, moment
  WHERE o.customer_id IS NOT NULL AND o.ordered_at <= moment.at
),
line AS NOT MATERIALIZED (
  SELECT
    l.customer_id, l.ordered_at, l.city, l.platform, l.tags, l.product, l.category, l.is_product,
    l.amount - coalesce(l.refund, 0) AS revenue
  FROM order_line l, moment
  WHERE l.customer_id IS NOT NULL AND l.ordered_at <= moment.at
),
first_order AS NOT MATERIALIZED (
  SELECT customer_id, min(ordered_at) AS ordered_at FROM ordered GROUP BY customer_id
),
stated AS NOT MATERIALIZED (
  SELECT customer_id, 'region' AS attribute, region AS value, max(ordered_at) AS weight
  FROM ordered WHERE region IS NOT NULL GROUP BY customer_id, region
  UNION ALL
  SELECT customer_id, 'city', city, max(ordered_at) FROM line WHERE city IS NOT NULL GROUP BY customer_id, city
  UNION ALL
  SELECT customer_id, 'source', source, max(ordered_at) FROM ordered WHERE source IS NOT NULL GROUP BY customer_id, source
  UNION ALL
  SELECT customer_id, 'platform', platform, max(ordered_at)
  FROM line WHERE platform IS NOT NULL GROUP BY customer_id, platform
  UNION ALL
  SELECT customer_id, 'gender', gender, max(ordered_at) FROM ordered WHERE gender IS NOT NULL GROUP BY customer_id, gender
  UNION ALL
  SELECT
    customer_id, 'tags',
    array_to_string(list_sort(list_distinct(list_transform(regexp_split_to_array(tags, '[,;，；、|]'), lambda tag : trim(tag)))), ' · '),
    max(ordered_at)
  FROM line WHERE tags IS NOT NULL GROUP BY customer_id, tags
),
latest AS NOT MATERIALIZED (
  SELECT
    s.customer_id, s.attribute, arg_max(s.value, (s.weight, s.value)) AS value, NULL::DOUBLE AS place,
    count(DISTINCT s.value)::INTEGER AS different_values
  FROM stated s
  GROUP BY s.customer_id, s.attribute
),
aged AS NOT MATERIALIZED (
  SELECT
    b.customer_id, count(*)::INTEGER AS different_values,
    datesub('year', arg_max(b.birthday, (b.ordered_at, b.birthday))::TIMESTAMP, any_value(moment.at)) // 10 * 10 AS decade
  FROM (SELECT customer_id, birthday, max(ordered_at) AS ordered_at FROM ordered
    WHERE birthday IS NOT NULL GROUP BY customer_id, birthday) b, moment
  GROUP BY b.customer_id
),
bought_first AS NOT MATERIALIZED (
  SELECT l.customer_id, 'first_product' AS attribute, l.product AS value, sum(l.revenue) AS revenue
  FROM line l JOIN first_order f ON f.customer_id = l.customer_id AND f.ordered_at = l.ordered_at
  WHERE l.is_product AND l.product IS NOT NULL GROUP BY l.customer_id, l.product
  UNION ALL
  SELECT l.customer_id, 'first_category', l.category, sum(l.revenue)
  FROM line l JOIN first_order f ON f.customer_id = l.customer_id AND f.ordered_at = l.ordered_at
  WHERE l.is_product AND l.category IS NOT NULL GROUP BY l.customer_id, l.category
  UNION ALL
  SELECT l.customer_id, 'main_category', l.category, sum(l.revenue)
  FROM line l WHERE l.is_product AND l.category IS NOT NULL GROUP BY l.customer_id, l.category
),
most AS NOT MATERIALIZED (
  SELECT
    b.customer_id, b.attribute, arg_max(b.value, (round(coalesce(b.revenue, 0), 2), b.value)) AS value, NULL::DOUBLE AS place,
    count(*)::INTEGER AS different_values
  FROM bought_first b
  GROUP BY b.customer_id, b.attribute
),
entry_edges AS NOT MATERIALIZED (SELECT quantile_disc(epoch_us(ordered_at), [0.25, 0.5, 0.75]) AS edges FROM first_order),
entry AS NOT MATERIALIZED (
  SELECT f.customer_id, f.ordered_at, len(list_filter(e.edges, lambda edge : epoch_us(f.ordered_at) > edge)) AS place
  FROM first_order f, entry_edges e
),
entry_names AS NOT MATERIALIZED (
  SELECT e.place, strftime(min(e.ordered_at), '%Y-%m-%d') || ' – ' || strftime(max(e.ordered_at), '%Y-%m-%d') AS value
  FROM entry e GROUP BY e.place
),
further AS NOT MATERIALIZED (
  SELECT
    x.customer_id, x.value, x.different_values,
    CASE WHEN list_contains(['region', 'city', 'source', 'platform', 'gender', 'age_band', 'tags', 'first_product', 'first_category',
      'main_category', 'first_order'], x.attribute) THEN x.attribute || ' *' ELSE x.attribute END AS attribute,
    TRY_CAST(regexp_replace(x.value, '[¥￥$€£,%\s]', '', 'g') AS DOUBLE) AS number
  FROM customer_extra x
  WHERE x.customer_id IN (SELECT customer_id FROM ordered)
),
further_edges AS NOT MATERIALIZED (
  SELECT
    f.attribute, count(f.number) = count(*) AS numeric, count(DISTINCT f.number) > 20 AS banded,
    quantile_disc(f.number, [0.25, 0.5, 0.75]) AS edges
  FROM further f GROUP BY f.attribute
),
further_placed AS NOT MATERIALIZED (
  SELECT
    f.customer_id, f.attribute, f.value, f.different_values, f.number, e.numeric AND e.banded AS banded,
    CASE WHEN e.numeric AND e.banded THEN len(list_filter(e.edges, lambda edge : f.number > edge))::DOUBLE
      WHEN e.numeric THEN f.number END AS place
  FROM further f JOIN further_edges e ON e.attribute = f.attribute
),
further_names AS NOT MATERIALIZED (
  SELECT
    p.attribute, p.place, bool_and(p.banded) AS banded,
    CASE WHEN abs(min(p.number)) < 1e15 AND min(p.number) = floor(min(p.number)) THEN min(p.number)::BIGINT::VARCHAR
      ELSE round(min(p.number), 2)::VARCHAR END AS low,
    CASE WHEN abs(max(p.number)) < 1e15 AND max(p.number) = floor(max(p.number)) THEN max(p.number)::BIGINT::VARCHAR
      ELSE round(max(p.number), 2)::VARCHAR END AS high
  FROM further_placed p GROUP BY p.attribute, p.place
)
SELECT l.customer_id, l.attribute, l.value, l.place, l.different_values FROM latest l WHERE l.value <> ''
UNION ALL
SELECT a.customer_id, 'age_band', a.decade || '–' || (a.decade + 9), a.decade::DOUBLE, a.different_values
FROM aged a WHERE a.decade BETWEEN 0 AND 119
UNION ALL
SELECT m.customer_id, m.attribute, m.value, m.place, m.different_values FROM most m
UNION ALL
SELECT e.customer_id, 'first_order', n.value, e.place::DOUBLE, 1 FROM entry e JOIN entry_names n ON n.place = e.place
UNION ALL
SELECT
  p.customer_id, p.attribute,
  CASE WHEN NOT n.banded THEN p.value WHEN n.low = n.high THEN n.low ELSE n.low || ' – ' || n.high END, p.place,
  p.different_values
FROM further_placed p JOIN further_names n ON n.attribute = p.attribute AND n.place IS NOT DISTINCT FROM p.place;

COMMENT ON MACRO TABLE customer_attributes IS 'What is known of each customer with a dated order up to as_of (one day after the last order): one row per customer and attribute. The latest value by order date counts (region, city, source, platform, gender, tags, and every further column of the file); age_band at as_of; first_product, first_category: what brought most in the first order; main_category: what brought most of all; first_order: quarters of the customers by their first order. Numbers with more than 20 different values are cut into quarters. place puts values in order; different_values: how many a customer has had.';

CREATE OR REPLACE MACRO customer_attribute_names(as_of := NULL) AS TABLE
SELECT
  a.attribute,
  CASE WHEN list_contains(['region', 'city', 'source', 'platform', 'first_product', 'first_category', 'main_category', 'first_order'],
      a.attribute) THEN 'outward'
    WHEN list_contains(['gender', 'age_band', 'tags'], a.attribute) THEN 'inward'
    ELSE 'file' END AS kind,
  count(*)::INTEGER AS customers, count(DISTINCT a.value)::INTEGER AS "values",
  count(*) FILTER (a.different_values > 1)::INTEGER AS changing
FROM customer_attributes(as_of := as_of) a
GROUP BY a.attribute
ORDER BY a.attribute;

COMMENT ON MACRO TABLE customer_attribute_names IS 'Which attributes are known of customers: whether they are outward, inward or a further column of the file, of how many customers each is known, how many different values it has, and how many customers have had several.';

CREATE OR REPLACE MACRO attribute_values(attribute := 'region', measure := 'revenue', as_of := NULL) AS TABLE
WITH asked AS (
  SELECT is_option('measure', measure,
    ['revenue', 'orders', 'profit', 'revenue_per_order', 'repurchase', 'return_rate', 'discount_share']) AS ok
),
valued AS (
  SELECT v.customer_id, v.value, v.place
  FROM customer_attributes(as_of := as_of) v(customer_id, name, value, place, different_values)
  WHERE v.name = attribute
),
given AS (SELECT count(o.discount) > 0 AS discounts FROM orders o)
SELECT
  p.customer_id, v.value, v.place, p.orders, p.revenue, p.profit, p.amount, p.refund,
  CASE WHEN g.discounts THEN coalesce(p.discount, 0) END AS discount,
  CASE measure WHEN 'revenue' THEN p.revenue WHEN 'orders' THEN p.orders WHEN 'profit' THEN p.profit
    WHEN 'revenue_per_order' THEN p.revenue WHEN 'repurchase' THEN (p.orders > 1)::INTEGER
    WHEN 'return_rate' THEN p.refund WHEN 'discount_share' THEN CASE WHEN g.discounts THEN coalesce(p.discount, 0) END END::DOUBLE AS y,
  CASE measure WHEN 'revenue_per_order' THEN p.orders WHEN 'return_rate' THEN coalesce(p.amount, 0)
    WHEN 'discount_share' THEN coalesce(p.amount, 0) + coalesce(p.discount, 0) ELSE 1 END::DOUBLE AS x
FROM customer_profile(as_of := as_of) p LEFT JOIN valued v ON v.customer_id = p.customer_id, given g, asked
WHERE asked.ok;

COMMENT ON MACRO TABLE attribute_values IS 'Each customer with the value of one attribute (NULL where unknown) and what the measure adds up: it is the sum of y over the sum of x.';

CREATE OR REPLACE MACRO attribute_summary(attribute := 'region', measure := 'revenue', as_of := NULL, min_customers := 30) AS TABLE
WITH groups AS (
  SELECT
    c.value, any_value(c.place) AS place, count(*)::INTEGER AS customers, sum(c.orders)::INTEGER AS orders,
    sum(c.revenue) AS revenue, sum(c.profit) AS profit, sum(c.amount) AS amount, sum(c.refund) AS refund, sum(c.discount) AS discount,
    count(*) FILTER (c.orders > 1)::INTEGER AS returning_customers,
    count(c.y) AS n, sum(c.y) AS sy, sum(c.x) FILTER (c.y IS NOT NULL) AS sx, sum(c.y * c.y) AS syy,
    sum(c.x * c.y) AS sxy, sum(c.x * c.x) FILTER (c.y IS NOT NULL) AS sxx
  FROM attribute_values(attribute := attribute, measure := measure, as_of := as_of) c
  GROUP BY c.value
),
shop AS (
  SELECT sum(g.customers) AS customers, sum(g.revenue) AS revenue, sum(g.sy) / nullif(sum(g.sx), 0) AS overall FROM groups g
),
known AS (
  SELECT sum(g.n) AS n, sum(g.sy) AS sy, sum(g.sx) AS sx, sum(g.syy) AS syy, sum(g.sxy) AS sxy, sum(g.sxx) AS sxx
  FROM groups g WHERE g.value IS NOT NULL
),
against AS (
  SELECT
    g.*, k.n - g.n AS other_n, g.sy / nullif(g.sx, 0) AS r, (k.sy - g.sy) / nullif(k.sx - g.sx, 0) AS other_r,
    k.sy / nullif(k.sx, 0) AS both_r, k.sx - g.sx AS other_sx, k.syy - g.syy AS other_syy, k.sxy - g.sxy AS other_sxy,
    k.sxx - g.sxx AS other_sxx
  FROM groups g, known k
),
spread AS (
  SELECT
    a.*,
    greatest(a.syy - 2 * a.r * a.sxy + a.r * a.r * a.sxx, 0) / (a.sx * a.sx) * a.n / nullif(a.n - 1, 0) AS variance,
    CASE WHEN measure = 'repurchase' THEN a.both_r * (1 - a.both_r) * (1 / a.n + 1 / nullif(a.other_n, 0))
      ELSE greatest(a.syy - 2 * a.r * a.sxy + a.r * a.r * a.sxx, 0) / (a.sx * a.sx) * a.n / nullif(a.n - 1, 0)
        + greatest(a.other_syy - 2 * a.other_r * a.other_sxy + a.other_r * a.other_r * a.other_sxx, 0)
          / nullif(a.other_sx * a.other_sx, 0) * a.other_n / nullif(a.other_n - 1, 0) END AS difference_variance
  FROM against a
)
SELECT
  s.value, s.place, s.customers, s.orders, s.revenue, s.profit,
  s.revenue / s.customers AS revenue_per_customer, s.orders / s.customers AS orders_per_customer,
  s.profit / s.customers AS profit_per_customer, s.revenue / s.orders AS revenue_per_order,
  s.returning_customers, s.returning_customers / s.customers AS repurchase_rate,
  s.refund / nullif(s.amount, 0) AS return_rate, s.discount / nullif(s.amount + s.discount, 0) AS discount_share,
  s.customers / h.customers AS customer_share, s.revenue / nullif(h.revenue, 0) AS revenue_share,
  s.n AS measured, s.r AS estimate,
  CASE WHEN measure = 'repurchase'
    THEN (s.r + 1.9208 / s.n - 1.96 * sqrt(s.r * (1 - s.r) / s.n + 0.9604 / (s.n * s.n))) / (1 + 3.8416 / s.n)
    ELSE s.r - 1.96 * sqrt(s.variance) END AS low,
  CASE WHEN measure = 'repurchase'
    THEN (s.r + 1.9208 / s.n + 1.96 * sqrt(s.r * (1 - s.r) / s.n + 0.9604 / (s.n * s.n))) / (1 + 3.8416 / s.n)
    ELSE s.r + 1.96 * sqrt(s.variance) END AS high,
  h.overall,
  CASE WHEN s.value IS NOT NULL AND s.n >= min_customers AND s.other_n > 1 AND s.difference_variance > 0
    THEN round((s.r - s.other_r) / sqrt(s.difference_variance), 6) END AS z,
  s.customers < min_customers AS small
FROM spread s, shop h
ORDER BY s.value IS NULL, s.place NULLS LAST, s.customers DESC, s.value;

COMMENT ON MACRO TABLE attribute_summary IS 'Customers by one attribute: how many, what they bring, and one measure (revenue, orders or profit per customer, revenue_per_order, repurchase, return_rate, discount_share) with its 95 % interval, the figure of the whole shop, and z: how many standard errors the value lies from all others with a known value. Values with fewer than min_customers are marked small and not compared; NULL gathers customers of whom it is not known.';

CREATE OR REPLACE MACRO attribute_cross(attribute := 'region', second := 'gender', measure := 'revenue', as_of := NULL, min_customers := 30) AS TABLE
WITH pairs AS (
  SELECT
    a.value, any_value(a.place) AS place, b.value AS second_value, any_value(b.place) AS second_place,
    count(*)::INTEGER AS customers, sum(a.revenue) AS revenue, sum(a.y) AS y, sum(a.x) FILTER (a.y IS NOT NULL) AS x
  FROM attribute_values(attribute := attribute, measure := measure, as_of := as_of) a
  JOIN customer_attributes(as_of := as_of) b(customer_id, name, value, place, different_values)
    ON b.customer_id = a.customer_id AND b.name = second
  WHERE a.value IS NOT NULL
  GROUP BY a.value, b.value
)
SELECT
  p.value, p.place, p.second_value, p.second_place, p.customers, p.revenue, p.y / nullif(p.x, 0) AS estimate,
  p.customers < min_customers AS small
FROM pairs p
ORDER BY p.place NULLS LAST, p.value, p.second_place NULLS LAST, p.second_value;

COMMENT ON MACRO TABLE attribute_cross IS 'Two attributes of customers against each other: for each pair of known values how many customers, what they brought and the measure, as in attribute_summary; few customers are marked.';
