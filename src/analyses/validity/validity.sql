CREATE OR REPLACE MACRO segment_sizes(segmentation, as_of := NULL) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
bought AS (
  SELECT o.customer_id, count(*) AS orders, coalesce(sum(o.revenue), 0) AS revenue
  FROM orders o, moment
  WHERE o.customer_id IS NOT NULL AND o.ordered_at <= moment.at
  GROUP BY o.customer_id
)
SELECT
  s.segment,
  count(*)::INTEGER AS customers,
  count(*) / sum(count(*)) OVER () AS customer_share,
  coalesce(sum(b.orders), 0)::INTEGER AS orders,
  coalesce(sum(b.revenue), 0) AS revenue,
  coalesce(sum(b.revenue), 0) / nullif(sum(sum(b.revenue)) OVER (), 0) AS revenue_share,
  coalesce(sum(b.orders), 0) / count(*) AS mean_orders,
  coalesce(sum(b.revenue), 0) / count(*) AS mean_revenue
FROM query_table(segmentation) s
LEFT JOIN bought b ON b.customer_id = s.customer_id
GROUP BY s.segment
ORDER BY count(*) DESC, s.segment;

COMMENT ON MACRO TABLE segment_sizes IS 'How large is each segment and what did it bring up to as_of (one day after the last order); segmentation is the name of a table, view or WITH clause of customer_id and segment, a row per customer, NULL for customers in no segment.';

CREATE OR REPLACE MACRO segment_comparison(segmentations, measure := 'revenue', as_of := NULL, since := NULL) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
bought AS (
  SELECT
    o.customer_id, count(*) AS orders, coalesce(sum(o.revenue), 0) AS revenue,
    coalesce(sum(o.revenue), 0) - sum(o.cost) AS profit
  FROM orders o, moment
  WHERE o.customer_id IS NOT NULL AND o.ordered_at <= moment.at
    AND (since IS NULL OR o.ordered_at > since::TIMESTAMP)
  GROUP BY o.customer_id
),
measured AS (
  SELECT
    s.segmentation, s.segment,
    CASE WHEN b.customer_id IS NULL THEN 0
      ELSE CASE measure WHEN 'revenue' THEN b.revenue WHEN 'orders' THEN b.orders WHEN 'profit' THEN b.profit END
      END::DOUBLE AS value
  FROM query_table(segmentations) s
  LEFT JOIN bought b ON b.customer_id = s.customer_id
),
counted AS (
  SELECT
    m.segmentation, count(*) AS customers, count(m.segment) AS placed,
    count(m.value) FILTER (m.segment IS NOT NULL) AS n,
    avg(m.value) FILTER (m.segment IS NOT NULL) AS mean,
    var_pop(m.value) FILTER (m.segment IS NOT NULL) AS variance,
    avg(ln(1 + greatest(m.value, 0))) FILTER (m.segment IS NOT NULL) AS log_mean,
    var_pop(ln(1 + greatest(m.value, 0))) FILTER (m.segment IS NOT NULL) AS log_variance
  FROM measured m
  GROUP BY m.segmentation
),
grouped AS (
  SELECT
    m.segmentation, m.segment, count(*) AS members, count(m.value) AS n, avg(m.value) AS mean,
    avg(ln(1 + greatest(m.value, 0))) AS log_mean
  FROM measured m
  WHERE m.segment IS NOT NULL
  GROUP BY m.segmentation, m.segment
)
SELECT
  c.segmentation,
  c.customers::INTEGER AS customers,
  c.placed::INTEGER AS placed,
  c.n::INTEGER AS measured,
  count(g.segment)::INTEGER AS segments,
  min(g.members) / nullif(c.placed, 0) AS smallest_share,
  max(g.members) / nullif(c.placed, 0) AS largest_share,
  CASE WHEN c.variance > 1e-12 * c.mean ^ 2 THEN least(1, sum(g.n * (g.mean - c.mean) ^ 2) / (c.n * c.variance)) END
    AS eta_squared,
  CASE WHEN c.log_variance > 1e-12 * c.log_mean ^ 2
    THEN least(1, sum(g.n * (g.log_mean - c.log_mean) ^ 2) / (c.n * c.log_variance)) END AS eta_squared_log,
  (count(g.segment) - 1) / nullif(c.n - 1, 0) AS eta_squared_chance
