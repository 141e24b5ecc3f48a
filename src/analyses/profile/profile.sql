CREATE OR REPLACE MACRO customer_profile(as_of := NULL) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
bought AS (
  SELECT
    o.customer_id, min(o.customer_name) AS customer_name,
    min(o.ordered_at) AS first_order, max(o.ordered_at) AS last_order,
    count(*)::INTEGER AS orders, sum(o.lines)::INTEGER AS lines, sum(o.units) AS units,
    sum(o.amount) AS amount, sum(o.discount) AS discount, sum(o.refund) AS refund,
    coalesce(sum(o.revenue), 0) AS revenue, sum(o.cost) AS cost,
    min(o.region) AS region, min(o.source) AS source, min(o.gender) AS gender, min(o.birthday) AS birthday
  FROM orders o, moment
  WHERE o.customer_id IS NOT NULL AND o.ordered_at <= moment.at
  GROUP BY o.customer_id
)
SELECT
  b.customer_id, b.customer_name, b.first_order, b.last_order,
  datesub('day', b.last_order, moment.at)::INTEGER AS recency_days,
  datesub('day', b.first_order, moment.at)::INTEGER AS tenure_days,
  b.orders, b.lines, b.units, b.amount, b.discount, b.refund, b.revenue, b.cost,
  b.revenue - b.cost AS profit,
  b.revenue / b.orders AS revenue_per_order,
  (b.revenue - b.cost) / nullif(b.revenue, 0) AS margin,
  b.refund / nullif(b.amount, 0) AS return_rate,
  b.discount / nullif(b.amount + b.discount, 0) AS discount_share,
  b.region, b.source, b.gender, b.birthday
FROM bought b, moment
ORDER BY b.customer_id;

COMMENT ON MACRO TABLE customer_profile IS 'What is known of each customer with a dated order up to as_of (one day after the last order): first and last order, orders, money, profit (revenue less cost, NULL without costs), margin, return rate (refunds in amount), discount share (discounts in amount before them), region, source, gender, birthday.';

CREATE OR REPLACE MACRO customer_gaps(as_of := NULL) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
between_orders AS (
  SELECT
    o.customer_id,
    (epoch_us(o.ordered_at) - lag(epoch_us(o.ordered_at)) OVER (PARTITION BY o.customer_id ORDER BY o.ordered_at))
      / 86400000000 AS gap
  FROM orders o, moment
  WHERE o.customer_id IS NOT NULL AND o.ordered_at <= moment.at
)
SELECT
  g.customer_id, count(g.gap)::INTEGER AS gaps, median(g.gap) AS median_gap_days,
  stddev_pop(g.gap) / nullif(avg(g.gap), 0) AS gap_variation
FROM between_orders g
WHERE g.gap IS NOT NULL
GROUP BY g.customer_id
ORDER BY g.customer_id;

COMMENT ON MACRO TABLE customer_gaps IS 'In what rhythm does each customer with at least two orders up to as_of buy: how many gaps between consecutive orders, their median in days, and how much they vary (standard deviation over mean).';
