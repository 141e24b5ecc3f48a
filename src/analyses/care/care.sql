CREATE OR REPLACE MACRO care_customers(listed, as_of := NULL) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
placed AS MATERIALIZED (
  SELECT o.customer_id, o.customer_name, o.ordered_at, coalesce(o.revenue, 0) AS revenue
  FROM orders o, moment
  WHERE o.ordered_at <= moment.at AND o.customer_id IN (SELECT q.customer_id FROM query_table(listed) q)
),
bought AS MATERIALIZED (
  SELECT
    p.customer_id, min(p.customer_name) AS customer_name, max(p.ordered_at) AS last_order, count(*)::INTEGER AS orders,
    round(sum(p.revenue), 6) AS revenue
  FROM placed p
  GROUP BY p.customer_id
),
year AS (
  SELECT p.customer_id, round(sum(p.revenue), 6) AS value
  FROM placed p
  JOIN bought b ON b.customer_id = p.customer_id
  WHERE p.ordered_at > b.last_order - INTERVAL 365 DAY
  GROUP BY p.customer_id
),
told AS (
  SELECT
    l.customer_id, arg_max(l.phone, (l.ordered_at, l.phone)) FILTER (l.phone IS NOT NULL) AS phone,
    arg_max(l.email, (l.ordered_at, l.email)) FILTER (l.email IS NOT NULL) AS email
  FROM order_line l, moment
  WHERE l.ordered_at <= moment.at AND (l.phone IS NOT NULL OR l.email IS NOT NULL)
    AND l.customer_id IN (SELECT q.customer_id FROM query_table(listed) q)
  GROUP BY l.customer_id
)
SELECT
  b.customer_id, b.customer_name, t.phone, t.email, b.last_order,
  datesub('day', b.last_order, moment.at)::INTEGER AS silence_days, b.orders, b.revenue, y.value
FROM bought b
JOIN year y ON y.customer_id = b.customer_id
LEFT JOIN told t ON t.customer_id = b.customer_id, moment;

COMMENT ON MACRO TABLE care_customers IS 'What a list of care says of each customer with a row in the table of the name given: the telephone number and e-mail address used last up to as_of (one day after the last order), orders, revenue, and as value what is at stake: what they brought in the 365 days that end with their last order.';

CREATE OR REPLACE MACRO care_silent(
  as_of := NULL, top_share := 0.2, silent_after := 2, give_up_after := 4, give_up_days := 365,
  own_gap_orders := 3, shortest_gap := 7
) AS TABLE
WITH placed AS (
  SELECT
    l.customer_id, l.silence_days, l.gap_days, l.own_gap,
    (rank() OVER (ORDER BY round(l.revenue, 6) DESC) - 1) / count(*) OVER () AS ahead
  FROM lifecycle(as_of := as_of, own_gap_orders := own_gap_orders, shortest_gap := shortest_gap) l
),
chosen AS MATERIALIZED (
  SELECT p.*
  FROM placed p
  WHERE round(p.ahead, 9) < top_share AND p.silence_days > silent_after * p.gap_days
    AND NOT (p.silence_days > give_up_after * p.gap_days AND p.silence_days > give_up_days)
)
SELECT
  c.customer_id, c.customer_name, c.phone, c.email, c.last_order, c.silence_days, p.gap_days, p.own_gap,
  p.silence_days / p.gap_days AS gaps_silent, c.last_order::DATE + round(round(p.gap_days, 6))::INTEGER AS due_on,
  c.orders, c.revenue, c.value
FROM chosen p
JOIN care_customers('chosen', as_of := as_of) c ON c.customer_id = p.customer_id
WHERE c.revenue > 0
ORDER BY c.value DESC, c.customer_id;

COMMENT ON MACRO TABLE care_silent IS 'Valuable and silent: customers among the top_share by revenue who have been silent for more than silent_after of their gaps (the median between their own orders from own_gap_orders on, else the shop''s, at least shortest_gap days) and are not given up, which is silence of more than give_up_after gaps and give_up_days days.';

