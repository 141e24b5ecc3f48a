CREATE OR REPLACE MACRO wilson_bound(share, n, side) AS
  round((share + 1.9208 / n + side * 1.96 * sqrt(share * (1 - share) / n + 0.9604 / (n * n))) / (1 + 3.8416 / n), 12);

COMMENT ON MACRO wilson_bound IS 'An end of the 95 % interval of a share of n (Wilson): the lower with side -1, the upper with side 1.';

CREATE OR REPLACE MACRO customer_groups(by := 'source', as_of := NULL) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
)
SELECT o.customer_id, arg_min(CASE "by" WHEN 'source' THEN o.source ELSE o.region END, (o.ordered_at, o.order_id)) AS value
FROM orders o, moment
WHERE "by" IN ('source', 'region') AND o.customer_id IS NOT NULL AND o.ordered_at <= moment.at
  AND CASE "by" WHEN 'source' THEN o.source ELSE o.region END IS NOT NULL
GROUP BY o.customer_id
UNION ALL
SELECT a.customer_id, a.value
FROM customer_attributes(as_of := as_of) a(customer_id, name, value, place, different_values)
WHERE "by" NOT IN ('source', 'region') AND a.name = "by";

COMMENT ON MACRO TABLE customer_groups IS 'The group of each customer by one attribute of customer_attributes. Source and region are those the customer came with, the first that are known, so that coming back cannot change the group; customers of whom it is not known are not in it.';

CREATE OR REPLACE MACRO customer_purchases(per := 'day', as_of := NULL) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
  WHERE is_option('per', per, ['day', 'order'])
),
purchases AS (
  SELECT o.customer_id, o.ordered_at::DATE AS day, min(o.ordered_at) AS bought_at, CASE per WHEN 'order' THEN o.order_id END AS one
  FROM orders o, moment
  WHERE o.customer_id IS NOT NULL AND o.ordered_at <= moment.at
  GROUP BY o.customer_id, o.ordered_at::DATE, CASE per WHEN 'order' THEN o.order_id END
),
numbered AS (
  SELECT p.customer_id, p.day, row_number() OVER w AS number, lead(p.day) OVER w AS next_day
  FROM purchases p
  WINDOW w AS (PARTITION BY p.customer_id ORDER BY p.day, p.bought_at, p.one)
)
SELECT
  n.customer_id, n.number::INTEGER AS number, n.day,
  datediff('day', n.day, coalesce(n.next_day, moment.at::DATE))::INTEGER AS days,
  n.next_day IS NOT NULL AS came_back
FROM numbered n, moment;

COMMENT ON MACRO TABLE customer_purchases IS 'Every purchase of every customer up to as_of (one day after the last order), numbered, with the days to the next one, or, where none came yet, the days of silence. per day: the orders of one day are one purchase; per order: each is one.';

CREATE OR REPLACE MACRO cohort_cells(period := 'month', by := NULL, as_of := NULL) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
  WHERE is_option('period', period, ['week', 'month', 'quarter'])
),
bounds AS (
  SELECT
    min(o.ordered_at)::DATE AS begins, date_trunc(period, min(o.ordered_at))::DATE AS first_period,
    date_trunc(period, max(o.ordered_at))::DATE AS last_period,
    least(any_value(moment.at), max(o.ordered_at) + INTERVAL 1 DAY) AS ends
  FROM orders o, moment
  WHERE o.ordered_at <= moment.at
),
active AS (
  SELECT o.customer_id, date_trunc(period, o.ordered_at)::DATE AS starts, sum(o.revenue) AS revenue
  FROM orders o, moment
  WHERE o.customer_id IS NOT NULL AND o.ordered_at <= moment.at
  GROUP BY o.customer_id, date_trunc(period, o.ordered_at)::DATE
),
aged AS (
  SELECT a.customer_id, a.starts, a.revenue, min(a.starts) OVER (PARTITION BY a.customer_id) AS cohort
  FROM active a
)
SELECT
  g.value, a.cohort, datediff(period, a.cohort, a.starts)::INTEGER AS age,
  count(*)::INTEGER AS customers, coalesce(sum(a.revenue), 0) AS revenue,
  datediff(period, any_value(a.cohort), any_value(b.last_period))::INTEGER AS last_age,
  any_value(b.last_period) + CASE period WHEN 'week' THEN INTERVAL 7 DAY WHEN 'month' THEN INTERVAL 1 MONTH ELSE INTERVAL 3 MONTH END
    > any_value(b.ends) AS last_is_partial,
  any_value(b.begins > b.first_period) AND a.cohort = any_value(b.first_period) AS first_is_partial
