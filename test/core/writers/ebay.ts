import { csv, money, type Writer } from './writer.ts';

const HEADER = [
  'Sales Record Number',
  'Order Number',
  'Buyer Username',
  'Buyer Email',
  'Item Number',
  'Item Title',
  'Custom Label',
  'Quantity',
  'Sold For',
  'Shipping And Handling',
  'Total Price',
  'Sale Date',
  'Paid On Date',
];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Orders of several items have a row for the whole first; what was not paid has no order number. */
export const ebay: Writer = {
  formats: ['ebay'],
  keeps: { customer: 'account', items: true, timeOfDay: false },
  write: (orders) => {
    const rows = orders.flatMap(({ id, at, buyer, sold, lines }, i) => {
      const day = `${MONTHS[at.getUTCMonth()]}-${String(at.getUTCDate()).padStart(2, '0')}-${String(at.getUTCFullYear()).slice(2)}`;
      const number = sold ? id : '';
      const total = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
      const head = [i + 1, number, buyer.account, buyer.email];
      const tail = ['$0.00', dollars(total), day, sold ? day : ''];
      const whole = [...head, '', '', '', lines.length, dollars(total), ...tail];
      const items = lines.map(({ sku, product, quantity, price }) => [
        ...(lines.length > 1 ? [i + 1, number, '', ''] : head),
        '204000000001',
        product,
        sku,
        quantity,
        dollars(price),
        ...(lines.length > 1 ? ['', '', '', ''] : tail),
      ]);
      return lines.length > 1 ? [whole, ...items] : items;
    });
    const blank = ','.repeat(HEADER.length - 1);
    const footer = `${orders.length},record(s) downloaded,\r\nSeller ID : brass_and_linen\r\n`;
    return [`${blank}\r\n${csv([HEADER])}${blank}\r\n${csv(rows)}\r\n${footer}`];
  },
};

function dollars(cents: number): string {
  return `$${money(cents).replace(/\B(?=(\d{3})+\.)/g, ',')}`;
}
