CREATE OR REPLACE MACRO lifecycle_reason(
  orders, silence, gap, orders_last, orders_before, revenue_last, revenue_before,
  decline_after, lost_after, drop_below, exploration_orders
) AS CASE
  WHEN silence > decline_after * gap THEN CASE WHEN silence > lost_after * gap THEN 'lost' ELSE 'silent' END
  WHEN orders <= exploration_orders THEN 'few_orders'
  WHEN revenue_before > 0 AND revenue_last < drop_below * revenue_before THEN 'revenue_fell'
  WHEN orders_last > orders_before THEN 'more_orders'
  WHEN revenue_last > revenue_before THEN 'more_revenue'
  ELSE 'steady' END;

COMMENT ON MACRO lifecycle_reason IS 'The first rule of the life cycle that holds: lost, silent, few_orders, revenue_fell, more_orders, more_revenue, or steady when none does. A gap that is NULL makes nobody silent.';

CREATE OR REPLACE MACRO lifecycle_stage(reason) AS CASE
  WHEN reason IN ('lost', 'silent', 'revenue_fell') THEN 'decline'
  WHEN reason = 'few_orders' THEN 'exploration'
  WHEN reason IN ('more_orders', 'more_revenue') THEN 'buildup'
  ELSE 'maturity' END;

COMMENT ON MACRO lifecycle_stage IS 'The stage a rule of the life cycle leads to: exploration, buildup, maturity or decline.';

CREATE OR REPLACE MACRO lifecycle_stages() AS TABLE
SELECT position, stage
FROM (VALUES (1, 'exploration'), (2, 'buildup'), (3, 'maturity'), (4, 'decline')) AS names(position, stage)
ORDER BY position;

COMMENT ON MACRO TABLE lifecycle_stages IS 'The four stages of a customer, from the first order on.';

CREATE OR REPLACE MACRO lifecycle(
  as_of := NULL, decline_after := 2, lost_after := 4, window_days := 90, drop_below := 0.5,
  own_gap_orders := 3, exploration_orders := 2, shortest_gap := 1
) AS TABLE
WITH moment AS (
  SELECT epoch_us(coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY)) AS till
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
spans AS (
  SELECT
    m.till, m.till - window_days::BIGINT * 86400000000 AS last_start,
    m.till - 2 * window_days::BIGINT * 86400000000 AS before_start
  FROM moment m
),
placed AS (
  SELECT
    o.customer_id, o.customer_name, epoch_us(o.ordered_at) AS t, coalesce(o.revenue, 0) AS revenue, o.cost,
    epoch_us(o.ordered_at) - lag(epoch_us(o.ordered_at)) OVER (PARTITION BY o.customer_id ORDER BY o.ordered_at) AS gap
  FROM orders o, moment
  WHERE o.customer_id IS NOT NULL AND epoch_us(o.ordered_at) <= moment.till
),
shop AS (SELECT median(p.gap) AS gap FROM placed p),
history AS (
  SELECT
    p.customer_id, min(p.customer_name) AS customer_name,
    count(*)::INTEGER AS orders, min(p.t) AS first_t, max(p.t) AS last_t, median(p.gap) AS own_gap,
    sum(p.revenue) AS revenue, sum(p.cost) AS cost,
    (count(*) FILTER (p.t > s.last_start))::INTEGER AS orders_last,
    (count(*) FILTER (p.t > s.before_start AND p.t <= s.last_start))::INTEGER AS orders_before,
    round(coalesce(sum(p.revenue) FILTER (p.t > s.last_start), 0), 6) AS revenue_last,
    round(coalesce(sum(p.revenue) FILTER (p.t > s.before_start AND p.t <= s.last_start), 0), 6) AS revenue_before
  FROM placed p, spans s
  GROUP BY p.customer_id
),
paced AS (
  SELECT
    h.*, moment.till - h.last_t AS silence, h.orders >= own_gap_orders AND h.own_gap IS NOT NULL AS is_own,
    CASE WHEN h.orders >= own_gap_orders THEN coalesce(h.own_gap, shop.gap) ELSE shop.gap END AS pace
  FROM history h, shop, moment
),
floored AS (
  SELECT p.*, CASE WHEN p.pace IS NOT NULL THEN greatest(p.pace, shortest_gap * 86400000000) END AS gap FROM paced p
),
judged AS (
  SELECT
    f.*, lifecycle_reason(
      f.orders, f.silence, f.gap, f.orders_last, f.orders_before, f.revenue_last, f.revenue_before,
      decline_after, lost_after, drop_below, exploration_orders) AS reason
  FROM floored f
)
SELECT
  j.customer_id, j.customer_name, lifecycle_stage(j.reason) AS stage, j.reason = 'lost' AS lost, j.reason,
  make_timestamp(j.first_t) AS first_order, make_timestamp(j.last_t) AS last_order,
  j.silence / 86400000000 AS silence_days, j.gap / 86400000000 AS gap_days, j.is_own AS own_gap,
  j.orders, j.orders_last, j.orders_before,
  j.revenue, j.revenue_last, j.revenue_before, j.revenue - j.cost AS profit
