import { monthDayYear } from './english-dates.ts';
import { csv, money, orderTotal, type Writer } from './writer.ts';

export const bigcommerce: Writer = {
  formats: ['bigcommerce'],
  keeps: { customer: 'account', items: true, timeOfDay: false },
  write: (orders) => [
    csv([
      [
        'Order ID',
        'Customer ID',
        'Customer Name',
        'Customer Email',
        'Order Date',
        'Order Status',
        'Subtotal (inc tax)',
        'Subtotal (ex tax)',
        'Order Total (inc tax)',
        'Order Total (ex tax)',
        'Total Quantity',
        'Order Currency Code',
        'Product Details',
        'Refund Amount',
      ],
      ...orders.map(({ id, at, buyer, sold, lines }) => {
        const total = money(orderTotal(lines));
        const details = lines.map(
          ({ sku, product, quantity, price }) =>
            `Product ID: 7, Product Qty: ${quantity}, Product SKU: ${sku}, Product Name: ${product}, Product Weight: 0.0000, ` +
            `Product Variation Details: , Product Unit Price: ${money(price)}, Product Total Price: ${money(price * quantity)}`,
        );
        return [
          id,
          buyer.account,
          'Ann Lee',
          buyer.email,
          monthDayYear(at),
          sold ? 'Completed' : 'Incomplete',
          total,
          total,
          total,
          total,
          lines.reduce((sum, { quantity }) => sum + quantity, 0),
          'USD',
          details.join('|'),
          '0.00',
        ];
      }),
    ]),
  ],
};
