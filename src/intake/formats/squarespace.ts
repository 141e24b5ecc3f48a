import type { Format } from './format.ts';

/**
 * Squarespace orders: like Shopify's, but by Order ID and with Amount Refunded. Its Subtotal is before discounts, so lines
 * count by their price less their share of the order's discount.
 */
export const squarespace: Format = {
  id: 'squarespace',
  platform: 'squarespace',
  shape: 'carried',
  signature: {
    'Order ID': 2,
    'Amount Refunded': 3,
    'Lineitem variant': 2,
    'Financial Status': 1,
    'Lineitem quantity': 1,
    'Lineitem name': 1,
    'Lineitem price': 1,
    'Created at': 1,
    Name: -2,
    'Refunded Amount': -3,
    'Lineitem compare at price': -2,
  },
  meanings: {
    order_id: ['Order ID', 'Order Number'],
    ordered_at: ['Created at', 'Paid at'],
    paid_at: ['Paid at'],
    email: ['Email'],
    phone: ['Billing Phone', 'Shipping Phone'],
    customer_name: ['Billing Name', 'Shipping Name'],
    product_id: ['Lineitem sku'],
    product: ['Lineitem name'],
    quantity: ['Lineitem quantity'],
    unit_price: ['Lineitem price'],
    status: ['Financial Status'],
    item_status: ['Fulfillment Status'],
    cancelled_at: ['Cancelled at', 'Canceled at'],
    currency: ['Currency'],
    order_discount: ['Discount Amount'],
    order_refund: ['Amount Refunded'],
    region: ['Shipping Province', 'Billing Province', 'Shipping Country', 'Billing Country'],
    city: ['Shipping City', 'Billing City'],
    address: ['Shipping Address1', 'Billing Address1'],
    source: ['Channel Name', 'Channel Type'],
    note: ['Private Notes'],
  },
  statuses: {
    sale: ['paid', 'partially_paid', 'partially_refunded', 'pending', 'fulfilled', 'partially_fulfilled'],
    not_a_sale: ['voided', 'expired', 'failed'],
    cancelled: ['canceled', 'cancelled'],
    refunded: ['refunded'],
  },
  notProducts: {
    by: 'product',
    ids: ['GIFT CARD', 'TIP'],
    prefixes: ['GIFT CARD -', 'DIGITAL GIFT CARD'],
  },
};
