CREATE OR REPLACE MACRO move_dates(date_from := NULL, date_to := NULL) AS TABLE
SELECT
  coalesce(date_from::TIMESTAMP, u.ends - to_days(least(90, datediff('day', u.first_order, u.ends) // 3)::INTEGER)) AS starts,
  u.ends
FROM (
  SELECT l.first_order, coalesce(date_to::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS ends
  FROM (SELECT min(o.ordered_at) AS first_order, max(o.ordered_at) AS last_order FROM orders o) l
) u;

COMMENT ON MACRO TABLE move_dates IS 'The two moments that are compared: date_to (one day after the last order) and date_from (90 days earlier, or a third of the time since the first order where that is shorter).';

CREATE OR REPLACE MACRO period_revenue(date_from := NULL, date_to := NULL) AS TABLE
SELECT
  o.customer_id, min(o.customer_name) AS customer_name, max(o.ordered_at) AS last_order,
  coalesce(sum(o.revenue) FILTER (o.ordered_at <= d.starts AND o.ordered_at > d.starts - INTERVAL 365 DAY), 0) AS revenue_year,
  coalesce(sum(o.revenue) FILTER (o.ordered_at <= d.starts), 0) AS revenue_before,
  coalesce(sum(o.revenue) FILTER (o.ordered_at > d.starts), 0) AS revenue_between,
  count(*) FILTER (o.ordered_at > d.starts)::INTEGER AS orders_between
FROM orders o, move_dates(date_from := date_from, date_to := date_to) d
WHERE o.customer_id IS NOT NULL AND o.ordered_at <= d.ends
GROUP BY o.customer_id
ORDER BY o.customer_id;

COMMENT ON MACRO TABLE period_revenue IS 'What did each customer bring in the 365 days up to date_from, in all up to date_from, and from then until date_to, with how many orders; dates as in move_dates.';

CREATE OR REPLACE MACRO segment_moves(
  model := '11', date_from := NULL, date_to := NULL, monetary := 'total', scoring := 'ties_together', threshold := 'mean'
) AS TABLE
SELECT
  v.customer_id, v.customer_name, a.segment AS segment_from, b.segment AS segment_to,
  v.last_order, v.revenue_year, v.revenue_before, v.revenue_between, v.orders_between
FROM period_revenue(date_from := date_from, date_to := date_to) v
LEFT JOIN segments(
  model := model, monetary := monetary, scoring := scoring, threshold := threshold,
  as_of := (SELECT d.starts FROM move_dates(date_from := date_from, date_to := date_to) d)) a ON a.customer_id = v.customer_id
LEFT JOIN segments(
  model := model, monetary := monetary, scoring := scoring, threshold := threshold,
  as_of := (SELECT d.ends FROM move_dates(date_from := date_from, date_to := date_to) d)) b ON b.customer_id = v.customer_id
ORDER BY v.customer_id;

COMMENT ON MACRO TABLE segment_moves IS 'Which segment was each customer in at date_from and which at date_to, NULL before the first order, with what they had brought by then and brought since; dates as in move_dates, model, monetary, scoring and threshold as in segments.';

CREATE OR REPLACE MACRO segment_months(
  model := '11', months := 12, as_of := NULL, monetary := 'total', threshold := 'mean', measure := 'monetary', cuts := []
) AS TABLE
WITH moment AS (
  SELECT t.at, date_trunc('month', t.at - INTERVAL 1 MILLISECOND) - to_months(months::INTEGER - 1) AS start
  FROM (
    SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
    FROM (SELECT max(ordered_at) AS last_order FROM orders) l
  ) t
),
running AS (
  SELECT
    o.customer_id, o.ordered_at, row_number() OVER w AS frequency, sum(o.revenue) OVER w AS revenue,
    least(datediff('month', t.start, o.ordered_at), months::INTEGER - 1) AS i,
    datediff('month', t.start, lead(o.ordered_at) OVER w) AS next_i
  FROM orders o, moment t
  WHERE o.customer_id IS NOT NULL AND o.ordered_at <= t.at
  WINDOW w AS (PARTITION BY o.customer_id ORDER BY o.ordered_at, o.order_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
),
opened AS (
  SELECT v.customer_id, v.ordered_at, v.frequency, v.revenue,
    unnest(range(greatest(v.i, 0), CASE WHEN v.next_i IS NULL THEN months::INTEGER
      WHEN v.next_i < months::INTEGER THEN v.next_i ELSE months::INTEGER - 1 END))::INTEGER AS i
  FROM running v
  WHERE v.next_i IS NULL OR v.next_i > v.i AND v.next_i > 0
),
states AS (
  SELECT
    v.i, v.customer_id, v.frequency::INTEGER AS frequency, coalesce(v.revenue, 0) AS revenue,
    round(coalesce(v.revenue, 0) / CASE monetary WHEN 'total' THEN 1 WHEN 'per_order' THEN v.frequency END, 6) AS money,
    datesub('day', v.ordered_at, CASE WHEN v.i = months::INTEGER - 1 THEN t.at
      ELSE t.start + to_months(v.i + 1) - INTERVAL 1 MILLISECOND END)::INTEGER AS recency
  FROM opened v, moment t
),
sizes AS (SELECT s.i, count(*) AS n FROM states s GROUP BY s.i),
r_scores AS (
  SELECT
    g.i, g.recency,
    (5 * (2 * sum(g.held) OVER (PARTITION BY g.i ORDER BY g.recency DESC) - g.held + 1) + 2 * z.n - 1) // (2 * z.n) AS score
  FROM (SELECT s.i, s.recency, count(*) AS held FROM states s WHERE model = '11' GROUP BY s.i, s.recency) g
  JOIN sizes z ON z.i = g.i
),
f_scores AS (
  SELECT
    g.i, g.frequency,
    (5 * (2 * sum(g.held) OVER (PARTITION BY g.i ORDER BY g.frequency) - g.held + 1) + 2 * z.n - 1) // (2 * z.n) AS score
  FROM (SELECT s.i, s.frequency, count(*) AS held FROM states s WHERE model = '11' GROUP BY s.i, s.frequency) g
  JOIN sizes z ON z.i = g.i
),
ranked AS (
  SELECT
    s.i, s.recency, s.frequency, s.revenue,
    (5 * (rank() OVER w + count(*) OVER w) + 2 * z.n - 1) // (2 * z.n) AS score
  FROM states s
  JOIN sizes z ON z.i = s.i
  WHERE model = '11'
  WINDOW w AS (PARTITION BY s.i ORDER BY s.money)
),
codes AS (
  SELECT k.i, concat(y.score::INTEGER, x.score::INTEGER, k.score) AS code, count(*) AS customers, sum(k.revenue) AS revenue
  FROM ranked k
  JOIN r_scores y ON y.i = k.i AND y.recency = k.recency
  JOIN f_scores x ON x.i = k.i AND x.frequency = k.frequency
  GROUP BY ALL
),
thresholds AS (
  SELECT
    g.i,
    CASE threshold WHEN 'median' THEN g.r_median ELSE g.r_mean END AS r,
    CASE threshold WHEN 'median' THEN g.f_median ELSE g.f_mean END AS f,
    CASE threshold WHEN 'median' THEN g.m_median ELSE g.m_mean END AS m
  FROM (
    SELECT
      s.i,
      avg(s.recency) AS r_mean, median(s.recency) AS r_median,
      avg(s.frequency) AS f_mean, median(s.frequency) AS f_median,
      avg(s.money) AS m_mean, median(s.money) AS m_median
    FROM states s
    WHERE model = '8'
    GROUP BY s.i
  ) g
),
placed AS (
  SELECT c.i, k.segment, c.customers, c.revenue
  FROM codes c
  JOIN segment_codes() k ON k.code = c.code
  UNION ALL
  SELECT s.i, concat((s.recency < t.r)::INTEGER, (s.frequency > t.f)::INTEGER, (s.money > t.m)::INTEGER), 1, s.revenue
  FROM states s
  JOIN thresholds t ON t.i = s.i
  UNION ALL
  SELECT p.i, CASE
    WHEN p.place <= (p.n + 99) // 100 THEN 'top_1'
    WHEN p.place <= (5 * p.n + 99) // 100 THEN 'next_4'
    WHEN p.place <= (20 * p.n + 99) // 100 THEN 'next_15'
    ELSE 'rest' END, 1, p.revenue
  FROM (
    SELECT s.i, s.revenue, z.n,
      row_number() OVER (PARTITION BY s.i ORDER BY round(s.revenue, 6) DESC, s.customer_id) AS place
    FROM states s
    JOIN sizes z ON z.i = s.i
    WHERE model = 'tiers'
  ) p
  UNION ALL
  SELECT s.i, CASE measure
    WHEN 'recency' THEN 1 + len(list_filter(cuts::DOUBLE[], lambda cut: cut < s.recency))
    WHEN 'frequency' THEN 1 + len(list_filter(cuts::DOUBLE[], lambda cut: cut > s.frequency))
    WHEN 'monetary' THEN 1 + len(list_filter(cuts::DOUBLE[], lambda cut: cut > s.money))
  END::VARCHAR, 1, s.revenue
  FROM states s
  WHERE model = 'cuts'
),
counted AS (
  SELECT p.i, p.segment, sum(p.customers) AS customers, sum(p.revenue) AS revenue
  FROM placed p
  GROUP BY p.i, p.segment
),
names AS (
  SELECT n.position, n.segment FROM segment_names(model := model) n
  UNION ALL
  SELECT c.place::INTEGER, c.place::VARCHAR
  FROM (SELECT unnest(range(1, len(cuts::DOUBLE[]) + 2)) AS place) c
  WHERE model = 'cuts'
  UNION ALL
  SELECT NULL, NULL
  WHERE NOT (is_option('model', model, ['11', '8', 'tiers', 'cuts'])
    AND is_option('monetary', monetary, ['total', 'per_order'])
    AND is_option('threshold', threshold, ['mean', 'median'])
    AND is_option('measure', measure, ['recency', 'frequency', 'monetary']))
)
SELECT
  CASE WHEN z.i = months::INTEGER - 1 THEN t.at ELSE t.start + to_months(z.i + 1) - INTERVAL 1 MILLISECOND END AS month_end,
  n.position, n.segment,
  coalesce(c.customers, 0)::INTEGER AS customers,
  coalesce(c.customers, 0) / z.n AS customer_share,
  coalesce(c.revenue, 0) AS revenue
FROM sizes z
CROSS JOIN names n
CROSS JOIN moment t
LEFT JOIN counted c ON c.i = z.i AND c.segment = n.segment
ORDER BY z.i, n.position;

COMMENT ON MACRO TABLE segment_months IS 'How many customers were in each segment at the end of each of the last months (12), the last being as_of (one day after the last order), by model 11, 8 or tiers as in segments, scores by rank with ties together, or cuts: measure and cuts as in cut_segments; revenue is what they had brought by then.';
