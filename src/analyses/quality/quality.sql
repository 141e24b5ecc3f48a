CREATE OR REPLACE MACRO customer_quality(
  as_of := NULL, tiers_by := 'customers', vip_to := NULL, major_to := NULL, ordinary_to := NULL,
  margin_weight := 1, returns_weight := 1, discount_weight := 1, payment_weight := 1, growth_weight := 1,
  window_days := 180, min_orders := 2, min_known := 2, poor_to := 0.33, good_from := 0.67
) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
profile AS (FROM customer_profile(as_of := as_of)),
windows AS (
  SELECT
    o.customer_id,
    count(*) AS orders, count(*) FILTER (o.ordered_at <= m.between_windows) AS orders_before,
    sum(o.revenue) FILTER (o.ordered_at > m.between_windows) AS revenue_last,
    sum(o.revenue) FILTER (o.ordered_at <= m.between_windows) AS revenue_before
  FROM orders o, (
    SELECT
      w.at, w.at - to_days(window_days::INTEGER) AS between_windows, w.at - to_days(2 * window_days::INTEGER) AS start
    FROM moment w
  ) m
  WHERE o.customer_id IS NOT NULL AND o.ordered_at > m.start AND o.ordered_at <= m.at
  GROUP BY o.customer_id
),
payments AS (
  SELECT o.customer_id, median(epoch_us(p.paid_at) - epoch_us(o.ordered_at)) / 86400000000 AS days
  FROM (
    SELECT l.order_id, min(l.paid_at) AS paid_at
    FROM order_line l
    WHERE l.paid_at IS NOT NULL
    GROUP BY l.order_id
  ) p
  JOIN orders o ON o.order_id = p.order_id, moment
  WHERE o.customer_id IS NOT NULL AND o.ordered_at <= moment.at AND p.paid_at >= o.ordered_at
  GROUP BY o.customer_id
),
usual AS (
  SELECT
    sum(p.profit) FILTER (p.revenue > 0) / nullif(sum(p.revenue) FILTER (p.revenue > 0 AND p.cost IS NOT NULL), 0) AS margin,
    sum(p.refund) / nullif(sum(p.amount), 0) AS return_rate,
    sum(p.discount) / nullif(sum(p.amount) + sum(p.discount), 0) AS discount_share,
    (SELECT median(y.days) FROM payments y) AS payment_days
  FROM profile p
),
placed AS (
  SELECT
    p.*,
    row_number() OVER (ORDER BY round(p.revenue, 6) DESC, p.customer_id) AS place,
    count(*) OVER () AS n,
    sum(greatest(p.revenue, 0)) OVER () AS total
  FROM profile p
),
tiered AS (
  SELECT
    s.*,
    CASE tiers_by
      WHEN 'customers' THEN (s.place - 1) / s.n
      WHEN 'revenue' THEN (sum(greatest(s.revenue, 0)) OVER (ORDER BY s.place) - greatest(s.revenue, 0)) / nullif(s.total, 0)
    END AS ahead
  FROM placed s
),
measured AS (
  SELECT
    t.customer_id, t.customer_name, t.first_order, t.last_order, t.orders, t.revenue, t.cost,
    CASE
      WHEN NOT is_option('tiers_by', tiers_by, ['customers', 'revenue']) THEN NULL
      WHEN tiers_by = 'revenue' AND t.revenue <= 0 OR t.ahead IS NULL THEN 'small'
      WHEN round(t.ahead, 9) < coalesce(vip_to, CASE tiers_by WHEN 'customers' THEN 0.01 ELSE 0.5 END) THEN 'vip'
      WHEN round(t.ahead, 9) < coalesce(major_to, CASE tiers_by WHEN 'customers' THEN 0.05 ELSE 0.8 END) THEN 'major'
      WHEN round(t.ahead, 9) < coalesce(ordinary_to, CASE tiers_by WHEN 'customers' THEN 0.2 ELSE 0.95 END) THEN 'ordinary'
      ELSE 'small'
    END AS tier,
    CASE WHEN t.revenue > 0 THEN round(t.margin, 9) END AS margin,
    CASE WHEN max(t.refund) OVER () > 0 THEN round(t.return_rate, 9) END AS return_rate,
    CASE WHEN max(t.discount) OVER () > 0
      THEN round(coalesce(t.discount, 0) / nullif(t.amount + coalesce(t.discount, 0), 0), 9) END AS discount_share,
    round(y.days, 9) AS payment_days,
    CASE WHEN w.orders >= 3 AND w.orders_before >= 1 AND w.revenue_before > 0
      THEN round(coalesce(w.revenue_last, 0) / w.revenue_before - 1, 9) END AS growth,
    t.orders >= min_orders AS judged
  FROM tiered t
  LEFT JOIN windows w ON w.customer_id = t.customer_id
  LEFT JOIN payments y ON y.customer_id = t.customer_id
),
ranked AS (
  SELECT
    m.*,
    CASE WHEN m.judged AND m.margin IS NOT NULL
      THEN (rank() OVER margins + count(*) OVER margins - 1) / (2 * count(*) OVER (PARTITION BY m.judged, m.margin IS NULL))
    END AS margin_rank,
    CASE WHEN m.judged AND m.return_rate IS NOT NULL
      THEN (rank() OVER rates + count(*) OVER rates - 1) / (2 * count(*) OVER (PARTITION BY m.judged, m.return_rate IS NULL))
    END AS returns_rank,
    CASE WHEN m.judged AND m.discount_share IS NOT NULL
      THEN (rank() OVER shares + count(*) OVER shares - 1) / (2 * count(*) OVER (PARTITION BY m.judged, m.discount_share IS NULL))
    END AS discount_rank,
    CASE WHEN m.judged AND m.payment_days IS NOT NULL
      THEN (rank() OVER delays + count(*) OVER delays - 1) / (2 * count(*) OVER (PARTITION BY m.judged, m.payment_days IS NULL))
    END AS payment_rank,
    CASE WHEN m.judged AND m.growth IS NOT NULL
      THEN (rank() OVER rises + count(*) OVER rises - 1) / (2 * count(*) OVER (PARTITION BY m.judged, m.growth IS NULL))
    END AS growth_rank
  FROM measured m
  WINDOW
    margins AS (PARTITION BY m.judged, m.margin IS NULL ORDER BY round(m.margin, 2)),
    rates AS (PARTITION BY m.judged, m.return_rate IS NULL ORDER BY round(m.return_rate, 2) DESC),
    shares AS (PARTITION BY m.judged, m.discount_share IS NULL ORDER BY round(m.discount_share, 2) DESC),
    delays AS (PARTITION BY m.judged, m.payment_days IS NULL ORDER BY round(m.payment_days, 1) DESC),
    rises AS (PARTITION BY m.judged, m.growth IS NULL ORDER BY round(m.growth, 2))
),
weighed AS (
  SELECT
    r.*,
    (r.margin_rank IS NOT NULL AND margin_weight > 0)::INTEGER
      + (r.returns_rank IS NOT NULL AND returns_weight > 0)::INTEGER
      + (r.discount_rank IS NOT NULL AND discount_weight > 0)::INTEGER
      + (r.payment_rank IS NOT NULL AND payment_weight > 0)::INTEGER
      + (r.growth_rank IS NOT NULL AND growth_weight > 0)::INTEGER AS known,
    coalesce(r.margin_rank * margin_weight, 0) + coalesce(r.returns_rank * returns_weight, 0)
      + coalesce(r.discount_rank * discount_weight, 0) + coalesce(r.payment_rank * payment_weight, 0)
      + coalesce(r.growth_rank * growth_weight, 0) AS points,
    (r.margin_rank IS NOT NULL)::INTEGER * margin_weight + (r.returns_rank IS NOT NULL)::INTEGER * returns_weight
      + (r.discount_rank IS NOT NULL)::INTEGER * discount_weight + (r.payment_rank IS NOT NULL)::INTEGER * payment_weight
      + (r.growth_rank IS NOT NULL)::INTEGER * growth_weight AS weight
  FROM ranked r
),
scored AS (
  SELECT
    w.*,
    CASE WHEN w.known >= greatest(min_known, 1) THEN round(100 * w.points / w.weight, 6) END AS score
  FROM weighed w
),
compared AS (
  SELECT
    s.*,
    CASE WHEN s.score IS NOT NULL
      THEN (rank() OVER by_score + count(*) OVER by_score - 1) / (2 * count(*) OVER (PARTITION BY s.score IS NULL))
    END AS score_rank
  FROM scored s
  WINDOW by_score AS (PARTITION BY s.score IS NULL ORDER BY s.score)
),
graded AS (
  SELECT
    c.*,
    CASE WHEN c.score IS NULL THEN 'unknown' WHEN c.score_rank <= poor_to THEN 'poor'
      WHEN c.score_rank >= good_from THEN 'good' ELSE 'fair' END AS quality,
    list_filter([
      CASE WHEN margin_weight > 0 AND c.margin_rank <= poor_to AND c.margin < usual.margin THEN 'margin' END,
      CASE WHEN returns_weight > 0 AND c.returns_rank <= poor_to AND c.return_rate > usual.return_rate THEN 'returns' END,
      CASE WHEN discount_weight > 0 AND c.discount_rank <= poor_to AND c.discount_share > usual.discount_share THEN 'discount' END,
      CASE WHEN payment_weight > 0 AND c.payment_rank <= poor_to AND c.payment_days > usual.payment_days THEN 'payment' END,
      CASE WHEN growth_weight > 0 AND c.growth_rank <= poor_to AND c.growth < 0 THEN 'growth' END
    ], lambda one: one IS NOT NULL) AS weaknesses,
    list_filter([
      CASE WHEN margin_weight > 0 AND c.margin_rank >= good_from AND c.margin > usual.margin THEN 'margin' END,
      CASE WHEN returns_weight > 0 AND c.returns_rank >= good_from AND c.return_rate < usual.return_rate THEN 'returns' END,
      CASE WHEN discount_weight > 0 AND c.discount_rank >= good_from AND c.discount_share < usual.discount_share THEN 'discount' END,
      CASE WHEN payment_weight > 0 AND c.payment_rank >= good_from AND c.payment_days < usual.payment_days THEN 'payment' END,
      CASE WHEN growth_weight > 0 AND c.growth_rank >= good_from AND c.growth > 0 THEN 'growth' END
    ], lambda one: one IS NOT NULL) AS strengths
  FROM compared c, usual
)
SELECT
  g.customer_id, g.customer_name, g.tier, g.quality,
  CASE
    WHEN g.tier IN ('vip', 'major') AND g.quality = 'poor' THEN 'big_but_poor'
    WHEN g.tier IN ('ordinary', 'small') AND g.quality = 'good' AND g.orders >= 2
      AND (g.growth > 0 OR g.margin_rank >= good_from) THEN 'small_but_promising'
  END AS finding,
  g.score, g.known, g.weaknesses, g.strengths,
  g.orders, g.revenue, g.first_order, g.last_order,
  g.margin, g.return_rate, g.discount_share, g.payment_days, g.growth,
  g.margin_rank, g.returns_rank, g.discount_rank, g.payment_rank, g.growth_rank
