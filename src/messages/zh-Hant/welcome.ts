import type { Messages } from '../index.ts';

export default {
  headline: '把訂單檔案拖進來，認出你的回頭客。',
  lead: '顧客是誰、值多少錢、什麼和什麼一起賣、錢從哪裡來，一看就明白。',
  formats:
    '後台匯出的 CSV、Excel 或 Parquet 都可以：蝦皮、Shopify、WooCommerce、Amazon、eBay、淘寶、京東等平台，或任何一列一件商品的訂單表；幾個檔案可以一起開啟。拖到頁面任意位置，或直接貼上。',
  privacy: '檔案只在你自己的瀏覽器裡讀取，不會上傳，也沒有伺服器可以上傳。',
  samples: '先看看範例店鋪',
  sample: {
    homeGoods: {
      name: '一家居家用品網店',
      about: '兩年的虛構訂單：有回頭客、退款、折扣、成本和評價。',
    },
    supermarket: {
      name: '賣尿布和啤酒的超市',
      about: '虛構的收銀明細，裡面藏著那個出名的搭配，適合上課示範。',
    },
  },
} satisfies Messages['welcome'];
