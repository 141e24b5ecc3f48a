import { csv, money, stamp, type Writer } from './writer.ts';

export const amazonAllOrders: Writer = {
  formats: ['amazon-all-orders'],
  keeps: { customer: null, items: true, timeOfDay: true },
  write: (orders) => [
    csv(
      [
        [
          'amazon-order-id',
          'merchant-order-id',
          'purchase-date',
          'last-updated-date',
          'order-status',
          'fulfillment-channel',
          'sales-channel',
          'product-name',
          'sku',
          'asin',
          'item-status',
          'quantity',
          'currency',
          'item-price',
          'item-promotion-discount',
          'ship-city',
          'ship-state',
        ],
        ...orders.flatMap(({ id, at, sold, lines }) =>
          lines.map(({ sku, product, quantity, price }) => [
            id,
            id,
            isoOffset(at),
            isoOffset(at),
            'Shipped',
            'Amazon',
            'Amazon.com',
            product,
            sku,
            'B000000000',
            sold ? 'Shipped' : 'Cancelled',
            quantity,
            'USD',
            money(quantity * price + 100),
            '1.00',
            'SEATTLE',
            'WA',
          ]),
        ),
      ],
      '\t',
    ),
  ],
};

export const amazonOrderReport: Writer = {
  formats: ['amazon-orders'],
  keeps: { customer: 'email', items: true, timeOfDay: true },
  write: (orders) => [
    csv(
      [
        [
          'order-id',
          'order-item-id',
          'purchase-date',
          'payments-date',
          'buyer-email',
          'buyer-name',
          'sku',
          'product-name',
          'quantity-purchased',
          'currency',
          'item-price',
          'ship-state',
        ],
        ...orders.flatMap(({ id, at, buyer, sold, lines }) =>
          lines.map(({ sku, product, quantity, price }, i) => [
            id,
            `${id}${i}`,
            isoOffset(at),
            isoOffset(at),
            buyer.email,
            buyer.account,
            sku,
            product,
            sold ? quantity : 0,
            'GBP',
            money(quantity * price),
            'Avon',
          ]),
        ),
      ],
      '\t',
    ),
  ],
};

function isoOffset(at: Date): string {
  return `${stamp(at).replace(' ', 'T')}+00:00`;
}
