CREATE OR REPLACE MACRO finding_columns() AS TABLE
SELECT
  count(l.customer_id) > 0 AS customers, count(l.product_id) > 0 AS products, count(l.cost) > 0 AS costs,
  count(l.source) > 0 AS sources, count(l.discount) > 0 AS discounts, count(l.refund) > 0 AS refunds,
  count(l.complaint) > 0 AS complaints
FROM order_line l;

COMMENT ON MACRO TABLE finding_columns IS 'Which columns that a finding needs have a value on some line.';

CREATE OR REPLACE MACRO finding_periods(days := 90, compare := 'before', as_of := NULL, days_ago := 0) AS TABLE
WITH asked AS (SELECT is_option('compare', compare, ['before', 'year']) AS ok),
spanned AS (
  SELECT l.first_day AS beginning, coalesce(as_of::TIMESTAMP, l.last_day + INTERVAL 1 DAY) - to_days(days_ago::INTEGER) AS ending
  FROM (SELECT date_trunc('day', min(o.ordered_at)) AS first_day, date_trunc('day', max(o.ordered_at)) AS last_day FROM orders o) l
),
length AS (
  SELECT s.beginning, s.ending, coalesce(days, least(365, datesub('day', s.beginning, s.ending) // 2))::INTEGER AS span
  FROM spanned s
),
ends AS (
  SELECT
    e.beginning, e.ending, e.span,
    CASE compare WHEN 'year' THEN least(e.ending - INTERVAL 1 YEAR, e.ending - to_days(e.span)) ELSE e.ending - to_days(e.span) END
      AS ending_before
  FROM length e, asked
  WHERE asked.ok
),
listed AS (
  SELECT 0 AS position, 'now' AS period, e.beginning, e.ending, e.span FROM ends e
  UNION ALL
  SELECT 1, 'before', e.beginning, e.ending_before, e.span FROM ends e
)
SELECT
  u.position, u.period, u.ending - to_days(u.span) AS starts, u.ending AS ends, u.span, u.beginning,
  datesub('day', u.beginning, min(u.ending) OVER () - to_days(u.span))::INTEGER AS days_known_before
FROM listed u
WHERE u.beginning IS NOT NULL
ORDER BY u.position;

COMMENT ON MACRO TABLE finding_periods IS 'The two periods a finding compares, from starts (inclusive) to ends (exclusive): now, the last days (90; NULL for a year, or half the time of the data where that is shorter) before as_of (the end of the last day with an order), and before, the days just before (compare := before) or the same days a year earlier (year); days_ago moves both back. days_known_before says how many days of orders lie before the earlier one, below 0 when the data do not cover it.';

CREATE OR REPLACE MACRO finding_profit(days := 90, compare := 'before', as_of := NULL) AS TABLE
WITH period AS NOT MATERIALIZED (SELECT p.* FROM finding_periods(days := days, compare := compare, as_of := as_of) p),
buyer AS (
  SELECT
    coalesce(sum(o.revenue) FILTER (p.position = 0), 0) AS revenue,
    coalesce(sum(o.revenue) FILTER (p.position = 1), 0) AS revenue_before,
    coalesce(sum(o.revenue) FILTER (p.position = 0 AND o.cost IS NOT NULL), 0) AS costed,
    coalesce(sum(o.revenue) FILTER (p.position = 1 AND o.cost IS NOT NULL), 0) AS costed_before,
    coalesce(sum(o.revenue - o.cost) FILTER (p.position = 0), 0) AS profit,
    coalesce(sum(o.revenue - o.cost) FILTER (p.position = 1), 0) AS profit_before
  FROM orders o JOIN period p ON o.ordered_at >= p.starts AND o.ordered_at < p.ends
  GROUP BY o.customer_id, CASE WHEN o.customer_id IS NULL THEN o.order_id END
),
total AS (
  SELECT
    count(*) AS buyers, sum(b.revenue) AS revenue, sum(b.revenue_before) AS revenue_before,
    sum(b.costed) AS costed, sum(b.costed_before) AS costed_before, sum(b.profit) AS profit,
    sum(b.profit_before) AS profit_before, sum((b.revenue - b.revenue_before) ** 2) AS revenue_squares,
    sum((b.profit - b.profit_before) ** 2) AS profit_squares
  FROM buyer b
),
margin AS (
  SELECT
    t.*, t.profit / nullif(t.costed, 0) AS margin, t.profit_before / nullif(t.costed_before, 0) AS margin_before
  FROM total t
)
SELECT
  any_value(m.buyers)::INTEGER AS buyers, any_value(m.revenue) AS revenue, any_value(m.revenue_before) AS revenue_before,
  any_value(m.revenue_squares) AS revenue_squares,
  any_value(m.costed / nullif(m.revenue, 0)) AS costed_share,
  any_value(m.costed_before / nullif(m.revenue_before, 0)) AS costed_share_before,
  any_value(m.profit) AS profit, any_value(m.profit_before) AS profit_before, any_value(m.profit_squares) AS profit_squares,
  any_value(m.margin) AS margin, any_value(m.margin_before) AS margin_before,
  sum(((b.profit - m.margin * b.costed) / m.costed - (b.profit_before - m.margin_before * b.costed_before) / m.costed_before) ** 2)
    AS margin_squares
FROM buyer b, margin m;

COMMENT ON MACRO TABLE finding_profit IS 'Does profit fall while revenue rises: both in the last days (90) and in the comparison period as finding_periods says, and the sums of the squared changes by buyer (a guest order is a buyer of its own), whose roots are standard errors of the changes; margin is profit in the revenue of orders with a cost.';

CREATE OR REPLACE MACRO finding_new_customers(days := 90, compare := 'before', as_of := NULL, within_days := 60) AS TABLE
WITH period AS NOT MATERIALIZED (
  SELECT p.*, least(365, p.days_known_before) AS lookback
  FROM finding_periods(days := days, compare := compare, as_of := as_of, days_ago := within_days) p
),
seen AS (
  SELECT
    p.position, o.customer_id, o.ordered_at, o.revenue, o.revenue - o.cost AS profit,
    min(o.ordered_at) OVER (PARTITION BY p.position, o.customer_id) AS first_order, p.starts, p.ends
  FROM orders o JOIN period p
    ON o.ordered_at >= p.starts - to_days(p.lookback::INTEGER) AND o.ordered_at < p.ends + to_days(within_days::INTEGER)
  WHERE o.customer_id IS NOT NULL AND p.lookback >= 0
),
newcomer AS (
  SELECT
    s.position, s.customer_id, sum(s.revenue) AS revenue,
    CASE WHEN count(s.profit) = count(*) THEN sum(s.profit) END AS profit,
    max(s.ordered_at::DATE) > min(s.ordered_at::DATE) AS again
  FROM seen s
  WHERE s.first_order >= s.starts AND s.first_order < s.ends
    AND s.ordered_at < s.first_order + to_days(within_days::INTEGER)
  GROUP BY s.position, s.customer_id
)
SELECT
  p.period, p.starts, p.ends, p.lookback, count(n.customer_id)::INTEGER AS customers,
  (count(*) FILTER (n.again))::INTEGER AS again,
  sum(n.revenue) AS revenue, sum(n.revenue * n.revenue) AS revenue_squares,
  count(n.profit)::INTEGER AS costed, sum(n.profit) AS profit, sum(n.profit * n.profit) AS profit_squares
FROM period p LEFT JOIN newcomer n ON n.position = p.position
GROUP BY p.position, p.period, p.starts, p.ends, p.lookback
ORDER BY p.position;

COMMENT ON MACRO TABLE finding_new_customers IS 'Do new customers bring little: those whose first order lies in either period of finding_periods, moved back so that everyone was watched for within_days (60), how many bought again on a later day in that time, and what they brought, with the sums of squares. New is who had no order in the lookback days before the period, the same number for both.';

CREATE OR REPLACE MACRO finding_best_customers(days := NULL, as_of := NULL, best := 0.2, min_orders := 6, silent_after := 2, shortest_gap := 7) AS TABLE
WITH period AS NOT MATERIALIZED (
  SELECT p.* FROM finding_periods(days := days, as_of := as_of) p WHERE p.days_known_before >= 0
),
day AS (
  SELECT
    p.position, o.customer_id, o.ordered_at::DATE AS day, min(o.customer_name) AS customer_name,
    max(o.ordered_at) AS last_order, sum(o.revenue) AS revenue,
    CASE WHEN count(o.cost) = count(*) THEN sum(o.revenue - o.cost) END AS profit
  FROM orders o JOIN period p ON o.ordered_at >= p.starts AND o.ordered_at < p.ends
  WHERE o.customer_id IS NOT NULL
  GROUP BY p.position, o.customer_id, o.ordered_at::DATE
),
gap AS (
  SELECT d.*, d.day - lag(d.day) OVER (PARTITION BY d.position, d.customer_id ORDER BY d.day) AS gap FROM day d
),
bought AS (
  SELECT
    g.position, g.customer_id, min(g.customer_name) AS customer_name, count(*)::INTEGER AS order_days,
    max(g.last_order) AS last_order, sum(g.revenue) AS revenue,
    CASE WHEN count(g.profit) = count(*) THEN sum(g.profit) END AS profit, median(g.gap) AS median_gap_days
  FROM gap g
  GROUP BY g.position, g.customer_id
),
ranked AS (
  SELECT
    b.*, rank() OVER (PARTITION BY b.position ORDER BY round(b.revenue, 6) DESC) AS place,
    count(*) OVER (PARTITION BY b.position) AS buyers
  FROM bought b
)
SELECT
  p.position, p.period, p.starts, p.ends, p.span, r.customer_id, r.customer_name, r.order_days, r.last_order,
  r.median_gap_days, datesub('day', r.last_order, p.ends)::INTEGER AS silence_days, r.revenue, r.profit,
  datesub('day', r.last_order, p.ends) > silent_after * greatest(r.median_gap_days, shortest_gap) AS silent
FROM ranked r JOIN period p ON p.position = r.position
WHERE r.place <= ceil(best * r.buyers) AND r.order_days >= min_orders
ORDER BY p.position, r.revenue DESC, r.customer_id;

COMMENT ON MACRO TABLE finding_best_customers IS 'Which good customers are silent: of the buyers of the last days (a year, or half the time of the data where that is shorter) and of as many days before them, the best fifth by revenue with orders on at least min_orders (6) days, with their own median gap and whether they were silent for more than silent_after (2) such gaps (of shortest_gap, 7 days, at least) at the end of the period.';

CREATE OR REPLACE MACRO finding_leavers(days := NULL, as_of := NULL, best := 0.2, min_orders := 6, silent_after := 2, shortest_gap := 7) AS TABLE
SELECT
  c.period, any_value(c.starts) AS starts, any_value(c.ends) AS ends, any_value(c.span)::INTEGER AS span,
  count(*)::INTEGER AS customers, (count(*) FILTER (c.silent))::INTEGER AS silent,
  sum(c.revenue) AS revenue, sum(c.revenue) FILTER (c.silent) AS silent_revenue, sum(c.profit) FILTER (c.silent) AS silent_profit
FROM finding_best_customers(days := days, as_of := as_of, best := best, min_orders := min_orders, silent_after := silent_after,
  shortest_gap := shortest_gap) c
GROUP BY c.position, c.period
ORDER BY c.position;

COMMENT ON MACRO TABLE finding_leavers IS 'Do good customers leave quietly: how many of finding_best_customers were silent at the end of either period, and what they had brought in it.';

CREATE OR REPLACE MACRO finding_dependence(days := 90, compare := 'before', as_of := NULL) AS TABLE
WITH period AS NOT MATERIALIZED (SELECT p.* FROM finding_periods(days := days, compare := compare, as_of := as_of) p),
ordered AS NOT MATERIALIZED (
  SELECT p.position, o.order_id, o.customer_id, o.revenue
  FROM orders o JOIN period p ON o.ordered_at >= p.starts AND o.ordered_at < p.ends
),
sold AS NOT MATERIALIZED (
  SELECT p.position, l.order_id, l.product_id, l.product, l.amount - coalesce(l.refund, 0) AS revenue
  FROM order_line l JOIN period p ON l.ordered_at >= p.starts AND l.ordered_at < p.ends
  WHERE l.is_product AND l.product_id IS NOT NULL
),
best_customer AS (
  SELECT o.customer_id AS id, NULL::VARCHAR AS name
  FROM ordered o
  WHERE o.position = 0 AND o.customer_id IS NOT NULL
  GROUP BY o.customer_id
  ORDER BY round(sum(o.revenue), 6) DESC, o.customer_id
  LIMIT 1
),
best_product AS (
  SELECT s.product_id AS id, min(s.product) AS name
  FROM sold s
  WHERE s.position = 0
  GROUP BY s.product_id
  ORDER BY round(sum(s.revenue), 6) DESC, s.product_id
  LIMIT 1
),
share AS (
  SELECT 0 AS position, 'customer' AS kind, b.id, b.name, o.position AS at, o.revenue,
    CASE WHEN o.customer_id = b.id THEN o.revenue ELSE 0 END AS own
  FROM ordered o, best_customer b
  UNION ALL
  SELECT 1, 'product', b.id, b.name, s.position, sum(s.revenue), coalesce(sum(s.revenue) FILTER (s.product_id = b.id), 0)
  FROM sold s, best_product b
  GROUP BY b.id, b.name, s.position, s.order_id
),
total AS (
  SELECT h.kind, h.at, sum(h.own) AS own, sum(h.revenue) AS revenue, sum(h.own) / nullif(sum(h.revenue), 0) AS share
  FROM share h
  GROUP BY h.kind, h.at
)
SELECT
  h.kind, any_value(h.id) AS id, any_value(h.name) AS name,
  (count(*) FILTER (h.at = 0))::INTEGER AS orders, (count(*) FILTER (h.at = 0 AND h.own <> 0))::INTEGER AS own_orders,
  any_value(t.revenue) FILTER (h.at = 0) AS revenue, any_value(t.own) FILTER (h.at = 0) AS own_revenue,
  any_value(t.share) FILTER (h.at = 0) AS share,
  sqrt(sum((h.own - t.share * h.revenue) ** 2) FILTER (h.at = 0)) / any_value(t.revenue) FILTER (h.at = 0) AS share_error,
  (count(*) FILTER (h.at = 1))::INTEGER AS orders_before,
  any_value(t.share) FILTER (h.at = 1) AS share_before,
  sqrt(sum((h.own - t.share * h.revenue) ** 2) FILTER (h.at = 1)) / any_value(t.revenue) FILTER (h.at = 1) AS share_error_before
FROM share h JOIN total t ON t.kind = h.kind AND t.at = h.at
GROUP BY h.position, h.kind
ORDER BY h.position;

COMMENT ON MACRO TABLE finding_dependence IS 'Does the shop hang on one customer or one product: the one with most revenue in the last days (90), its share in that period and in the comparison period as finding_periods says, and the standard errors of both shares with orders as units.';

CREATE OR REPLACE MACRO finding_first_orders(days := 365, as_of := NULL, within_days := 60, min_discount := 0.05) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_day + INTERVAL 1 DAY) - to_days(within_days::INTEGER) AS ends
  FROM (SELECT date_trunc('day', max(o.ordered_at)) AS last_day FROM orders o) l
),
joined AS NOT MATERIALIZED (
  SELECT c.customer_id, c.first_order
  FROM customers c, moment m
  WHERE c.first_order < m.ends AND c.first_order >= m.ends - to_days(days::INTEGER)
)
SELECT
  j.customer_id, j.first_order,
  min(o.source) FILTER (o.ordered_at = j.first_order) AS source,
  coalesce(sum(o.discount) FILTER (o.ordered_at = j.first_order), 0) AS discount,
  coalesce(sum(o.discount) FILTER (o.ordered_at = j.first_order), 0) >= min_discount
    * sum(o.amount + coalesce(o.discount, 0)) FILTER (o.ordered_at = j.first_order)
    AND coalesce(sum(o.discount) FILTER (o.ordered_at = j.first_order), 0) > 0 AS discounted,
  max(o.ordered_at::DATE) > j.first_order::DATE AS again,
  sum(o.revenue) FILTER (o.ordered_at = j.first_order) AS first_revenue,
  sum(o.revenue - o.cost) FILTER (o.ordered_at = j.first_order) AS first_profit,
  coalesce(sum(o.revenue) FILTER (o.ordered_at > j.first_order), 0) AS later_revenue,
  CASE WHEN count(o.cost) = count(*) THEN coalesce(sum(o.revenue - o.cost) FILTER (o.ordered_at > j.first_order), 0) END AS later_profit
