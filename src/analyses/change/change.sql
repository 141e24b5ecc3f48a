CREATE OR REPLACE MACRO change_part(x_before, x_after, y_before, y_after, z_before, z_after) AS
  (x_after - x_before) * (2 * y_before * z_before + y_before * z_after + y_after * z_before + 2 * y_after * z_after) / 6;

COMMENT ON MACRO change_part IS 'What the change of x adds to the change of the product x * y * z: its mean over the six orders in which the three can change one after the other (Shapley), so that the parts of x, y and z add up to the whole.';

CREATE OR REPLACE MACRO change_periods(days := 90, as_of := NULL, compare := 'before') AS TABLE
SELECT
  v.ends - to_days(days::INTEGER) AS starts, v.ends,
  v.compared_ends - to_days(days::INTEGER) AS compared_starts, v.compared_ends,
  v.first_day <= v.ends - to_days(days::INTEGER) AS is_covered,
  v.first_day <= v.compared_ends - to_days(days::INTEGER) AS is_comparable,
  datesub('day', v.first_day, v.compared_ends - to_days(days::INTEGER))::INTEGER AS history_days
FROM (
  SELECT
    u.first_day, u.ends,
    CASE compare WHEN 'year' THEN u.ends - INTERVAL 1 YEAR ELSE u.ends - to_days(days::INTEGER) END AS compared_ends
  FROM (
    SELECT l.first_day, coalesce(as_of::TIMESTAMP, l.last_day + INTERVAL 1 DAY) AS ends
    FROM (
      SELECT date_trunc('day', min(o.ordered_at)) AS first_day, date_trunc('day', max(o.ordered_at)) AS last_day FROM orders o
    ) l
  ) u
) v
WHERE is_option('compare', compare, ['before', 'year']);

COMMENT ON MACRO TABLE change_periods IS 'The two periods that are compared: the last days (90) before as_of (the end of the last day with an order), and as many before them or, with compare := ''year'', the same dates a year earlier; whether the data begin early enough for the one and for both, and how many days before the earlier one they begin.';

