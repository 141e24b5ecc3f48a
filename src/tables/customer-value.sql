CREATE TABLE IF NOT EXISTS customer_value (
  customer_id VARCHAR, customer_name VARCHAR, segment VARCHAR, x INTEGER, t_x DOUBLE, age DOUBLE,
  last_order TIMESTAMP, revenue DOUBLE, basis VARCHAR, horizon_days INTEGER, p_alive DOUBLE,
  expected_orders_30 DOUBLE, expected_orders_90 DOUBLE, expected_orders_365 DOUBLE,
  expected_orders DOUBLE, expected_orders_low DOUBLE, expected_orders_high DOUBLE,
  expected_spend DOUBLE, expected_revenue DOUBLE, clv DOUBLE
)
