import type { Format, StatusWords } from './format.ts';

const statuses: StatusWords = {
  sale: ['paid', 'processing', 'open', 'shipped', 'completed', 'delivered', 'partially refunded'],
  not_a_sale: ['unpaid', 'payment processing', 'payment pending', 'awaiting payment'],
  cancelled: ['canceled', 'cancelled'],
  refunded: ['refunded', 'fully refunded'],
};

/** Etsy writes months before days in every country's files. */
const dayFirst = false;

/**
 * Etsy's sold order items: a row per listing sold. The discount of an order stands on its first row, so it is shared out;
 * `Item Total` is before discounts.
 */
export const etsyItems: Format = {
  id: 'etsy-items',
  platform: 'etsy',
  shape: 'line',
  dayFirst,
  signature: {
    'Sale Date': 1,
    'Item Name': 2,
    Buyer: 1,
    'Item Total': 2,
    'Transaction ID': 1,
    'Listing ID': 3,
    'Order ID': 1,
    'Order Shipping': 1,
    Variations: 1,
    'Discount Amount': 1,
    'Order Value': -5,
  },
  meanings: {
    order_id: ['Order ID'],
    line_id: ['Transaction ID'],
    ordered_at: ['Sale Date', 'Date Paid'],
    paid_at: ['Date Paid'],
    customer_id: ['Buyer', 'Buyer User ID'],
    customer_name: ['Ship Name'],
    address: ['Ship Address1', 'Ship Address 1'],
    product_id: ['SKU', 'Listing ID'],
    product: ['Item Name'],
    quantity: ['Quantity'],
    unit_price: ['Price'],
    order_discount: ['Discount Amount'],
    currency: ['Currency'],
    region: ['Ship Country', 'Ship State'],
    city: ['Ship City'],
    source: ['Order Type'],
  },
  statuses,
  ordersIn: 'etsy-orders',
};

/** Etsy's sold orders: a row per order, without its items. `Order Value` is the goods before discounts. */
export const etsyOrders: Format = {
  id: 'etsy-orders',
  platform: 'etsy',
  shape: 'order',
  dayFirst,
  signature: {
    'Sale Date': 1,
    'Order ID': 1,
    'Buyer User ID': 2,
    'Full Name': 1,
    'Number of Items': 2,
    'Order Value': 3,
    'Order Total': 1,
    'Order Net': 2,
    'Discount Amount': 1,
    'Listing ID': -5,
  },
  meanings: {
    order_id: ['Order ID'],
    ordered_at: ['Sale Date'],
    customer_id: ['Buyer User ID', 'Buyer'],
    customer_name: ['Full Name', 'Buyer'],
    address: ['Street 1'],
    quantity: ['Number of Items'],
    amount: ['Order Value'],
    order_discount: ['Discount Amount'],
    status: ['Status'],
    currency: ['Currency'],
    region: ['Ship Country', 'Ship State'],
    city: ['Ship City'],
    source: ['Order Type'],
  },
  statuses,
};