FROM graded g
ORDER BY g.customer_id;

COMMENT ON MACRO TABLE customer_quality IS 'How big is each customer and how good: tier vip, major, ordinary or small by tiers_by customers (the first 1, 5 and 20 percent by revenue) or revenue (those who bring the first 50, 80 and 95 percent), or by vip_to, major_to, ordinary_to; score 0 to 100, the weighted mean of the places (share of the judged customers who do worse, values alike to the whole percent or tenth of a day together) in margin, returns, discount, payment delay and growth (last window_days against those before, 3 orders at least); judged are customers with min_orders, scored those with min_known of the five; quality is poor up to poor_to of the scored, good from good_from, else fair, or unknown; weaknesses and strengths are what is poor or good and also worse or better than in the whole shop.';

CREATE OR REPLACE MACRO quality_summary(
  as_of := NULL, tiers_by := 'customers', vip_to := NULL, major_to := NULL, ordinary_to := NULL,
  margin_weight := 1, returns_weight := 1, discount_weight := 1, payment_weight := 1, growth_weight := 1,
  window_days := 180, min_orders := 2, min_known := 2, poor_to := 0.33, good_from := 0.67
) AS TABLE
WITH graded AS (
  FROM customer_quality(
    as_of := as_of, tiers_by := tiers_by, vip_to := vip_to, major_to := major_to, ordinary_to := ordinary_to,
    margin_weight := margin_weight, returns_weight := returns_weight, discount_weight := discount_weight,
    payment_weight := payment_weight, growth_weight := growth_weight, window_days := window_days,
    min_orders := min_orders, min_known := min_known, poor_to := poor_to, good_from := good_from)
),
cells AS (
  SELECT t.tier_position, t.tier, q.quality_position, q.quality
  FROM (VALUES (1, 'vip'), (2, 'major'), (3, 'ordinary'), (4, 'small')) t(tier_position, tier),
    (VALUES (1, 'poor'), (2, 'fair'), (3, 'good'), (4, 'unknown')) q(quality_position, quality)
)
SELECT
  c.tier_position, c.tier, c.quality_position, c.quality,
  count(g.customer_id)::INTEGER AS customers,
  count(g.customer_id) / nullif(sum(count(g.customer_id)) OVER (PARTITION BY c.tier), 0) AS share_of_tier,
  coalesce(sum(g.revenue), 0) AS revenue,
  coalesce(sum(g.revenue), 0) / nullif(sum(sum(g.revenue)) OVER (), 0) AS revenue_share,
  count(g.finding)::INTEGER AS found,
  coalesce(sum(g.revenue) FILTER (g.finding IS NOT NULL), 0) AS found_revenue,
  count(g.customer_id) FILTER (g.quality = 'unknown' AND g.orders < min_orders)::INTEGER AS too_few_orders,
  count(g.margin)::INTEGER AS with_margin, count(g.return_rate)::INTEGER AS with_returns,
  count(g.discount_share)::INTEGER AS with_discount, count(g.payment_days)::INTEGER AS with_payment,
  count(g.growth)::INTEGER AS with_growth