FROM joined j JOIN orders o
  ON o.customer_id = j.customer_id AND o.ordered_at >= j.first_order AND o.ordered_at < j.first_order + to_days(within_days::INTEGER)
GROUP BY j.customer_id, j.first_order
ORDER BY j.customer_id;

COMMENT ON MACRO TABLE finding_first_orders IS 'Each customer whose first order ever lies in the days (365) that end within_days (60) before as_of: its source, its discount (discounted from min_discount of the value before it), what it brought, whether they bought again on a later day within within_days, and what they brought then.';

CREATE OR REPLACE MACRO finding_sources(days := 365, as_of := NULL, within_days := 60) AS TABLE
SELECT
  f.source, count(*)::INTEGER AS customers, (count(*) FILTER (f.again))::INTEGER AS again,
  (count(*) FILTER (f.discounted))::INTEGER AS discounted,
  sum(f.first_revenue) AS first_revenue, sum(f.later_revenue) AS later_revenue,
  CASE WHEN count(f.first_profit) = count(*) THEN sum(f.first_profit) END AS first_profit,
  CASE WHEN count(f.later_profit) = count(*) THEN sum(f.later_profit) END AS later_profit
FROM finding_first_orders(days := days, as_of := as_of, within_days := within_days) f
GROUP BY f.source
ORDER BY f.source NULLS LAST;

