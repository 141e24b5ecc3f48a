import type { Format } from './format.ts';

/**
 * Shopify orders_export: a row per line item; the order's own cells stand on its first row only. Subtotal is what the
 * goods came to after every discount and before postage, which the lines share; unpaid orders (`pending`) count as sales,
 * as in the shop's own reports. Orders without an e-mail address are known by their phone number.
 */
export const shopify: Format = {
  id: 'shopify',
  platform: 'shopify',
  shape: 'carried',
  signature: {
    Name: 1,
    'Financial Status': 2,
    'Lineitem quantity': 2,
    'Lineitem name': 2,
    'Lineitem price': 2,
    'Created at': 1,
    'Refunded Amount': 1,
    'Discount Amount': 1,
    'Cancelled at': 1,
    'Order ID': -2,
    'Amount Refunded': -3,
    'Lineitem variant': -2,
  },
  meanings: {
    order_id: ['Name', 'Order Name', 'Order Number'],
    ordered_at: ['Created at', 'Paid at', 'Processed at'],
    email: ['Email'],
    phone: ['Phone', 'Billing Phone', 'Shipping Phone'],
    customer_name: ['Billing Name', 'Shipping Name'],
    product_id: ['Lineitem sku'],
    product: ['Lineitem name'],
    quantity: ['Lineitem quantity'],
    unit_price: ['Lineitem price'],
    discount: ['Lineitem discount'],
    status: ['Financial Status'],
    cancelled_at: ['Cancelled at', 'Canceled at'],
    currency: ['Currency'],
    order_amount: ['Subtotal'],
    order_discount: ['Discount Amount'],
    order_refund: ['Refunded Amount'],
    region: [
      'Shipping Province',
      'Billing Province',
      'Shipping Province Name',
      'Billing Province Name',
      'Shipping Country',
      'Billing Country',
    ],
    city: ['Shipping City', 'Billing City'],
    address: ['Shipping Street', 'Shipping Address1', 'Billing Street', 'Billing Address1'],
    source: ['Source', 'Source Name'],
    note: ['Notes'],
    tags: ['Tags'],
  },
  statuses: {
    sale: ['paid', 'partially_paid', 'partially_refunded', 'authorized', 'pending'],
    not_a_sale: ['voided', 'expired'],
    refunded: ['refunded'],
  },
  notProducts: {
    by: 'product',
    ids: ['GIFT CARD', 'E-GIFT CARD', 'TIP', 'SHIPPING PROTECTION', 'SHIPPING INSURANCE'],
    prefixes: [
      'GIFT CARD -',
      'GIFT CARD |',
      'E-GIFT CARD -',
      'DIGITAL GIFT CARD',
      'ROUTE SHIPPING',
      'SHIPPING PROTECTION BY',
    ],
  },
};