FROM cells c
LEFT JOIN graded g ON g.tier = c.tier AND g.quality = c.quality
GROUP BY c.tier_position, c.tier, c.quality_position, c.quality
ORDER BY c.tier_position, c.quality_position;

COMMENT ON MACRO TABLE quality_summary IS 'How many customers of each tier are poor, fair, good or not known, and what they bring: a row for each tier and quality, empty ones included; found are the big but poor or small but promising among them, with_margin and so on those the figure is known of; parameters as in customer_quality.';

CREATE OR REPLACE MACRO quality_map(
  as_of := NULL, tiers_by := 'customers', vip_to := NULL, major_to := NULL, ordinary_to := NULL,
  margin_weight := 1, returns_weight := 1, discount_weight := 1, payment_weight := 1, growth_weight := 1,
  window_days := 180, min_orders := 2, min_known := 2, poor_to := 0.33, good_from := 0.67
) AS TABLE
WITH graded AS (
  FROM customer_quality(
    as_of := as_of, tiers_by := tiers_by, vip_to := vip_to, major_to := major_to, ordinary_to := ordinary_to,
    margin_weight := margin_weight, returns_weight := returns_weight, discount_weight := discount_weight,
    payment_weight := payment_weight, growth_weight := growth_weight, window_days := window_days,
    min_orders := min_orders, min_known := min_known, poor_to := poor_to, good_from := good_from)
),
binned AS (
  SELECT
    floor(4 * round(log10(g.revenue), 9))::INTEGER AS step, least(floor(g.score / 5), 19)::INTEGER * 5 AS score_from,
    g.revenue, g.finding
  FROM graded g
  WHERE g.score IS NOT NULL AND g.revenue > 0
)
SELECT
  pow(10, b.step / 4) AS revenue_from, pow(10, (b.step + 1) / 4) AS revenue_to, b.score_from, b.score_from + 5 AS score_to,
  count(*)::INTEGER AS customers, sum(b.revenue) AS revenue,
  count(*) FILTER (b.finding = 'big_but_poor')::INTEGER AS big_but_poor,
  count(*) FILTER (b.finding = 'small_but_promising')::INTEGER AS small_but_promising
FROM binned b
GROUP BY b.step, b.score_from
ORDER BY b.step, b.score_from;

COMMENT ON MACRO TABLE quality_map IS 'Where the scored customers lie by revenue (four steps to each power of ten) and score (steps of 5): a row for each place that has any; parameters as in customer_quality.';
