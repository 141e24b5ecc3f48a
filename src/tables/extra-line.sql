SELECT u.customer_id, u.attribute, u.value, max(u.ordered_at) AS ordered_at
FROM (
  SELECT customer_id, ordered_at, unnest(map_keys(extra)) AS attribute, unnest(map_values(extra)) AS value
  FROM order_line
  WHERE extra IS NOT NULL AND customer_id IS NOT NULL
) u
WHERE u.value IS NOT NULL
GROUP BY u.customer_id, u.attribute, u.value
