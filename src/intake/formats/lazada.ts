import type { Format } from './format.ts';

/**
 * Lazada's orders: a row per piece. A piece sells for `unitPrice` less what the shop itself takes off; `paidPrice` also
 * lacks the vouchers that Lazada pays for. E-mail and phone are masked, so the name is what tells customers apart.
 */
export const lazada: Format = {
  id: 'lazada',
  platform: 'lazada',
  shape: 'line',
  signature: {
    orderItemId: 3,
    lazadaId: 2,
    lazadaSku: 3,
    sellerSku: 1,
    createTime: 1,
    orderNumber: 2,
    paidPrice: 2,
    unitPrice: 1,
    itemName: 1,
    customerName: 1,
  },
  meanings: {
    order_id: ['orderNumber'],
    line_id: ['orderItemId'],
    ordered_at: ['createTime'],
    customer_name: ['customerName'],
    address: ['shippingAddress'],
    product_id: ['sellerSku', 'lazadaSku'],
    product: ['itemName'],
    unit_price: ['unitPrice', 'paidPrice'],
    discount: ['sellerDiscountTotal'],
    refund: ['refundAmount'],
    status: ['status'],
    region: ['shippingRegion', 'shippingAddress3', 'shippingCountry'],
    city: ['shippingCity'],
    note: ['sellerNote'],
  },
  statuses: {
    sale: [
      'pending',
      'packed',
      'topack',
      'toship',
      'ready_to_ship',
      'shipped',
      'delivered',
      'confirmed',
      'lost*',
      'damaged*',
    ],
    not_a_sale: ['unpaid', 'failed', 'failed_delivery', 'delivery failed', 'shipped_back*'],
    cancelled: ['canceled', 'cancelled'],
    refunded: ['returned', 'package returned'],
  },
};
