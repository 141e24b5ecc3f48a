import type { Format } from './format.ts';

/**
 * 1688: a row per product; the cells of an order, its number too, are merged over its rows and so stand on the first one
 * only. What was paid includes freight and what the seller took off or put on.
 */
export const alibaba1688: Format = {
  id: '1688',
  platform: '1688',
  currency: 'CNY',
  shape: 'carried',
  signature: {
    订单编号: 1,
    买家公司名: 2,
    买家会员名: 1,
    卖家公司名: 1,
    卖家会员名: 1,
    货品总价: 3,
    涨价或折扣: 2,
    实付款: 1,
    货品标题: 3,
  },
  meanings: {
    order_id: ['订单编号'],
    customer_id: ['买家会员名', '买家公司名'],
    customer_name: ['买家公司名', '收货人姓名'],
    ordered_at: ['订单创建时间', '订单付款时间'],
    paid_at: ['订单付款时间'],
    product_id: ['Offer ID', '货号', '单品货号', 'SKU ID'],
    product: ['货品标题'],
    category: ['货品种类'],
    unit_price: ['单价'],
    quantity: ['数量'],
    order_amount: ['实付款', '货品总价'],
    order_refund: ['退款金额'],
    status: ['订单状态'],
    phone: ['联系手机', '联系电话'],
    address: ['收货地址'],
    note: ['卖家备注', '卖家备忘'],
  },
  statuses: {
    closed: ['交易关闭', '已关闭'],
    cancelled: ['已取消', '交易取消', '订单取消'],
    not_a_sale: ['等待买家付款', '待付款', '等待付款'],
    refunded: ['退款成功', '全额退款'],
    sale: [
      '买家已付款，等待卖家发货',
      '等待卖家发货',
      '待发货',
      '部分发货',
      '已发货',
      '待收货',
      '等待买家收货',
      '等待买家确认收货',
      '已收货',
      '交易成功',
      '已完成',
      '退款中',
      '部分退款',
    ],
  },
};
