import { csv, money, orderTotal, stamp, type Writer } from './writer.ts';

/** Lines have no prices here, so only what an order came to can be compared. */
export const wooAnalytics: Writer = {
  formats: ['woo-analytics'],
  keeps: { customer: 'account', items: false, timeOfDay: true },
  write: (orders) => [
    csv([
      [
        'Date',
        'Order #',
        'N. Revenue (formatted)',
        'Status',
        'Customer',
        'Customer type',
        'Product(s)',
        'Items sold',
        'Coupon(s)',
        'Net Sales',
      ],
      ...orders.map(({ id, at, buyer, sold, lines }) => [
        stamp(at),
        id,
        `৳${(orderTotal(lines) / 100).toLocaleString('en', { minimumFractionDigits: 2 })}`,
        sold ? 'completed' : 'failed',
        buyer.account,
        'returning',
        lines.map(({ product, quantity }) => `${quantity}× ${product}`).join(', '),
        lines.reduce((sum, { quantity }) => sum + quantity, 0),
        '',
        money(orderTotal(lines)),
      ]),
    ]),
  ],
};

const ITEM_COLUMNS = 4;

export const webtoffee: Writer = {
  formats: ['woo-webtoffee'],
  keeps: { customer: 'account', items: true, timeOfDay: true },
  write: (orders) => [
    csv([
      [
        'order_id',
        'order_number',
        'order_date',
        'paid_date',
        'status',
        'shipping_total',
        'order_total',
        'order_subtotal',
        'order_currency',
        'customer_id',
        'customer_email',
        'billing_first_name',
        'billing_email',
        'billing_phone',
        'wt_import_key',
        'shipping_items',
        'refund_items',
        ...Array.from({ length: ITEM_COLUMNS }, (_, i) => `line_item_${i + 1}`),
      ],
      ...orders.map(({ id, at, buyer, sold, lines }) => [
        id,
        id,
        stamp(at),
        stamp(at),
        sold ? 'processing' : 'checkout-draft',
        '3.00',
        money(orderTotal(lines) + 300),
        money(orderTotal(lines)),
        'EUR',
        buyer.account,
        buyer.email,
        'Ann',
        buyer.email,
        `'+${buyer.phone}`,
        id,
        'method_id:flat_rate',
        '',
        ...Array.from({ length: ITEM_COLUMNS }, (_, i) => {
          const line = lines[i];
          if (!line) return '';
          const total = money(line.quantity * line.price);
          return `name:${line.product}|product_id:9|sku:${line.sku}|quantity:${line.quantity}|total:${total}|sub_total:${total}`;
        }),
      ]),
    ]),
  ],
};
