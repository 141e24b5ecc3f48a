const taobaoBuyers =
  'On Taobao and Tmall the order list (ExportOrderList) names the buyer in the column 买家会员名. Export it for the same dates and open it instead.';
const taobaoItems =
  'On Taobao and Tmall the items are in the item list (ExportOrderDetailList). Export it for the same dates and add it.';

/** Where a platform has what its file lacks, by format or else by platform. */
const customers: Readonly<Record<string, string>> = {
  taobao: taobaoBuyers,
  tmall: taobaoBuyers,
  'taobao-details':
    'Taobao’s item list has neither buyer nor date; the order list (ExportOrderList) has both. Export it for the same dates and add it.',
  pinduoduo:
    'Pinduoduo usually exports no buyer. Where your back office offers 用户购买手机号, choose it when exporting.',
  douyin:
    'Douyin encrypts names and phone numbers in its export, so the same buyer cannot be recognised in it.',
  'youzan-items':
    'Youzan’s item list has neither buyer nor date; its order list has both. Export it for the same dates and add it.',
  amazon:
    'Amazon’s All Orders report has no buyer; its order reports carry buyer-email. Open one of those instead.',
  square: 'Square names a customer only where one was chosen at the till.',
};
const items: Readonly<Record<string, string>> = {
  taobao: taobaoItems,
  tmall: taobaoItems,
  youzan: 'Youzan also exports one row per item. Export that for the same dates and add it.',
  etsy: 'Etsy’s items are in its download of order items. Export it for the same dates and add it.',
  magento: 'Magento’s order grid lists no items. Export the orders with their items and open that instead.',
  prestashop:
    'PrestaShop’s order list has no items. Export the table order_detail with its SQL manager and open that instead.',
};

export default {
  customers,
  items,
  wholeOrders:
    'This list has one row per order with all its items in one cell; an order with several counts as one product here.',
  mapping: 'If the file has such a column, choose it on the data page.',
};
