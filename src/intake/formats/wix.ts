import type { Format } from './format.ts';

/**
 * Wix Stores orders: a row per item, the cells of the order repeated on each. Lines count by their price, since Total has
 * postage and tax in it and the export does not say what coupons took off. Date and time stand in two columns; the second
 * set of Delivery headers is the billing address. What was given back is of the order.
 */
export const wix: Format = {
  id: 'wix',
  platform: 'wix',
  shape: 'carried',
  signature: {
    'Order number': 1,
    'Date created': 2,
    Time: 1,
    'Contact email': 2,
    Item: 1,
    Variant: 1,
    Qty: 1,
    'Quantity refunded': 2,
    'Payment status': 1,
    'Refunded amount': 1,
    'Net amount': 1,
    'Total order quantity': 1,
  },
  meanings: {
    order_id: ['Order number', 'Order no.'],
    ordered_at: ['Date created', 'Order date'],
    time: ['Time'],
    email: ['Contact email', 'Billing email'],
    phone: ['Recipient phone', 'Billing phone'],
    customer_name: ['Billing name', 'Recipient name'],
    product: ['Item', 'Item name'],
    product_id: ['SKU'],
    quantity: ['Qty'],
    returned: ['Quantity refunded'],
    unit_price: ['Price'],
    order_refund: ['Refunded amount'],
    status: ['Payment status'],
    item_status: ['Fulfillment status'],
    currency: ['Currency'],
    region: ['Delivery state name', 'Delivery state', 'Delivery country', 'Billing state', 'Billing country'],
    city: ['Delivery city', 'Billing city'],
    address: ['Delivery address', 'Billing address'],
    note: ['Note from customer'],
  },
  statuses: {
    sale: [
      'paid',
      'partially paid',
      'partially refunded',
      'fulfilled',
      'not fulfilled',
      'partially fulfilled',
    ],
    not_a_sale: ['unpaid', 'not paid', 'pending', 'pending merchant', 'declined', 'authorized', 'expired'],
    cancelled: ['canceled', 'cancelled', 'voided'],
    refunded: ['refunded', 'fully refunded'],
  },
};
