import { csv, money, stamp, type Writer } from './writer.ts';

const HEADER =
  '订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,余额支付,应付金额,订单状态,订单类型,下单帐号,客户姓名,客户地址,联系电话,订单备注,商家备注,运费金额,订单来源,订单渠道';

export const jd: Writer = {
  formats: ['jd'],
  keeps: { customer: 'account', items: true, timeOfDay: true },
  write: (orders) => [
    csv([
      HEADER.split(','),
      ...orders.flatMap(({ id, at, buyer, sold, lines }) => {
        const total = money(lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0));
        return lines.map(({ sku, product, quantity, price }) => {
          const goods = [id, sku, product, quantity, '在线支付', stamp(at), money(price)];
          const order = [total, total, '0.00', total, sold ? '完成' : '(删除)等待出库', 'SOP', buyer.account];
          return [...goods, ...order, '某人', '上海静安区', '138****0001', '', '', '0.00', '', 'APP'];
        });
      }),
    ]),
  ],
};
