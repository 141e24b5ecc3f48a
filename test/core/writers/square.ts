import { csv, money, stamp, type Writer } from './writer.ts';

const HEADER = [
  'Date',
  'Time',
  'Time Zone',
  'Category',
  'Item',
  'Qty',
  'Price Point Name',
  'SKU',
  'Modifiers Applied',
  'Gross Sales',
  'Discounts',
  'Net Sales',
  'Tax',
  'Transaction ID',
  'Payment ID',
  'Event Type',
  'Location',
  'Dining Option',
  'Customer ID',
  'Customer Name',
];

/** What was not sold stands there as a refund, below zero. */
export const square: Writer = {
  formats: ['square'],
  keeps: { customer: 'account', items: true, timeOfDay: true },
  write: (orders) => [
    csv([
      HEADER,
      ...orders.flatMap(({ id, at, buyer, sold, lines }) => {
        const [date, time] = stamp(at).split(' ') as [string, string];
        return lines.map(({ sku, product, quantity, price }) => {
          const amount = `${sold ? '' : '-'}$${money(price * quantity)}`;
          return [
            date,
            time,
            'Eastern Time (US & Canada)',
            'Ceramics',
            product,
            `${sold ? '' : '-'}${quantity}.0`,
            'Regular',
            sku,
            '',
            amount,
            '$0.00',
            amount,
            '$0.00',
            id,
            id,
            sold ? 'Payment' : 'Refund',
            'Main Street',
            '',
            buyer.account,
            'Dee Moor',
          ];
        });
      }),
    ]),
  ],
};
