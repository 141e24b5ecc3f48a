import type { Messages } from '../index.ts';

const taobaoBuyers =
  '淘宝、天猫的订单报表（ExportOrderList）里有“买家会员名”一列。请导出同一时段的订单报表，换成它打开。';
const taobaoItems =
  '淘宝、天猫的商品明细在宝贝报表（ExportOrderDetailList）里。请导出同一时段的宝贝报表，添加进来。';

export default {
  customers: {
    taobao: taobaoBuyers,
    tmall: taobaoBuyers,
    'taobao-details':
      '宝贝报表里没有买家和时间，订单报表（ExportOrderList）里有。请导出同一时段的订单报表，添加进来。',
    pinduoduo: '拼多多的订单一般不带买家。后台如果能勾选“用户购买手机号”，导出时请勾上。',
    douyin: '抖店导出的姓名和电话是加密的，认不出是不是同一个人。',
    'youzan-items': '有赞的商品维度报表里没有买家和时间，订单维度的有。请导出同一时段的，添加进来。',
    amazon: '亚马逊的 All Orders 报告不带买家，订单报告（Order Reports）里有 buyer-email。请换成它打开。',
    square: 'Square 只记下结账时选过的顾客。',
  },
  items: {
    taobao: taobaoItems,
    tmall: taobaoItems,
    youzan: '有赞还可以按商品维度导出，一行一件商品。请导出同一时段的，添加进来。',
    etsy: 'Etsy 的商品在订单商品（Order Items）的下载里。请导出同一时段的，添加进来。',
    magento: 'Magento 的订单列表里没有商品。请导出带商品的订单，换成它打开。',
    prestashop: 'PrestaShop 的订单列表里没有商品。请用 SQL 管理器导出 order_detail 表，换成它打开。',
  },
  wholeOrders: '这份表一行一个订单，一单里的商品都写在同一格；买了几样的订单，在这里只算一种商品。',
  mapping: '如果文件里其实有这一列，请到数据页选好。',
} satisfies Messages['missing'];
