CREATE OR REPLACE MACRO customer_numbers() AS TABLE
SELECT row_number() OVER (ORDER BY c.customer_id)::INTEGER AS number, c.customer_id, c.customer_name
FROM customers c
ORDER BY number;

COMMENT ON MACRO TABLE customer_numbers IS 'Which number stands for each customer in addresses and while presenting: the place in the order of ids.';