CREATE OR REPLACE MACRO first_gaps(as_of := NULL) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
active AS (
  SELECT o.customer_id, o.ordered_at::DATE AS first_day, count(*)::INTEGER AS orders, min(o.order_id) AS order_id
  FROM orders o, moment
  WHERE o.customer_id IS NOT NULL AND o.ordered_at <= moment.at
  GROUP BY ALL
)
SELECT
  a.customer_id, a.first_day, a.orders, a.order_id,
  (lead(a.first_day) OVER (PARTITION BY a.customer_id ORDER BY a.first_day) - a.first_day)::INTEGER AS gap_days
FROM active a
QUALIFY row_number() OVER (PARTITION BY a.customer_id ORDER BY a.first_day) = 1;

COMMENT ON MACRO TABLE first_gaps IS 'The first day on which each customer ordered up to as_of (one day after the last order), how many orders there were that day, and the days to the next day with an order; NULL for those who have not come back.';

CREATE OR REPLACE MACRO second_order_window(as_of := NULL, window_from := 0.25, window_to := 0.75) AS TABLE
SELECT
  count(*)::INTEGER AS customers, count(f.gap_days)::INTEGER AS came_back,
  quantile_cont(f.gap_days, window_from) AS early_days, median(f.gap_days) AS median_days,
  quantile_cont(f.gap_days, window_to) AS late_days
FROM first_gaps(as_of := as_of) f;

COMMENT ON MACRO TABLE second_order_window IS 'After how many days second orders come, over the customers who came back on a later day: median and the window_from and window_to quantiles.';

CREATE OR REPLACE MACRO care_second_order(
  as_of := NULL, window_from := 0.25, window_to := 0.75, min_gaps := 10
) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
waiting AS (
  SELECT
    f.customer_id, f.order_id, f.first_day + floor(round(u.early_days, 6))::INTEGER AS due_from,
    f.first_day + round(round(u.median_days, 6))::INTEGER AS due_on,
    f.first_day + ceil(round(u.late_days, 6))::INTEGER AS due_to
  FROM first_gaps(as_of := as_of) f, second_order_window(as_of := as_of, window_from := window_from, window_to := window_to) u
  WHERE f.gap_days IS NULL AND f.orders = 1 AND u.came_back >= greatest(min_gaps, 1)
),
due AS MATERIALIZED (
  SELECT w.*, moment.at::DATE - w.due_on AS late_days
  FROM waiting w, moment
  WHERE moment.at::DATE BETWEEN w.due_from AND w.due_to
),
named AS (
  SELECT l.order_id, arg_max(coalesce(l.product, l.product_id), (l.amount, -l.line_no)) AS product
  FROM order_line l
  WHERE l.is_product AND l.order_id IN (SELECT d.order_id FROM due d)
  GROUP BY l.order_id
)
SELECT
  c.customer_id, c.customer_name, c.phone, c.email, c.last_order, c.silence_days, n.product, d.due_from, d.due_on, d.due_to,
  d.late_days::INTEGER AS late_days, c.orders, c.revenue, c.value
FROM due d
JOIN care_customers('due', as_of := as_of) c ON c.customer_id = d.customer_id
LEFT JOIN named n ON n.order_id = d.order_id
ORDER BY c.value DESC, c.customer_id;

COMMENT ON MACRO TABLE care_second_order IS 'Second order due: customers with one order so far for whom as_of falls into the days in which second orders usually come: from the window_from quantile to the window_to quantile of the days between the first day with an order and the next, over all who came back; due is the median. None below min_gaps such customers.';