COMMENT ON MACRO TABLE finding_sources IS 'Does a source bring one-time buyers: the customers of finding_first_orders by the source of their first order, how many bought again within within_days (60), and what they brought with it and afterwards; the source NULL gathers those whose source is not known.';

CREATE OR REPLACE MACRO finding_discounts(days := 365, as_of := NULL, within_days := 60, min_discount := 0.05) AS TABLE
SELECT
  f.source, f.discounted, count(*)::INTEGER AS customers, (count(*) FILTER (f.again))::INTEGER AS again,
  sum(f.discount) AS discount, sum(f.first_revenue) AS first_revenue, sum(f.later_revenue) AS later_revenue,
  CASE WHEN count(f.first_profit) = count(*) THEN sum(f.first_profit) END AS first_profit,
  CASE WHEN count(f.later_profit) = count(*) THEN sum(f.later_profit) END AS later_profit
FROM finding_first_orders(days := days, as_of := as_of, within_days := within_days, min_discount := min_discount) f
GROUP BY f.source, f.discounted
ORDER BY f.source NULLS LAST, f.discounted DESC;

COMMENT ON MACRO TABLE finding_discounts IS 'Do discounts buy anything: the customers of finding_first_orders with and without a discount on their first order, source by source, how many bought again within within_days (60), and what they brought with it and afterwards.';

