import { csv, money, type Writer } from './writer.ts';

const HEADER = [
  'orderItemId',
  'orderType',
  'lazadaId',
  'sellerSku',
  'lazadaSku',
  'createTime',
  'updateTime',
  'orderNumber',
  'customerName',
  'shippingRegion',
  'payMethod',
  'paidPrice',
  'unitPrice',
  'sellerDiscountTotal',
  'shippingFee',
  'itemName',
  'variation',
  'status',
  'refundAmount',
];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const lazada: Writer = {
  formats: ['lazada'],
  keeps: { customer: 'account', items: true, timeOfDay: true, rows: 'unit' },
  write: (orders) => [
    csv([
      HEADER,
      ...orders.flatMap(({ id, at, buyer, sold, lines }) =>
        lines.flatMap(({ sku, product, quantity, price }) =>
          Array.from({ length: quantity }, (_, i) => [
            `${id}${i}`,
            'Normal',
            `21${i}`,
            sku,
            `${sku}_MY`,
            time(at),
            time(at),
            id,
            buyer.account,
            'Penang',
            'COD',
            money(price - 1),
            money(price + 200),
            '-2.00',
            '4.90',
            product,
            '',
            sold ? 'delivered' : 'canceled',
            '0.00',
          ]),
        ),
      ),
    ]),
  ],
};

/** `05 Jan 2023 10:02`. */
function time(at: Date): string {
  const [date, clock] = at.toISOString().slice(0, 16).split('T') as [string, string];
  return `${date.slice(8)} ${MONTHS[at.getUTCMonth()]} ${date.slice(0, 4)} ${clock}`;
}