CREATE OR REPLACE MACRO care_running_out(
  as_of := NULL, ahead_days := 7, overdue_days := 14, min_gaps := 10, min_again := 0.2, own_gaps := 3,
  max_spread := 10
) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
due AS MATERIALIZED (
  SELECT d.*, row_number() OVER (PARTITION BY d.customer_id ORDER BY d.due_on, d.item) AS place
  FROM product_due(
    as_of := as_of, due_since := (SELECT m.at::DATE - overdue_days::INTEGER FROM moment m),
    due_until := (SELECT m.at::DATE + ahead_days::INTEGER FROM moment m),
    min_gaps := min_gaps, min_again := min_again, own_gaps := own_gaps, max_spread := max_spread) d
),
first_due AS (
  SELECT
    d.customer_id, count(*)::INTEGER AS products,
    string_agg(d.product, ' · ' ORDER BY d.place) FILTER (d.place > 1) AS also
  FROM due d
  GROUP BY d.customer_id
)
SELECT
  c.customer_id, c.customer_name, c.phone, c.email, d.product, d.last_bought, d.last_quantity, d.rhythm, d.unit_days,
  d.due_from, d.due_on, d.due_to, (moment.at::DATE - d.due_on)::INTEGER AS late_days, f.products, f.also,
  c.last_order, c.silence_days, c.orders, c.revenue, c.value
FROM due d
JOIN first_due f ON f.customer_id = d.customer_id
JOIN care_customers('due', as_of := as_of) c ON c.customer_id = d.customer_id, moment
WHERE d.place = 1
ORDER BY c.value DESC, c.customer_id;

COMMENT ON MACRO TABLE care_running_out IS 'Running out: customers with something they have not bought again and that product_due() says is used up between overdue_days days before as_of and ahead_days after it, with the product due first, its range, and the others.';

CREATE OR REPLACE MACRO care_birthdays(as_of := NULL, ahead_days := 14, active_days := 365) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY)::DATE AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
born AS (
  SELECT p.customer_id, p.birthday, m.at, (year(m.at) - year(p.birthday))::INTEGER AS years
  FROM customer_profile(as_of := as_of) p, moment m
  WHERE p.birthday IS NOT NULL AND p.recency_days <= active_days
),
coming AS (
  SELECT
    b.customer_id, b.birthday, b.at,
    (b.birthday + to_years(b.years + ((b.birthday + to_years(b.years))::DATE < b.at)::INTEGER))::DATE AS due_on
  FROM born b
),
due AS MATERIALIZED (SELECT n.* FROM coming n WHERE n.due_on - n.at <= ahead_days)
SELECT
  c.customer_id, c.customer_name, c.phone, c.email, d.birthday, d.due_on, (d.due_on - d.at)::INTEGER AS days_ahead,
  CASE WHEN year(d.birthday) > 1900 AND year(d.due_on) - year(d.birthday) BETWEEN 10 AND 110
    THEN (year(d.due_on) - year(d.birthday))::INTEGER END AS turning,
  c.last_order, c.silence_days, c.orders, c.revenue, c.value
FROM due d
JOIN care_customers('due', as_of := as_of) c ON c.customer_id = d.customer_id
ORDER BY c.value DESC, c.customer_id;

COMMENT ON MACRO TABLE care_birthdays IS 'Birthdays from as_of to ahead_days later, of customers who bought in the active_days before; 29 February is kept on the 28th in other years. The age they reach is NULL where the year cannot be right (1900, which stands for none, or an age outside 10 to 110).';

CREATE OR REPLACE MACRO awaits_dispatch(status) AS
  regexp_matches(
    lower(status),
    '待发货|待發貨|等待卖家发货|等待发货|等待發貨|未发货|未發貨|待出货|待出貨|未出货|未出貨|备货|備貨|unshipped|unfulfilled|not shipped|to ship|processing|on[ -]hold|pending');

COMMENT ON MACRO awaits_dispatch IS 'True when a status says that the goods have not been sent yet.';

