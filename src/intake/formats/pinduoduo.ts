import type { Format } from './format.ts';

/**
 * Pinduoduo 拼多多: a row per order, which has one product. What the shop receives is its net sale, since the platform pays
 * for its own coupons. Buyers are not in the file, now and then their phone is.
 */
export const pinduoduo: Format = {
  id: 'pinduoduo',
  platform: 'pinduoduo',
  currency: 'CNY',
  shape: 'line',
  signature: {
    订单号: 1,
    商家实收金额: 4,
    用户实付金额: 2,
    店铺优惠折扣: 1,
    平台优惠折扣: 1,
    '商家编码-规格维度': 2,
    售后状态: 1,
    商品规格: 1,
    商品id: 1,
  },
  meanings: {
    order_id: ['订单号'],
    ordered_at: ['订单成交时间', '拼单成功时间', '支付时间'],
    product_id: ['商品id'],
    product: ['商品', '商品名称', '商品标题'],
    category: ['商品一级类目', '商品二级类目'],
    quantity: ['商品数量', '商品数量(件)'],
    amount: ['商家实收金额', '用户实付金额', '商品总价'],
    discount: ['店铺优惠折扣'],
    refund: ['退款金额'],
    status: ['订单状态'],
    item_status: ['售后状态'],
    phone: ['用户购买手机号'],
    region: ['省'],
    city: ['市'],
    note: ['商家备注'],
  },
  statuses: {
    closed: ['未发货，退款成功', '待发货，退款成功', '未成交，退款成功', '已关闭', '交易关闭'],
    cancelled: ['已取消', '已取消，*'],
    not_a_sale: ['待支付', '待付款', '未支付'],
    refunded: ['已发货，退款成功', '已签收，退款成功', '已收货，退款成功', '退款成功'],
    sale: [
      '待成团',
      '待发货',
      '部分发货',
      '已发货',
      '已发货，待签收',
      '已发货，待收货',
      '已签收',
      '已收货',
      '已完成',
      '交易成功',
      '无售后',
      '无售后或售后取消',
      '售后取消',
      '售后处理中',
      '退款中',
      '部分退款成功',
    ],
  },
};
