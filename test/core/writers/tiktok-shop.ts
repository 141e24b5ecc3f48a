import { csv, money, type Writer } from './writer.ts';

const HEADER = [
  'Order ID',
  'Order Status',
  'Order Substatus',
  'Cancelation/Return Type',
  'SKU ID',
  'Seller SKU',
  'Product Name',
  'Quantity',
  'Sku Quantity of return',
  'SKU Unit Original Price',
  'SKU Subtotal Before Discount',
  'SKU Platform Discount',
  'SKU Seller Discount',
  'SKU Subtotal After Discount',
  'Order Amount',
  'Order Refund Amount',
  'Created Time',
  'Buyer Username',
];
const DESCRIPTION = ['Platform unique order ID.', ...HEADER.slice(1).map((name) => `${name} in the order.`)];

/** A cancelled order of the 28th tells days from months in every file. */
const OF_THE_28TH = ['9', 'Canceled', 'Canceled', 'Cancel', '1', 'SKU-0', 'Cup', 1, 0, '1.00', '1.00', '0'];

export const tiktokShop: Writer = {
  formats: ['tiktok-shop'],
  keeps: { customer: 'account', items: true, timeOfDay: true },
  write: (orders) => [
    csv([
      HEADER,
      DESCRIPTION,
      [...OF_THE_28TH, '0', '1.00', '1.00', '0', '28/01/2024 10:00:00\t', 'nobody'],
      ...orders.flatMap(({ id, at, buyer, sold, lines }) =>
        lines.map(({ sku, product, quantity, price }) => [
          `${id}\t`,
          sold ? 'Completed' : 'Canceled',
          sold ? 'Completed' : 'Canceled',
          sold ? '' : 'Cancel',
          '1729500000000000001\t',
          sku,
          product,
          quantity,
          0,
          money(price + 100),
          money((price + 100) * quantity),
          '0.50',
          money(100 * quantity),
          money(price * quantity - 50),
          money(price * quantity + 500),
          '0',
          `${time(at)}\t`,
          buyer.account,
        ]),
      ),
    ]),
  ],
};

/** `25/01/2024 14:03:22`. */
function time(at: Date): string {
  const [date, clock] = at.toISOString().slice(0, 19).split('T') as [string, string];
  return `${date.split('-').reverse().join('/')} ${clock}`;
}
