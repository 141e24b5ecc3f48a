-- One row per product; postage and fees are in it with is_product = false.
SELECT
  product_id,
  min(product) AS product,
  min(category) AS category,
  count(DISTINCT order_id)::INTEGER AS orders,
  count(DISTINCT customer_id)::INTEGER AS customers,
  count(*)::INTEGER AS lines,
  sum(quantity) AS units,
  sum(amount) AS amount,
  sum(coalesce(refund, 0)) AS refund,
  sum(amount - coalesce(refund, 0)) AS revenue,
  min(ordered_at) AS first_sold,
  max(ordered_at) AS last_sold,
  bool_and(is_product) AS is_product
FROM order_line
WHERE product_id IS NOT NULL
GROUP BY product_id