CREATE OR REPLACE MACRO finding_discount_baskets(days := 365, as_of := NULL, min_discount := 0.05) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_day + INTERVAL 1 DAY) AS ends
  FROM (SELECT date_trunc('day', max(o.ordered_at)) AS last_day FROM orders o) l
),
basket AS (
  SELECT
    o.customer_id, o.amount + coalesce(o.discount, 0) AS worth, coalesce(o.discount, 0) AS discount,
    coalesce(o.discount, 0) > 0 AND o.discount >= min_discount * (o.amount + o.discount) AS discounted
  FROM orders o, moment m
  WHERE o.customer_id IS NOT NULL AND o.ordered_at < m.ends AND o.ordered_at >= m.ends - to_days(days::INTEGER)
),
buyer AS (
  SELECT
    b.customer_id, avg(b.worth) FILTER (b.discounted) AS worth_with, avg(b.worth) FILTER (NOT b.discounted) AS worth_without,
    avg(b.discount) FILTER (b.discounted) AS discount
  FROM basket b
  GROUP BY b.customer_id
)
SELECT
  count(*)::INTEGER AS customers, avg(b.worth_with) AS worth_with, avg(b.worth_without) AS worth_without,
  avg(b.discount) AS discount, avg(b.worth_with - b.worth_without) AS difference,
  stddev_samp(b.worth_with - b.worth_without) / sqrt(count(*)) AS difference_error
