CREATE OR REPLACE MACRO overview(date_from := NULL, date_to := NULL) AS TABLE
WITH kept AS (
  SELECT order_id, ordered_at, customer_id, lines, units, amount, refund, revenue
  FROM orders
  WHERE (date_from IS NULL OR ordered_at >= date_from::TIMESTAMP)
    AND (date_to IS NULL OR ordered_at < date_to::TIMESTAMP)
),
totals AS (
  SELECT
    coalesce(sum(revenue), 0) AS revenue,
    coalesce(sum(amount), 0) AS amount,
    coalesce(sum(refund), 0) AS refund,
    count(*)::INTEGER AS orders,
    (count(*) FILTER (WHERE customer_id IS NULL))::INTEGER AS guest_orders,
    coalesce(sum(revenue) FILTER (WHERE customer_id IS NULL), 0) AS guest_revenue,
    coalesce(sum(revenue) FILTER (WHERE customer_id IS NOT NULL), 0) AS buyer_revenue,
    coalesce(sum(units), 0) AS units,
    coalesce(sum(lines), 0)::INTEGER AS lines,
    min(ordered_at) AS first_order,
    max(ordered_at) AS last_order
  FROM kept
),
buyer AS (
  SELECT count(*) AS orders FROM kept WHERE customer_id IS NOT NULL GROUP BY customer_id
),
buyers AS (
  SELECT count(*)::INTEGER AS buyers, (count(*) FILTER (WHERE orders >= 2))::INTEGER AS repeat_buyers FROM buyer
),
gaps AS (
  SELECT epoch_us(ordered_at) - lag(epoch_us(ordered_at)) OVER (PARTITION BY customer_id ORDER BY ordered_at) AS gap
  FROM kept
  WHERE customer_id IS NOT NULL AND ordered_at IS NOT NULL
),
typical AS (SELECT median(gap) / 86400000000 AS median_gap_days, count(gap)::INTEGER AS gaps FROM gaps)
SELECT
  revenue, amount, refund, orders, buyers, guest_orders, buyer_revenue, guest_revenue, units, lines,
  buyer_revenue / nullif(buyers, 0) AS revenue_per_buyer,
  revenue / nullif(orders, 0) AS revenue_per_order,
  revenue / nullif(units, 0) AS revenue_per_unit,
  units / nullif(orders, 0) AS units_per_order,
  repeat_buyers,
  repeat_buyers / nullif(buyers, 0) AS repurchase_rate,
  gaps, median_gap_days, first_order, last_order
FROM totals, buyers, typical;

COMMENT ON MACRO TABLE overview IS 'How is the shop doing: revenue, orders, buyers, guests, averages and repurchase as one row, for orders from date_from (inclusive) to date_to (exclusive), all orders when NULL.';

CREATE OR REPLACE MACRO overview_monthly() AS TABLE
WITH bounds AS (
  SELECT min(ordered_at)::DATE AS first_day, max(ordered_at)::DATE AS last_day FROM orders
),
months AS (
  SELECT unnest(generate_series(date_trunc('month', first_day), date_trunc('month', last_day), INTERVAL 1 MONTH))::DATE AS month
  FROM bounds
),
dated AS (
  SELECT
    date_trunc('month', o.ordered_at)::DATE AS month,
    o.customer_id,
    o.revenue,
    CASE
      WHEN o.customer_id IS NULL THEN 'guest'
      WHEN date_trunc('month', c.first_order) = date_trunc('month', o.ordered_at) THEN 'new'
      ELSE 'returning'
    END AS kind
  FROM orders o
  LEFT JOIN customers c ON c.customer_id = o.customer_id
  WHERE o.ordered_at IS NOT NULL
),
sums AS (
  SELECT
    month,
    sum(revenue) AS revenue,
    count(*) AS orders,
    count(*) FILTER (WHERE kind = 'guest') AS guest_orders,
    count(DISTINCT customer_id) AS buyers,
    count(DISTINCT customer_id) FILTER (WHERE kind = 'new') AS new_buyers,
    sum(revenue) FILTER (WHERE kind = 'new') AS new_revenue,
    sum(revenue) FILTER (WHERE kind = 'returning') AS returning_revenue,
    sum(revenue) FILTER (WHERE kind = 'guest') AS guest_revenue
  FROM dated
  GROUP BY month
)
SELECT
  m.month,
  coalesce(s.revenue, 0) AS revenue,
  coalesce(s.orders, 0)::INTEGER AS orders,
  coalesce(s.buyers, 0)::INTEGER AS buyers,
  coalesce(s.new_buyers, 0)::INTEGER AS new_buyers,
  coalesce(s.buyers - s.new_buyers, 0)::INTEGER AS returning_buyers,
  coalesce(s.guest_orders, 0)::INTEGER AS guest_orders,
  coalesce(s.new_revenue, 0) AS new_revenue,
  coalesce(s.returning_revenue, 0) AS returning_revenue,
  coalesce(s.guest_revenue, 0) AS guest_revenue,
  b.first_day > m.month OR b.last_day < last_day(m.month) AS is_partial
