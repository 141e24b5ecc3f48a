CREATE OR REPLACE MACRO search_text(said) AS regexp_replace(
  lower(CASE WHEN regexp_matches(said, '[ａ-ｚＡ-Ｚ０-９＠．＿－＋（）　]') THEN translate(
    lower(said),
    'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９＠．＿－＋（）　',
    'abcdefghijklmnopqrstuvwxyz0123456789@._-+() ') ELSE said END),
  '[\s()+-]', '', 'g');

COMMENT ON MACRO search_text IS 'A text as the search for customers compares it: lower case, full-width letters and digits as half-width ones, without spaces, hyphens, brackets and plus signs.';

CREATE OR REPLACE MACRO customer_numbers() AS TABLE
SELECT row_number() OVER (ORDER BY c.customer_id)::INTEGER AS number, c.customer_id, c.customer_name
FROM customers c
ORDER BY number;

COMMENT ON MACRO TABLE customer_numbers IS 'Which number stands for each customer in addresses and while presenting: the place in the order of ids.';

CREATE OR REPLACE MACRO customer_directory() AS TABLE
WITH told AS (
  SELECT DISTINCT l.customer_id, l.customer_name, l.phone, l.email
  FROM order_line l
  WHERE l.customer_id IS NOT NULL
),
searched AS (
  SELECT
    t.customer_id, min(t.phone) AS phone, min(t.email) AS email,
    array_to_string(list_sort(list(concat_ws('|', t.customer_name, t.phone, t.email))), '|') AS words
  FROM told t
  GROUP BY t.customer_id
)
SELECT
  n.number, n.customer_id, n.customer_name, w.phone, w.email, c.first_order, c.last_order, c.orders, c.revenue, s.segment,
  search_text(concat_ws('|', n.customer_id, w.words)) AS search_words
FROM customer_numbers() n
JOIN customers c ON c.customer_id = n.customer_id
LEFT JOIN searched w ON w.customer_id = n.customer_id
LEFT JOIN (FROM segments()) s ON s.customer_id = n.customer_id
ORDER BY n.number;

COMMENT ON MACRO TABLE customer_directory IS 'Everyone who bought, with their number, a telephone number and an e-mail address, first and last order, orders, revenue and segment (of the eleven), and in search_words their id and all their names, telephone numbers and e-mail addresses as search_text() makes them.';

CREATE OR REPLACE MACRO customer_card(customer := 1) AS TABLE
SELECT
  n.number, n.customer_id, n.customer_name,
  count(*)::INTEGER AS orders, sum(o.lines)::INTEGER AS lines, sum(o.units) AS units,
  min(o.ordered_at) AS first_order, max(o.ordered_at) AS last_order,
  sum(o.amount) AS amount, sum(o.discount) AS discount, sum(o.refund) AS refund,
  count(*) FILTER (o.refund > 0)::INTEGER AS refunded_orders,
  sum(o.revenue) AS revenue, sum(o.cost) AS cost, sum(o.revenue) - sum(o.cost) AS profit,
  (SELECT 1 + count(*) FILTER (round(c.revenue, 6) > round(sum(o.revenue), 6)) FROM customers c)::INTEGER AS revenue_rank,
  (SELECT count(*) FROM customers)::INTEGER AS customers
FROM customer_numbers() n
JOIN orders o ON o.customer_id = n.customer_id
WHERE n.number = customer
GROUP BY n.number, n.customer_id, n.customer_name;

COMMENT ON MACRO TABLE customer_card IS 'What one customer, given by number, has brought: all orders, dated or not, with money, profit (revenue less cost, NULL without costs) and the place among all customers by revenue.';

CREATE OR REPLACE MACRO customer_orders(customer := 1) AS TABLE
WITH bought AS (
  SELECT o.*
  FROM orders o
  WHERE o.customer_id = (SELECT n.customer_id FROM customer_numbers() n WHERE n.number = customer)
),
named AS (
  SELECT l.order_id, string_agg(coalesce(l.product, l.product_id), ' · ' ORDER BY l.line_no, l.row) AS products
  FROM order_line l
  WHERE l.is_product AND l.order_id IN (SELECT b.order_id FROM bought b)
  GROUP BY l.order_id
)
SELECT
  b.order_id, b.ordered_at, b.lines, b.units, b.amount, b.discount, b.refund, b.revenue, b.cost,
  b.revenue - b.cost AS profit, p.products
