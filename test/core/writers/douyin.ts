import { csv, money, type Order, type OrderedLine, stamp, type Writer } from './writer.ts';

const HEADER =
  '主订单编号,子订单编号,支付方式,选购商品,货号,商品ID,商家编码,商品数量,商品金额,订单提交时间,支付完成时间,订单状态,取消原因,售后状态,订单应付金额,运费,优惠总金额,收件人,收件人手机号,省,市,区,达人ID,达人昵称,流量来源,广告渠道,流量体裁,商家备注';

/** A row for these lines of an order, packed where they are several. */
function row({ id, at, sold }: Order, lines: readonly OrderedLine[], first: number): (string | number)[] {
  const listed = (text: (line: OrderedLine, i: number) => string | number) => lines.map(text).join(';');
  const skus = listed(({ sku }) => `\t${sku}`);
  const ids = [`\t${id}`, listed((_, i) => `\t${id}${first + i}`), '抖音支付'];
  const goods = [listed(({ product }) => product), '-', skus, skus, listed(({ quantity }) => quantity)];
  const state = [stamp(at), sold ? stamp(at) : '-', sold ? '已完成' : '待支付', '-', '-'];
  const paid = [listed(({ price, quantity }) => money(price * quantity)), '0.00', '0.00'];
  const buyer = ['##5k2Zq8#1mAbC==##', '$$eH3T0pq$Zm9v==$$', '湖北省', '武汉市', '洪山区'];
  return [
    ...ids,
    ...goods,
    listed(({ price }) => money(price)),
    ...state,
    ...paid,
    ...buyer,
    '-',
    '-',
    '直播',
    '-',
    '直播',
    '-',
  ];
}

export const douyin: Writer = {
  formats: ['douyin'],
  keeps: { customer: null, items: true, timeOfDay: true },
  write: (orders) => [
    csv([
      HEADER.split(','),
      ...orders.flatMap((order) => order.lines.map((line, i) => row(order, [line], i))),
    ]),
  ],
};

export const douyinPacked: Writer = {
  ...douyin,
  write: (orders) => [csv([HEADER.split(','), ...orders.map((order) => row(order, order.lines, 0))])],
};
