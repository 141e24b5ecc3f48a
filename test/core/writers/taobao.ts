import { csv, money, type Order, stamp, type Writer } from './writer.ts';

const paidFor = ({ lines }: Order) =>
  money(lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0));
const status = ({ sold }: Order) => (sold ? '交易成功' : '等待买家付款');

function orderList(orders: readonly Order[]): string {
  const header =
    '订单编号,买家会员名,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址 ';
  return csv([
    [
      ...header.split(','),
      '联系手机',
      '订单创建时间',
      '订单付款时间 ',
      '宝贝标题 ',
      '宝贝总数量',
      '退款金额',
    ],
    ...orders.map((order) => {
      const { id, at, buyer, sold, lines } = order;
      const [paid, time] = [paidFor(order), stamp(at)];
      const titles = lines.map(({ product }) => product).join('，');
      const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
      const head = [
        `="${id}"`,
        buyer.account,
        paid,
        '0.00',
        paid,
        sold ? paid : '0.00',
        status(order),
        '某人',
        '上海 上海市',
      ];
      return [...head, `'${buyer.phone}`, time, sold ? time : '', titles, pieces, '0.00'];
    }),
  ]);
}

function detailList(orders: readonly Order[]): string {
  const header = '订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码';
  return csv([
    header.split(','),
    ...orders.flatMap((order) =>
      order.lines.map(({ sku, product, quantity, price }) => {
        const line = [`="${order.id}"`, product, money(price), quantity];
        return [...line, 'null', '', '', '', status(order), sku];
      }),
    ),
  ]);
}

export const taobao: Writer = {
  formats: ['taobao-orders', 'taobao-details'],
  keeps: { customer: 'account', items: true, timeOfDay: true },
  write: (orders) => [orderList(orders), detailList(orders)],
};

const ITEM_HEADER =
  '子订单编号,主订单编号,商品标题,商品价格,购买数量,商品属性,套餐信息,订单状态,商家编码,买家应付货款,买家实付金额,退款状态,退款金额,订单创建时间,订单付款时间,商品ID,商家备注';

export const taobaoItems: Writer = {
  formats: ['taobao-items', 'taobao-orders'],
  keeps: { customer: 'account', items: true, timeOfDay: true },
  write: (orders) => [
    csv([
      ITEM_HEADER.split(','),
      ...orders.flatMap((order) =>
        order.lines.map(({ sku, product, quantity, price }, i) => {
          const paid = money(price * quantity);
          const ids = [`${order.id}${i}`, order.id];
          const goods = [product, money(price), quantity, '', '', status(order), sku, paid, paid];
          return [...ids, ...goods, '没有申请退款', '无退款申请', stamp(order.at), stamp(order.at), sku, ''];
        }),
      ),
    ]),
    orderList(orders),
  ],
};

export const tmallReport: Writer = {
  formats: ['tmall-report'],
  keeps: { customer: null, items: false, timeOfDay: true },
  write: (orders) => [
    csv([
      '订单编号,总金额,买家实际支付金额,收货地址 ,订单创建时间,订单付款时间 ,退款金额'.split(','),
      ...orders.map((order) => {
        const paid = paidFor(order);
        const time = stamp(order.at);
        return [order.id, paid, order.sold ? paid : '0.00', '上海', time, order.sold ? time : '', '0.00'];
      }),
    ]),
  ],
};
