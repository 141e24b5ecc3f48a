import { csv, money, orderTotal, stamp, type Writer } from './writer.ts';

export const prestashop: Writer = {
  formats: ['prestashop'],
  keeps: { customer: 'account', items: false, timeOfDay: true },
  write: (orders) => [
    csv(
      [
        ['ID', 'Reference', 'New', 'Customer', 'Total', 'Payment', 'Status', 'Date', 'Shop'],
        ...orders.map(({ id, at, buyer, sold, lines }) => [
          id,
          'XKBKNABJK',
          '0',
          buyer.account,
          `€${money(orderTotal(lines))}`,
          'PayPal',
          sold ? 'Payment accepted' : 'Payment error',
          stamp(at),
          'Atelier',
        ]),
      ],
      ';',
    ),
  ],
};
