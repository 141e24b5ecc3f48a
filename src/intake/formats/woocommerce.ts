import type { Format, StatusWords } from './format.ts';

/** On-hold orders wait for a bank transfer and count as sales, as in WooCommerce's own reports. */
const statuses: StatusWords = {
  sale: ['completed', 'processing', 'on-hold', 'wc-completed', 'wc-processing', 'wc-on-hold'],
  not_a_sale: [
    'pending',
    'failed',
    'checkout-draft',
    'auto-draft',
    'draft',
    'trash',
    'wc-pending',
    'wc-failed',
    'wc-checkout-draft',
    'pending payment',
  ],
  cancelled: ['cancelled', 'wc-cancelled', 'canceled'],
  refunded: ['refunded', 'wc-refunded'],
};

/**
 * WooCommerce Analytics, Orders: a row per order, what was bought in one cell (`2× Mug, 1× Tea towel`). Net Sales leaves
 * postage and tax out; the formatted revenue beside it may hold them. Lines have no prices, so they share it by their
 * pieces. Customers are display names only.
 */
export const wooAnalytics: Format = {
  id: 'woo-analytics',
  platform: 'woocommerce',
  shape: 'order',
  signature: {
    Date: 1,
    'Order #': 2,
    'N. Revenue (formatted)': 3,
    Status: 1,
    Customer: 1,
    'Customer type': 1,
    'Product(s)': 3,
    'Items sold': 1,
    'Coupon(s)': 1,
    'Net Sales': 1,
  },
  meanings: {
    order_id: ['Order #', 'Order number'],
    ordered_at: ['Date'],
    customer_name: ['Customer'],
    order_amount: ['Net Sales', 'N. Revenue', 'N. Revenue (formatted)'],
    order_total: ['Total sales', 'Order total', 'Total', 'N. Revenue (formatted)'],
    status: ['Status'],
    source: ['Attribution', 'Origin'],
    quantity: ['Items sold'],
  },
  packed: {
    between: ',',
    starts: '\\s*\\d+\\s*[×x]\\s',
    headers: 'Product(s)',
    fields: { quantity: '^(\\d+)\\s*[×x]\\s', product: '^\\d+\\s*[×x]\\s+(.*)$' },
  },
  statuses,
};

/**
 * WebToffee's order export for WooCommerce: a row per order with a column for each of its lines, `name:…|sku:…|total:…`,
 * whose total is after discounts and without tax. Customer 0 buys as a guest and is known by e-mail.
 */
export const webtoffee: Format = {
  id: 'woo-webtoffee',
  platform: 'woocommerce',
  shape: 'line',
  signature: {
    order_id: 1,
    order_number: 1,
    order_date: 1,
    paid_date: 1,
    order_currency: 2,
    order_total: 1,
    customer_email: 1,
    billing_email: 1,
    line_item_1: 3,
    wt_import_key: 2,
    shipping_items: 1,
    payment_method_title: 1,
  },
  meanings: {
    order_id: ['order_id', 'order_number'],
    ordered_at: ['order_date', 'paid_date'],
    paid_at: ['paid_date'],
    customer_id: ['customer_id', 'customer_user'],
    email: ['customer_email', 'billing_email'],
    phone: ['billing_phone', 'shipping_phone'],
    customer_name: ['billing_first_name', 'shipping_first_name'],
    product: ['item_name', 'product_name'],
    product_id: ['item_sku', 'item_product_id'],
    quantity: ['item_quantity'],
    amount: ['item_total', 'order_total'],
    order_refund: ['refund_items'],
    status: ['status', 'order_status'],
    currency: ['order_currency'],
    region: ['shipping_state', 'billing_state', 'shipping_country', 'billing_country'],
    city: ['shipping_city', 'billing_city'],
    address: ['shipping_address_1', 'billing_address_1'],
    source: ['meta:_wc_order_attribution_utm_source', 'meta:_wc_order_attribution_source_type'],
    note: ['customer_note'],
  },
  packed: {
    between: ';',
    starts: '\\s*name:',
    headers: 'line_item_',
    fields: {
      product: '^name:(.*?)\\|(?:product_id|sku|quantity|total):',
      product_id: '\\|sku:([^|]*)',
      quantity: '\\|quantity:([^|]*)',
      amount: '\\|total:([^|]*)',
    },
  },
  sums: { order_refund: 'amount:-?([\\d.]+)' },
  guests: ['0'],
  statuses,
};
