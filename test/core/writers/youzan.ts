import { csv, money, type Order, stamp, type Writer } from './writer.ts';

const ORDERS =
  '订单号,归属店铺,订单状态,推广方式,订单来源,订单创建时间,买家付款时间,商品金额合计,运费,应收订单金额,订单实付金额,全部商品名称,收货人省份,买家昵称,买家手机号,分销员,分销员手机号,分销员,订单退款状态,订单已退款金额';
const ITEMS =
  '订单号,订单商品状态,商品名称,商品类目,商品规格,规格编码,商品编码,商品单价,商品数量,商品金额小计,店铺优惠（分摊）,商品实际成交金额,商品退款状态,商品已退款金额';

const status = ({ sold }: Order) => (sold ? '交易完成' : '待付款');

export const youzan: Writer = {
  formats: ['youzan-items', 'youzan-orders'],
  keeps: { customer: 'phone', items: true, timeOfDay: true },
  write: (orders) => [
    csv([
      ITEMS.split(','),
      ...orders.flatMap((order) =>
        order.lines.map(({ sku, product, quantity, price }) => {
          const total = money(price * quantity);
          const goods = [product, '家居', '默认', `${sku}-1`, sku, money(price), quantity];
          return [order.id, status(order), ...goods, total, '0.00', total, '', '0.00'];
        }),
      ),
    ]),
    csv([
      ORDERS.split(','),
      ...orders.map((order) => {
        const total = money(order.lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0));
        const time = stamp(order.at);
        const names = order.lines.map(({ product }) => product).join(',');
        const head = [order.id, '总店', status(order), '自主访问', '小程序', time, order.sold ? time : ''];
        const paid = [total, '6.00', total, total, names, '河北省'];
        return [...head, ...paid, order.buyer.account, order.buyer.phone, '', '', '', '', '0.00'];
      }),
    ]),
  ],
};
