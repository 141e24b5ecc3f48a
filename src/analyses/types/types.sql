CREATE OR REPLACE MACRO customer_type_names() AS TABLE
SELECT position, type
FROM (VALUES (1, 'relationship'), (2, 'stingy'), (3, 'owner'), (4, 'task'), (5, 'rational'), (6, 'mixed'))
  names(position, type)
ORDER BY position;

COMMENT ON MACRO TABLE customer_type_names IS 'The six customer types in the order in which their rules are tried.';

CREATE OR REPLACE MACRO type_in_tag(tag) AS
  CASE
    WHEN regexp_matches(tag, '关系型|關係型|(?i)(^|[,;|/、，；])\s*relationship( type)?\s*($|[,;|/、，；])') THEN 'relationship'
    WHEN regexp_matches(tag, '吝啬型|吝嗇型|(?i)(^|[,;|/、，；])\s*(stingy|bargain hunter)( type)?\s*($|[,;|/、，；])') THEN 'stingy'
    WHEN regexp_matches(tag, '主人翁型|(?i)(^|[,;|/、，；])\s*owner(-minded)?( type)?\s*($|[,;|/、，；])') THEN 'owner'
    WHEN regexp_matches(tag, '任务型|任務型|(?i)(^|[,;|/、，；])\s*task(-minded)?( type)?\s*($|[,;|/、，；])') THEN 'task'
    WHEN regexp_matches(tag, '理智型|(?i)(^|[,;|/、，；])\s*rational( type)?\s*($|[,;|/、，；])') THEN 'rational'
    WHEN regexp_matches(tag, '综合型|綜合型|(?i)(^|[,;|/、，；])\s*mixed( type)?\s*($|[,;|/、，；])') THEN 'mixed'
  END;

COMMENT ON MACRO type_in_tag IS 'The customer type that a tag of the shop names, in Chinese or English, else NULL; the first of them when it names several.';

CREATE OR REPLACE MACRO names_friend(words) AS
  regexp_matches(
    replace(words, '朋友圈', ''),
    '朋友|好友|亲友|親友|亲戚|親戚|熟人|转介绍|轉介紹|介绍|介紹|口碑|(老客|老客户|老客戶|老顾客|老顧客|客户|客戶|顾客|顧客|会员|會員|他人)(推荐|推薦)|老客带新|老客帶新|[Ff]riend|[Rr]eferr|[Ww]ord.of.[Mm]outh');

COMMENT ON MACRO names_friend IS 'True when a source or a tag says that someone the customer knows sent or introduced them.';

CREATE OR REPLACE MACRO haggles(note) AS
  regexp_matches(
    note,
    '便宜|优惠|優惠|包邮|包郵|免邮|免運|议价|議價|讲价|講價|砍价|砍價|还价|還價|少点|少點|抹零|打折|折扣|[Dd]iscount|[Cc]heaper|[Ff]ree shipping|[Bb]argain');

COMMENT ON MACRO haggles IS 'True when a note asks for a lower price, free postage or the like.';

