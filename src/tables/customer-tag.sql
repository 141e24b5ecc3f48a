CREATE TABLE IF NOT EXISTS customer_tag (customer_id VARCHAR, tag VARCHAR)