FROM buyer b
WHERE b.worth_with IS NOT NULL AND b.worth_without IS NOT NULL;

COMMENT ON MACRO TABLE finding_discount_baskets IS 'Are baskets larger with a discount: for customers who ordered with one and without one in the last days (365), the mean value of a basket before discounts in both cases, customer by customer, the mean discount, and the mean difference with its standard error.';

CREATE OR REPLACE MACRO finding_refunds(days := NULL, as_of := NULL, min_orders := 20, min_refunds := 5) AS TABLE
WITH period AS NOT MATERIALIZED (SELECT p.* FROM finding_periods(days := days, as_of := as_of) p WHERE p.days_known_before >= 0),
suspect AS (
  SELECT l.product_id
  FROM order_line l JOIN period p ON l.ordered_at >= p.starts AND l.ordered_at < p.ends
  WHERE l.refund > 0 AND l.is_product
  GROUP BY l.product_id
),
sold AS (
  SELECT
    p.position, l.product_id, l.order_id, min(l.product) AS product, min(l.category) AS category,
    sum(l.amount) AS amount, coalesce(sum(l.refund), 0) AS refund
  FROM order_line l JOIN period p ON l.ordered_at >= p.starts AND l.ordered_at < p.ends
  WHERE l.is_product AND l.product_id IN (SELECT u.product_id FROM suspect u)
  GROUP BY p.position, l.product_id, l.order_id
)
SELECT u.*
FROM (
  SELECT
    s.product_id, min(s.product) AS product, min(s.category) AS category,
    (count(*) FILTER (s.position = 0))::INTEGER AS orders,
    (count(*) FILTER (s.position = 0 AND s.refund > 0))::INTEGER AS refunded,
    (count(*) FILTER (s.position = 1))::INTEGER AS orders_before,
    (count(*) FILTER (s.position = 1 AND s.refund > 0))::INTEGER AS refunded_before,
    coalesce(sum(s.amount) FILTER (s.position = 0), 0) AS amount, coalesce(sum(s.refund) FILTER (s.position = 0), 0) AS refund,
    coalesce(sum(s.amount) FILTER (s.position = 1), 0) AS amount_before,
    coalesce(sum(s.refund) FILTER (s.position = 1), 0) AS refund_before
  FROM sold s
  GROUP BY s.product_id
) u
WHERE u.orders >= min_orders AND u.orders_before >= min_orders AND u.refunded + u.refunded_before >= min_refunds
ORDER BY u.product_id;

