import { csv, money, stamp, type Writer } from './writer.ts';

const HEADER =
  '商品,订单号,订单状态,商品总价(元),邮费(元),店铺优惠折扣(元),平台优惠折扣(元),多多支付立减金额(元),用户实付金额(元),商家实收金额(元),商品数量(件),商品id,商品规格,商家编码-规格维度,商家备注,售后状态,订单成交时间';

export const pinduoduo: Writer = {
  formats: ['pinduoduo'],
  keeps: { customer: null, items: true, timeOfDay: true },
  write: (orders) => [
    csv([
      HEADER.split(','),
      ...orders.flatMap(({ id, at, sold, lines }) =>
        lines.map(({ sku, product, quantity, price }) => {
          const total = money(price * quantity);
          const paid = [total, '0.00', '0.00', '0.00', '0.00', total, `${total}\t`];
          const goods = [`${quantity}\t`, `${sku}\t`, '默认', `${sku}-1`, '\t', '无售后或售后取消'];
          return [
            product,
            `${id}\t`,
            sold ? '已收货' : '已取消',
            ...paid,
            ...goods,
            sold ? `${stamp(at)}\t` : '\t',
          ];
        }),
      ),
    ]),
  ],
};