FROM judged j
ORDER BY j.customer_id;

COMMENT ON MACRO TABLE lifecycle IS 'In which stage of the life cycle is each customer at as_of (one day after the last order), and by which rule: decline when silent for more than decline_after gaps (lost: lost_after) or when the revenue of the last window_days is below drop_below of that of the days before, exploration up to exploration_orders, buildup while orders or revenue grow, else maturity. The gap is the median between the customer''s own orders from own_gap_orders on, else the shop''s, and at least shortest_gap days.';

CREATE OR REPLACE MACRO lifecycle_summary(
  as_of := NULL, decline_after := 2, lost_after := 4, window_days := 90, drop_below := 0.5,
  own_gap_orders := 3, exploration_orders := 2, shortest_gap := 1
) AS TABLE
WITH staged AS (
  FROM lifecycle(
    as_of := as_of, decline_after := decline_after, lost_after := lost_after, window_days := window_days,
    drop_below := drop_below, own_gap_orders := own_gap_orders, exploration_orders := exploration_orders,
    shortest_gap := shortest_gap)
)
SELECT
  n.position, n.stage,
  count(s.customer_id)::INTEGER AS customers,
  count(s.customer_id) / nullif(sum(count(s.customer_id)) OVER (), 0) AS customer_share,
  (count(*) FILTER (s.lost))::INTEGER AS lost,
  coalesce(sum(s.orders), 0)::INTEGER AS orders,
  coalesce(sum(s.revenue), 0) AS revenue,
  coalesce(sum(s.revenue), 0) / nullif(sum(sum(s.revenue)) OVER (), 0) AS revenue_share,
  coalesce(sum(s.revenue_last), 0) AS revenue_last,
  avg(s.orders) AS mean_orders,
  avg(s.revenue) AS mean_revenue,
  sum(s.profit) AS profit,
  count(s.profit)::INTEGER AS profit_customers,
  avg(s.profit) AS mean_profit,
  avg(s.gap_days) AS mean_gap_days,
  avg(s.silence_days) AS mean_silence_days
FROM lifecycle_stages() n
LEFT JOIN staged s ON s.stage = n.stage
GROUP BY n.position, n.stage
ORDER BY n.position;

COMMENT ON MACRO TABLE lifecycle_summary IS 'How many customers are in each stage, how many of them are lost, and what they bring: orders, revenue, revenue of the last window_days, means, and profit over the profit_customers whose costs are known; parameters as in lifecycle.';

CREATE OR REPLACE MACRO lifecycle_changes(
  from_date := NULL, to_date := NULL, decline_after := 2, lost_after := 4, window_days := 90, drop_below := 0.5,
  own_gap_orders := 3, exploration_orders := 2, shortest_gap := 1
) AS TABLE
WITH later AS (
  FROM lifecycle(
    as_of := to_date, decline_after := decline_after, lost_after := lost_after, window_days := window_days,
    drop_below := drop_below, own_gap_orders := own_gap_orders, exploration_orders := exploration_orders,
    shortest_gap := shortest_gap)
),
earlier AS (
  FROM lifecycle(
    as_of := (
      SELECT least(coalesce(from_date::TIMESTAMP, d.till - to_days(window_days::INTEGER)), d.till)
      FROM (SELECT coalesce(to_date::TIMESTAMP, max(ordered_at) + INTERVAL 1 DAY) AS till FROM orders) d
    ),
    decline_after := decline_after, lost_after := lost_after, window_days := window_days,
    drop_below := drop_below, own_gap_orders := own_gap_orders, exploration_orders := exploration_orders,
    shortest_gap := shortest_gap)
)
SELECT
  l.customer_id, l.customer_name, coalesce(e.stage, 'not_yet') AS from_stage, l.stage AS to_stage, l.reason,
  l.last_order, l.silence_days, l.gap_days, l.orders,
  coalesce(e.revenue, 0) AS from_revenue, l.revenue AS to_revenue, l.profit
FROM later l
LEFT JOIN earlier e ON e.customer_id = l.customer_id
ORDER BY l.customer_id;

COMMENT ON MACRO TABLE lifecycle_changes IS 'In which stage was each customer at from_date (window_days before to_date) and in which is each at to_date (one day after the last order); not_yet had not bought by from_date; the other parameters as in lifecycle.';