COMMENT ON MACRO TABLE finding_refunds IS 'Do the refunds of a product rise: for each product in at least min_orders (20) orders both in the last days (a year, or half the time of the data where that is shorter) and in as many days before, in how many orders it was refunded, wholly or in part, and the money; products refunded in fewer than min_refunds (5) orders of both together are left out.';

CREATE OR REPLACE MACRO finding_complaints(days := 90, compare := 'before', as_of := NULL) AS TABLE
WITH period AS NOT MATERIALIZED (SELECT p.* FROM finding_periods(days := days, compare := compare, as_of := as_of) p),
total AS (
  SELECT count(*) FILTER (p.position = 0) AS orders, count(*) FILTER (p.position = 1) AS orders_before
  FROM orders o JOIN period p ON o.ordered_at >= p.starts AND o.ordered_at < p.ends
),
complained AS (
  SELECT p.position, l.complaint, l.order_id, l.amount - coalesce(l.refund, 0) AS revenue
  FROM order_line l JOIN period p ON l.ordered_at >= p.starts AND l.ordered_at < p.ends
  WHERE l.complaint IS NOT NULL
)
SELECT
  c.complaint, any_value(t.orders)::INTEGER AS orders, count(DISTINCT c.order_id) FILTER (c.position = 0)::INTEGER AS complained,
  any_value(t.orders_before)::INTEGER AS orders_before,
  count(DISTINCT c.order_id) FILTER (c.position = 1)::INTEGER AS complained_before,
  coalesce(sum(c.revenue) FILTER (c.position = 0), 0) AS revenue
FROM complained c, total t
GROUP BY GROUPING SETS ((), (c.complaint))
HAVING count(*) > 0
ORDER BY c.complaint NULLS FIRST;

COMMENT ON MACRO TABLE finding_complaints IS 'Do complaints rise: in how many orders of either period of finding_periods there was one, by what it was about, first (NULL) all together, and what the lines complained of now brought.';
