-- One row per customer with a key; guests are not in it.
SELECT
  customer_id,
  min(customer_name) AS customer_name,
  count(*)::INTEGER AS orders,
  sum(lines)::INTEGER AS lines,
  sum(units) AS units,
  sum(amount) AS amount,
  sum(refund) AS refund,
  sum(revenue) AS revenue,
  min(ordered_at) AS first_order,
  max(ordered_at) AS last_order,
  min(region) AS region,
  min(source) AS source,
  min(birthday) AS birthday,
  min(gender) AS gender
FROM orders
WHERE customer_id IS NOT NULL
GROUP BY customer_id