CREATE OR REPLACE MACRO care_after_sale(as_of := NULL, from_days := 7, to_days := 21) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
recent AS (
  SELECT
    l.order_id, min(l.customer_id) AS customer_id, min(l.ordered_at) AS ordered_at,
    min(coalesce(l.paid_at, l.ordered_at)) AS paid_at,
    arg_max(coalesce(l.product, l.product_id), (l.amount, -l.line_no)) FILTER (l.is_product) AS product,
    sum(l.amount - coalesce(l.refund, 0)) AS order_revenue
  FROM order_line l, moment
  WHERE l.ordered_at <= moment.at
    AND coalesce(l.paid_at, l.ordered_at) >= moment.at - to_days(to_days::INTEGER + 1)
    AND coalesce(l.paid_at, l.ordered_at) <= moment.at
  GROUP BY l.order_id
  HAVING min(l.customer_id) IS NOT NULL AND count(l.rating) = 0 AND count(l.review) = 0 AND count(l.complaint) = 0
    AND coalesce(max(l.refund), 0) <= 0 AND NOT coalesce(bool_or(awaits_dispatch(l.status)), false)
),
asked AS MATERIALIZED (
  SELECT r.*, datesub('day', r.paid_at, moment.at)::INTEGER AS days_since
  FROM recent r, moment
  WHERE datesub('day', r.paid_at, moment.at) BETWEEN from_days AND to_days
  QUALIFY row_number() OVER (PARTITION BY r.customer_id ORDER BY r.ordered_at DESC, r.order_id) = 1
)
SELECT
  c.customer_id, c.customer_name, c.phone, c.email, a.order_id, a.ordered_at, a.days_since, a.product,
  round(a.order_revenue, 6) AS order_revenue, c.last_order, c.silence_days, c.orders, c.revenue, c.value
FROM asked a
JOIN care_customers('asked', as_of := as_of) c ON c.customer_id = a.customer_id
ORDER BY c.value DESC, c.customer_id;

COMMENT ON MACRO TABLE care_after_sale IS 'To be asked how it went: customers whose order was paid (placed, where the file has no payment) from from_days to to_days before as_of, is on its way, and has no rating, review, complaint or refund; their latest such order.';

CREATE OR REPLACE MACRO names_referrer(attribute) AS
  regexp_matches(
    attribute,
    '(?i)^\s*((介绍|介紹|推荐|推薦|邀请|邀請)(人|者|会员|會員|客户|客戶|账号|帳號|手机|手機).*|谁介绍.*|誰介紹.*|referrer.*|referred[ _-]?by|introduced[ _-]?by|invited[ _-]?by|recommended[ _-]?by)\s*$');

COMMENT ON MACRO names_referrer IS 'True when the header of a column says that it names who brought the customer: 介绍人, 推荐人, 邀请人, referrer, referred by and the like.';

CREATE OR REPLACE MACRO referrer_in(words) AS
  trim(regexp_extract(
    words,
    '(?i)(?:(?:介绍|介紹|推荐|推薦|邀请|邀請)(?:人|者)?\s*[:：=]|(?:referrer|(?:referred|introduced|invited|recommended)[ _-]?by)\s*[:：=]?\s)\s*([^,;|/，；、\r\n]+)', 1));

COMMENT ON MACRO referrer_in IS 'Whom a note, tag or source names as the one who brought the customer, as in 介绍人：小熊 or referred by Anna; empty when it names nobody.';