CREATE OR REPLACE MACRO revenue_change(days := 90, as_of := NULL, compare := 'before', measure := 'revenue') AS TABLE
WITH period AS (FROM change_periods(days := days, as_of := as_of, compare := compare)),
dated AS (
  SELECT
    o.customer_id, coalesce(o.revenue, 0) AS revenue, o.cost,
    o.ordered_at >= p.compared_starts AND o.ordered_at < p.compared_ends AS earlier, o.ordered_at >= p.starts AS later
  FROM orders o, period p
  WHERE o.ordered_at < p.ends AND (o.ordered_at >= p.starts OR o.ordered_at >= p.compared_starts AND o.ordered_at < p.compared_ends)
),
sides AS (
  SELECT
    d.customer_id IS NULL AS is_guest,
    count(DISTINCT d.customer_id) FILTER (d.earlier) AS b0, count(DISTINCT d.customer_id) FILTER (d.later) AS b1,
    count(*) FILTER (d.earlier) AS n0, count(*) FILTER (d.later) AS n1,
    coalesce(sum(d.revenue) FILTER (d.earlier), 0) AS r0, coalesce(sum(d.revenue) FILTER (d.later), 0) AS r1,
    coalesce(sum(d.cost) FILTER (d.earlier), 0) AS c0, coalesce(sum(d.cost) FILTER (d.later), 0) AS c1,
    count(d.cost) FILTER (d.earlier) AS k0, count(d.cost) FILTER (d.later) AS k1
  FROM dated d
  GROUP BY ALL
),
counted AS (
  SELECT
    s.is_guest, s.n0, s.n1, s.r0, s.r1,
    (CASE WHEN s.is_guest THEN s.n0 ELSE s.b0 END)::DOUBLE AS x0, (CASE WHEN s.is_guest THEN s.n1 ELSE s.b1 END)::DOUBLE AS x1,
    CASE WHEN measure = 'revenue' THEN 0 WHEN sum(s.k0 + s.k1) OVER () > 0 THEN s.c0 END AS c0,
    CASE WHEN measure = 'revenue' THEN 0 WHEN sum(s.k0 + s.k1) OVER () > 0 THEN s.c1 END AS c1,
    sum(s.k0) OVER () / nullif(sum(s.n0) OVER (), 0) AS costed_before,
    sum(s.k1) OVER () / nullif(sum(s.n1) OVER (), 0) AS costed_after
  FROM sides s
),
rates AS (
  SELECT
    u.*, u.n0 / nullif(u.x0, 0) AS f0, u.n1 / nullif(u.x1, 0) AS f1,
    u.r0 / nullif(u.n0, 0) AS v0, u.r1 / nullif(u.n1, 0) AS v1, u.c0 / nullif(u.n0, 0) AS w0, u.c1 / nullif(u.n1, 0) AS w1,
    sum(u.r0 - u.c0) OVER () AS total_before, sum(u.r1 - u.c1) OVER () AS total_after
  FROM counted u
),
filled AS (
  SELECT
    r.*, coalesce(r.f0, r.f1) AS fa, coalesce(r.f1, r.f0) AS fb, coalesce(r.v0, r.v1) AS va, coalesce(r.v1, r.v0) AS vb,
    coalesce(r.w0, r.w1) AS wa, coalesce(r.w1, r.w0) AS wb
  FROM rates r
),
parts AS (
  SELECT t.is_guest, t.total_before, t.total_after, t.costed_before, t.costed_after, unnest([
    {'position': 1, 'factor': 'buyers', 'value_before': t.x0, 'value_after': t.x1,
      'contribution': change_part(t.x0, t.x1, t.fa, t.fb, t.va - t.wa, t.vb - t.wb)},
    {'position': 2, 'factor': 'orders_per_buyer', 'value_before': t.f0, 'value_after': t.f1,
      'contribution': change_part(t.fa, t.fb, t.x0, t.x1, t.va - t.wa, t.vb - t.wb)},
    {'position': 3, 'factor': 'revenue_per_order', 'value_before': t.v0, 'value_after': t.v1,
      'contribution': change_part(t.va, t.vb, t.x0, t.x1, t.fa, t.fb)},
    {'position': 4, 'factor': 'cost_per_order', 'value_before': t.w0, 'value_after': t.w1,
      'contribution': change_part(-t.wa, -t.wb, t.x0, t.x1, t.fa, t.fb)}
  ], recursive := true)
  FROM filled t
)
SELECT
  q.position + CASE WHEN q.is_guest THEN 4 ELSE 0 END AS position,
  CASE WHEN NOT q.is_guest THEN q.factor WHEN q.factor = 'buyers' THEN 'guest_orders' ELSE 'guest_' || q.factor END AS factor,
  q.value_before, q.value_after, CASE WHEN q.total_after IS NOT NULL THEN q.contribution END AS contribution, q.total_before, q.total_after, q.costed_before, q.costed_after,
  p.compared_starts, p.compared_ends, p.starts, p.ends, p.is_comparable
FROM parts q, period p
WHERE is_option('measure', measure, ['revenue', 'profit'])
  AND NOT (q.is_guest AND q.factor = 'orders_per_buyer') AND NOT (measure = 'revenue' AND q.factor = 'cost_per_order')
ORDER BY position;

COMMENT ON MACRO TABLE revenue_change IS 'Why did revenue (or measure := ''profit'', NULL without costs) change from one period to the next: the part of buyers, orders per buyer and revenue per order, for profit of cost per order, and the same of guests'' orders. The contributions (change_part) add up to total_after - total_before; periods as in change_periods. costed_before and costed_after are the shares of orders whose cost is known.';

