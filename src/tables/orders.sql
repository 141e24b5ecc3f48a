-- One row per order: when, by whom, how many lines and units, and what it brought. An order has one customer: where its
-- lines name several, the first in the order of their keys.
SELECT
  order_id,
  min(ordered_at) AS ordered_at,
  min(customer_id) AS customer_id,
  min(customer_name) AS customer_name,
  count(*)::INTEGER AS lines,
  sum(quantity) AS units,
  sum(amount) AS amount,
  sum(coalesce(refund, 0)) AS refund,
  sum(amount - coalesce(refund, 0)) AS revenue,
  sum(discount) AS discount,
  sum(cost) AS cost,
  min(region) AS region,
  min(source) AS source,
  min(birthday) AS birthday,
  min(gender) AS gender
FROM order_line
GROUP BY order_id
