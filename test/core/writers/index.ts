import { ebay } from './ebay.ts';
import { etsyBoth, etsyItems, etsyOrders } from './etsy.ts';
import { lazada } from './lazada.ts';
import { shopee, shopeeTaiwan } from './shopee.ts';
import { shopify } from './shopify.ts';
import { square } from './square.ts';
import { tiktokShop } from './tiktok-shop.ts';
import type { Writer } from './writer.ts';

/** A writer for every export the property test reads back. */
export const WRITERS: Readonly<Record<string, Writer>> = {
  shopify,
  ebay,
  etsyOrders,
  etsyItems,
  etsyBoth,
  square,
  shopee,
  shopeeTaiwan,
  lazada,
  tiktokShop,
};