FROM aged a
LEFT JOIN customer_groups(by := "by", as_of := as_of) g ON g.customer_id = a.customer_id
CROSS JOIN bounds b
GROUP BY g.value, a.cohort, datediff(period, a.cohort, a.starts);

COMMENT ON MACRO TABLE cohort_cells IS 'What cohorts and cohort_ages are made of: the cells that hold somebody, with the last age the data reach and whether the first and the last period are covered only in part.';

CREATE OR REPLACE MACRO cohorts(period := 'month', by := NULL, value := NULL, as_of := NULL) AS TABLE
WITH cells AS (
  SELECT c.*
  FROM cohort_cells(period := period, by := "by", as_of := as_of) c(part, cohort, age, customers, revenue, last_age, last_is_partial, first_is_partial)
  WHERE value IS NULL OR c.part = value
),
grid AS (
  SELECT
    c.part, c.cohort, c.customers AS size, c.last_age, c.last_is_partial, c.first_is_partial,
    unnest(range(c.last_age + 1))::INTEGER AS age
  FROM cells c
  WHERE c.age = 0
)
SELECT
  g.part AS "value", g.cohort, g.age, coalesce(c.customers, 0)::INTEGER AS customers, g.size,
  coalesce(c.customers, 0) / g.size AS share, coalesce(c.revenue, 0) AS revenue,
  sum(coalesce(c.revenue, 0)) OVER (PARTITION BY g.part, g.cohort ORDER BY g.age) / g.size AS cumulative_per_customer,
  g.age = 0 AND g.first_is_partial OR g.age = g.last_age AND g.last_is_partial AS is_partial
FROM grid g
LEFT JOIN cells c ON c.part IS NOT DISTINCT FROM g.part AND c.cohort = g.cohort AND c.age = g.age
ORDER BY g.part NULLS LAST, g.cohort, g.age;

COMMENT ON MACRO TABLE cohorts IS 'Customers by the week, month or quarter of their first order (cohort): how many of them were active so many periods later (age), what they brought then, and what each had brought by then. by tells them apart by an attribute as in customer_groups, value keeps one group of it; is_partial marks cells whose period the data cover only in part.';

CREATE OR REPLACE MACRO cohort_ages(period := 'month', by := NULL, as_of := NULL) AS TABLE
WITH cells AS MATERIALIZED (
  SELECT c.*
  FROM cohort_cells(period := period, by := "by", as_of := as_of) c(part, cohort, age, customers, revenue, last_age, last_is_partial, first_is_partial)
),
whole AS (
  SELECT c.part, c.age, sum(c.customers) AS customers, sum(c.revenue) AS revenue
  FROM cells c
  WHERE NOT (c.age = 0 AND c.first_is_partial OR c.age = c.last_age AND c.last_is_partial)
  GROUP BY c.part, c.age
),
sizes AS (
  SELECT s.part, s.age, count(*) AS cohorts, sum(s.size) AS size
  FROM (
    SELECT c.part, c.customers AS size,
      unnest(range(c.first_is_partial::INTEGER, c.last_age + 1 - c.last_is_partial::INTEGER))::INTEGER AS age
    FROM cells c
    WHERE c.age = 0
  ) s
  GROUP BY s.part, s.age
),
rated AS (
  SELECT s.part, s.age, s.cohorts, s.size AS n, coalesce(w.customers, 0) AS active, coalesce(w.customers, 0) / s.size AS p, coalesce(w.revenue, 0) AS revenue
  FROM sizes s
  LEFT JOIN whole w ON w.part IS NOT DISTINCT FROM s.part AND w.age = s.age
)
SELECT
  r.part AS "value", r.age, r.cohorts::INTEGER AS cohorts, r.active::INTEGER AS customers, r.n::INTEGER AS size, r.p AS share,
  wilson_bound(r.p, r.n, -1) AS low, wilson_bound(r.p, r.n, 1) AS high,
  r.revenue, sum(r.revenue / r.n) OVER (PARTITION BY r.part ORDER BY r.age) AS cumulative_per_customer
