import { csv, money, stamp, type Writer } from './writer.ts';

const HEADER =
  '订单编号,订单状态,下单时间,支付时间,订单描述,商品名称,商品型号,商品编码,商品ID,型号编码,发货状态,商品单价,商品件数,商品金额合计,实付金额,下单账号,下单微信,退款状态,省,市,区';

export const weidian: Writer = {
  formats: ['weidian'],
  keeps: { customer: 'account', items: true, timeOfDay: true },
  write: (orders) => [
    csv([
      HEADER.split(','),
      ...orders.flatMap(({ id, at, buyer, sold, lines }) => {
        const total = money(lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0));
        return lines.map(({ sku, product, quantity, price }) => {
          const head = [id, sold ? '已完成' : '待付款', stamp(at), sold ? stamp(at) : '', product, product];
          const goods = ['默认', '', sku, '', '未发货', money(price), quantity, total, total];
          return [...head, ...goods, buyer.account, '微信名', '无退款', '山东省', '青岛市', '市南区'];
        });
      }),
    ]),
  ],
};