CREATE OR REPLACE MACRO care_referrers(as_of := NULL, within_days := 90) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
texts AS (
  SELECT l.customer_id, l.note AS words FROM order_line l, moment WHERE l.note IS NOT NULL AND l.ordered_at <= moment.at
  UNION
  SELECT l.customer_id, l.tags FROM order_line l, moment WHERE l.tags IS NOT NULL AND l.ordered_at <= moment.at
  UNION
  SELECT o.customer_id, o.source FROM orders o, moment WHERE o.source IS NOT NULL AND o.ordered_at <= moment.at
  UNION
  SELECT t.customer_id, t.tag FROM customer_tag t
),
told AS (
  SELECT t.customer_id, referrer_in(t.words) AS named FROM texts t
  UNION
  SELECT e.customer_id, trim(e.value) FROM customer_extra e WHERE names_referrer(e.attribute)
),
named AS MATERIALIZED (
  SELECT p.customer_id AS newcomer, t.named, p.first_order, p.revenue
  FROM told t
  JOIN customer_profile(as_of := as_of) p ON p.customer_id = t.customer_id, moment
  WHERE t.named <> '' AND p.first_order > moment.at - to_days(within_days::INTEGER)
),
known AS (
  SELECT 1 AS position, p.customer_id AS named, p.customer_id
  FROM customer_profile(as_of := as_of) p
  WHERE p.customer_id IN (SELECT n.named FROM named n)
  UNION ALL
  SELECT 2, l.phone, min(l.customer_id)
  FROM order_line l, moment
  WHERE l.phone IN (SELECT n.named FROM named n) AND l.ordered_at <= moment.at
  GROUP BY l.phone
  HAVING count(DISTINCT l.customer_id) = 1
  UNION ALL
  SELECT 3, o.customer_name, min(o.customer_id)
  FROM orders o, moment
  WHERE o.customer_name IN (SELECT n.named FROM named n) AND o.ordered_at <= moment.at
  GROUP BY o.customer_name
  HAVING count(DISTINCT o.customer_id) = 1
),
matched AS (
  SELECT n.newcomer, n.first_order, n.revenue, k.customer_id
  FROM named n
  JOIN known k ON k.named = n.named
  WHERE k.customer_id <> n.newcomer
  QUALIFY row_number() OVER (PARTITION BY n.newcomer ORDER BY k.position, k.customer_id) = 1
),
brought AS MATERIALIZED (
  SELECT
    m.customer_id, count(*)::INTEGER AS brought, arg_max(m.newcomer, (m.first_order, m.newcomer)) AS newcomer,
    max(m.first_order)::DATE AS latest_on, round(sum(m.revenue), 6) AS brought_revenue
  FROM matched m
  GROUP BY m.customer_id
)
SELECT
  c.customer_id, c.customer_name, c.phone, c.email, b.brought, b.newcomer, b.latest_on, b.brought_revenue,
  c.last_order, c.silence_days, c.orders, c.revenue, c.value
FROM brought b
JOIN care_customers('brought', as_of := as_of) c ON c.customer_id = b.customer_id
ORDER BY c.value DESC, c.customer_id;

COMMENT ON MACRO TABLE care_referrers IS 'To be thanked for a newcomer: customers whom a column such as 介绍人 or referred by, a note, a tag or the source of a customer who first ordered in the within_days before as_of names, by id, else by telephone number or name where only one customer has it. The newcomer who came last, how many they are and what they have brought.';

CREATE OR REPLACE MACRO complaint_link(complaint) AS CASE
  WHEN regexp_matches(complaint, '(?i)物流|快递|快遞|配送|送货|送貨|发货|發貨|运输|運輸|包装|包裝|没收到|未收到|deliver|shipping|shipment|logistic|courier|parcel|not received|late') THEN 'logistics'
  WHEN regexp_matches(complaint, '(?i)描述|不符|不一致|色差|尺寸|发错|發錯|错发|錯發|not as described|description|wrong (item|product|size|colou?r)|mismatch') THEN 'description'
  WHEN regexp_matches(complaint, '(?i)服务|服務|态度|態度|客服|售后|售後|service|attitude|support|rude|staff') THEN 'service'
  WHEN regexp_matches(complaint, '(?i)质量|質量|品质|品質|破损|破損|损坏|損壞|瑕疵|坏|壞|漏|quality|broken|damaged?|defect|faulty|not work') THEN 'quality'
  ELSE 'other' END;

COMMENT ON MACRO complaint_link IS 'Which link failed by the words of a complaint: quality, service, logistics, description or other.';