FROM counted c
LEFT JOIN grouped g ON g.segmentation = c.segmentation
WHERE is_option('measure', measure, ['revenue', 'orders', 'profit'])
GROUP BY c.segmentation, c.customers, c.placed, c.n, c.mean, c.variance, c.log_mean, c.log_variance
ORDER BY c.segmentation;

COMMENT ON MACRO TABLE segment_comparison IS 'Which of several segmentations separates customers best: number of segments, shares of the smallest and the largest, and eta squared, the share of the variance of measure (revenue, orders or profit up to as_of, only after since if given) that lies between segments, plain, of ln(1 + measure), and as large as groups drawn by lot would have it; segmentations is the name of a table, view or WITH clause of segmentation, customer_id and segment.';

CREATE OR REPLACE MACRO segment_separation(segmentation, measure := 'revenue', as_of := NULL, since := NULL) AS TABLE
WITH one_segmentation AS (
  SELECT 'this' AS segmentation, s.customer_id, s.segment
  FROM query_table(segmentation) s
)
SELECT
  c.customers, c.placed, c.measured, c.segments, c.smallest_share, c.largest_share, c.eta_squared, c.eta_squared_log,
  c.eta_squared_chance
FROM segment_comparison('one_segmentation', measure := measure, as_of := as_of, since := since) c;

COMMENT ON MACRO TABLE segment_separation IS 'How well does a segmentation separate customers: eta squared, the share of the variance of measure that lies between its segments, with sizes; segmentation is the name of a table, view or WITH clause of customer_id and segment, the other parameters as in segment_comparison.';

CREATE OR REPLACE MACRO segment_agreement(earlier, later) AS TABLE
WITH cells AS (
  SELECT e.segment AS segment_then, l.segment AS segment_now, count(*)::DOUBLE AS n
  FROM query_table(earlier) e
  JOIN query_table(later) l ON l.customer_id = e.customer_id
  WHERE e.segment IS NOT NULL AND l.segment IS NOT NULL
  GROUP BY e.segment, l.segment
),
pairs AS (
  SELECT
    (SELECT sum(c.n) FROM cells c) AS n,
    (SELECT sum(c.n) FROM cells c WHERE c.segment_then = c.segment_now) AS unchanged,
    (SELECT sum(c.n * (c.n - 1) / 2) FROM cells c) AS together,
    (SELECT sum(t.n * (t.n - 1) / 2) FROM (SELECT sum(c.n) AS n FROM cells c GROUP BY c.segment_then) t) AS in_earlier,
    (SELECT sum(t.n * (t.n - 1) / 2) FROM (SELECT sum(c.n) AS n FROM cells c GROUP BY c.segment_now) t) AS in_later
),
expected AS (
  SELECT p.*, p.in_earlier * p.in_later / nullif(p.n * (p.n - 1) / 2, 0) AS by_chance
  FROM pairs p
)
SELECT
  coalesce(x.n, 0)::INTEGER AS customers,
  coalesce(x.unchanged, 0)::INTEGER AS unchanged,
  coalesce(x.unchanged, 0) / nullif(x.n, 0) AS unchanged_share,
  (x.together - x.by_chance) / nullif((x.in_earlier + x.in_later) / 2 - x.by_chance, 0) AS adjusted_rand
FROM expected x;

COMMENT ON MACRO TABLE segment_agreement IS 'Do two segmentations of the same customers agree, such as one method at two dates: customers in a segment of both, how many have the same segment, and the adjusted Rand index of Hubert and Arabie (1 the same groups, 0 as chance would have it); earlier and later are names of tables, views or WITH clauses of customer_id and segment.';