CREATE OR REPLACE MACRO customer_types(
  as_of := NULL, referral_sources := NULL,
  habit_orders := 2, bargain_from := 0.2, bargain_share := 0.8, bargain_returns := 0.2,
  owner_orders := 5, owner_low := 0.03, owner_high := 0.2,
  task_orders := 3, task_days := 7, task_factor := 2,
  rational_gaps := 3, rational_variation := 0.6, rational_returns := 0.05, rational_discount := 0.1
) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY) AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
placed AS (
  SELECT
    o.customer_id, o.source,
    coalesce(o.discount, 0) / nullif(o.amount + coalesce(o.discount, 0), 0) >= bargain_from AS bargain,
    (epoch_us(o.ordered_at) - lag(epoch_us(o.ordered_at)) OVER (PARTITION BY o.customer_id ORDER BY o.ordered_at, o.order_id))
      / 86400000000 AS gap
  FROM orders o, moment
  WHERE o.customer_id IS NOT NULL AND o.ordered_at <= moment.at
),
usual AS (SELECT task_factor * median(p.gap) AS silence_days FROM placed p),
bargains AS (
  SELECT p.customer_id, count(*) FILTER (p.bargain)::INTEGER AS bargain_orders
  FROM placed p
  GROUP BY p.customer_id
),
sources AS (SELECT p.customer_id, p.source FROM placed p WHERE p.gap IS NULL AND p.source IS NOT NULL),
every_source AS MATERIALIZED (SELECT DISTINCT s.source FROM sources s),
referrals AS (
  SELECT s.source
  FROM every_source s
  WHERE CASE WHEN referral_sources IS NULL THEN names_friend(s.source) ELSE list_contains(referral_sources::VARCHAR[], s.source) END
),
words AS MATERIALIZED (
  SELECT l.tags AS tag FROM order_line l WHERE l.tags IS NOT NULL
  UNION
  SELECT t.tag FROM customer_tag t WHERE t.tag IS NOT NULL
),
understood AS MATERIALIZED (SELECT w.tag, type_in_tag(w.tag) AS type, names_friend(w.tag) AS friend FROM words w),
told AS (SELECT u.tag, u.type, u.friend FROM understood u WHERE u.type IS NOT NULL OR u.friend),
tagged AS (
  SELECT b.customer_id, min(n.position) AS position, bool_or(b.friend) AS friend
  FROM (
    SELECT l.customer_id, t.type, t.friend FROM order_line l JOIN told t ON t.tag = l.tags WHERE l.tags IS NOT NULL
    UNION ALL
    SELECT c.customer_id, t.type, t.friend FROM customer_tag c JOIN told t ON t.tag = c.tag
  ) b
  LEFT JOIN customer_type_names() n ON n.type = b.type
  WHERE b.customer_id IS NOT NULL
  GROUP BY b.customer_id
),
haggling AS (
  SELECT DISTINCT l.customer_id
  FROM order_line l, moment
  WHERE l.note IS NOT NULL AND l.customer_id IS NOT NULL AND l.ordered_at <= moment.at AND haggles(l.note)
),
observed AS (
  SELECT
    c.customer_id, c.customer_name, c.orders, c.revenue, c.first_order, c.last_order, c.recency_days,
    datesub('day', c.first_order, c.last_order)::INTEGER AS span_days,
    s.source, r.source IS NOT NULL AS referred,
    CASE WHEN max(c.discount) OVER () > 0
      THEN round(coalesce(c.discount, 0) / nullif(c.amount + coalesce(c.discount, 0), 0), 9) END AS discount_share,
    CASE WHEN max(c.discount) OVER () > 0 THEN b.bargain_orders END AS bargain_orders,
    CASE WHEN max(c.refund) OVER () > 0 THEN round(c.return_rate, 9) END AS return_rate, a.customer_id IS NOT NULL AS haggles_in_notes,
    coalesce(g.gaps, 0) AS gaps, g.median_gap_days, round(g.gap_variation, 9) AS gap_variation,
    t.position AS tagged, coalesce(t.friend, false) AS friend, usual.silence_days
  FROM customer_profile(as_of := as_of) c
  JOIN bargains b ON b.customer_id = c.customer_id
  LEFT JOIN customer_gaps(as_of := as_of) g ON g.customer_id = c.customer_id
  LEFT JOIN sources s ON s.customer_id = c.customer_id
  LEFT JOIN referrals r ON r.source = s.source
  LEFT JOIN tagged t ON t.customer_id = c.customer_id
  LEFT JOIN haggling a ON a.customer_id = c.customer_id, usual
),
reasoned AS (
  SELECT
    o.*,
    CASE
      WHEN o.tagged IS NOT NULL THEN 'tag'
      WHEN o.referred THEN 'source'
      WHEN o.friend THEN 'friend'
      WHEN o.orders >= habit_orders AND o.bargain_orders > 0 AND round(o.bargain_orders / o.orders, 9) >= bargain_share THEN 'bargains'
      WHEN o.haggles_in_notes AND o.return_rate > bargain_returns THEN 'bargaining'
      WHEN o.orders >= owner_orders AND o.discount_share >= owner_low AND o.discount_share <= owner_high THEN 'compares'
      WHEN o.orders = 1 AND o.recency_days > o.silence_days THEN 'one_order'
      WHEN o.orders > 1 AND o.orders <= task_orders AND o.span_days <= task_days AND o.recency_days > o.silence_days THEN 'few_days'
      WHEN o.gaps >= rational_gaps AND o.gap_variation <= rational_variation
        AND coalesce(o.return_rate, 0) <= rational_returns AND coalesce(o.discount_share, 0) <= rational_discount THEN 'regular'
      WHEN o.orders <= 1 THEN 'new'
      ELSE 'none'
    END AS reason
  FROM observed o
)
SELECT
  r.customer_id, r.customer_name,
  CASE r.reason
    WHEN 'tag' THEN n.type
    WHEN 'source' THEN 'relationship' WHEN 'friend' THEN 'relationship'
    WHEN 'bargains' THEN 'stingy' WHEN 'bargaining' THEN 'stingy'
    WHEN 'compares' THEN 'owner'
    WHEN 'one_order' THEN 'task' WHEN 'few_days' THEN 'task'
    WHEN 'regular' THEN 'rational'
    ELSE 'mixed'
  END AS type,
  r.reason, r.orders, r.revenue, r.first_order, r.last_order, r.recency_days, r.span_days, r.source,
  r.bargain_orders, r.discount_share, r.return_rate, r.median_gap_days, r.gap_variation, r.silence_days
