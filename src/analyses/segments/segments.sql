CREATE OR REPLACE MACRO rfm(
  as_of := NULL, bins := 5, monetary := 'total', scoring := 'ties_together',
  r_edges := NULL, f_edges := NULL, m_edges := NULL
) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
history AS (
  SELECT c.customer_id, c.customer_name, c.last_order, c.orders AS frequency, c.revenue
  FROM customers c, moment
  WHERE c.last_order <= moment.at
  UNION ALL
  SELECT o.customer_id, min(o.customer_name), max(o.ordered_at), count(*)::INTEGER, sum(o.revenue)
  FROM orders o
  JOIN customers c ON c.customer_id = o.customer_id, moment
  WHERE c.last_order > moment.at AND o.ordered_at <= moment.at
  GROUP BY o.customer_id
),
measured AS (
  SELECT
    h.customer_id, h.customer_name, h.last_order, h.frequency,
    datesub('day', h.last_order, moment.at)::INTEGER AS recency_days,
    coalesce(h.revenue, 0) AS revenue,
    round(coalesce(h.revenue, 0) / CASE monetary WHEN 'total' THEN 1 WHEN 'per_order' THEN h.frequency END, 6) AS money
  FROM history h, moment
),
sized AS (SELECT *, count(*) OVER () AS n FROM measured),
scored AS (
  SELECT
    *,
    (bins * (rank() OVER w_r + count(*) OVER w_r) + 2 * n - 1) // (2 * n) AS r,
    (bins * (rank() OVER w_f + count(*) OVER w_f) + 2 * n - 1) // (2 * n) AS f,
    (bins * (rank() OVER w_m + count(*) OVER w_m) + 2 * n - 1) // (2 * n) AS m
  FROM sized
  WHERE scoring = 'ties_together'
  WINDOW w_r AS (ORDER BY recency_days DESC), w_f AS (ORDER BY frequency), w_m AS (ORDER BY money)
  UNION ALL
  SELECT
    *,
    bins + 1 - ntile(bins) OVER (ORDER BY recency_days, customer_id),
    ntile(bins) OVER (ORDER BY frequency, customer_id),
    ntile(bins) OVER (ORDER BY money, customer_id)
  FROM sized
  WHERE scoring = 'ntile'
  UNION ALL
  SELECT
    s.*,
    bins - len(list_filter(e.r, lambda edge: edge < s.recency_days)),
    1 + len(list_filter(e.f, lambda edge: edge < s.frequency)),
    1 + len(list_filter(e.m, lambda edge: edge < s.money))
  FROM sized s, (
    SELECT
      quantile_cont(recency_days, list_transform(range(1, bins), lambda i: i / bins)) AS r,
      quantile_cont(frequency, list_transform(range(1, bins), lambda i: i / bins)) AS f,
      quantile_cont(money, list_transform(range(1, bins), lambda i: i / bins)) AS m
    FROM sized
  ) e
  WHERE scoring = 'quantile_edges'
  UNION ALL
  SELECT
    *,
    1 + len(list_filter(r_edges::DOUBLE[], lambda edge: edge >= recency_days)),
    1 + len(list_filter(f_edges::DOUBLE[], lambda edge: edge <= frequency)),
    1 + len(list_filter(m_edges::DOUBLE[], lambda edge: edge <= money))
  FROM sized
  WHERE scoring = 'edges'
  UNION ALL
  SELECT *, 0, 0, 0
  FROM sized
  WHERE NOT (is_option('scoring', scoring, ['ties_together', 'ntile', 'quantile_edges', 'edges'])
    AND is_option('monetary', monetary, ['total', 'per_order']))
)
SELECT
  s.customer_id, s.customer_name, s.last_order, s.recency_days, s.frequency, s.money AS monetary, s.revenue,
  s.r::INTEGER AS r, s.f::INTEGER AS f, s.m::INTEGER AS m,
  concat_ws(CASE WHEN greatest(s.r, s.f, s.m) > 9 THEN '-' ELSE '' END, s.r, s.f, s.m) AS code
FROM scored s
ORDER BY s.customer_id;

