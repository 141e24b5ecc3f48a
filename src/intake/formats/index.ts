import { customers, products } from './attached.ts';
import { alibaba1688 } from './alibaba-1688.ts';
import { amazonAllOrders, amazonOrderReport, amazonSaleReport } from './amazon.ts';
import { basketPairs, baskets } from './baskets.ts';
import { bigcommerce } from './bigcommerce.ts';
import { douyin } from './douyin.ts';
import { ebay } from './ebay.ts';
import { etsyItems, etsyOrders } from './etsy.ts';
import type { Format } from './format.ts';
import { jd } from './jd.ts';
import { lazada } from './lazada.ts';
import { magento, magento1 } from './magento.ts';
import { onlineRetail } from './online-retail.ts';
import { pinduoduo } from './pinduoduo.ts';
import { plain } from './plain.ts';
import { prestashop, prestashopFrench, prestashopSpanish } from './prestashop.ts';
import { purchases, purchaseSummary } from './purchases.ts';
import { shopee, shopeeTaiwan } from './shopee.ts';
import { shopify } from './shopify.ts';
import { square } from './square.ts';
import { squarespace } from './squarespace.ts';
import { taobaoDetails, taobaoItems, taobaoOrders, tmallReport } from './taobao.ts';
import { tiktokShop } from './tiktok-shop.ts';
import { weidian } from './weidian.ts';
import { wix } from './wix.ts';
import { webtoffee, wooAnalytics } from './woocommerce.ts';
import { youzanItems, youzanOrders } from './youzan.ts';

/** Every export the intake knows. A new platform is a new file beside this one and a line here. */
export const FORMATS: readonly Format[] = [
  onlineRetail,
  shopify,
  squarespace,
  wooAnalytics,
  webtoffee,
  magento,
  magento1,
  bigcommerce,
  prestashop,
  prestashopFrench,
  prestashopSpanish,
  amazonAllOrders,
  amazonOrderReport,
  amazonSaleReport,
  wix,
  taobaoOrders,
  taobaoDetails,
  taobaoItems,
  tmallReport,
  jd,
  pinduoduo,
  douyin,
  youzanOrders,
  youzanItems,
  weidian,
  alibaba1688,
  ebay,
  etsyItems,
  etsyOrders,
  square,
  shopee,
  shopeeTaiwan,
  lazada,
  tiktokShop,
  plain,
  baskets,
  basketPairs,
  purchases,
  purchaseSummary,
  customers,
  products,
];

export function formatOf(id: string): Format {
  return FORMATS.find((format) => format.id === id) ?? plain;
}