FROM reasoned r
LEFT JOIN customer_type_names() n ON n.position = r.tagged
ORDER BY r.customer_id;

COMMENT ON MACRO TABLE customer_types IS 'Which of six types is each customer, by the first rule that holds, and why (reason): relationship (first source names a friend, or is in referral_sources, or a tag says friend), stingy (habit_orders or more, bargain_share of them with bargain_from or more off the price; or haggles in notes and returns more than bargain_returns), owner (owner_orders or more, discounts of owner_low to owner_high), task (one order, or up to task_orders within task_days, then silence of over task_factor times the usual gap of the shop), rational (rational_gaps gaps that vary by rational_variation at most, returns up to rational_returns, discounts up to rational_discount), else mixed. A tag of the shop that names a type overrules all.';

CREATE OR REPLACE MACRO type_summary(
  as_of := NULL, referral_sources := NULL,
  habit_orders := 2, bargain_from := 0.2, bargain_share := 0.8, bargain_returns := 0.2,
  owner_orders := 5, owner_low := 0.03, owner_high := 0.2,
  task_orders := 3, task_days := 7, task_factor := 2,
  rational_gaps := 3, rational_variation := 0.6, rational_returns := 0.05, rational_discount := 0.1
) AS TABLE
WITH typed AS (
  FROM customer_types(
    as_of := as_of, referral_sources := referral_sources, habit_orders := habit_orders, bargain_from := bargain_from,
    bargain_share := bargain_share, bargain_returns := bargain_returns, owner_orders := owner_orders,
    owner_low := owner_low, owner_high := owner_high, task_orders := task_orders, task_days := task_days,
    task_factor := task_factor, rational_gaps := rational_gaps, rational_variation := rational_variation,
    rational_returns := rational_returns, rational_discount := rational_discount)
)
SELECT
  n.position, n.type,
  count(t.customer_id)::INTEGER AS customers,
  count(t.customer_id) / nullif(sum(count(t.customer_id)) OVER (), 0) AS customer_share,
  coalesce(sum(t.orders), 0)::INTEGER AS orders,
  coalesce(sum(t.revenue), 0) AS revenue,
  coalesce(sum(t.revenue), 0) / nullif(sum(sum(t.revenue)) OVER (), 0) AS revenue_share,
  avg(t.revenue) AS mean_revenue, avg(t.orders) AS mean_orders, avg(t.discount_share) AS mean_discount_share,
  avg(t.return_rate) AS mean_return_rate,
  count(t.customer_id) FILTER (t.reason = 'tag')::INTEGER AS by_tag,
  max(max(t.silence_days)) OVER () AS silence_days
FROM customer_type_names() n
LEFT JOIN typed t ON t.type = n.type
GROUP BY n.position, n.type
ORDER BY n.position;

COMMENT ON MACRO TABLE type_summary IS 'How many customers are of each of the six types and what they bring: customers, orders, revenue, shares and means, how many a tag of the shop placed there, and the silence in days that the rule of task waits for; a row for every type; parameters as in customer_types.';
