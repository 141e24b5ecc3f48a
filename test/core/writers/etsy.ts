import { csv, money, type Order, type Writer } from './writer.ts';

const ORDERS = [
  'Sale Date',
  'Order ID',
  'Buyer User ID',
  'Full Name',
  'Number of Items',
  'Currency',
  'Order Value',
  'Discount Amount',
  'Order Total',
  'Status',
  'Order Net',
];
const ITEMS = [
  'Sale Date',
  'Item Name',
  'Buyer',
  'Quantity',
  'Price',
  'Discount Amount',
  'Order Shipping',
  'Item Total',
  'Currency',
  'Transaction ID',
  'Listing ID',
  'Order ID',
  'Variations',
  'SKU',
];

/** The list of orders alone. */
export const etsyOrders: Writer = {
  formats: ['etsy-orders'],
  keeps: { customer: 'account', items: false, timeOfDay: false },
  write: (orders) => [orderList(orders)],
};

/** The list of items alone, in which what was cancelled is missing, with commas for decimal points. */
export const etsyItems: Writer = {
  formats: ['etsy-items'],
  keeps: { customer: 'account', items: true, timeOfDay: false },
  write: (orders) => [
    itemList(
      orders.filter(({ sold }) => sold),
      (cents) => money(cents).replace('.', ','),
    ),
  ],
};

/** Both lists, in which only the orders say what was cancelled. */
export const etsyBoth: Writer = {
  formats: ['etsy-orders', 'etsy-items'],
  keeps: { customer: 'account', items: true, timeOfDay: false },
  write: (orders) => [orderList(orders), itemList(orders, money)],
};

function orderList(orders: readonly Order[]): string {
  return csv([
    ORDERS,
    ...orders.map(({ id, at, buyer, sold, lines }) => {
      const total = money(lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0));
      const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
      return [
        day(at),
        id,
        buyer.account,
        'Jane Fox',
        pieces,
        'EUR',
        total,
        '0.00',
        total,
        sold ? 'Shipped' : 'Canceled',
        total,
      ];
    }),
  ]);
}

function itemList(orders: readonly Order[], written: (cents: number) => string): string {
  return csv([
    ITEMS,
    ...orders.flatMap(({ id, at, buyer, lines }) =>
      lines.map(({ sku, product, quantity, price }, i) => [
        day(at),
        product,
        buyer.account,
        quantity,
        written(price),
        written(0),
        written(0),
        written(price * quantity),
        'EUR',
        `${id}${i}`,
        '1501',
        id,
        '',
        sku,
      ]),
    ),
  ]);
}

function day(at: Date): string {
  const [year, month, date] = at.toISOString().slice(0, 10).split('-');
  return `${month}/${date}/${year!.slice(2)}`;
}