FROM rated r
ORDER BY r.part NULLS LAST, r.age;

COMMENT ON MACRO TABLE cohort_ages IS 'All cohorts of cohorts together, by age, each weighted by its size: what share is active so many weeks, months or quarters after the first order (with its 95 % interval, Wilson) and what a customer has brought by then. Only cohorts whose period of that age the data cover whole.';

CREATE OR REPLACE MACRO repurchase_curve(from_order := 1, by := NULL, as_of := NULL, per := 'day') AS TABLE
WITH spells AS (
  SELECT
    g.value AS part, p.days, count(*) FILTER (p.came_back) AS events, count(*) FILTER (NOT p.came_back) AS censored
  FROM customer_purchases(per := per, as_of := as_of) p
  LEFT JOIN customer_groups(by := "by", as_of := as_of) g ON g.customer_id = p.customer_id
  WHERE p.number = from_order
  GROUP BY g.value, p.days
),
watched AS (
  SELECT
    s.part, s.days, s.events, s.censored,
    sum(s.events + s.censored) OVER (PARTITION BY s.part ORDER BY s.days DESC) AS at_risk
  FROM spells s
),
silent AS (
  SELECT
    w.part, w.days, w.at_risk, w.events, w.censored,
    product(1 - w.events / w.at_risk) OVER (PARTITION BY w.part ORDER BY w.days) AS still,
    sum(w.events / (w.at_risk * nullif(w.at_risk - w.events, 0))) OVER (PARTITION BY w.part ORDER BY w.days) AS greenwood
  FROM watched w
),
spread AS (
  SELECT s.*, CASE WHEN s.still > 0 AND s.still < 1 THEN 1.959964 * sqrt(s.greenwood) / -ln(s.still) END AS reach
  FROM silent s
)
SELECT
  s.part AS "value", s.days, s.at_risk::INTEGER AS at_risk, s.events::INTEGER AS events, s.censored::INTEGER AS censored,
  1 - s.still AS share, 1 - pow(s.still, exp(-s.reach)) AS low, 1 - pow(s.still, exp(s.reach)) AS high
FROM spread s
ORDER BY s.part NULLS LAST, s.days;

COMMENT ON MACRO TABLE repurchase_curve IS 'What share of customers has bought again so many days after their purchase number from_order (Kaplan and Meier, with the 95 % interval of Greenwood on the log-log scale): those still silent at as_of count as not yet decided from then on. by tells groups apart as in customer_groups; per as in customer_purchases.';

CREATE OR REPLACE MACRO order_funnel(as_of := NULL, per := 'day') AS TABLE
WITH purchases AS MATERIALIZED (
  SELECT p.number, p.days, p.came_back FROM customer_purchases(per := per, as_of := as_of) p WHERE p.number <= 10
),
spells AS (
  SELECT p.number, p.days, count(*) FILTER (p.came_back) AS events, count(*) AS ended
  FROM purchases p
  WHERE p.number < 10
  GROUP BY p.number, p.days
),
watched AS (
  SELECT s.number, s.days, s.events, sum(s.ended) OVER (PARTITION BY s.number ORDER BY s.days DESC) AS at_risk
  FROM spells s
),
within_days AS (
  SELECT
    w.number + 1 AS number,
    CASE WHEN max(w.days) >= 90 THEN 1 - coalesce(product(1 - w.events / w.at_risk) FILTER (w.days <= 90), 1) END AS within_90,
    CASE WHEN max(w.days) >= 365 THEN 1 - coalesce(product(1 - w.events / w.at_risk) FILTER (w.days <= 365), 1) END AS within_365
  FROM watched w
  GROUP BY w.number
),
counted AS (
  SELECT
    p.number, count(*) AS customers, count(*) FILTER (p.came_back) AS went_on, median(p.days) FILTER (p.came_back) AS median_days
  FROM purchases p
  GROUP BY p.number
)
SELECT
  c.number AS "order", c.customers::INTEGER AS customers, c.customers / o.customers AS share_of_all,
  c.customers / b.customers AS share_of_previous,
  wilson_bound(c.customers / b.customers, b.customers, -1) AS low,
  wilson_bound(c.customers / b.customers, b.customers, 1) AS high,
  b.median_days, w.within_90, w.within_365
