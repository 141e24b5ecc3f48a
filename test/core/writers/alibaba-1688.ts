import { csv, money, stamp, type Writer } from './writer.ts';

const HEADER =
  '订单编号,买家公司名,买家会员名,卖家公司名,卖家会员名,货品总价(元),运费(元),涨价或折扣(元),实付款(元),订单状态,订单创建时间,订单付款时间,收货人姓名,收货地址,联系手机,货品标题,单价(元),数量,单位,货号,Offer ID';

export const alibaba1688: Writer = {
  formats: ['1688'],
  keeps: { customer: 'account', items: true, timeOfDay: true },
  write: (orders) => [
    csv([
      HEADER.split(','),
      ...orders.flatMap(({ id, at, buyer, sold, lines }) => {
        const total = money(lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0));
        const sums = [total, '0.00', '0.00', total];
        const times = [sold ? '交易成功' : '等待买家付款', stamp(at), sold ? stamp(at) : ''];
        const head = [
          id,
          '某公司',
          buyer.account,
          '某厂',
          'seller',
          ...sums,
          ...times,
          '某人',
          '上海 上海市',
          buyer.phone,
        ];
        return lines.map(({ sku, product, quantity, price }, i) => {
          const goods = [product, money(price), quantity, '件', '', sku];
          return [...(i === 0 ? head : head.map(() => '')), ...goods];
        });
      }),
    ]),
  ],
};
