-- One row per order: when, by whom, how many lines and units, and what it brought.
SELECT
  order_id,
  min(ordered_at) AS ordered_at,
  min(customer_id) AS customer_id,
  count(*)::INTEGER AS lines,
  sum(quantity) AS units,
  sum(amount) AS amount,
  sum(coalesce(refund, 0)) AS refund,
  sum(amount - coalesce(refund, 0)) AS revenue,
  sum(discount) AS discount,
  sum(cost) AS cost,
  min(region) AS region,
  min(source) AS source
FROM order_line
GROUP BY order_id
