import { zipf } from '../random.ts';
import { FOOD } from './food.ts';
import { HOUSEHOLD, NOISE, STORY } from './household.ts';

export type Language = 'en' | 'zh';

/** A part of the assortment with its share of ordinary choices. */
export interface Shelf extends Readonly<Record<Language, string>> {
  share: number;
  items: readonly (readonly [en: string, zh: string, price: number])[];
}

/** An article of the supermarket; its English name serves as its key. The price is in cents. */
export interface Item extends Readonly<Record<Language, string>> {
  category: Readonly<Record<Language, string>>;
  price: number;
  /** Share of ordinary choices: its shelf's share times a Zipf law over the shelf; 0 where another rule draws it. */
  popularity: number;
}

/** The whole assortment by English name. */
export const ITEMS: ReadonlyMap<string, Item> = new Map(
  [
    ...[...FOOD, ...HOUSEHOLD].flatMap(({ en, zh, share, items }) => {
      const weights = zipf(items.length, 0.85);
      return items.map((names, rank) => item(names, { en, zh }, share * weights[rank]!));
    }),
    ...NOISE.items.map((names) => item(names, { en: NOISE.en, zh: NOISE.zh }, 0)),
    ...Object.values(STORY).map(({ price, ...rest }) => ({
      ...rest,
      price: Math.round(price * 100),
      popularity: 0,
    })),
  ].map((each) => [each.en, each]),
);

function item([en, zh, price]: Shelf['items'][number], category: Item['category'], popularity: number): Item {
  return { en, zh, category, price: Math.round(price * 100), popularity };
}
