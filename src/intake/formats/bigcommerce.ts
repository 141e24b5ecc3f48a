import type { Format } from './format.ts';

/**
 * BigCommerce orders: a row per order, its goods in one cell of texts (`Product ID: 77, Product Qty: 2, … | Product ID: …`).
 * The subtotal without tax is shared out among them by price; it is before coupons, of which the export names no amount.
 * Customer 0 buys as a guest and is known by e-mail.
 */
export const bigcommerce: Format = {
  id: 'bigcommerce',
  platform: 'bigcommerce',
  shape: 'order',
  signature: {
    'Order ID': 1,
    'Customer ID': 1,
    'Customer Email': 1,
    'Order Date': 1,
    'Order Status': 1,
    'Subtotal (inc tax)': 2,
    'Subtotal (ex tax)': 1,
    'Order Total (inc tax)': 2,
    'Order Total (ex tax)': 1,
    'Total Quantity': 1,
    'Product Details': 3,
  },
  meanings: {
    order_id: ['Order ID'],
    ordered_at: ['Order Date', 'Date'],
    time: ['Order Time'],
    customer_id: ['Customer ID'],
    email: ['Customer Email', 'Billing Email', 'Shipping Email'],
    phone: ['Customer Phone', 'Billing Phone', 'Shipping Phone'],
    customer_name: ['Customer Name', 'Billing Name', 'Shipping Name'],
    order_amount: [
      'Subtotal (ex tax)',
      'Subtotal (inc tax)',
      'Order Total (ex tax)',
      'Order Total (inc tax)',
    ],
    order_refund: ['Refund Amount'],
    quantity: ['Total Quantity'],
    status: ['Order Status', 'Merchant-defined Order Status'],
    currency: ['Order Currency Code'],
    region: ['Shipping State', 'Billing State', 'Shipping Country', 'Billing Country'],
    city: ['Shipping Suburb', 'Billing Suburb', 'Shipping City'],
    address: ['Shipping Street 1', 'Billing Street 1'],
    source: ['Order Source', 'Channel Name'],
    note: ['Order Notes'],
  },
  packed: {
    between: '|',
    starts: '\\s*Product ID:',
    headers: 'Product Details',
    fields: {
      product: 'Product Name: (.*?)\\s*(?:, Product [A-Z][A-Za-z ]*:|$)',
      product_id: 'Product SKU: (.*?)\\s*(?:, Product [A-Z][A-Za-z ]*:|$)',
      quantity: 'Product Qty: ([\\d.]+)',
      unit_price: 'Product Unit Price: (.*?)\\s*(?:, Product [A-Z][A-Za-z ]*:|$)',
    },
  },
  guests: ['0'],
  statuses: {
    sale: [
      'completed',
      'shipped',
      'partially shipped',
      'awaiting fulfillment',
      'awaiting shipment',
      'awaiting pickup',
      'partially refunded',
      'disputed',
    ],
    not_a_sale: ['incomplete', 'pending', 'awaiting payment', 'manual verification required', 'declined'],
    cancelled: ['cancelled', 'canceled'],
    refunded: ['refunded'],
  },
};