CREATE OR REPLACE MACRO changed_buyers(days := 90, as_of := NULL, compare := 'before', measure := 'revenue') AS TABLE
WITH period AS (FROM change_periods(days := days, as_of := as_of, compare := compare)),
dated AS (
  SELECT
    o.customer_id, o.customer_name, o.ordered_at, coalesce(o.revenue, 0) AS revenue, o.cost,
    o.ordered_at >= p.compared_starts AND o.ordered_at < p.compared_ends AS earlier, o.ordered_at >= p.starts AS later
  FROM orders o, period p
  WHERE o.ordered_at < p.ends
),
buyer AS (
  SELECT
    d.customer_id, min(d.customer_name) FILTER (d.customer_id IS NOT NULL) AS customer_name,
    min(d.ordered_at) AS first_order, max(d.ordered_at) AS last_order,
    count(*) FILTER (d.earlier) AS orders_before, count(*) FILTER (d.later) AS orders_after,
    coalesce(sum(d.revenue) FILTER (d.earlier), 0) AS r0, coalesce(sum(d.revenue) FILTER (d.later), 0) AS r1,
    coalesce(sum(d.cost) FILTER (d.earlier), 0) AS c0, coalesce(sum(d.cost) FILTER (d.later), 0) AS c1,
    count(d.cost) FILTER (d.earlier OR d.later) AS costed
  FROM dated d
  GROUP BY d.customer_id
  HAVING count(*) FILTER (d.earlier OR d.later) > 0
),
known AS (
  SELECT CASE WHEN measure = 'revenue' THEN 0 WHEN s.costed > 0 THEN 1 END AS costs
  FROM (SELECT sum(b.costed) AS costed FROM buyer b) s
),
valued AS (SELECT b.*, b.r0 - b.c0 * k.costs AS value_before, b.r1 - b.c1 * k.costs AS value_after FROM buyer b, known k)
SELECT
  v.customer_id, v.customer_name,
  CASE
    WHEN v.customer_id IS NULL THEN 'guests'
    WHEN v.orders_after = 0 THEN 'lost'
    WHEN v.orders_before = 0 THEN CASE WHEN v.first_order >= p.compared_ends THEN 'new' ELSE 'won_back' END
    WHEN round(v.value_after - v.value_before, 6) > 0 THEN 'more'
    WHEN round(v.value_after - v.value_before, 6) < 0 THEN 'less'
    ELSE 'same'
  END AS kind,
  v.first_order, v.last_order, v.orders_before::INTEGER AS orders_before, v.orders_after::INTEGER AS orders_after,
  v.value_before, v.value_after, v.value_after - v.value_before AS contribution
FROM valued v, period p
WHERE is_option('measure', measure, ['revenue', 'profit'])
ORDER BY v.customer_id NULLS LAST;

COMMENT ON MACRO TABLE changed_buyers IS 'Each customer who bought in one of two periods and what they brought in both: new (first order after the period compared), won_back (earlier customers who did not buy in it), more, less or same (bought in both), lost (bought in it, not in the later one); guests are one row without a customer_id. Periods as in change_periods; measure is revenue or profit.';

CREATE OR REPLACE MACRO buyer_change(days := 90, as_of := NULL, compare := 'before', measure := 'revenue') AS TABLE
WITH kinds AS (
  SELECT unnest(['new', 'won_back', 'more', 'same', 'less', 'lost', 'guests']) AS kind, unnest(range(1, 8))::INTEGER AS position
),
sums AS (
  SELECT
    c.kind, count(c.customer_id) AS customers, sum(c.orders_before) AS orders_before, sum(c.orders_after) AS orders_after,
    sum(c.value_before) AS value_before, sum(c.value_after) AS value_after
  FROM changed_buyers(days := days, as_of := as_of, compare := compare, measure := measure) c
  GROUP BY c.kind
)
SELECT
  k.position, k.kind, CASE WHEN k.kind <> 'guests' THEN coalesce(s.customers, 0)::INTEGER END AS customers,
  coalesce(s.orders_before, 0)::INTEGER AS orders_before, coalesce(s.orders_after, 0)::INTEGER AS orders_after,
  CASE WHEN s.kind IS NULL THEN 0 ELSE s.value_before END AS value_before,
  CASE WHEN s.kind IS NULL THEN 0 ELSE s.value_after END AS value_after,
  CASE WHEN s.kind IS NULL THEN 0 ELSE s.value_after - s.value_before END AS contribution,
  p.is_comparable, p.history_days
