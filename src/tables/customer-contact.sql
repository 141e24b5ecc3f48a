CREATE TABLE IF NOT EXISTS customer_contact (customer_id VARCHAR, contacted_on DATE, list VARCHAR)
