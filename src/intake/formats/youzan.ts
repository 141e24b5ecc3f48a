import type { Format, StatusWords } from './format.ts';

const statuses: StatusWords = {
  closed: ['交易关闭', '已关闭'],
  cancelled: ['已取消'],
  not_a_sale: ['待付款', '等待买家付款', '待支付'],
  refunded: ['退款成功', '全额退款', '全额退款成功', '退款成功（全额退款）', '已全额退款', '已退款'],
  sale: [
    '待成团',
    '待接单',
    '待发货',
    '部分发货',
    '已发货',
    '待核销',
    '待自提',
    '已签收',
    '交易成功',
    '交易完成',
    '已完成',
    '无退款',
    '未退款',
    '退款中',
    '退款关闭',
    '部分退款',
    '已部分退款',
    '部分退款成功',
    '退款成功（部分退款）',
  ],
};

/**
 * Youzan 有赞, order level: a row per order with the buyer's phone and nickname and the names of all goods. What was paid
 * includes the freight.
 */
export const youzanOrders: Format = {
  id: 'youzan-orders',
  platform: 'youzan',
  currency: 'CNY',
  shape: 'order',
  signature: {
    订单号: 1,
    归属店铺: 1,
    买家付款时间: 2,
    商品金额合计: 1,
    应收订单金额: 2,
    订单实付金额: 3,
    全部商品名称: 3,
    订单已退款金额: 2,
    商品实际成交金额: -4,
    商品金额小计: -3,
  },
  meanings: {
    order_id: ['订单号'],
    ordered_at: ['订单创建时间', '买家付款时间'],
    paid_at: ['买家付款时间'],
    phone: ['买家手机号', '收货人手机号/提货人手机号', '收货人手机号'],
    customer_name: ['买家昵称', '收货人/提货人', '收货人'],
    product: ['全部商品名称'],
    order_amount: ['订单实付金额', '应收订单金额'],
    order_total: ['应收订单金额'],
    order_refund: ['订单已退款金额'],
    status: ['订单状态'],
    item_status: ['订单退款状态'],
    region: ['收货人省份'],
    city: ['收货人城市'],
    address: ['详细收货地址/提货地址', '收货地址'],
    source: ['推广方式', '订单来源', '销售渠道'],
    note: ['商家订单备注', '商家备注'],
  },
  statuses,
};

/**
 * Youzan, item level: a row per product with what was paid for it after its share of the shop's discounts; as a rule with
 * neither time nor buyer, which are in the order list.
 */
export const youzanItems: Format = {
  id: 'youzan-items',
  platform: 'youzan',
  currency: 'CNY',
  shape: 'details',
  signature: {
    订单号: 1,
    商品名称: 1,
    商品规格: 1,
    规格编码: 2,
    商品单价: 1,
    商品金额小计: 2,
    '店铺优惠（分摊）': 1,
    商品实际成交金额: 4,
    商品退款状态: 1,
    商品已退款金额: 2,
  },
  meanings: {
    order_id: ['订单号'],
    product: ['商品名称'],
    product_id: ['商品编码', '规格编码'],
    category: ['商品类目', '商品目录'],
    unit_price: ['商品单价'],
    quantity: ['商品数量'],
    amount: ['商品实际成交金额', '商品金额小计'],
    discount: ['店铺优惠（分摊）'],
    cost: ['商品成本价'],
    refund: ['商品已退款金额'],
    status: ['订单商品状态', '订单状态'],
    item_status: ['商品退款状态'],
    ordered_at: ['订单创建时间', '买家付款时间'],
    paid_at: ['买家付款时间'],
    phone: ['买家手机号', '收货人手机号/提货人手机号'],
  },
  costOfPiece: true,
  statuses,
  ordersIn: 'youzan-orders',
};
