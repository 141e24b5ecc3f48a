import { categorical, chance, integer, pick, poisson, type Random } from '../random.ts';
import { inSeason, isGreatSale } from './calendar.ts';
import { COMPANIONS, product, PRODUCTS, type Product } from './catalogue.ts';
import type { Customer } from './customers.ts';

/** A product and how many of it. */
export interface Choice {
  product: Product;
  quantity: number;
}

/**
 * What goes into an order: the household's staples that have run out, some free choices, and the companions of what was
 * chosen. `bought` maps the code of everything the customer took so far to the day of it, and is brought up to date.
 */
export function basket(
  random: Random,
  customer: Customer | null,
  day: number,
  bought: Map<string, number>,
): Choice[] {
  if (customer?.kind === 'wholesale') return bulk(random);
  const chosen = new Set<Product>();
  for (const { product, every } of customer?.staples ?? []) {
    const last = bought.get(product.code);
    if (last === undefined || last + every <= day + 8) chosen.add(product);
  }
  const appetite =
    (chosen.size ? 0.8 : customer?.kind === 'bargain' ? 2.3 : 1.6) * (isGreatSale(day) ? 1.7 : 1);
  const free = Math.max(chosen.size ? 0 : 1, poisson(random, appetite));
  for (let n = 0; n < free; n++) chosen.add(freeChoice(random, day, bought));
  for (const [first, second, probability] of COMPANIONS)
    if (chosen.has(product(first)) && chance(random, probability)) chosen.add(product(second));
  for (const each of chosen) bought.set(each.code, day);
  return [...chosen].map((each) => ({ product: each, quantity: quantity(random, each) }));
}

function freeChoice(random: Random, day: number, bought: Map<string, number>): Product {
  const weights = PRODUCTS.map(({ season, popularity }) =>
    season === null ? popularity : popularity * (inSeason(day, season) ? 2 : 0.08),
  );
  const draw = () => PRODUCTS[categorical(random, weights)]!;
  const first = draw();
  return first.every === null && bought.has(first.code) ? draw() : first;
}

function quantity(random: Random, { every, price }: Product): number {
  if (every !== null) return 1 + categorical(random, [62, 28, 7, 3]);
  return price < 6_000 ? 1 + categorical(random, [84, 12, 2, 2]) : 1 + categorical(random, [96, 4]);
}

/** A guest house or an office stocking up. */
function bulk(random: Random): Choice[] {
  const goods = ['ZP001', 'ZP002', 'QJ001', 'QJ003', 'WY008', 'SN001'];
  const codes = new Set([pick(random, goods), pick(random, goods)]);
  return [...codes].map((code) => ({ product: product(code), quantity: integer(random, 10, 26) }));
}
