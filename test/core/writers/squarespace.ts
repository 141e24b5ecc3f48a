import { csv, money, orderTotal, stamp, type Writer } from './writer.ts';

const HEADER = [
  'Order ID',
  'Email',
  'Financial Status',
  'Paid at',
  'Currency',
  'Subtotal',
  'Shipping',
  'Amount Refunded',
  'Total',
  'Discount Amount',
  'Created at',
  'Lineitem quantity',
  'Lineitem name',
  'Lineitem price',
  'Lineitem sku',
  'Lineitem variant',
  'Cancelled at',
  'Private Notes',
];

export const squarespace: Writer = {
  formats: ['squarespace'],
  keeps: { customer: 'email', items: true, timeOfDay: true },
  write: (orders) => [
    csv([
      HEADER,
      ...orders.flatMap(({ id, at, buyer, sold, lines }) => {
        const total = money(orderTotal(lines));
        const time = `${stamp(at)} -0500`;
        return lines.map(({ sku, product, quantity, price }, i) => {
          const order =
            i === 0
              ? [buyer.email, 'PAID', time, 'USD', total, '0', '0', total, '0', time]
              : Array(10).fill('');
          const cancelled = i === 0 && !sold ? time : '';
          return [id, ...order, quantity, product, money(price), sku, '', cancelled, ''];
        });
      }),
    ]),
  ],
};
