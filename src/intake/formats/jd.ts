import type { Format } from './format.ts';

/**
 * JD 京东: a row per product, on each of which the amounts of the whole order repeat. What JD settles with the shop is its
 * net sale, since JD pays for its own coupons; the amount due lacks what the buyer paid from a balance.
 */
export const jd: Format = {
  id: 'jd',
  platform: 'jd',
  currency: 'CNY',
  shape: 'line',
  signature: {
    订单号: 1,
    订购数量: 3,
    京东价: 3,
    下单帐号: 2,
    客户姓名: 1,
    客户地址: 2,
    订单金额: 1,
    结算金额: 1,
  },
  meanings: {
    order_id: ['订单号', '订单编号'],
    product_id: ['商品ID', '商品编号', '货号'],
    product: ['商品名称'],
    quantity: ['订购数量', '商品数量'],
    unit_price: ['京东价'],
    order_amount: ['结算金额', '应付金额', '订单金额'],
    ordered_at: ['下单时间', '付款确认时间'],
    paid_at: ['付款确认时间'],
    status: ['订单状态'],
    customer_id: ['下单帐号', '下单账号'],
    customer_name: ['客户姓名'],
    address: ['客户地址'],
    phone: ['联系电话'],
    source: ['订单渠道', '订单来源'],
    note: ['商家备注', '订单备注'],
  },
  statuses: {
    cancelled: ['已取消', '取消', '订单取消', '已删除', '（删除）*'],
    not_a_sale: ['等待付款', '待付款', '等待付款确认', '锁定', '锁定订单', '（锁定）*'],
    sale: [
      '等待出库',
      '待出库',
      '等待打印',
      '等待发货',
      '等待境外出库',
      '等待境内发货',
      '等待确认收货',
      '等待收货',
      '部分出库',
      '已发货',
      '完成',
      '已完成',
    ],
  },
};