FROM counted c
JOIN counted o ON o.number = 1
LEFT JOIN counted b ON b.number = c.number - 1
LEFT JOIN within_days w ON w.number = c.number
ORDER BY c.number;

COMMENT ON MACRO TABLE order_funnel IS 'How many customers reached their first, second … tenth purchase, what share that is of all and of those who reached the one before (with the 95 % interval, Wilson), the median days it took them, and what share goes on within 90 and 365 days when those who came lately count as undecided (Kaplan and Meier; NULL where nobody was watched so long). per as in customer_purchases.';

CREATE OR REPLACE MACRO repurchase_gaps(of := 'shop', min_gaps := 10, as_of := NULL) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
  WHERE is_option('of', of, ['shop', 'category', 'product'])
),
bought AS NOT MATERIALIZED (
  SELECT o.customer_id, '' AS id, o.ordered_at::DATE AS day
  FROM orders o, moment
  WHERE of = 'shop' AND o.customer_id IS NOT NULL AND o.ordered_at <= moment.at
  UNION ALL
  SELECT l.customer_id, CASE of WHEN 'product' THEN l.product_id ELSE l.category END, l.ordered_at::DATE
  FROM order_line l, moment
  WHERE of <> 'shop' AND l.is_product AND l.customer_id IS NOT NULL AND l.ordered_at <= moment.at
    AND CASE of WHEN 'product' THEN l.product_id ELSE l.category END IS NOT NULL
),
bought_days AS (SELECT DISTINCT b.customer_id, b.id, b.day FROM bought b),
spells AS (
  SELECT b.id, b.day, lead(b.day) OVER w AS next_day, row_number() OVER w = 1 AS is_first
  FROM bought_days b
  WINDOW w AS (PARTITION BY b.customer_id, b.id ORDER BY b.day)
),
plain AS (
  SELECT c.*
  FROM (
    SELECT
      s.id, count(*) FILTER (s.is_first) AS buyers, count(s.next_day) FILTER (s.is_first) AS returned,
      count(s.next_day) AS gaps, quantile_cont(datediff('day', s.day, s.next_day), [0.25, 0.5, 0.75]) AS quartiles
    FROM spells s
    GROUP BY s.id
  ) c
  WHERE c.gaps >= min_gaps
),
ended AS (
  SELECT
    s.id, datediff('day', s.day, coalesce(s.next_day, moment.at::DATE)) AS days,
    count(s.next_day) AS events, count(*) AS ended
  FROM spells s, moment
  WHERE s.id IN (SELECT p.id FROM plain p)
  GROUP BY 1, 2
),
watched AS (
  SELECT e.id, e.days, e.events, sum(e.ended) OVER (PARTITION BY e.id ORDER BY e.days DESC) AS at_risk
  FROM ended e
),
silent AS (
  SELECT w.id, w.days, product(1 - w.events / w.at_risk) OVER (PARTITION BY w.id ORDER BY w.days) AS still
  FROM watched w
),
medians AS (SELECT s.id, min(s.days) FILTER (round(s.still, 12) <= 0.5) AS days FROM silent s GROUP BY s.id)
SELECT
  nullif(p.id, '') AS id, CASE of WHEN 'product' THEN coalesce(n.product, p.id) ELSE nullif(p.id, '') END AS name,
  p.buyers::INTEGER AS buyers, p.returned::INTEGER AS returned, p.returned / p.buyers AS return_share, p.gaps::INTEGER AS gaps,
  p.quartiles[1] AS quartile_1, p.quartiles[2] AS median_days, p.quartiles[3] AS quartile_3, m.days::INTEGER AS km_median_days
FROM plain p
JOIN medians m ON m.id = p.id
LEFT JOIN products n ON of = 'product' AND n.product_id = p.id
ORDER BY p.gaps DESC, p.id;

COMMENT ON MACRO TABLE repurchase_gaps IS 'How many days lie between two purchases of a customer (distinct days up to as_of), in the shop, per category or per product bought again: quartiles of the gaps that ended, how many there are (at least min_gaps), buyers, those who came back, and the median that also counts the gaps still open (Kaplan and Meier; NULL where fewer than half come back).';
