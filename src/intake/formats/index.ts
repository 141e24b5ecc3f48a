import { customers, products } from './attached.ts';
import { basketPairs, baskets } from './baskets.ts';
import type { Format } from './format.ts';
import { onlineRetail } from './online-retail.ts';
import { plain } from './plain.ts';
import { shopify } from './shopify.ts';
import { taobaoDetails, taobaoItems, taobaoOrders } from './taobao.ts';

/** Every export the intake knows. A new platform is a new file beside this one and a line here. */
export const FORMATS: readonly Format[] = [
  onlineRetail,
  shopify,
  taobaoOrders,
  taobaoDetails,
  taobaoItems,
  plain,
  baskets,
  basketPairs,
  customers,
  products,
];

export function formatOf(id: string): Format {
  return FORMATS.find((format) => format.id === id) ?? plain;
}
