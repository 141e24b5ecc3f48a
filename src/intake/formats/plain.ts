import type { Format } from './format.ts';

/** Any list of orders in Chinese or English, by a dictionary of the names people give their columns. */
export const plain: Format = {
  id: 'plain',
  platform: null,
  shape: 'line',
  signature: {},
  meanings: {
    order_id: words(`
      order_id, order, order no, order number, order #, orderno, order code, invoice, invoice no,
      invoice number, invoice id, transaction, transaction id, transaction no, receipt, receipt no,
      basket, basket id, ticket, sale id, bill no, purchase id, 订单编号, 订单号, 订单ID, 订单, 单号,
      主订单编号, 交易编号, 交易号, 交易单号, 流水号, 小票号, 訂單編號, 訂單號, 訂單號碼, 訂單, 編號`),
    ordered_at: words(`
      ordered_at, order date, order time, order datetime, date, datetime, time, timestamp,
      created at, created, created time, purchase date, purchase time, purchased at, invoice date,
      transaction date, sale date, sales date, day, date of purchase, 下单时间, 下单日期,
      订单创建时间, 创建时间, 订单时间, 订单日期, 交易日期, 交易时间, 成交时间, 成交日期, 付款时间,
      支付时间, 购买时间, 购买日期, 销售日期, 消费时间, 消费日期, 日期, 时间, 下單時間, 下單日期,
      訂單日期, 訂單時間, 訂單成立日期, 交易時間, 購買日期, 付款時間, 時間`),
    customer_id: words(`
      customer_id, customer, customer no, customer number, customer code, client, client id, buyer,
      buyer id, buyer username, buyer account, user, user id, username, user name, account,
      account id, member, member id, member no, shopper id, guest id, household, card no, nickname,
      顾客网名, 顧客網名, 客户账号, 客户帐号, 顾客账号, 用户账号, 会员账号, 账号, 帐号,
      客戶帳號, 會員帳號, 買家會員名, 帳號, 买家会员名, 会员名, 会员号, 会员编号, 会员卡号, 会员ID, 会员, 买家昵称, 买家账号,
      买家帐号, 买家ID, 买家, 下单帐号, 下单账号, 客户编号, 客户ID, 客户号, 客户代码, 客户, 顾客编号,
      顾客ID, 顾客, 用户ID, 用户编号, 用户名, 用户, 网名, 昵称, 旺旺, 旺旺名, 買家帳號, 買家,
      會員編號, 會員, 客戶編號, 客戶, 顧客編號, 顧客, 用戶`),
    customer_name: words(`
      customer_name, name, full name, buyer name, client name, real name, recipient, ship name,
      真实姓名, 姓名, 客户姓名, 顾客姓名, 客户名称, 买家姓名, 收货人, 收货人姓名, 收件人, 真實姓名,
      客戶姓名, 客戶名稱, 收件人姓名, 顧客姓名`),
    product_id: words(`
      product_id, product code, product no, sku, item id, item code, item no, item number,
      stock code, article no, asin, barcode, 商品ID, 商品编号, 商品编码, 商家编码, 商品代码,
      产品编号, 产品ID, 产品编码, 货号, 条码, 条形码, 商品編號, 商品編碼, 貨號, 產品編號`),
    product: words(`
      product, product name, item, item name, item title, title, description, product title, goods,
      article, item description, product description, items, 购买商品, 商品名称, 商品标题, 商品,
      宝贝标题, 宝贝名称, 宝贝, 标题, 产品名称, 产品, 品名, 货品名称, 货品标题, 货品, 项目, 購買商品,
      商品名稱, 產品名稱, 產品, 貨品名稱`),
    category: words(`
      category, product category, item category, department, product type, type, class, 类目,
      商品类目, 商品分类, 分类, 品类, 类别, 商品类别, 产品类别, 大类, 類別, 分類, 商品分類, 品類`),
    quantity: words(`
      quantity, qty, units, count, number of items, quantity ordered, units sold, pieces, pcs, 数量,
      购买数量, 商品数量, 件数, 销售数量, 订购数量, 商品件数, 购买件数, 宝贝总数量, 个数, 數量,
      購買數量, 件數, 商品數量`),
    unit_price: words(`
      unit_price, price, item price, price each, price per unit, unit cost to customer,
      selling price, sale price, 单价, 商品单价, 价格, 商品价格, 售价, 销售单价, 零售价, 單價, 價格,
      商品單價, 售價`),
    amount: words(`
      amount, total, line total, sales, revenue, total price, total amount, net sales, subtotal,
      line amount, paid, amount paid, sales amount, item total, spend, value, payment, net amount,
      total sales, 成交价格, 成交金额, 成交价, 金额, 实付金额, 实付款, 支付金额, 付款金额, 实际支付金额, 买家实际支付金额, 买家实付金额, 总金额, 总价, 合计,
      合计金额, 小计, 销售额, 销售金额, 消费金额, 应付金额, 商品总价, 实收金额, 交易金额, 購買金額, 成交價格, 金額, 實付金額, 付款金額, 總金額, 總價, 銷售額,
      消費金額, 小計`),
    order_amount: words(`
      order total, order amount, order value, order revenue, total order amount, 订单金额, 订单总额,
      订单总金额, 订单总价, 订单实付金额, 訂單金額, 訂單總額, 訂單總金額`),
    discount: words(`
      discount, discount amount, line discount, 优惠, 优惠金额, 折扣, 折扣金额, 優惠, 優惠金額,
      折扣金額`),
    cost: words(`
      cost, unit cost, line cost, cogs, cost price, 成本, 成本价, 成本金额, 进价, 成本價, 進價`),
    refund: words(`
      refund, refund amount, refunded, refunded amount, 退款, 退款金额, 退款金額`),
    status: words(`
      status, order status, state of order, 订单状态, 状态, 交易状态, 訂單狀態, 狀態, 交易狀態`),
    region: words(`
      region, province, country, area, ship state, state, shipping country, shipping province,
      territory, 收货省份, 收貨縣市, 省份, 省, 收货人省份, 地区, 区域, 省市, 国家, 地域, 地區, 區域, 縣市, 國家`),
    city: words(`
      city, town, ship city, shipping city, billing city, 城市, 市, 收货城市, 收货人城市, 所在城市`),
    source: words(`
      source, channel, customer source, referrer, utm source, traffic source, sales channel,
      客户来源, 顾客来源, 来源, 渠道, 流量来源, 订单来源, 销售渠道, 推广方式, 客戶來源, 顧客來源,
      來源, 渠道來源, 通路`),
    rating: words(`
      rating, score, stars, review score, 评分, 星级, 打分, 評分, 星級`),
    review: words(`
      review, feedback, comment, comments, 评价, 评论, 评价内容, 評價, 評論`),
    birthday: words(`
      birthday, birth date, date of birth, dob, birthdate, 生日, 出生日期`),
    gender: ['gender', 'sex', '性别', '性別'],
    email: words(`
      email, e-mail, customer email, buyer email, email address, mail, 电子邮箱, 邮箱, 电子邮件,
      電子郵箱, 電子郵件, 信箱`),
    phone: words(`
      phone, mobile, telephone, phone number, tel, customer phone, 联系电话, 电话, 手机, 手机号,
      手机号码, 联系手机, 买家手机号, 收货人手机, 聯絡電話, 電話, 手機, 手機號碼`),
    address: words(`
      address, shipping address, ship address, delivery address, 收货地址, 地址, 详细地址, 收貨地址,
      送貨地址, 收件地址`),
    note: words(`
      note, notes, remark, remarks, memo, 备注, 订单备注, 商家备注, 買家備註, 備註, 备忘`),
    tags: words(`
      tags, tag, labels, label, customer tags, order tags, 标签, 客户标签, 顾客标签, 会员标签, 標籤, 客戶標籤`),
    item_status: words(`
      refund status, return status, item status, 退款状态, 售后状态, 退款狀態, 售後狀態`),
    time: ['time', 'time of day', '时间', '時間', '下单时刻'],
    line_id: words(`
      line_id, line id, order item id, order line id, line item id, 子订单编号, 子订单号, 子訂單編號`),
    currency: words(`
      currency, currency code, 币种, 货币, 幣別, 幣種`),
    paid_at: words(`
      paid_at, paid at, paid time, paid date, payment date, payment time, date paid, time paid, 付款时间,
      订单付款时间, 买家付款时间, 支付时间, 支付完成时间, 付款日期, 支付日期, 付款時間`),
    complaint: words(`
      complaint, complaint type, complaint reason, dispute, dispute type, dispute reason, 纠纷类型,
      纠纷原因, 纠纷, 投诉类型, 投诉原因, 投诉, 投诉内容, 售后原因, 糾紛類型, 糾紛原因, 客訴類型, 客訴原因, 客訴`),
    complaint_result: words(`
      complaint result, complaint outcome, complaint status, dispute result, dispute status, resolution,
      处理结果, 纠纷结果, 纠纷处理结果, 投诉结果, 投诉处理结果, 處理結果, 客訴結果, 客訴處理結果`),
    complaint_days: words(`
      complaint days, days to resolve, resolution days, dispute days, 处理天数, 纠纷处理天数,
      投诉处理天数, 處理天數, 客訴處理天數`),
    cancelled_at: ['cancelled at', 'canceled at', '取消时间', '取消時間'],
  },
  statuses: {
    closed: words(`
      closed, 交易关闭, 已关闭, 关闭, 交易關閉, 已關閉`),
    cancelled: words(`
      cancelled, canceled, cancel, void, voided, 已取消, 取消, 订单取消, 訂單取消, 不成立`),
    not_a_sale: words(`
      pending, pending payment, unpaid, failed, payment error, checkout-draft, draft,
      awaiting payment, 等待买家付款, 待付款, 待支付, 未付款, 未支付, 等待付款`),
    refunded: ['refunded', '已退款', '退款成功', '全额退款'],
    sale: words(`
      sale, sold, paid, payment accepted, partially paid, partially refunded, confirmed, accepted, processing,
      in progress, ready, packed, dispatched, shipped, partially shipped, in transit, out for delivery,
      delivered, fulfilled, received, complete, completed, done, finished, success, successful,
      交易成功, 交易完成, 成功, 完成, 已完成, 已付款, 已支付, 买家已付款, 待发货, 等待发货, 待出库, 部分发货, 已发货,
      卖家已发货, 已出库, 运输中, 派送中, 待收货, 等待收货, 等待确认收货, 已收货, 已签收, 已确认收货, 已评价, 部分退款,
      已成交, 已結帳, 待出貨, 已出貨, 已送達, 已取貨, 已簽收, 已收貨, 部分退款成功`),
  },
  notProducts: {
    by: 'product',
    ids: words(`
      SHIPPING, POSTAGE, DELIVERY, SHIPPING FEE, 运费, 邮费, 补差价, 运费补差, 邮费补差, 快递费,
      運費, 郵費, 補差價`),
  },
};

function words(list: string): string[] {
  return list.split(',').map((word) => word.trim());
}
