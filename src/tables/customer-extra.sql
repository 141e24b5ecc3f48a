-- One row per customer and further column of the file that says something of them: the value of the latest order that has
-- one, and how many different ones there are.
SELECT customer_id, attribute, arg_max(value, (ordered_at, value)) AS value, count(DISTINCT value)::INTEGER AS different_values
FROM extra_line
GROUP BY customer_id, attribute
