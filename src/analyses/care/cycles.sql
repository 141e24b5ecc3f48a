CREATE OR REPLACE MACRO product_days(as_of := NULL) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
)
SELECT
  l.customer_id, coalesce(l.product_id, l.product) AS item, l.ordered_at::DATE AS bought_on, sum(l.quantity) AS quantity
FROM order_line l, moment
WHERE l.is_product AND coalesce(l.product_id, l.product) IS NOT NULL AND l.customer_id IS NOT NULL
  AND l.ordered_at <= moment.at AND l.quantity > 0
GROUP BY ALL;

COMMENT ON MACRO TABLE product_days IS 'On which days each customer bought each product up to as_of (one day after the last order), and how many; postage and fees apart. The item is the id of the product, or its name where it has none.';

CREATE OR REPLACE MACRO last_bought(days) AS TABLE
SELECT
  d.customer_id, d.item, count(*)::INTEGER AS times, min(d.bought_on) AS first_bought, max(d.bought_on) AS last_bought,
  arg_max(d.quantity, d.bought_on) AS last_quantity
FROM query_table(days) d
GROUP BY d.customer_id, d.item;

COMMENT ON MACRO TABLE last_bought IS 'For each customer and product of rows as product_days gives them, in the table of that name: on how many days it was bought, the first and the last, and how many then.';

CREATE OR REPLACE MACRO unit_gaps(days, habits) AS TABLE
SELECT g.customer_id, g.item, g.gap_days, round(g.gap_days / g.quantity, 9) AS unit_days
FROM (
  SELECT
    d.customer_id, d.item, d.quantity,
    lead(d.bought_on) OVER (PARTITION BY d.customer_id, d.item ORDER BY d.bought_on) - d.bought_on AS gap_days
  FROM query_table(days) d
  JOIN query_table(habits) h ON h.customer_id = d.customer_id AND h.item = d.item
  WHERE h.times > 1
) g
WHERE g.gap_days IS NOT NULL;

COMMENT ON MACRO TABLE unit_gaps IS 'The days between one purchase of a product and the next by the same customer, and how many days one unit lasted, which is this over the quantity bought; over rows as product_days and last_bought give them, in the tables of these names.';

CREATE OR REPLACE MACRO is_rhythm(units, max_spread) AS
  max_spread IS NULL OR round(list_aggregate(units, 'quantile_cont', 0.9), 6)
    <= round(max_spread * list_aggregate(units, 'quantile_cont', 0.1), 6);

COMMENT ON MACRO is_rhythm IS 'True when days are alike enough to foretell the next: the longest of four in five are at most max_spread times the shortest.';

