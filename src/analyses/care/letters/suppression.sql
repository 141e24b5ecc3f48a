CREATE OR REPLACE MACRO opts_out(words) AS
  regexp_matches(
    regexp_replace(words, '拒收(过|過|包裹|快递|快遞|货|貨|件|订单|訂單)', '', 'g'),
    '勿扰|勿擾|免打扰|免打擾|拒收|退订|退訂|(请勿|請勿|不要|拒绝|拒絕|不再)(联系|聯繫|聯絡|联络|打扰|打擾|营销|行銷|推销|推銷)|(?i)\b(opt(s|ed)?[ _-]?out|unsubscribed?|no[ _-]marketing|do[ _-]not[ _-](contact|disturb|call|mail|e-?mail|text))\b');

COMMENT ON MACRO opts_out IS 'True when a tag says that the customer wants no letters: 勿扰, 免打扰, 拒收 (but not of a parcel), 退订, 不要联系 and the like, opted out, unsubscribed, do not contact.';

CREATE OR REPLACE MACRO declines_marketing(attribute, value) AS
  regexp_matches(attribute, '(?i)accepts?[ _-]*(e-?mail |sms )?marketing|marketing[ _-]*(consent|opt[ _-]?in)|newsletter|接受(营销|行銷|推广|推廣|订阅|訂閱)')
  AND regexp_full_match(trim(value), '(?i)no|n|false|0|否|不|不同意');

COMMENT ON MACRO declines_marketing IS 'True when a column such as Accepts Marketing, of which this is the header and the value, says no.';

CREATE OR REPLACE MACRO care_suppressed(list := '', as_of := NULL, quiet_days := 30) AS TABLE
WITH moment AS (
  SELECT coalesce(as_of::TIMESTAMP, l.last_order + INTERVAL 1 DAY)::DATE AS at
  FROM (SELECT max(ordered_at) AS last_order FROM orders) l
),
told AS (
  SELECT u.tag
  FROM (
    SELECT l.tags AS tag FROM order_line l WHERE l.tags IS NOT NULL
    UNION
    SELECT t.tag FROM customer_tag t WHERE t.tag IS NOT NULL
  ) u
  WHERE opts_out(u.tag)
),
written AS (
  SELECT c.customer_id, max(c.contacted_on) AS contacted_on, arg_max(c.list, (c.contacted_on, c.list)) AS contacted_for
  FROM customer_contact c, moment
  WHERE c.contacted_on <= moment.at AND c.contacted_on > moment.at - quiet_days::INTEGER
    AND (list <> 'complaints' OR c.list = 'complaints')
  GROUP BY c.customer_id
),
reasons AS (
  SELECT 1 AS position, o.customer_id, 'opted_out' AS reason, NULL::DATE AS contacted_on, NULL::VARCHAR AS contacted_for
  FROM customer_opt_out o
  WHERE list <> 'complaints'
  UNION ALL
  SELECT 2, l.customer_id, 'tagged', NULL, NULL FROM order_line l JOIN told t ON t.tag = l.tags WHERE list <> 'complaints'
  UNION ALL
  SELECT 2, c.customer_id, 'tagged', NULL, NULL FROM customer_tag c JOIN told t ON t.tag = c.tag WHERE list <> 'complaints'
  UNION ALL
  SELECT 3, e.customer_id, 'declined', NULL, NULL
  FROM customer_extra e
  WHERE list <> 'complaints' AND declines_marketing(e.attribute, e.value)
  UNION ALL
  SELECT 4, w.customer_id, 'contacted', w.contacted_on, w.contacted_for FROM written w
)
SELECT r.customer_id, r.reason, r.contacted_on, r.contacted_for
FROM reasons r
WHERE r.customer_id IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY r.customer_id ORDER BY r.position) = 1
ORDER BY r.customer_id;

COMMENT ON MACRO TABLE care_suppressed IS 'Who is not to be written to on as_of (one day after the last order): those in customer_opt_out, those whose tags say so, those of whom a column such as Accepts Marketing says no, and those contacted in the last quiet_days, each with the first reason that holds. For the list complaints only letters about complaints count: an answer is owed to everyone.';