CREATE OR REPLACE MACRO complaint_open(complaint, result, settled_days) AS
  NOT regexp_full_match(trim(complaint), '(?i)|无|無|没有|沒有|否|none|no|n/?a|-+')
  AND CASE
    WHEN trim(coalesce(result, '')) = '' THEN settled_days IS NULL
    WHEN regexp_matches(result, '(?i)未|没有|沒有|没解决|待|中$|处理中|處理中|进行中|進行中|\b(un|not|open|pending|in progress|no)|unsolved|unresolved') THEN true
    WHEN regexp_matches(result, '(?i)解决|解決|完成|完结|完結|结案|結案|关闭|關閉|已处理|已處理|已退|已赔|已賠|已换|已換|已补|已補|撤销|撤銷|撤诉|撤訴|和解|满意|滿意|solved|resolved|closed|settled|done|refunded|replaced|withdrawn|^(yes|是)$') THEN false
    ELSE settled_days IS NULL END;

COMMENT ON MACRO complaint_open IS 'True when there is a complaint that is not settled: its result says so, or says nothing and no days to settle are known.';

CREATE OR REPLACE MACRO care_complaints(as_of := NULL, within_days := 365) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
unanswered AS MATERIALIZED (
  SELECT
    l.customer_id, l.order_id, l.ordered_at, coalesce(l.product, l.product_id) AS product, l.amount, l.complaint,
    complaint_link(l.complaint) AS link, l.complaint_result,
    count(*) OVER (PARTITION BY l.customer_id)::INTEGER AS complaints,
    row_number() OVER (PARTITION BY l.customer_id ORDER BY l.ordered_at DESC, l.order_id, l.line_no, l.file, l.row) AS place
  FROM order_line l, moment
  WHERE l.complaint IS NOT NULL AND l.customer_id IS NOT NULL
    AND l.ordered_at <= moment.at AND l.ordered_at > moment.at - to_days(within_days::INTEGER)
    AND complaint_open(l.complaint, l.complaint_result, l.complaint_days)
)
SELECT
  c.customer_id, c.customer_name, c.phone, c.email, u.order_id, u.ordered_at, datesub('day', u.ordered_at, moment.at)::INTEGER AS days_open,
  u.complaint, u.link, u.complaint_result, u.product, u.amount, u.complaints,
  c.last_order, c.silence_days, c.orders, c.revenue, c.value
FROM unanswered u
JOIN care_customers('unanswered', as_of := as_of) c ON c.customer_id = u.customer_id, moment
WHERE u.place = 1
ORDER BY c.value DESC, c.customer_id;

COMMENT ON MACRO TABLE care_complaints IS 'Complaints to be answered: customers with one about an order of the within_days before as_of that is not settled; the latest of them, which link failed, and how many there are. Days count from the order, as files do not say when a complaint came.';

CREATE OR REPLACE MACRO care_greetings(festival_on := NULL, as_of := NULL, active_days := 365) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY)::DATE AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
active AS MATERIALIZED (
  SELECT p.customer_id FROM customer_profile(as_of := as_of) p WHERE p.recency_days <= active_days
),
people AS (
  SELECT
    c.*, c.phone IS NOT NULL OR c.email IS NOT NULL AS reachable,
    bool_or(c.phone IS NOT NULL OR c.email IS NOT NULL) OVER () AS contacts
  FROM care_customers('active', as_of := as_of) c
)
SELECT
  p.customer_id, p.customer_name, p.phone, p.email, festival_on::DATE AS due_on,
  (festival_on::DATE - moment.at)::INTEGER AS days_ahead, p.last_order, p.silence_days, p.orders, p.revenue, p.value
FROM people p, moment
WHERE p.reachable OR NOT p.contacts
ORDER BY p.value DESC, p.customer_id;

COMMENT ON MACRO TABLE care_greetings IS 'Who gets greetings on festival_on: customers who bought in the active_days before as_of and of whom a telephone number or an e-mail address is known (everyone, where the file has neither).';