FROM months m
CROSS JOIN bounds b
LEFT JOIN sums s ON s.month = m.month
ORDER BY m.month;

COMMENT ON MACRO TABLE overview_monthly IS 'How do the months compare: revenue, orders and buyers per calendar month, split into buyers whose first order ever was in that month, returning buyers and guests; is_partial marks a month the data do not cover to its first or last day.';

CREATE OR REPLACE MACRO overview_levers(days := 90, as_of := NULL) AS TABLE
WITH spanned AS (
  SELECT date_trunc('day', min(ordered_at)) AS first_day, date_trunc('day', max(ordered_at)) AS last_day FROM orders
),
bounds AS (
  SELECT first_day AS beginning, coalesce(as_of::TIMESTAMP, last_day + INTERVAL 1 DAY) AS ending FROM spanned
),
dated AS (
  SELECT
    (epoch_us(b.ending) - epoch_us(o.ordered_at) - 1) // (days * 86400000000) AS period,
    o.customer_id, o.revenue, o.units
  FROM orders o
  CROSS JOIN bounds b
  WHERE o.ordered_at < b.ending AND o.ordered_at >= b.ending - to_days((2 * days)::INTEGER)
),
sums AS (
  SELECT period, count(*) AS orders, sum(revenue) AS revenue, sum(units) AS units FROM dated GROUP BY period
),
buyer AS (
  SELECT period, customer_id, count(*) AS orders
  FROM dated
  WHERE customer_id IS NOT NULL
  GROUP BY period, customer_id
),
buyers AS (
  SELECT
    g.period,
    count(*) AS buyers,
    count(*) FILTER (WHERE c.first_order >= b.ending - to_days((days * (g.period + 1))::INTEGER)) AS new_buyers,
    count(*) FILTER (WHERE g.orders >= 2) AS repeat_buyers,
    sum(g.orders) AS orders
  FROM buyer g
  JOIN customers c ON c.customer_id = g.customer_id
  CROSS JOIN bounds b
  GROUP BY g.period
),
figures AS (
  SELECT
    p.period,
    b.beginning <= b.ending - to_days((days * (p.period + 1))::INTEGER) AS covered,
    coalesce(g.new_buyers, 0) AS new_buyers,
    coalesce(g.buyers - g.new_buyers, 0) AS returning_buyers,
    g.repeat_buyers / nullif(g.buyers, 0) AS repurchase_rate,
    g.orders / nullif(g.buyers, 0) AS orders_per_buyer,
    s.revenue / nullif(s.orders, 0) AS revenue_per_order,
    s.units / nullif(s.orders, 0) AS units_per_order
  FROM (SELECT unnest([0, 1]) AS period) p
  CROSS JOIN bounds b
  LEFT JOIN sums s ON s.period = p.period
  LEFT JOIN buyers g ON g.period = p.period
),
long AS (
  SELECT period, covered, unnest([
    {'position': 1, 'direction': 'more', 'lever': 'new_buyers', 'figure': new_buyers::DOUBLE},
    {'position': 2, 'direction': 'longer', 'lever': 'returning_buyers', 'figure': returning_buyers::DOUBLE},
    {'position': 3, 'direction': 'longer', 'lever': 'repurchase_rate', 'figure': repurchase_rate},
    {'position': 4, 'direction': 'longer', 'lever': 'orders_per_buyer', 'figure': orders_per_buyer},
    {'position': 5, 'direction': 'deeper', 'lever': 'revenue_per_order', 'figure': revenue_per_order},
    {'position': 6, 'direction': 'deeper', 'lever': 'units_per_order', 'figure': units_per_order}
  ], recursive := true)
  FROM figures
),
compared AS (
  SELECT
    position, direction, lever,
    max(figure) FILTER (WHERE period = 0 AND covered) AS value,
    max(figure) FILTER (WHERE period = 1 AND covered) AS previous
  FROM long
  GROUP BY position, direction, lever
)
SELECT
  position, direction, lever, value, previous,
  value - previous AS change,
  (value - previous) / nullif(previous, 0) AS change_rate,
  b.ending - to_days(days::INTEGER) AS period_start,
  b.ending AS period_end
FROM compared
CROSS JOIN bounds b
ORDER BY position;

COMMENT ON MACRO TABLE overview_levers IS 'More, longer, deeper: new buyers, returning buyers, repurchase, orders per buyer, revenue and units per order in the last days (90) before as_of (the end of the last day with an order) against the days before; a period the data do not cover is NULL.';
