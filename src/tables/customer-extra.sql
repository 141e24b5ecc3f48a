-- One row per customer and further column of the file that says something of them: the value of the latest order that has
-- one, and how many different ones there are.
SELECT
  e.customer_id, e.attribute, arg_max(e.value, (e.ordered_at, e.value)) AS value,
  count(DISTINCT e.value)::INTEGER AS different_values
FROM extra_line e
GROUP BY e.customer_id, e.attribute
