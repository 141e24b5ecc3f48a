export default {
  headline: 'Drop your order file. Meet your regulars.',
  lead: 'See who your customers are, what they are worth, what sells together, and where the money comes from.',
  formats:
    'CSV, Excel or Parquet, straight from the shop’s back office: Taobao, JD, Pinduoduo, Douyin, Youzan, Shopify, WooCommerce, Amazon, eBay, Etsy, Shopee and more, or any list with one order line per row. Several files may be opened together. Drop it anywhere on this page, or paste it.',
  privacy: 'The file is read by your own browser. It is not uploaded; there is no server to upload it to.',
  samples: 'Or look at a sample shop',
  sample: {
    homeGoods: {
      name: 'A home-goods web shop',
      about:
        'Two years of invented orders, in Chinese: returning customers, refunds, discounts, costs and reviews.',
    },
    supermarket: {
      name: 'A supermarket with diapers and beer',
      about: 'Invented till receipts with the famous pattern hidden in them, for the classroom.',
    },
  },
};
