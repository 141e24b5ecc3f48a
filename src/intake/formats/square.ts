import type { Format } from './format.ts';

/**
 * Square's items detail: a row per item sold, with `Net Sales` after discounts and before tax. Refunds are rows of their
 * own below zero, in a transaction of their own. Who is not in the directory has no customer.
 */
export const square: Format = {
  id: 'square',
  platform: 'square',
  shape: 'line',
  signature: {
    'Time Zone': 2,
    Item: 1,
    Qty: 1,
    'Price Point Name': 3,
    'Modifiers Applied': 2,
    'Gross Sales': 1,
    'Net Sales': 2,
    'Transaction ID': 1,
    'Payment ID': 1,
    'Event Type': 2,
    'Dining Option': 1,
  },
  meanings: {
    order_id: ['Transaction ID'],
    ordered_at: ['Date'],
    time: ['Time'],
    customer_id: ['Customer ID', 'Customer Reference ID'],
    customer_name: ['Customer Name'],
    category: ['Category'],
    product_id: ['SKU', 'GTIN'],
    product: ['Item'],
    quantity: ['Qty', 'Count'],
    amount: ['Net Sales'],
    discount: ['Discounts'],
    status: ['Event Type'],
    note: ['Notes'],
    source: ['Channel'],
  },
  statuses: { sale: ['payment', 'refund'] },
};
