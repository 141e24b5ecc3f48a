import type { Messages } from '../index.ts';

const taobaoBuyers =
  '淘寶、天貓的訂單報表（ExportOrderList）裡有「买家会员名」一欄。請匯出同一段期間的訂單報表，改開這一份。';
const taobaoItems =
  '淘寶、天貓的商品明細在寶貝報表（ExportOrderDetailList）裡。請匯出同一段期間的寶貝報表，加進來。';

export default {
  customers: {
    taobao: taobaoBuyers,
    tmall: taobaoBuyers,
    'taobao-details':
      '寶貝報表裡沒有買家和時間，訂單報表（ExportOrderList）裡有。請匯出同一段期間的訂單報表，加進來。',
    pinduoduo: '拼多多的訂單通常不帶買家。後台如果能勾選「用户购买手机号」，匯出時請勾選。',
    douyin: '抖店匯出的姓名和電話是加密的，認不出是不是同一個人。',
    'youzan-items': '有贊的商品報表裡沒有買家和時間，訂單報表裡有。請匯出同一段期間的，加進來。',
    amazon: 'Amazon 的 All Orders 報告不帶買家，訂單報告（Order Reports）裡有 buyer-email。請改開這一份。',
    square: 'Square 只記下結帳時選過的顧客。',
  },
  items: {
    taobao: taobaoItems,
    tmall: taobaoItems,
    youzan: '有贊還可以依商品匯出，一列一件商品。請匯出同一段期間的，加進來。',
    etsy: 'Etsy 的商品在訂單商品（Order Items）的下載裡。請匯出同一段期間的，加進來。',
    magento: 'Magento 的訂單列表裡沒有商品。請匯出帶商品的訂單，改開這一份。',
    prestashop: 'PrestaShop 的訂單列表裡沒有商品。請用 SQL 管理員匯出 order_detail 資料表，改開這一份。',
  },
  wholeOrders: '這份表一列一筆訂單，一筆裡的商品都寫在同一格；買了幾樣的訂單，在這裡只算一種商品。',
  mapping: '如果檔案裡其實有這一欄，請到資料頁選好。',
} satisfies Messages['missing'];
