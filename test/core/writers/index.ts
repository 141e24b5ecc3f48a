import { alibaba1688 } from './alibaba-1688.ts';
import { amazonAllOrders, amazonOrderReport } from './amazon.ts';
import { bigcommerce } from './bigcommerce.ts';
import { douyin, douyinPacked } from './douyin.ts';
import { ebay } from './ebay.ts';
import { etsyBoth, etsyItems, etsyOrders } from './etsy.ts';
import { jd } from './jd.ts';
import { lazada } from './lazada.ts';
import { magento } from './magento.ts';
import { pinduoduo } from './pinduoduo.ts';
import { prestashop } from './prestashop.ts';
import { shopee, shopeeTaiwan } from './shopee.ts';
import { shopify } from './shopify.ts';
import { square } from './square.ts';
import { squarespace } from './squarespace.ts';
import { taobao, taobaoItems, tmallReport } from './taobao.ts';
import { tiktokShop } from './tiktok-shop.ts';
import { weidian } from './weidian.ts';
import { wix } from './wix.ts';
import { webtoffee, wooAnalytics } from './woocommerce.ts';
import { youzan } from './youzan.ts';
import type { Writer } from './writer.ts';

/** A writer for every export the property test reads back. */
export const WRITERS: Readonly<Record<string, Writer>> = {
  shopify,
  squarespace,
  wooAnalytics,
  webtoffee,
  magento,
  bigcommerce,
  prestashop,
  amazonAllOrders,
  amazonOrderReport,
  wix,
  ebay,
  etsyOrders,
  etsyItems,
  etsyBoth,
  square,
  shopee,
  shopeeTaiwan,
  lazada,
  tiktokShop,
  taobao,
  taobaoItems,
  tmallReport,
  jd,
  pinduoduo,
  douyin,
  douyinPacked,
  youzan,
  weidian,
  alibaba1688,
};
