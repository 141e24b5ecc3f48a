CREATE TABLE IF NOT EXISTS customer_opt_out (customer_id VARCHAR)
