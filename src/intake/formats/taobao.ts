import type { Format, StatusWords } from './format.ts';

const statuses: StatusWords = {
  closed: [
    '交易关闭',
    '交易自动关闭',
    '交易已关闭',
    '已关闭',
    '付款以后用户退款成功，交易自动关闭',
    '付款以前，卖家或买家主动关闭交易',
  ],
  not_a_sale: ['等待买家付款', '没有创建支付宝交易', '等待付款', '待付款', '定金已付尾款未付'],
  refunded: ['退款成功'],
  sale: [
    '交易成功',
    '买家已付款，等待卖家发货',
    '买家已付款',
    '等待卖家发货',
    '卖家部分发货',
    '卖家已发货，等待买家确认',
    '卖家已发货',
    '等待买家确认收货',
    '买家已签收，货到付款专用',
    '无退款申请',
    '没有申请退款',
    '退款关闭',
    '买家已经申请退款，等待卖家同意',
    '卖家已经同意退款，等待买家退货',
    '买家已经退货，等待卖家确认收货',
    '卖家拒绝退款',
  ],
};

/**
 * Taobao and Tmall ExportOrderList: a row per order; money and buyer, with the titles of what was bought. What the buyer
 * paid includes the postage, which Taobao's own turnover counts too.
 */
export const taobaoOrders: Format = {
  id: 'taobao-orders',
  platform: 'taobao',
  currency: 'CNY',
  shape: 'order',
  signature: {
    订单编号: 2,
    买家会员名: 1,
    买家应付货款: 2,
    买家应付邮费: 2,
    总金额: 1,
    买家实际支付金额: 2,
    订单创建时间: 1,
    订单付款时间: 1,
    宝贝标题: 1,
    货品标题: -4,
  },
  meanings: {
    order_id: ['订单编号'],
    customer_id: ['买家会员名', '买家昵称'],
    customer_name: ['收货人姓名', '收货人'],
    ordered_at: ['订单创建时间', '订单付款时间', '买家下单时间'],
    paid_at: ['订单付款时间'],
    product: ['宝贝标题', '商品标题'],
    quantity: ['宝贝总数量', '商品总数量'],
    order_amount: ['买家实际支付金额', '买家实付金额'],
    order_total: ['总金额'],
    order_refund: ['退款金额'],
    status: ['订单状态'],
    region: ['收货省份'],
    city: ['收货市', '收货城市'],
    address: ['收货地址', '详细地址'],
    phone: ['联系手机', '联系电话'],
    note: ['订单备注', '商家备注'],
  },
  statuses,
};

/** Taobao ExportOrderDetailList: a row per line, with neither time nor buyer; these are in the order list. */
export const taobaoDetails: Format = {
  id: 'taobao-details',
  platform: 'taobao',
  currency: 'CNY',
  shape: 'details',
  signature: { 订单编号: 2, 标题: 3, 价格: 2, 购买数量: 2, 外部系统编号: 1, 商品属性: 1 },
  meanings: {
    order_id: ['订单编号'],
    product: ['标题'],
    product_id: ['商家编码', '外部系统编号'],
    unit_price: ['价格'],
    quantity: ['购买数量'],
    status: ['订单状态'],
    ordered_at: ['创建时间', '订单创建时间'],
    note: ['备注'],
  },
  statuses,
  ordersIn: 'taobao-orders',
};

/** Taobao's newer item list: a row per sub-order with what was paid for it; buyers are in the order list. */
export const taobaoItems: Format = {
  id: 'taobao-items',
  platform: 'taobao',
  currency: 'CNY',
  shape: 'line',
  signature: {
    子订单编号: 3,
    主订单编号: 3,
    商品标题: 2,
    商品价格: 1,
    购买数量: 1,
    买家实付金额: 2,
    退款状态: 1,
  },
  meanings: {
    order_id: ['主订单编号'],
    line_id: ['子订单编号'],
    product: ['商品标题'],
    product_id: ['商品ID', '商家编码'],
    unit_price: ['商品价格'],
    quantity: ['购买数量'],
    amount: ['买家实付金额', '买家应付货款'],
    refund: ['退款金额'],
    status: ['订单状态'],
    item_status: ['退款状态'],
    ordered_at: ['订单创建时间', '订单付款时间'],
    paid_at: ['订单付款时间'],
    customer_id: ['买家会员名', '买家昵称'],
    note: ['商家备注'],
  },
  statuses,
  ordersIn: 'taobao-orders',
};

/**
 * The order report of Tmall: a row per order, with neither buyer nor goods nor status. Orders never paid have nothing
 * paid. In some reports what was paid is before refunds, in others after them; the amounts tell which.
 */
export const tmallReport: Format = {
  id: 'tmall-report',
  platform: 'tmall',
  currency: 'CNY',
  shape: 'order',
  signature: {
    订单编号: 1,
    总金额: 2,
    买家实际支付金额: 2,
    收货地址: 1,
    订单创建时间: 1,
    订单付款时间: 1,
    退款金额: 2,
    买家会员名: -3,
    买家应付货款: -3,
    宝贝标题: -3,
    订单状态: -3,
  },
  meanings: {
    order_id: ['订单编号'],
    ordered_at: ['订单创建时间', '订单付款时间'],
    paid_at: ['订单付款时间'],
    order_amount: ['买家实际支付金额'],
    order_total: ['总金额'],
    order_refund: ['退款金额'],
    address: ['收货地址'],
  },
};
