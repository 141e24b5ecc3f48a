-- One row per customer with a key; guests are not in it.
SELECT
  customer_id,
  min(customer_name) AS customer_name,
  count(DISTINCT order_id)::INTEGER AS orders,
  count(*)::INTEGER AS lines,
  sum(quantity) AS units,
  sum(amount) AS amount,
  sum(coalesce(refund, 0)) AS refund,
  sum(amount - coalesce(refund, 0)) AS revenue,
  min(ordered_at) AS first_order,
  max(ordered_at) AS last_order,
  min(region) AS region,
  min(source) AS source,
  min(birthday) AS birthday,
  min(gender) AS gender
FROM order_line
WHERE customer_id IS NOT NULL
GROUP BY customer_id