CREATE OR REPLACE MACRO lifecycle_moves(
  from_date := NULL, to_date := NULL, decline_after := 2, lost_after := 4, window_days := 90, drop_below := 0.5,
  own_gap_orders := 3, exploration_orders := 2, shortest_gap := 1
) AS TABLE
WITH changed AS (
  FROM lifecycle_changes(
    from_date := from_date, to_date := to_date, decline_after := decline_after, lost_after := lost_after, window_days := window_days,
    drop_below := drop_below, own_gap_orders := own_gap_orders, exploration_orders := exploration_orders,
    shortest_gap := shortest_gap)
),
beginnings AS (
  SELECT 0 AS position, 'not_yet' AS stage
  UNION ALL
  FROM lifecycle_stages()
)
SELECT
  b.position AS from_position, b.stage AS from_stage, n.position AS to_position, n.stage AS to_stage,
  count(c.customer_id)::INTEGER AS customers,
  count(c.customer_id) / nullif(sum(count(c.customer_id)) OVER (PARTITION BY b.position), 0) AS share,
  coalesce(sum(c.to_revenue), 0) AS revenue
FROM beginnings b
CROSS JOIN lifecycle_stages() n
LEFT JOIN changed c ON c.from_stage = b.stage AND c.to_stage = n.stage
GROUP BY b.position, b.stage, n.position, n.stage
ORDER BY b.position, n.position;

COMMENT ON MACRO TABLE lifecycle_moves IS 'Who moved from which stage to which between from_date and to_date: customers, their share of those who were in from_stage, and their revenue up to to_date, a row for every pair even when it is empty; parameters as in lifecycle_changes.';

CREATE OR REPLACE MACRO month_number(day) AS (year(day) * 12 + month(day) - 1)::INTEGER;

COMMENT ON MACRO month_number IS 'The calendar month of a date as a number that grows by one each month.';

