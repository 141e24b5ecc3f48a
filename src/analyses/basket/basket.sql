CREATE OR REPLACE MACRO line_value(item, category, region, city, source, platform, gender, status, item_status, complaint, extra) AS
  CASE item
    WHEN 'category' THEN category
    WHEN 'levels' THEN category
    WHEN 'region' THEN region
    WHEN 'city' THEN city
    WHEN 'source' THEN source
    WHEN 'platform' THEN platform
    WHEN 'gender' THEN gender
    WHEN 'status' THEN status
    WHEN 'item_status' THEN item_status
    WHEN 'complaint' THEN complaint
    ELSE extra[item]
  END;

COMMENT ON MACRO line_value IS 'What a line says in the column that is to be the item of a basket: one of those named here, else a further column of the file by its header.';

CREATE OR REPLACE MACRO basket_values(item := 'category', fees := false) AS TABLE
SELECT
  l.order_id, l.product_id,
  line_value(item, l.category, l.region, l.city, l.source, l.platform, l.gender, l.status, l.item_status, l.complaint, l.extra) AS value
FROM order_line l
WHERE item <> 'product' AND (fees OR l.is_product);

COMMENT ON MACRO TABLE basket_values IS 'What every line holds where an item is not a product: its category, or what the column named by item says.';

CREATE OR REPLACE MACRO basket_columns(fees := false) AS TABLE
WITH counted AS (
  SELECT unnest([
    {'item': 'category', 'lines': count(l.category), 'different': approx_count_distinct(l.category)},
    {'item': 'region', 'lines': count(l.region), 'different': approx_count_distinct(l.region)},
    {'item': 'city', 'lines': count(l.city), 'different': approx_count_distinct(l.city)},
    {'item': 'source', 'lines': count(l.source), 'different': approx_count_distinct(l.source)},
    {'item': 'platform', 'lines': count(l.platform), 'different': approx_count_distinct(l.platform)},
    {'item': 'gender', 'lines': count(l.gender), 'different': approx_count_distinct(l.gender)},
    {'item': 'status', 'lines': count(l.status), 'different': approx_count_distinct(l.status)},
    {'item': 'item_status', 'lines': count(l.item_status), 'different': approx_count_distinct(l.item_status)},
    {'item': 'complaint', 'lines': count(l.complaint), 'different': approx_count_distinct(l.complaint)}
  ], recursive := true)
  FROM order_line l
  WHERE fees OR l.is_product
  UNION ALL
  SELECT e.item, count(*), approx_count_distinct(e.value)
  FROM (
    SELECT unnest(map_keys(l.extra)) AS item, unnest(map_values(l.extra)) AS value
    FROM order_line l
    WHERE l.extra IS NOT NULL AND (fees OR l.is_product)
  ) e
  WHERE e.value IS NOT NULL AND NOT list_contains(
    ['product', 'category', 'levels', 'region', 'city', 'source', 'platform', 'gender', 'status', 'item_status', 'complaint'], e.item)
  GROUP BY e.item
)
SELECT c.item, c.lines::INTEGER AS lines
FROM counted c
WHERE c.different > 1;

COMMENT ON MACRO TABLE basket_columns IS 'Which columns can be the item of a basket besides the product: those with more than one value, and how many lines have one.';

CREATE OR REPLACE MACRO basket_labels(item := 'product', fees := false) AS TABLE
WITH things AS (
  SELECT product_id, NULL AS value, coalesce(product, product_id) AS name
  FROM products
  WHERE item IN ('product', 'levels') AND (fees OR is_product)
  UNION ALL
  SELECT DISTINCT NULL, v.value, CASE item WHEN 'levels' THEN concat('[', v.value, ']') ELSE v.value END
  FROM basket_values(item := item, fees := fees) v
  WHERE v.value IS NOT NULL
)
SELECT
  (row_number() OVER (ORDER BY t.product_id, t.name) - 1)::INTEGER AS item,
  t.product_id, t.value,
  CASE WHEN count(*) OVER (PARTITION BY t.name) > 1 THEN concat(t.name, ' (', t.product_id, ')') ELSE t.name END AS label
FROM things t
ORDER BY 1;