FROM bought b
LEFT JOIN named p ON p.order_id = b.order_id
ORDER BY b.ordered_at DESC NULLS LAST, b.order_id;

COMMENT ON MACRO TABLE customer_orders IS 'Every order of one customer, given by number, the latest first, with its money and what was in it.';

CREATE OR REPLACE MACRO customer_lines(customer := 1) AS TABLE
SELECT
  l.order_id, l.line_no, l.ordered_at, l.product_id, l.product, l.category, l.is_product, l.quantity, l.unit_price,
  l.amount, l.discount, l.refund, l.amount - coalesce(l.refund, 0) AS revenue, l.cost, l.status, l.rating, l.review,
  l.complaint, l.complaint_result, l.complaint_days, l.note
FROM order_line l
WHERE l.order_id IN (
  SELECT o.order_id FROM orders o
  WHERE o.customer_id = (SELECT n.customer_id FROM customer_numbers() n WHERE n.number = customer))
ORDER BY l.ordered_at DESC NULLS LAST, l.order_id, l.line_no, l.file, l.row;

COMMENT ON MACRO TABLE customer_lines IS 'Every line one customer, given by number, has bought, with its money, rating, review and complaint, the latest order first.';

CREATE OR REPLACE MACRO customer_contacts(customer := 1) AS TABLE
WITH told AS (
  SELECT
    l.ordered_at,
    unnest(['name', 'phone', 'email', 'address', 'city', 'region', 'birthday', 'gender', 'source', 'platform', 'tags']) AS field,
    unnest([
      l.customer_name, l.phone, l.email, l.address, l.city, l.region, l.birthday::VARCHAR, l.gender, l.source,
      l.platform, l.tags]) AS value
  FROM order_line l
  WHERE l.customer_id = (SELECT n.customer_id FROM customer_numbers() n WHERE n.number = customer)
)
SELECT t.field, t.value, count(*)::INTEGER AS lines, max(t.ordered_at) AS last_used
FROM told t
WHERE t.value IS NOT NULL
GROUP BY t.field, t.value
ORDER BY
  list_position(['name', 'phone', 'email', 'address', 'city', 'region', 'birthday', 'gender', 'source', 'platform', 'tags'], t.field),
  last_used DESC NULLS LAST, lines DESC, t.value;

COMMENT ON MACRO TABLE customer_contacts IS 'What the file says of one customer, given by number: each name, telephone number, e-mail address, postal address, city, region, birthday, gender, source, platform and tag, the one used last first; a field the file lacks has no row.';

CREATE OR REPLACE MACRO customer_categories(customer := 1) AS TABLE
SELECT
  l.category, count(DISTINCT l.order_id)::INTEGER AS orders, count(*)::INTEGER AS lines, sum(l.quantity) AS units,
  coalesce(sum(l.revenue), 0) AS revenue
FROM customer_lines(customer := customer) l
WHERE l.is_product
GROUP BY l.category
ORDER BY round(coalesce(sum(l.revenue), 0), 6) DESC, l.category NULLS LAST;

COMMENT ON MACRO TABLE customer_categories IS 'Which categories one customer, given by number, buys, postage and fees apart: orders, lines, units and revenue, the largest first.';

CREATE OR REPLACE MACRO customer_pairs(customer := 1, min_orders := 2) AS TABLE
WITH items AS (
  SELECT l.order_id, coalesce(l.product_id, l.product) AS item, min(coalesce(l.product, l.product_id)) AS product
  FROM customer_lines(customer := customer) l
  WHERE l.is_product AND coalesce(l.product_id, l.product) IS NOT NULL
  GROUP BY ALL
),
pairs AS (
  SELECT
    a.item, b.item AS other_item, min(a.product) AS product, min(b.product) AS other_product,
    count(*)::INTEGER AS orders
  FROM items a
  JOIN items b ON b.order_id = a.order_id AND b.item > a.item
  GROUP BY a.item, b.item
)
SELECT p.product, p.other_product, p.orders
FROM pairs p
WHERE p.orders >= min_orders
ORDER BY p.orders DESC, p.item, p.other_item;