COMMENT ON MACRO TABLE rfm IS 'How recently, how often and for how much did each customer buy up to as_of (one day after the last order): scores 1 to bins, highest best, monetary total or per_order, scoring ties_together (rank, equal values equal scores), ntile (ties split by customer_id), quantile_edges, or edges (r_edges: the longest recency of each better class, f_edges and m_edges: the smallest value of each better class).';

CREATE OR REPLACE MACRO segment_codes() AS TABLE
SELECT position, segment, unnest(regexp_split_to_array(codes, '\s+')) AS code
FROM (VALUES
  (1, 'champions',
    '555 554 545 544 455 454 445'),
  (2, 'loyal',
    '543 444 435 355 354 345 344 335'),
  (3, 'potential_loyalist',
    '553 552 551 542 541 533 532 531 453 452 451 442 441 433 432 431 423 353 352 351 342 341
     333 323'),
  (4, 'new_customers',
    '512 511 422 421 412 411 311'),
  (5, 'promising',
    '525 524 523 522 521 515 514 513 425 424 415 414 413 315 314 313'),
  (6, 'need_attention',
    '535 534 443 434 343 334 325 324'),
  (7, 'about_to_sleep',
    '331 321 312 251 241 231 221 213'),
  (8, 'at_risk',
    '255 254 253 252 245 244 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124'),
  (9, 'cannot_lose_them',
    '215 214 155 154 144 115 114 113'),
  (10, 'hibernating',
    '332 322 233 232 223 222 212 211 132 123 122'),
  (11, 'lost',
    '151 141 131 121 112 111')
) AS map(position, segment, codes)
ORDER BY position, code DESC;

COMMENT ON MACRO TABLE segment_codes IS 'Which of the eleven segments each of the 125 codes of recency, frequency and monetary scores belongs to; every code is in it once.';

CREATE OR REPLACE MACRO segment_names(model := '11') AS TABLE
SELECT DISTINCT position, segment FROM segment_codes() WHERE model = '11'
UNION ALL
SELECT unnest(range(1, 9))::INTEGER, unnest(['111', '011', '101', '001', '110', '010', '100', '000'])
WHERE model = '8'
UNION ALL
SELECT unnest(range(1, 5))::INTEGER, unnest(['top_1', 'next_4', 'next_15', 'rest'])
WHERE model = 'tiers'
ORDER BY position;

COMMENT ON MACRO TABLE segment_names IS 'The segments of a model (11, 8 or tiers) in the order they are shown, best first; the digits of the eight classes stand for recency, frequency and monetary better than the threshold.';

CREATE OR REPLACE MACRO rfm_thresholds(as_of := NULL, monetary := 'total') AS TABLE
SELECT
  count(*)::INTEGER AS customers,
  avg(r.recency_days) AS mean_recency, median(r.recency_days) AS median_recency,
  avg(r.frequency) AS mean_frequency, median(r.frequency) AS median_frequency,
  avg(r.monetary) AS mean_monetary, median(r.monetary) AS median_monetary
FROM rfm(as_of := as_of, monetary := monetary) r;

COMMENT ON MACRO TABLE rfm_thresholds IS 'Mean and median of recency, frequency and monetary, the usual thresholds of the eight classes, with as_of and monetary as in rfm.';

CREATE OR REPLACE MACRO segments(
  model := '11', as_of := NULL, monetary := 'total', scoring := 'ties_together',
  r_edges := NULL, f_edges := NULL, m_edges := NULL,
  threshold := 'mean', r_threshold := NULL, f_threshold := NULL, m_threshold := NULL
) AS TABLE
WITH scored AS (
  FROM rfm(
    as_of := as_of, monetary := monetary, scoring := scoring,
    r_edges := r_edges, f_edges := f_edges, m_edges := m_edges)
),
assigned AS (
  SELECT s.*, c.segment
  FROM scored s
  LEFT JOIN segment_codes() c ON c.code = s.code
  WHERE model = '11'
  UNION ALL
  SELECT s.*, concat(
    (s.recency_days < coalesce(r_threshold, CASE threshold WHEN 'median' THEN t.r_median ELSE t.r_mean END))::INTEGER,
    (s.frequency > coalesce(f_threshold, CASE threshold WHEN 'median' THEN t.f_median ELSE t.f_mean END))::INTEGER,
    (s.monetary > coalesce(m_threshold, CASE threshold WHEN 'median' THEN t.m_median ELSE t.m_mean END))::INTEGER)
  FROM scored s, (
    SELECT
      avg(v.recency_days) AS r_mean, median(v.recency_days) AS r_median,
      avg(v.frequency) AS f_mean, median(v.frequency) AS f_median,
      avg(v.monetary) AS m_mean, median(v.monetary) AS m_median
    FROM scored v
  ) t
  WHERE model = '8'
  UNION ALL
  SELECT s.* EXCLUDE (place, n), CASE
    WHEN s.place <= (s.n + 99) // 100 THEN 'top_1'
    WHEN s.place <= (5 * s.n + 99) // 100 THEN 'next_4'
    WHEN s.place <= (20 * s.n + 99) // 100 THEN 'next_15'
    ELSE 'rest' END
  FROM (
    SELECT v.*, row_number() OVER (ORDER BY round(v.revenue, 6) DESC, v.customer_id) AS place, count(*) OVER () AS n
    FROM scored v
  ) s
  WHERE model = 'tiers'
  UNION ALL
  SELECT s.*, NULL
  FROM scored s
  WHERE NOT (is_option('model', model, ['11', '8', 'tiers']) AND is_option('threshold', threshold, ['mean', 'median']))
)
SELECT
  a.customer_id, a.customer_name, a.segment, a.last_order, a.recency_days, a.frequency, a.monetary, a.revenue,
  a.r, a.f, a.m, a.code
FROM assigned a
ORDER BY a.customer_id;

COMMENT ON MACRO TABLE segments IS 'Which segment is each customer in, by model: 11 (scores 1 to 5; edges then means four cut points each), 8 (better than the mean, the median, or r_threshold, f_threshold, m_threshold) or tiers (the top 1, next 4 and next 15 percent by revenue, rounded up); the other parameters as in rfm.';

CREATE OR REPLACE MACRO segment_summary(
  model := '11', as_of := NULL, monetary := 'total', scoring := 'ties_together',
  r_edges := NULL, f_edges := NULL, m_edges := NULL,
  threshold := 'mean', r_threshold := NULL, f_threshold := NULL, m_threshold := NULL
) AS TABLE
WITH assigned AS (
  FROM segments(
    model := model, as_of := as_of, monetary := monetary, scoring := scoring,
    r_edges := r_edges, f_edges := f_edges, m_edges := m_edges,
    threshold := threshold, r_threshold := r_threshold, f_threshold := f_threshold, m_threshold := m_threshold)
)
SELECT
  n.position, n.segment,
  count(a.customer_id)::INTEGER AS customers,
  count(a.customer_id) / nullif(sum(count(a.customer_id)) OVER (), 0) AS customer_share,
  coalesce(sum(a.frequency), 0)::INTEGER AS orders,
  coalesce(sum(a.revenue), 0) AS revenue,
  coalesce(sum(a.revenue), 0) / nullif(sum(sum(a.revenue)) OVER (), 0) AS revenue_share,
  avg(a.recency_days) AS mean_recency,
  avg(a.frequency) AS mean_frequency,
  avg(a.monetary) AS mean_monetary
FROM segment_names(model := model) n
FULL JOIN assigned a ON a.segment = n.segment
GROUP BY n.position, n.segment
ORDER BY n.position NULLS LAST;

COMMENT ON MACRO TABLE segment_summary IS 'How large is each segment and what does it bring: customers, orders, revenue, shares and means, a row for every segment of the model even when it is empty; parameters as in segments.';

CREATE OR REPLACE MACRO rfm_grid(
  as_of := NULL, bins := 5, monetary := 'total', scoring := 'ties_together',
  r_edges := NULL, f_edges := NULL, m_edges := NULL
) AS TABLE
WITH scored AS (
  FROM rfm(
    as_of := as_of, bins := bins, monetary := monetary, scoring := scoring,
    r_edges := r_edges, f_edges := f_edges, m_edges := m_edges)
),
cells AS (
  SELECT rs.r, fs.f
  FROM (SELECT unnest(range(1, CASE scoring WHEN 'edges' THEN len(r_edges::DOUBLE[]) + 2 ELSE bins + 1 END))::INTEGER AS r) rs,
    (SELECT unnest(range(1, CASE scoring WHEN 'edges' THEN len(f_edges::DOUBLE[]) + 2 ELSE bins + 1 END))::INTEGER AS f) fs
)
SELECT
  c.r, c.f,
  count(s.customer_id)::INTEGER AS customers,
  coalesce(sum(s.revenue), 0) AS revenue,
  avg(s.monetary) AS mean_monetary
FROM cells c
LEFT JOIN scored s ON s.r = c.r AND s.f = c.f
GROUP BY c.r, c.f
ORDER BY c.r DESC, c.f;

COMMENT ON MACRO TABLE rfm_grid IS 'How many customers, and how much revenue, in each cell of recency and frequency scores, empty cells included; parameters as in rfm.';

CREATE OR REPLACE MACRO rfm_cube(
  as_of := NULL, bins := 5, monetary := 'total', scoring := 'ties_together',
  r_edges := NULL, f_edges := NULL, m_edges := NULL
) AS TABLE
WITH scored AS (
  FROM rfm(
    as_of := as_of, bins := bins, monetary := monetary, scoring := scoring,
    r_edges := r_edges, f_edges := f_edges, m_edges := m_edges)
),
cells AS (
  SELECT rs.r, fs.f, ms.m
  FROM (SELECT unnest(range(1, CASE scoring WHEN 'edges' THEN len(r_edges::DOUBLE[]) + 2 ELSE bins + 1 END))::INTEGER AS r) rs,
    (SELECT unnest(range(1, CASE scoring WHEN 'edges' THEN len(f_edges::DOUBLE[]) + 2 ELSE bins + 1 END))::INTEGER AS f) fs,
    (SELECT unnest(range(1, CASE scoring WHEN 'edges' THEN len(m_edges::DOUBLE[]) + 2 ELSE bins + 1 END))::INTEGER AS m) ms
)
SELECT
  c.r, c.f, c.m,
  count(s.customer_id)::INTEGER AS customers,
  coalesce(sum(s.revenue), 0) AS revenue,
  avg(s.monetary) AS mean_monetary
FROM cells c
LEFT JOIN scored s ON s.r = c.r AND s.f = c.f AND s.m = c.m
GROUP BY c.r, c.f, c.m
ORDER BY c.m DESC, c.r DESC, c.f;

COMMENT ON MACRO TABLE rfm_cube IS 'How many customers, and how much revenue, in each cell of recency, frequency and monetary scores, empty cells included; parameters as in rfm.';

CREATE OR REPLACE MACRO cut_segments(measure := 'monetary', cuts := [], as_of := NULL, monetary := 'total') AS TABLE
SELECT
  r.customer_id, r.customer_name,
  CASE measure
    WHEN 'recency' THEN 1 + len(list_filter(cuts::DOUBLE[], lambda cut: cut < r.recency_days))
    WHEN 'frequency' THEN 1 + len(list_filter(cuts::DOUBLE[], lambda cut: cut > r.frequency))
    WHEN 'monetary' THEN 1 + len(list_filter(cuts::DOUBLE[], lambda cut: cut > r.monetary))
  END::VARCHAR AS segment,
  r.last_order, r.recency_days, r.frequency, r.monetary, r.revenue, r.r, r.f, r.m, r.code
FROM rfm(as_of := as_of, monetary := monetary) r
WHERE is_option('measure', measure, ['recency', 'frequency', 'monetary'])
ORDER BY r.customer_id;

COMMENT ON MACRO TABLE cut_segments IS 'Which of the ranges between the shop''s own cut points is each customer in, 1 for the best: measure recency (days at most), frequency (orders at least) or monetary (money at least), a value equal to a cut point in the better range; as_of and monetary as in rfm.';
