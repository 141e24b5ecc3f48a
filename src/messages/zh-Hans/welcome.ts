import type { Messages } from '../index.ts';

export default {
  headline: '把订单文件拖进来，认出你的回头客。',
  lead: '顾客是谁、值多少钱、什么和什么一起卖、钱从哪里来，一看就明白。',
  formats:
    '后台导出的 CSV、Excel 或 Parquet 都可以：淘宝、天猫、京东、拼多多、抖店、有赞、微店、1688、Shopify、亚马逊、虾皮等平台，或者任何一行一件商品的订单表；几个文件可以一起打开。拖到页面任意位置，或直接粘贴。',
  privacy: '文件只在你自己的浏览器里读取，不会上传，也没有服务器可以上传。',
  samples: '先看看示例店铺',
  sample: {
    homeGoods: {
      name: '一家家居网店',
      about: '两年的虚构订单：有回头客、退款、优惠、成本和评价。',
    },
    supermarket: {
      name: '卖尿布和啤酒的超市',
      about: '虚构的收银小票，里面藏着那个出名的搭配，适合上课演示。',
    },
  },
} satisfies Messages['welcome'];