COMMENT ON MACRO TABLE basket_labels IS 'What the item codes of basket_items stand for: item is product, category, levels (products and their categories, these in brackets) or a column that basket_columns names; fees keeps postage and fees; products that share a name carry their id in the label.';

CREATE OR REPLACE MACRO basket_parents(fees := false) AS TABLE
WITH labels AS MATERIALIZED (FROM basket_labels(item := 'levels', fees := fees))
SELECT DISTINCT p.item, c.item AS parent
FROM basket_values(item := 'levels', fees := fees) v
JOIN labels p ON p.product_id = v.product_id
JOIN labels c ON c.value = v.value
ORDER BY 1, 2;

COMMENT ON MACRO TABLE basket_parents IS 'Which item codes of basket_labels(item := ''levels'') are the categories (parent) of which product (item).';

CREATE OR REPLACE MACRO basket_orders(per := 'order') AS TABLE
WITH keys AS (
  SELECT
    o.order_id, o.ordered_at,
    CASE WHEN per <> 'order' THEN o.customer_id END AS customer_id,
    CASE WHEN per = 'customer_day' THEN o.ordered_at::DATE END AS day,
    CASE WHEN per = 'order' OR o.customer_id IS NULL THEN o.order_id END AS own
  FROM orders o
)
SELECT order_id, (row_number() OVER (ORDER BY ordered_at, order_id) - 1)::INTEGER AS basket, ordered_at AS started_at
FROM keys
WHERE per = 'order'
UNION ALL
SELECT k.order_id, g.basket, g.started_at
FROM keys k
JOIN (
  SELECT
    customer_id, day, own, min(ordered_at) AS started_at,
    (row_number() OVER (ORDER BY min(ordered_at), customer_id, own) - 1)::INTEGER AS basket
  FROM keys
  WHERE per IN ('customer_day', 'customer')
  GROUP BY customer_id, day, own
) g ON g.customer_id IS NOT DISTINCT FROM k.customer_id
  AND g.day IS NOT DISTINCT FROM k.day
  AND g.own IS NOT DISTINCT FROM k.own
UNION ALL
SELECT NULL, NULL, NULL
WHERE NOT is_option('per', per, ['order', 'customer_day', 'customer']);

COMMENT ON MACRO TABLE basket_orders IS 'Which basket every order is part of, and when the basket began: baskets numbered in order of time, those without a date last.';

CREATE OR REPLACE MACRO basket_all_items(per := 'order', item := 'product', fees := false) AS TABLE
WITH labels AS MATERIALIZED (FROM basket_labels(item := item, fees := fees)),
things AS (
  SELECT l.order_id, b.item FROM order_line l JOIN labels b ON b.product_id = l.product_id
  WHERE item IN ('product', 'levels')
  UNION ALL
  SELECT v.order_id, b.item FROM basket_values(item := item, fees := fees) v JOIN labels b ON b.value = v.value
)
SELECT DISTINCT c.basket, t.item
FROM things t
JOIN basket_orders(per := per) c ON c.order_id = t.order_id;

COMMENT ON MACRO TABLE basket_all_items IS 'Every basket and item as numbers before the limit on size and the renumbering of basket_items.';

CREATE OR REPLACE MACRO basket_items(per := 'order', item := 'product', fees := false, max_items := NULL) AS TABLE
WITH pairs AS (FROM basket_all_items(per := per, item := item, fees := fees)),
kept AS (
  SELECT s.basket, (row_number() OVER (ORDER BY s.basket) - 1)::INTEGER AS code
  FROM (SELECT p.basket, count(*) AS items FROM pairs p GROUP BY p.basket) s
  WHERE max_items IS NULL OR s.items <= max_items
)
SELECT k.code AS basket, p.item
FROM pairs p
JOIN kept k ON k.basket = p.basket
ORDER BY 1, 2;

COMMENT ON MACRO TABLE basket_items IS 'What was bought together, as numbers for the miner: one row per basket and item, baskets numbered from 0 in order of time, per order, customer_day or customer (an order without a customer is always a basket of its own), items as in basket_labels, baskets of more than max_items left out.';

CREATE OR REPLACE MACRO basket_sizes(per := 'order', item := 'product', fees := false) AS TABLE
SELECT s.items, count(*)::INTEGER AS baskets
FROM (
  SELECT count(*)::INTEGER AS items
  FROM basket_all_items(per := per, item := item, fees := fees) p
  GROUP BY p.basket
) s
GROUP BY s.items
ORDER BY s.items;

