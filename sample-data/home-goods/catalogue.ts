import { zipf } from '../random.ts';
import { CATEGORIES, type Season } from './products.ts';

/** A product of the shop. `every` is the days a household takes to use it up; durable goods have none. */
export interface Product {
  code: string;
  name: string;
  category: string;
  /** List price and purchase cost of one piece, in cents. */
  price: number;
  cost: number;
  every: number | null;
  season: Season | null;
  /** Share of free choices that fall on it: the category's share times a Zipf law over its list. */
  popularity: number;
}

/** Everything the shop sells, in the order of its lists. */
export const PRODUCTS: readonly Product[] = CATEGORIES.flatMap(([prefix, category, share, items]) => {
  const weights = zipf(items.length, 0.9);
  return items.map(([name, price, cost, every = null, season = null], rank) => ({
    code: `${prefix}${String(rank + 1).padStart(3, '0')}`,
    name,
    category,
    price: Math.round(price * 100),
    cost: Math.round(cost * 100),
    every,
    season,
    popularity: (share / 100) * weights[rank]!,
  }));
});

/** Bought together on purpose: whoever takes the first takes the second in the same order with this probability. */
export const COMPANIONS: readonly (readonly [first: string, second: string, probability: number])[] = [
  ['SN001', 'SN002', 0.45],
  ['CJ001', 'CJ003', 0.5],
  ['CS001', 'CS002', 0.55],
  ['JF001', 'JF002', 0.4],
  ['XX001', 'XX002', 0.2],
];

/** The product whose refunds rise, and the window (days since the first) in which their rate climbs from low to high. */
export const FAILING = { code: 'QJ002', from: 365, to: 700, low: 0.01, high: 0.5 };

/** Postage a buyer pays on top: a line of the order that is not a product. */
export const POSTAGE = { code: 'YF001', name: '运费补差', category: '运费' };

/** The product of that code. */
export function product(code: string): Product {
  const found = PRODUCTS.find((each) => each.code === code);
  if (!found) throw new Error(`There is no product ${code}.`);
  return found;
}
