import { clock, monthDayYear } from './english-dates.ts';
import { csv, money, orderTotal, type Writer } from './writer.ts';

export const magento: Writer = {
  formats: ['magento'],
  keeps: { customer: 'email', items: false, timeOfDay: true },
  write: (orders) => [
    csv([
      [
        'ID',
        'Purchase Point',
        'Purchase Date',
        'Bill-to Name',
        'Ship-to Name',
        'Grand Total (Base)',
        'Grand Total (Purchased)',
        'Status',
        'Customer Email',
        'Total Refunded',
      ],
      ...orders.map(({ id, at, buyer, sold, lines }) => {
        const total = `$${money(orderTotal(lines))}`;
        return [
          id,
          'Main Website\nMain Website Store',
          `${monthDayYear(at)} ${clock(at)}`,
          buyer.account,
          buyer.account,
          total,
          total,
          sold ? 'Complete' : 'Pending Payment',
          buyer.email,
          '$0.00',
        ];
      }),
    ]),
  ],
};
