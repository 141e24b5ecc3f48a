CREATE OR REPLACE MACRO repeat_split(split := NULL, as_of := NULL) AS TABLE
SELECT
  l.first_order AS starts,
  coalesce(split::TIMESTAMP, (l.first_order::DATE + (datediff('day', l.first_order, l.moment) * 2 // 3)::INTEGER)::TIMESTAMP) AS split,
  l.moment AS ends
FROM (
  SELECT s.first_order, coalesce(as_of::TIMESTAMP, s.last_order + INTERVAL 1 DAY) AS moment
  FROM (
    SELECT min(o.ordered_at) FILTER (o.customer_id IS NOT NULL) AS first_order, max(o.ordered_at) AS last_order FROM orders o
  ) s
) l;

COMMENT ON MACRO TABLE repeat_split IS 'Where a back-test cuts the time from the first order of a customer to as_of (one day after the last order): at split, or after two thirds of the days.';

CREATE OR REPLACE MACRO repeat_holdout(split := NULL, as_of := NULL, count_by := 'day') AS TABLE
WITH moment AS (
  SELECT d.split AS cut, d.ends, datediff('day', d.split, d.ends)::INTEGER AS days
  FROM repeat_split(split := split, as_of := as_of) d
  WHERE is_option('count_by', count_by, ['day', 'order'])
),
purchases AS (
  SELECT
    o.customer_id, o.ordered_at::DATE AS day, '' AS order_id, min(o.customer_name) AS customer_name,
    min(o.ordered_at) AS first_at, max(o.ordered_at) FILTER (o.ordered_at <= moment.cut) AS last_at,
    coalesce(sum(o.revenue) FILTER (o.ordered_at <= moment.cut), 0) AS spend,
    coalesce(sum(o.revenue) FILTER (o.ordered_at > moment.cut), 0) AS spend_later
  FROM orders o, moment
  WHERE count_by = 'day' AND o.customer_id IS NOT NULL AND o.ordered_at <= moment.ends
  GROUP BY o.customer_id, o.ordered_at::DATE
  UNION ALL
  SELECT
    o.customer_id, o.ordered_at::DATE, o.order_id, o.customer_name, o.ordered_at, o.ordered_at,
    CASE WHEN o.ordered_at <= moment.cut THEN coalesce(o.revenue, 0) ELSE 0 END,
    CASE WHEN o.ordered_at > moment.cut THEN coalesce(o.revenue, 0) ELSE 0 END
  FROM orders o, moment
  WHERE count_by = 'order' AND o.customer_id IS NOT NULL AND o.ordered_at <= moment.ends
),
bought AS (
  SELECT
    p.customer_id, min(p.customer_name) AS customer_name,
    min(p.first_at) AS first_order, max(p.last_at) FILTER (p.first_at <= moment.cut) AS last_order,
    min(p.day) AS first_day, max(p.day) FILTER (p.first_at <= moment.cut) AS last_day,
    count(*) FILTER (p.first_at <= moment.cut) AS times,
    count(*) FILTER (p.first_at <= moment.cut AND p.day > moment.cut::DATE - moment.days) AS times_lately,
    count(*) FILTER (p.first_at > moment.cut) AS times_later,
    sum(p.spend) AS spend, sum(p.spend_later) AS spend_later,
    arg_min(p.spend, (p.first_at, p.order_id)) AS first_spend
  FROM purchases p, moment
  GROUP BY p.customer_id
)
SELECT
  b.customer_id, b.customer_name,
  (b.times - 1)::INTEGER AS x,
  datediff('day', b.first_day, b.last_day) / 7 AS t_x,
  datediff('day', b.first_day, moment.cut::DATE) / 7 AS age,
  round(b.spend - b.first_spend, 6) / nullif(b.times - 1, 0) AS mean_spend,
  b.first_order, b.last_order, b.spend AS revenue,
  (b.times_lately - (b.first_day > moment.cut::DATE - moment.days)::INTEGER)::INTEGER AS x_lately,
  b.times_later::INTEGER AS x_holdout,
  b.spend_later AS spend_holdout,
  moment.days / 7 AS holdout_weeks
FROM bought b, moment
WHERE b.times > 0
ORDER BY b.customer_id;

COMMENT ON MACRO TABLE repeat_holdout IS 'What did each customer do up to split and after it, until as_of (dates as in repeat_split): repeat_orders at split, the repeat purchases in as many days before it as follow (x_lately), the purchases and the spending after it.';

CREATE OR REPLACE MACRO repeat_orders(as_of := NULL, count_by := 'day') AS TABLE
SELECT h.customer_id, h.customer_name, h.x, h.t_x, h.age, h.mean_spend, h.first_order, h.last_order, h.revenue
FROM repeat_holdout(
  split := (SELECT d.ends FROM repeat_split(as_of := as_of) d), as_of := (SELECT d.ends FROM repeat_split(as_of := as_of) d),
  count_by := count_by) h
ORDER BY h.customer_id;

COMMENT ON MACRO TABLE repeat_orders IS 'How often did each customer come back until as_of (one day after the last order): x repeat purchases, the last of them t_x weeks after the first purchase, age weeks known, mean_spend per repeat purchase. A purchase is a day with orders, or with count_by order each order.';

CREATE OR REPLACE MACRO repeat_weekly(split := NULL, as_of := NULL, count_by := 'day') AS TABLE
WITH moment AS (
  SELECT
    d.split AS cut, d.ends, d.ends::DATE AS last_day,
    greatest(1, (datediff('day', d.starts, d.ends) + 6) // 7) AS weeks
  FROM repeat_split(split := split, as_of := as_of) d
),
purchases AS (
  SELECT o.customer_id, o.ordered_at::DATE AS day, count(*) AS orders, min(o.ordered_at) AS first_at
  FROM orders o, moment
  WHERE o.customer_id IS NOT NULL AND o.ordered_at <= moment.ends AND is_option('count_by', count_by, ['day', 'order'])
  GROUP BY o.customer_id, o.ordered_at::DATE
),
placed AS (
  SELECT
    moment.weeks - (greatest(datediff('day', p.day, moment.last_day), 1) - 1) // 7 AS week,
    CASE count_by WHEN 'order' THEN p.orders ELSE 1 END - (p.day = min(p.day) OVER (PARTITION BY p.customer_id))::INTEGER AS repeats,
    min(p.first_at) OVER (PARTITION BY p.customer_id) AS first_order
  FROM purchases p, moment
),
counted AS (
  SELECT p.week, sum(p.repeats) AS repeats
  FROM placed p, moment
  WHERE p.first_order <= moment.cut
  GROUP BY p.week
)
SELECT
  w.week::INTEGER AS week,
  moment.last_day - (7 * (moment.weeks - w.week))::INTEGER AS week_end,
  coalesce(c.repeats, 0)::INTEGER AS repeats,
  sum(coalesce(c.repeats, 0)) OVER (ORDER BY w.week)::INTEGER AS cumulative
FROM (SELECT unnest(range(1, (SELECT m.weeks FROM moment m) + 1)) AS week) w
CROSS JOIN moment
LEFT JOIN counted c ON c.week = w.week
ORDER BY w.week;

COMMENT ON MACRO TABLE repeat_weekly IS 'How many repeat purchases did the customers known at split make in each week since the first purchase of a customer, until as_of; dates and count_by as in repeat_holdout, the last week ends at as_of, the first may be short.';
