import type { Format } from './format.ts';

/**
 * TikTok Shop's orders: a row per SKU, below a row that describes the columns. A line sells for its price less what the
 * shop takes off, for TikTok pays its own discount to the shop. A return that was asked for says nothing yet; what was
 * given back stands in the order's refund amount.
 */
export const tiktokShop: Format = {
  id: 'tiktok-shop',
  platform: 'tiktok',
  shape: 'line',
  signature: {
    'Order ID': 1,
    'Order Substatus': 2,
    'Cancelation/Return Type': 2,
    'Seller SKU': 1,
    'SKU Unit Original Price': 3,
    'SKU Subtotal Before Discount': 3,
    'SKU Seller Discount': 2,
    'Order Amount': 1,
    'Created Time': 1,
    'Buyer Username': 1,
  },
  meanings: {
    order_id: ['Order ID'],
    ordered_at: ['Created Time', 'Paid Time'],
    paid_at: ['Paid Time'],
    customer_id: ['Buyer Username'],
    customer_name: ['Recipient', 'Buyer Nickname'],
    phone: ['Phone #'],
    address: ['Detail Address', 'Address Line 1'],
    category: ['Product Category'],
    product_id: ['Seller SKU', 'SKU ID'],
    product: ['Product Name'],
    quantity: ['Quantity'],
    returned: ['Sku Quantity of return'],
    unit_price: ['SKU Unit Original Price'],
    discount: ['SKU Seller Discount'],
    order_refund: ['Order Refund Amount'],
    status: ['Order Status'],
    item_status: ['Cancelation/Return Type', 'Cancellation/Return Type'],
    region: ['Province', 'State', 'Country'],
    city: ['City', 'District'],
    note: ['Seller Note'],
  },
  statuses: {
    sale: [
      'on hold',
      'to ship',
      'awaiting shipment',
      'awaiting collection',
      'in transit',
      'shipped',
      'delivered',
      'completed',
      'return/refund',
    ],
    not_a_sale: ['unpaid'],
    cancelled: ['canceled', 'cancelled', 'cancel'],
  },
  junk: '^\\s*Platform unique order ID',
};