CREATE OR REPLACE MACRO cycles_of(habits, gaps, as_of := NULL, min_gaps := 10, min_again := 0.2, max_spread := 10) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
latest AS (
  SELECT o.customer_id, max(o.ordered_at)::DATE AS last_day
  FROM orders o, moment
  WHERE o.customer_id IS NOT NULL AND o.ordered_at <= moment.at
  GROUP BY o.customer_id
),
spaced AS (
  SELECT g.item, count(*)::INTEGER AS n, median(g.gap_days) AS median_gap_days, list_sort(list(g.unit_days)) AS units
  FROM query_table(gaps) g
  GROUP BY g.item
),
repeated AS MATERIALIZED (
  SELECT s.* FROM spaced s WHERE s.n >= greatest(min_gaps, 1) AND is_rhythm(s.units, max_spread)
),
bought AS (
  SELECT
    h.item, count(*)::INTEGER AS buyers, count(*) FILTER (l.last_day > h.first_bought)::INTEGER AS buyers_back,
    count(*) FILTER (h.times > 1)::INTEGER AS buyers_again
  FROM query_table(habits) h
  JOIN latest l ON l.customer_id = h.customer_id
  WHERE h.item IN (SELECT r.item FROM repeated r)
  GROUP BY h.item
),
cycled AS (
  SELECT r.item, b.buyers, b.buyers_back, b.buyers_again, r.n, r.median_gap_days, r.units
  FROM repeated r
  JOIN bought b ON b.item = r.item
  WHERE b.buyers_again >= min_again * b.buyers_back
),
places AS (
  SELECT t.n, unnest(range(greatest(0, floor(t.n / 2 - 4 * sqrt(t.n))::BIGINT), t.n // 2 + 1)) AS place
  FROM (SELECT DISTINCT c.n FROM cycled c) t
),
tails AS (
  SELECT
    p.n, p.place,
    sum(exp(lgamma(p.n + 1) - lgamma(p.place + 1) - lgamma(p.n - p.place + 1) - p.n * ln(2)))
      OVER (PARTITION BY p.n ORDER BY p.place) AS tail
  FROM places p
),
ranks AS (SELECT t.n, max(t.place + 1) AS rank FROM tails t WHERE t.tail <= 0.025 GROUP BY t.n)
SELECT
  c.item, c.buyers, c.buyers_back, c.buyers_again, c.buyers_again / nullif(c.buyers_back, 0) AS again_share,
  c.n AS gaps, c.median_gap_days, list_aggregate(c.units, 'quantile_cont', 0.5) AS unit_days,
  c.units[r.rank] AS unit_days_low, c.units[c.n + 1 - r.rank] AS unit_days_high,
  list_aggregate(c.units, 'quantile_cont', 0.1) AS short_unit_days,
  list_aggregate(c.units, 'quantile_cont', 0.9) AS long_unit_days
FROM cycled c
LEFT JOIN ranks r ON r.n = c.n;

COMMENT ON MACRO TABLE cycles_of IS 'product_cycles without the names of the products, over rows as last_bought and unit_gaps give them, in the tables of these names.';

CREATE OR REPLACE MACRO product_cycles(as_of := NULL, min_gaps := 10, min_again := 0.2, max_spread := 10) AS TABLE
WITH every_day AS MATERIALIZED (FROM product_days(as_of := as_of)),
every_habit AS MATERIALIZED (FROM last_bought('every_day')),
every_gap AS MATERIALIZED (FROM unit_gaps('every_day', 'every_habit'))
SELECT
  c.item, coalesce(n.product, c.item) AS product, n.category, c.buyers, c.buyers_back, c.buyers_again, c.again_share,
  c.gaps, c.median_gap_days, c.unit_days, c.unit_days_low, c.unit_days_high, c.short_unit_days, c.long_unit_days
FROM cycles_of('every_habit', 'every_gap', as_of := as_of, min_gaps := min_gaps, min_again := min_again, max_spread := max_spread) c
LEFT JOIN products n ON n.product_id = c.item
ORDER BY c.gaps DESC, c.item;

COMMENT ON MACRO TABLE product_cycles IS 'After how many days each product is bought again, and how many days one unit lasts (days to the next purchase of the same customer over the quantity bought): median with its exact 95 % interval (order statistics by the binomial distribution; none below 6 gaps) and the range that four in five gaps lie in. Listed are products with min_gaps gaps that min_again of the buyers who came back for anything bought again, and whose four gaps in five differ by no more than a factor of max_spread; postage and fees apart.';

CREATE OR REPLACE MACRO rhythms_of(habits, gaps, own_gaps := 3, max_spread := 10) AS TABLE
WITH spaced AS (
  SELECT g.customer_id, g.item, median(g.gap_days) AS median_gap_days, list_sort(list(g.unit_days)) AS units
  FROM query_table(gaps) g
  GROUP BY g.customer_id, g.item
),
regular AS (
  SELECT s.*
  FROM spaced s
  WHERE len(s.units) >= greatest(own_gaps, 1) AND is_rhythm(s.units, max_spread)
)
SELECT
  h.customer_id, h.item, h.times, h.last_bought, h.last_quantity, s.median_gap_days,
  list_aggregate(s.units, 'quantile_cont', 0.5) AS unit_days,
  list_aggregate(s.units, 'quantile_cont', 0.1) AS short_unit_days,
  list_aggregate(s.units, 'quantile_cont', 0.9) AS long_unit_days
FROM query_table(habits) h
JOIN regular s ON s.customer_id = h.customer_id AND s.item = h.item;

COMMENT ON MACRO TABLE rhythms_of IS 'The customer''s own rhythm for a product, from own_gaps gaps on and while four in five of them differ by no more than a factor of max_spread, over rows as last_bought and unit_gaps give them, in the tables of these names: median gap, and how many days one unit lasts, median and the range that four in five gaps lie in.';

CREATE OR REPLACE MACRO used_up(bought_on, quantity, unit_days) AS
  bought_on + round(round(quantity * unit_days, 6))::INTEGER;

COMMENT ON MACRO used_up IS 'The day on which what was bought is used up, when one unit lasts so many days.';

CREATE OR REPLACE MACRO product_due(
  as_of := NULL, due_since := NULL, due_until := NULL, min_gaps := 10, min_again := 0.2, own_gaps := 3, max_spread := 10
) AS TABLE
WITH every_day AS MATERIALIZED (FROM product_days(as_of := as_of)),
every_habit AS MATERIALIZED (FROM last_bought('every_day')),
every_gap AS MATERIALIZED (FROM unit_gaps('every_day', 'every_habit')),
cycles AS MATERIALIZED (
  FROM cycles_of(
    'every_habit', 'every_gap', as_of := as_of, min_gaps := min_gaps, min_again := min_again, max_spread := max_spread)
),
rhythms AS MATERIALIZED (FROM rhythms_of('every_habit', 'every_gap', own_gaps := own_gaps, max_spread := max_spread)),
paced AS (
  SELECT
    r.customer_id, r.item, r.times, r.last_bought, r.last_quantity, 'own' AS rhythm,
    r.unit_days, r.short_unit_days, r.long_unit_days
  FROM rhythms r
  UNION ALL
  SELECT
    h.customer_id, h.item, h.times, h.last_bought, h.last_quantity, 'product',
    c.unit_days, c.short_unit_days, c.long_unit_days
  FROM every_habit h
  JOIN cycles c ON c.item = h.item
  LEFT JOIN rhythms r ON r.customer_id = h.customer_id AND r.item = h.item
  WHERE r.item IS NULL
)
SELECT
  p.customer_id, p.item, coalesce(n.product, p.item) AS product, p.times, p.last_bought, p.last_quantity, p.rhythm, p.unit_days,
  used_up(p.last_bought, p.last_quantity, p.short_unit_days) AS due_from,
  used_up(p.last_bought, p.last_quantity, p.unit_days) AS due_on,
  used_up(p.last_bought, p.last_quantity, p.long_unit_days) AS due_to
FROM paced p
LEFT JOIN products n ON n.product_id = p.item
WHERE (due_since IS NULL OR used_up(p.last_bought, p.last_quantity, p.unit_days) >= due_since::DATE)
  AND (due_until IS NULL OR used_up(p.last_bought, p.last_quantity, p.unit_days) <= due_until::DATE)
ORDER BY due_on, p.customer_id, p.item;

COMMENT ON MACRO TABLE product_due IS 'When what each customer bought last must be used up, from due_since to due_until: days one unit lasts times the quantity bought last, after the day it was bought; by the customer''s own rhythm (from own_gaps gaps on, four in five alike to a factor of max_spread), else by product_cycles(min_gaps, min_again, max_spread). The range holds four gaps in five.';