FROM kinds k
LEFT JOIN sums s ON s.kind = k.kind
CROSS JOIN change_periods(days := days, as_of := as_of, compare := compare) p
ORDER BY k.position;

COMMENT ON MACRO TABLE buyer_change IS 'Whose buying changed revenue (or measure := ''profit'', NULL without costs): new, won back, those who brought more, the same or less, lost, and guests, with how many they are and what they brought in both periods; the contributions add up to the change. Kinds as in changed_buyers, periods as in change_periods. The data begin history_days before the period compared: whoever bought only before that counts as new.';

CREATE OR REPLACE MACRO lever_gains(days := 90, as_of := NULL, percent := 1) AS TABLE
WITH period AS (FROM change_periods(days := days, as_of := as_of)),
dated AS (
  SELECT
    o.customer_id, o.ordered_at, coalesce(o.revenue, 0) AS revenue, o.cost, o.units, o.discount, o.refund,
    o.ordered_at >= p.starts AS is_now, o.ordered_at >= p.compared_starts AND o.ordered_at < p.starts AS is_before
  FROM orders o, period p
  WHERE o.ordered_at < p.ends AND p.is_covered
),
known AS (SELECT CASE WHEN count(d.cost) > 0 THEN 1 END AS costs FROM dated d WHERE d.is_now),
sold AS (
  SELECT d.customer_id, d.revenue, d.revenue - coalesce(d.cost, 0) * k.costs AS profit, d.units, d.discount, d.refund
  FROM dated d, known k
  WHERE d.is_now
),
buyer AS (
  SELECT
    d.customer_id, min(d.ordered_at) AS first_order, count(*) FILTER (d.is_now) AS orders, count(*) FILTER (d.is_before) AS orders_before,
    coalesce(sum(d.revenue) FILTER (d.is_now), 0) AS revenue,
    coalesce(sum(d.revenue) FILTER (d.is_now), 0) - coalesce(sum(d.cost) FILTER (d.is_now), 0) * max(k.costs) AS profit
  FROM dated d, known k
  WHERE d.customer_id IS NOT NULL
  GROUP BY d.customer_id
),
called AS (
  SELECT
    b.orders, b.orders_before, b.revenue, b.profit,
    CASE
      WHEN b.first_order >= p.starts THEN 'new_buyers'
      WHEN b.orders_before > 0 THEN 'returning_buyers'
      ELSE 'won_back_buyers'
    END AS kind
  FROM buyer b, period p
),
samples AS (
  SELECT c.kind AS lever, 1.0::DOUBLE AS x, c.revenue, c.profit FROM called c, period p
  WHERE c.orders > 0 AND (c.kind = 'new_buyers' OR p.is_comparable)
  UNION ALL
  SELECT 'orders_per_buyer', c.orders, c.revenue, c.profit FROM called c WHERE c.orders > 0
  UNION ALL
  SELECT 'guest_orders', 1, s.revenue, s.profit FROM sold s WHERE s.customer_id IS NULL
  UNION ALL
  SELECT 'revenue_per_order', 1, s.revenue, s.profit FROM sold s
  UNION ALL
  SELECT 'units_per_order', s.units, s.revenue, s.profit FROM sold s
),
means AS (
  SELECT
    m.lever, count(*)::INTEGER AS n, sum(m.x) AS x, sum(m.revenue) / nullif(sum(m.x), 0) AS mean,
    sum(m.profit) / nullif(sum(m.x), 0) AS profit_mean
  FROM samples m
  GROUP BY m.lever
),
errors AS (
  SELECT
    m.lever,
    sqrt(sum((m.revenue - e.mean * m.x) ** 2) / nullif(e.n - 1, 0) * e.n) / abs(e.x) AS mean_error,
    sqrt(sum((m.profit - e.profit_mean * m.x) ** 2) / nullif(e.n - 1, 0) * e.n) / abs(e.x) AS profit_error
  FROM samples m
  JOIN means e ON e.lever = m.lever
  GROUP BY m.lever, e.n, e.x
),
bases AS (
  SELECT
    count(*) FILTER (c.orders_before > 0) AS bought_before, count(*) FILTER (c.orders_before > 0 AND c.orders = 0) AS stayed_away,
    count(*) FILTER (c.kind = 'won_back_buyers' AND c.orders = 0) AS away
  FROM called c
),
given AS (SELECT sum(s.discount) AS discount, sum(s.refund) AS refund, max(s.profit) IS NOT NULL AS costed FROM sold s),
levers AS (
  SELECT
    l.position, l.direction, l.lever, e.n,
    CASE l.lever
      WHEN 'returning_buyers' THEN b.bought_before
      WHEN 'won_back_buyers' THEN b.away
      WHEN 'orders_per_buyer' THEN e.x
      WHEN 'units_per_order' THEN e.x
      WHEN 'discount' THEN g.discount
      WHEN 'refund' THEN g.refund
      ELSE e.n END AS base,
    CASE l.lever WHEN 'returning_buyers' THEN least(percent, 100 * b.stayed_away / nullif(b.bought_before, 0)) ELSE percent END / 100 AS share,
    CASE WHEN l.lever IN ('discount', 'refund') THEN 1 ELSE e.mean END AS mean,
    CASE
      WHEN NOT g.costed THEN NULL
      WHEN l.lever IN ('discount', 'refund') THEN 1
      WHEN l.lever = 'revenue_per_order' THEN e.mean
      ELSE e.profit_mean END AS profit_mean,
    CASE WHEN l.lever <> 'revenue_per_order' THEN r.mean_error END AS mean_error,
    CASE WHEN l.lever <> 'revenue_per_order' THEN r.profit_error END AS profit_error
  FROM (
    VALUES (1, 'more', 'new_buyers'), (2, 'more', 'won_back_buyers'), (3, 'more', 'guest_orders'),
      (4, 'longer', 'returning_buyers'), (5, 'longer', 'orders_per_buyer'),
      (6, 'deeper', 'revenue_per_order'), (7, 'deeper', 'units_per_order'), (8, 'deeper', 'discount'), (9, 'deeper', 'refund')
  ) l(position, direction, lever)
  CROSS JOIN bases b
  CROSS JOIN given g
  LEFT JOIN means e ON e.lever = l.lever
  LEFT JOIN errors r ON r.lever = l.lever
)
SELECT
  v.position, v.direction, v.lever, v.base::DOUBLE AS base, (100 * v.share)::DOUBLE AS percent, v.n AS observed,
  v.mean::DOUBLE AS value_each, v.base * v.share * v.mean AS gain,
  v.base * v.share * (v.mean - 1.96 * v.mean_error) AS gain_low, v.base * v.share * (v.mean + 1.96 * v.mean_error) AS gain_high,
  v.profit_mean::DOUBLE AS profit_each, v.base * v.share * v.profit_mean AS profit,
  v.base * v.share * (v.profit_mean - 1.96 * v.profit_error) AS profit_low,
  v.base * v.share * (v.profit_mean + 1.96 * v.profit_error) AS profit_high
FROM levers v
WHERE v.base > 0 AND v.mean IS NOT NULL
ORDER BY round(gain, 6) DESC, v.position;

COMMENT ON MACRO TABLE lever_gains IS 'More, longer, deeper: what percent (1) more of each lever would have brought in the last days (90) before as_of, were the additional ones like the present: base * percent / 100 * value_each, with the 95% interval of the mean of the observed ones. profit (NULL without costs) counts their margin, and a higher price, less discount or fewer refunds whole. A lever of which the data say nothing is left out.';
