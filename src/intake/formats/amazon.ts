import type { Format, StatusWords } from './format.ts';

/** What came back to the seller undelivered or refused was given back in full. */
const statuses: StatusWords = {
  sale: [
    'shipped',
    'unshipped',
    'partiallyshipped',
    'shipping',
    'invoiceunconfirmed',
    'shipped - delivered to buyer',
    'shipped - out for delivery',
    'shipped - picked up',
  ],
  not_a_sale: ['pending*', 'pendingavailability', 'unfulfillable'],
  cancelled: ['cancelled', 'canceled'],
  refunded: [
    'shipped - returned to seller',
    'shipped - returning to seller',
    'shipped - rejected by buyer',
    'shipped - lost in transit',
    'shipped - damaged',
  ],
};

/**
 * Amazon's All Orders report, tabs between its cells: a row per item. item-price is for all pieces of the row and before
 * the promotion, which is taken off; the status of the item may be Cancelled where that of the order is Shipped. There is
 * nothing to tell buyers apart.
 */
export const amazonAllOrders: Format = {
  id: 'amazon-all-orders',
  platform: 'amazon',
  shape: 'line',
  signature: {
    'amazon-order-id': 3,
    'merchant-order-id': 1,
    'purchase-date': 1,
    'last-updated-date': 2,
    'order-status': 2,
    'fulfillment-channel': 1,
    'sales-channel': 1,
    'item-status': 2,
    asin: 1,
    'item-price': 1,
    'buyer-email': -4,
  },
  meanings: {
    order_id: ['amazon-order-id'],
    line_id: ['order-item-id', 'amazon-order-item-id'],
    ordered_at: ['purchase-date'],
    product: ['product-name'],
    product_id: ['sku', 'asin'],
    quantity: ['quantity', 'quantity-purchased'],
    amount: ['item-price'],
    discount: ['item-promotion-discount'],
    currency: ['currency'],
    status: ['order-status'],
    item_status: ['item-status'],
    region: ['ship-state', 'ship-country'],
    city: ['ship-city'],
    source: ['sales-channel', 'order-channel'],
  },
  amountBeforeDiscount: true,
  statuses,
};

/** Amazon's order reports and fulfilled shipments: a row per item, buyers by the address Amazon made up for them. */
export const amazonOrderReport: Format = {
  id: 'amazon-orders',
  platform: 'amazon',
  shape: 'line',
  signature: {
    'order-id': 1,
    'order-item-id': 1,
    'purchase-date': 1,
    'payments-date': 2,
    'buyer-email': 3,
    'buyer-name': 1,
    sku: 1,
    'product-name': 1,
    'quantity-purchased': 1,
    'item-price': 1,
  },
  meanings: {
    order_id: ['order-id', 'amazon-order-id'],
    line_id: ['order-item-id', 'amazon-order-item-id'],
    ordered_at: ['purchase-date', 'payments-date'],
    paid_at: ['payments-date'],
    email: ['buyer-email'],
    customer_name: ['buyer-name', 'recipient-name'],
    phone: ['buyer-phone-number', 'ship-phone-number'],
    product: ['product-name'],
    product_id: ['sku'],
    quantity: ['quantity-purchased', 'quantity-shipped'],
    amount: ['item-price'],
    discount: ['item-promotion-discount'],
    currency: ['currency'],
    status: ['order-status'],
    region: ['ship-state', 'ship-country'],
    city: ['ship-city'],
    address: ['ship-address-1'],
    source: ['sales-channel'],
  },
  amountBeforeDiscount: true,
  statuses,
};

/** The sale report Amazon India gives its sellers: a row per item with its amount, no buyers. */
export const amazonSaleReport: Format = {
  id: 'amazon-sale-report',
  platform: 'amazon',
  shape: 'line',
  signature: {
    'Order ID': 1,
    Fulfilment: 2,
    'Sales Channel': 1,
    'ship-service-level': 1,
    Style: 1,
    SKU: 1,
    ASIN: 2,
    'Courier Status': 3,
    Qty: 1,
    Amount: 1,
    'amazon-order-id': -3,
  },
  meanings: {
    order_id: ['Order ID'],
    ordered_at: ['Date'],
    product: ['Style', 'SKU'],
    product_id: ['SKU', 'ASIN'],
    category: ['Category'],
    quantity: ['Qty'],
    amount: ['Amount'],
    currency: ['currency'],
    status: ['Status'],
    item_status: ['Courier Status'],
    region: ['ship-state', 'ship-country'],
    city: ['ship-city'],
    source: ['Sales Channel'],
  },
  statuses: { ...statuses, sale: [...statuses.sale!, 'on the way'] },
};