COMMENT ON MACRO TABLE customer_pairs IS 'Which two products one customer, given by number, bought in the same order, at least min_orders times, the most frequent first.';

CREATE OR REPLACE MACRO customer_rhythm(customer := 1, as_of := NULL) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
days AS (
  SELECT o.ordered_at::DATE AS day, count(*) AS orders, max(o.ordered_at) AS last_order
  FROM orders o, moment
  WHERE o.customer_id = (SELECT n.customer_id FROM customer_numbers() n WHERE n.number = customer)
    AND o.ordered_at <= moment.at
  GROUP BY ALL
),
gaps AS (SELECT d.*, d.day - lag(d.day) OVER (ORDER BY d.day) AS gap FROM days d),
measured AS (
  SELECT
    sum(g.orders)::INTEGER AS orders, count(g.gap)::INTEGER AS gaps, max(g.last_order) AS last_order,
    quantile_cont(g.gap, [0.1, 0.5, 0.9]) AS q
  FROM gaps g
)
SELECT
  m.orders, m.gaps, m.last_order, datesub('day', m.last_order, moment.at)::INTEGER AS silence_days,
  m.q[1] AS gap_low_days, m.q[2] AS median_gap_days, m.q[3] AS gap_high_days,
  m.last_order::DATE + round(round(m.q[1], 6))::INTEGER AS due_from,
  m.last_order::DATE + round(round(m.q[2], 6))::INTEGER AS due,
  m.last_order::DATE + round(round(m.q[3], 6))::INTEGER AS due_to
FROM measured m, moment
WHERE m.orders > 0;

COMMENT ON MACRO TABLE customer_rhythm IS 'In what rhythm one customer, given by number, orders up to as_of (one day after the last order of all): days between one day with an order and the next, their median and the range that holds four in five of them, how long they have been silent, and when by these gaps the next order is due.';

CREATE OR REPLACE MACRO customer_due(customer := 1, as_of := NULL, min_days := 4, lost_after := 4, max_spread := 10) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
own_days AS MATERIALIZED (
  SELECT d.*
  FROM product_days(as_of := as_of) d
  WHERE d.customer_id = (SELECT n.customer_id FROM customer_numbers() n WHERE n.number = customer)
),
own_habits AS MATERIALIZED (FROM last_bought('own_days')),
own_gaps AS MATERIALIZED (FROM unit_gaps('own_days', 'own_habits')),
due AS (
  SELECT
    r.*, used_up(r.last_bought, r.last_quantity, r.short_unit_days) AS due_from,
    used_up(r.last_bought, r.last_quantity, r.unit_days) AS due_on,
    used_up(r.last_bought, r.last_quantity, r.long_unit_days) AS due_to
  FROM rhythms_of('own_habits', 'own_gaps', own_gaps := min_days - 1, max_spread := max_spread) r
)
SELECT
  coalesce(p.product, d.item) AS product, d.times, d.median_gap_days, d.last_bought, d.last_quantity,
  d.due_from, d.due_on AS due, d.due_to,
  CASE
    WHEN moment.at::DATE - d.last_bought > lost_after * round(d.unit_days * d.last_quantity, 6) THEN 'lost'
    WHEN moment.at::DATE > d.due_to THEN 'overdue'
    WHEN moment.at::DATE >= d.due_from THEN 'due'
    ELSE 'coming' END AS state
FROM due d
LEFT JOIN products p ON p.product_id = d.item, moment
ORDER BY due, d.item;

COMMENT ON MACRO TABLE customer_due IS 'What one customer, given by number, will need again by their own rhythm, as product_due() has it: products bought on at least min_days different days up to as_of (one day after the last order of all), four gaps in five of which differ by no more than a factor of max_spread, with the median days between, the quantity bought last, the day it must be used up, the range that four in five gaps lie in, and the state at as_of: coming, due (in the range), overdue, or lost (not bought for lost_after times as long as it lasts).';
