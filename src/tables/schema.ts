/** A column of `order_line`: its DuckDB type and whether every row has a value. */
export interface OrderLineColumn {
  name: string;
  type:
    'VARCHAR' | 'DOUBLE' | 'INTEGER' | 'BIGINT' | 'TIMESTAMP' | 'DATE' | 'BOOLEAN' | 'MAP(VARCHAR, VARCHAR)';
  always: boolean;
}

const column = (name: string, type: OrderLineColumn['type'], always = false): OrderLineColumn => ({
  name,
  type,
  always,
});

/**
 * The public table every analysis reads: one row per sold line. Ids are text; money is DOUBLE in the file's currency;
 * `amount` is the line's net sales after its discounts and before `refund`. `is_product` is false for postage and fees.
 * `extra` holds columns of the file that nothing else takes, by their header. `row` is the line's row in `file`, the
 * header being row 1. Stable: users' SQL depends on these names.
 */
export const ORDER_LINE: readonly OrderLineColumn[] = [
  column('order_id', 'VARCHAR', true),
  column('line_no', 'INTEGER', true),
  column('ordered_at', 'TIMESTAMP'),
  column('customer_id', 'VARCHAR'),
  column('customer_name', 'VARCHAR'),
  column('product_id', 'VARCHAR'),
  column('product', 'VARCHAR'),
  column('category', 'VARCHAR'),
  column('quantity', 'DOUBLE', true),
  column('unit_price', 'DOUBLE'),
  column('amount', 'DOUBLE'),
  column('discount', 'DOUBLE'),
  column('cost', 'DOUBLE'),
  column('refund', 'DOUBLE'),
  column('status', 'VARCHAR'),
  column('item_status', 'VARCHAR'),
  column('region', 'VARCHAR'),
  column('city', 'VARCHAR'),
  column('source', 'VARCHAR'),
  column('rating', 'DOUBLE'),
  column('review', 'VARCHAR'),
  column('birthday', 'DATE'),
  column('gender', 'VARCHAR'),
  column('email', 'VARCHAR'),
  column('phone', 'VARCHAR'),
  column('address', 'VARCHAR'),
  column('note', 'VARCHAR'),
  column('tags', 'VARCHAR'),
  column('paid_at', 'TIMESTAMP'),
  column('complaint', 'VARCHAR'),
  column('complaint_result', 'VARCHAR'),
  column('complaint_days', 'DOUBLE'),
  column('extra', 'MAP(VARCHAR, VARCHAR)'),
  column('is_product', 'BOOLEAN', true),
  column('platform', 'VARCHAR'),
  column('file', 'VARCHAR', true),
  column('row', 'BIGINT', true),
];

/** The account of what was not kept: one row per line left out, with the value that decided it. */
export const LEFT_OUT: readonly OrderLineColumn[] = [
  column('file', 'VARCHAR', true),
  column('row', 'BIGINT', true),
  column('reason', 'VARCHAR', true),
  column('column', 'VARCHAR'),
  column('value', 'VARCHAR'),
  column('order_id', 'VARCHAR'),
  column('amount', 'DOUBLE'),
];
