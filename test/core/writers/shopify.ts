import { csv, money, stamp, type Writer } from './writer.ts';

const HEADER = [
  'Name',
  'Email',
  'Financial Status',
  'Paid at',
  'Currency',
  'Subtotal',
  'Shipping',
  'Total',
  'Discount Amount',
  'Created at',
  'Lineitem quantity',
  'Lineitem name',
  'Lineitem price',
  'Lineitem sku',
  'Cancelled at',
  'Refunded Amount',
  'Lineitem discount',
];

export const shopify: Writer = {
  formats: ['shopify'],
  keeps: { customer: 'email', items: true, timeOfDay: true },
  write: (orders) => [
    csv([
      HEADER,
      ...orders.flatMap(({ id, at, buyer, sold, lines }) => {
        const total = money(lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0));
        const time = `${stamp(at)} +0000`;
        return lines.map(({ sku, product, quantity, price }, i) => {
          const order =
            i === 0
              ? [buyer.email, sold ? 'paid' : 'voided', time, 'USD', total, '0.00', total, '0.00', time]
              : ['', '', '', '', '', '', '', '', ''];
          return [
            `#${id}`,
            ...order,
            quantity,
            product,
            money(price),
            sku,
            '',
            i === 0 ? '0.00' : '',
            '0.00',
          ];
        });
      }),
    ]),
  ],
};
