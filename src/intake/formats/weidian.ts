import type { Format } from './format.ts';

/**
 * Weidian 微店: a row per product with the account that ordered. What was paid is the order's where it repeats on each of
 * its rows, else the row's; it includes the freight.
 */
export const weidian: Format = {
  id: 'weidian',
  platform: 'weidian',
  currency: 'CNY',
  shape: 'line',
  signature: {
    订单编号: 1,
    订单描述: 1,
    商品型号: 2,
    型号编码: 2,
    商品件数: 2,
    商品金额合计: 1,
    实付金额: 1,
    下单账号: 2,
    下单微信: 3,
  },
  meanings: {
    order_id: ['订单编号'],
    ordered_at: ['下单时间', '支付时间'],
    customer_id: ['下单账号'],
    customer_name: ['下单微信', '收件人', '收货人'],
    product_id: ['商品ID', '商品编码', '型号编码'],
    product: ['商品名称', '订单描述'],
    unit_price: ['商品单价', '商品价格'],
    quantity: ['商品件数', '商品数量'],
    order_amount: ['实付金额', '商品金额合计'],
    refund: ['退款金额'],
    status: ['订单状态'],
    item_status: ['退款状态'],
    phone: ['收件人手机', '收货人手机', '手机号'],
    region: ['省'],
    city: ['市'],
    address: ['详细地址', '收货地址'],
    note: ['卖家备注', '商家备注', '备注'],
  },
  statuses: {
    closed: ['已关闭', '交易关闭', '订单关闭'],
    cancelled: ['已取消'],
    not_a_sale: ['待付款', '待支付'],
    refunded: ['退款成功', '退款完成', '已退款', '全额退款'],
    sale: [
      '待成团',
      '待发货',
      '部分发货',
      '已发货',
      '待收货',
      '已收货',
      '已完成',
      '交易成功',
      '交易完成',
      '无退款',
      '未退款',
      '退款中',
      '退款关闭',
      '部分退款',
    ],
  },
};
