SELECT customer_id, attribute, value, max(ordered_at) AS ordered_at
FROM (
  SELECT customer_id, ordered_at, unnest(map_keys(extra)) AS attribute, unnest(map_values(extra)) AS value
  FROM order_line
  WHERE extra IS NOT NULL AND customer_id IS NOT NULL
)
WHERE value IS NOT NULL
GROUP BY customer_id, attribute, value