COMMENT ON MACRO TABLE basket_sizes IS 'How many baskets have how many different items; those above max_items are the ones that basket_items leaves out.';

CREATE OR REPLACE MACRO basket_dates(per := 'order', item := 'product', fees := false, max_items := NULL) AS TABLE
SELECT (row_number() OVER (ORDER BY s.basket) - 1)::INTEGER AS basket, d.started_at
FROM (
  SELECT p.basket, count(*) AS items
  FROM basket_all_items(per := per, item := item, fees := fees) p
  GROUP BY p.basket
) s
JOIN (SELECT o.basket, min(o.started_at) AS started_at FROM basket_orders(per := per) o GROUP BY o.basket) d
  ON d.basket = s.basket
WHERE max_items IS NULL OR s.items <= max_items
ORDER BY 1;

COMMENT ON MACRO TABLE basket_dates IS 'When each basket of basket_items began, by its number; those without a date come last.';

CREATE OR REPLACE MACRO bought_next(what, direction := 'after', item := 'product', fees := false) AS TABLE
WITH sequence AS (
  SELECT
    c.basket, o.customer_id,
    CASE direction
      WHEN 'after' THEN lead(c.basket) OVER (PARTITION BY o.customer_id ORDER BY c.basket)
      WHEN 'before' THEN lag(c.basket) OVER (PARTITION BY o.customer_id ORDER BY c.basket)
    END AS other
  FROM orders o
  JOIN basket_orders() c ON c.order_id = o.order_id
  WHERE o.customer_id IS NOT NULL AND o.ordered_at IS NOT NULL
),
steps AS (SELECT v.customer_id, v.basket, v.other FROM sequence v WHERE v.other IS NOT NULL),
held AS (FROM basket_all_items(item := item, fees := fees)),
labels AS (FROM basket_labels(item := item, fees := fees)),
starts AS (
  SELECT s.customer_id, s.other
  FROM steps s
  JOIN held h ON h.basket = s.basket
  JOIN labels n ON n.item = h.item
  WHERE n.label = what
),
visited AS (SELECT s.customer_id, count(*)::DOUBLE AS visits FROM starts s GROUP BY s.customer_id),
found AS (
  SELECT
    c.item, sum(c.times) AS times, count(*) AS customers,
    sum(c.times * c.times) AS squares, sum(c.times * v.visits) AS products
  FROM (
    SELECT h.item, s.customer_id, count(*)::DOUBLE AS times
    FROM starts s
    JOIN held h ON h.basket = s.other
    GROUP BY h.item, s.customer_id
  ) c
  JOIN visited v ON v.customer_id = c.customer_id
  GROUP BY c.item
),
usual AS (
  SELECT h.item, count(*) AS times
  FROM steps s
  JOIN held h ON h.basket = s.other
  GROUP BY h.item
),
totals AS (
  SELECT
    (SELECT count(*) FROM starts) AS visits, (SELECT count(*) FROM steps) AS steps,
    (SELECT sum(v.visits * v.visits) FROM visited v) AS squares
)
SELECT
  n.label AS item, f.times::INTEGER AS times, f.customers::INTEGER AS customers, t.visits::INTEGER AS visits,
  f.times / t.visits AS share,
  u.times / t.steps AS usual,
  (f.times * t.steps) / (t.visits * u.times) AS lift,
  (f.times - t.visits * u.times / t.steps)
    / sqrt(nullif(greatest(f.squares - 2 * u.times / t.steps * f.products + (u.times / t.steps) ** 2 * t.squares, 0), 0)) AS z
FROM found f
JOIN usual u ON u.item = f.item
JOIN labels n ON n.item = f.item
CROSS JOIN totals t
UNION ALL
SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
WHERE NOT is_option('direction', direction, ['after', 'before'])
ORDER BY 7 DESC, 2 DESC, 1;

COMMENT ON MACRO TABLE bought_next IS 'Of customers who bought the item named what in one order: what they buy in their next order (direction after) or bought in the one before, how often, how often any order that follows (or comes before) another holds it, and how many standard errors apart the two are (z, from the differences of whole customers, as orders of one customer hang together); orders with customer and date only.';