CREATE OR REPLACE MACRO lifecycle_monthly(
  months := 12, as_of := NULL, decline_after := 2, lost_after := 4, window_days := 90, drop_below := 0.5,
  own_gap_orders := 3, exploration_orders := 2, shortest_gap := 1
) AS TABLE
WITH moment AS (
  SELECT l.first_order, coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS till
  FROM (SELECT min(ordered_at) AS first_order, max(ordered_at) AS last_order FROM orders) l
),
span AS (
  SELECT
    epoch_us(m.till) AS till, month_number(greatest(m.till - INTERVAL 1 DAY, m.first_order)::DATE) AS last_k,
    greatest(
      month_number(m.first_order::DATE),
      month_number(greatest(m.till - INTERVAL 1 DAY, m.first_order)::DATE) - months::INTEGER + 1
    ) AS first_k
  FROM moment m
  WHERE m.first_order <= m.till
),
calendar AS (
  SELECT
    c.k, CASE WHEN c.k = c.last_k THEN c.till
      ELSE epoch_us(make_timestamp((c.k + 1) // 12, (c.k + 1) % 12 + 1, 1, 0, 0, 0)) - 1 END AS till
  FROM (SELECT s.till, s.last_k, unnest(range(s.first_k, s.last_k + 1))::INTEGER AS k FROM span s) c
),
placed AS (
  SELECT
    b.c, b.orders, b.t, b.revenue,
    greatest(s.first_k, least(s.last_k, month_number(b.d))) AS k,
    CASE WHEN b.t + window_days::BIGINT * 86400000000 <= s.till
      THEN greatest(s.first_k, least(s.last_k, month_number(b.d + window_days::INTEGER)))
      ELSE s.last_k + 1 END AS before_k,
    CASE WHEN b.t + 2 * window_days::BIGINT * 86400000000 <= s.till
      THEN greatest(s.first_k, least(s.last_k, month_number(b.d + 2 * window_days::INTEGER)))
      ELSE s.last_k + 1 END AS gone_k
  FROM (
    SELECT n.c, n.orders, epoch_us(o.ordered_at) AS t, o.ordered_at::DATE AS d, coalesce(o.revenue, 0) AS revenue
    FROM orders o
    JOIN (SELECT customer_id, orders, row_number() OVER ()::INTEGER AS c FROM customers) n
      ON n.customer_id = o.customer_id
  ) b, span s
  WHERE b.t <= s.till
),
spaced AS (
  SELECT
    p.c, p.t, p.k, row_number() OVER w AS n, sum(p.revenue) OVER w AS revenue, lead(p.k) OVER w AS next_k,
    p.t - lag(p.t) OVER w AS gap
  FROM placed p
  WINDOW w AS (PARTITION BY p.c ORDER BY p.t)
),
latest AS (
  SELECT l.c, l.t, l.n, l.revenue, l.k, coalesce(l.next_k, s.last_k + 1) AS next_k
  FROM spaced l, span s
  WHERE coalesce(l.next_k, s.last_k + 1) > l.k
),
own AS (
  SELECT l.c, l.n, median(g.gap) AS gap
  FROM latest l
  JOIN spaced g ON g.c = l.c AND g.n <= l.n
  WHERE l.n >= own_gap_orders AND g.n > 1
  GROUP BY l.c, l.n
),
gap_days AS (
  SELECT g.k, (g.gap // 86400000000)::INTEGER AS days, count(*) AS n
  FROM spaced g
  WHERE g.gap IS NOT NULL
  GROUP BY ALL
),
piled AS (
  SELECT
    p.k, p.days, p.n, sum(p.n) OVER (PARTITION BY p.k ORDER BY p.days) AS upto, sum(p.n) OVER (PARTITION BY p.k) AS total
  FROM (
    SELECT m.k, g.days, sum(g.n) AS n FROM calendar m JOIN gap_days g ON g.k <= m.k GROUP BY m.k, g.days
  ) p
),
middle AS (
  SELECT p.k, p.days, p.upto - p.n AS below, p.total
  FROM piled p
  WHERE p.upto - p.n < (p.total + 2) // 2 AND p.upto >= (p.total + 1) // 2
),
ranked AS (
  SELECT
    m.k, m.total, g.gap, m.below + row_number() OVER (PARTITION BY m.k, m.days ORDER BY g.gap) AS place
  FROM middle m
  JOIN spaced g ON (g.gap // 86400000000)::INTEGER = m.days AND g.k <= m.k
),
shop AS (
  SELECT m.k, m.till, avg(r.gap) AS gap
  FROM calendar m
  LEFT JOIN ranked r ON r.k = m.k AND r.place IN ((r.total + 1) // 2, (r.total + 2) // 2)
  GROUP BY m.k, m.till
),
held AS (
  SELECT l.c, l.t, l.n, l.revenue, o.gap, unnest(range(l.k, l.next_k))::INTEGER AS k
  FROM latest l
  LEFT JOIN own o ON o.c = l.c AND o.n = l.n
),
paced AS (
  SELECT
    h.c, h.k, h.n, h.revenue, s.till - h.t AS silence,
    CASE WHEN coalesce(h.gap, s.gap) IS NOT NULL
      THEN greatest(coalesce(h.gap, s.gap), shortest_gap * 86400000000) END AS gap
  FROM held h
  JOIN shop s ON s.k = h.k
),
windows AS (
  SELECT
    w.c, w.k,
    count(*) FILTER (w.k < w.before_k) AS orders_last,
    count(*) FILTER (w.k >= w.before_k) AS orders_before,
    round(coalesce(sum(w.revenue) FILTER (w.k < w.before_k), 0), 6) AS revenue_last,
    round(coalesce(sum(w.revenue) FILTER (w.k >= w.before_k), 0), 6) AS revenue_before
  FROM (
    SELECT p.c, p.revenue, p.before_k, unnest(range(p.k, p.gone_k))::INTEGER AS k
    FROM placed p
    WHERE p.gone_k > p.k AND p.orders > exploration_orders
  ) w
  GROUP BY w.c, w.k
),
judged AS (
  SELECT
    p.k, p.revenue, lifecycle_reason(
      p.n, p.silence, p.gap, coalesce(w.orders_last, 0), coalesce(w.orders_before, 0),
      coalesce(w.revenue_last, 0), coalesce(w.revenue_before, 0),
      decline_after, lost_after, drop_below, exploration_orders) AS reason
  FROM paced p
  LEFT JOIN windows w ON w.c = p.c AND w.k = p.k
),
counted AS (
  SELECT j.k, j.reason, lifecycle_stage(j.reason) AS stage, count(*) AS customers, sum(j.revenue) AS revenue
  FROM judged j
  GROUP BY j.k, j.reason
)
SELECT
  make_date(m.k // 12, m.k % 12 + 1, 1) AS month, make_timestamp(m.till) AS as_of, n.position, n.stage,
  coalesce(sum(c.customers), 0)::INTEGER AS customers,
  coalesce(sum(c.revenue), 0) AS revenue,
  coalesce(sum(c.customers) FILTER (c.reason = 'lost'), 0)::INTEGER AS lost_customers,
  coalesce(sum(c.revenue) FILTER (c.reason = 'lost'), 0) AS lost_revenue
FROM calendar m
CROSS JOIN lifecycle_stages() n
LEFT JOIN counted c ON c.k = m.k AND c.stage = n.stage
GROUP BY m.k, m.till, n.position, n.stage
ORDER BY m.k, n.position;

COMMENT ON MACRO TABLE lifecycle_monthly IS 'How many customers were in each stage at the end of each of the last months (12) up to as_of, and what they had brought by then, lost ones also counted apart; the last month ends at as_of itself; the other parameters as in lifecycle.';
