import { csv, money, stamp, type Writer } from './writer.ts';

const HEADER = [
  'Order ID',
  'Order Status',
  'Cancel reason',
  'Return / Refund Status',
  'Tracking Number*',
  'Order Creation Date',
  'Parent SKU Reference No.',
  'Product Name',
  'SKU Reference No.',
  'Original Price',
  'Deal Price',
  'Quantity',
  'Returned quantity',
  'Product Subtotal',
  'Seller Voucher',
  'Grand Total',
  'Username (Buyer)',
];
const HEADER_TAIWAN = [
  '訂單編號',
  '訂單狀態',
  '不成立原因',
  '買家帳號',
  '訂單成立日期',
  '商品總價',
  '買家支付運費',
  '買家總支付金額',
  '商品名稱',
  '商品選項貨號',
  '數量',
  '商品活動價格',
  '買家付款時間',
  '訂單完成時間',
];

export const shopee: Writer = {
  formats: ['shopee'],
  keeps: { customer: 'account', items: true, timeOfDay: true },
  write: (orders) => [
    csv([
      HEADER,
      ...orders.flatMap(({ id, at, buyer, sold, lines }) =>
        lines.map(({ sku, product, quantity, price }) => [
          id,
          sold ? 'Completed' : 'Cancelled',
          sold ? '' : 'Cancelled by buyer',
          '',
          'PH0001',
          stamp(at).slice(0, 16),
          '',
          product,
          sku,
          money(price + 100),
          money(price),
          quantity,
          0,
          money(price * quantity),
          '0.00',
          money(price * quantity),
          buyer.account,
        ]),
      ),
    ]),
  ],
};

export const shopeeTaiwan: Writer = {
  formats: ['shopee-tw'],
  keeps: { customer: 'account', items: true, timeOfDay: true },
  write: (orders) => [
    csv([
      HEADER_TAIWAN,
      ...orders.flatMap(({ id, at, buyer, sold, lines }) => {
        const total = money(lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0));
        const time = stamp(at).slice(0, 16);
        return lines.map(({ sku, product, quantity, price }) => [
          id,
          sold ? '已完成' : '不成立',
          sold ? '-' : '買家取消',
          buyer.account,
          time,
          total,
          '60',
          total,
          product,
          sku,
          quantity,
          money(price),
          sold ? time : '-',
          sold ? time : '-',
        ]);
      }),
    ]),
  ],
};
