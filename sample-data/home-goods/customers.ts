import { beta, categorical, chance, gamma, integer, pick, seeded, type Random } from '../random.ts';
import { activity, dayOf, DAYS } from './calendar.ts';
import { PRODUCTS, type Product } from './catalogue.ts';
import { person, type Person } from './person.ts';

/** A customer and the hidden parameters of their buying: an order about every `gap` days until they drop out. */
export interface Customer extends Person {
  source: string;
  /** Day of the first order; no orders on or after `leaves`. */
  joined: number;
  leaves: number;
  gap: number;
  /** Shape of the gaps: 1 is a Poisson process, more is a rhythm. */
  regularity: number;
  /** Probability of leaving for good after an order. */
  dropout: number;
  /** Consumables the household always buys here, each with its own days to use it up. */
  staples: readonly { product: Product; every: number }[];
  kind: 'usual' | 'bargain' | 'wholesale';
}

/** Per source: share of ordinary newcomers, mean gap in days, and a, b of the beta distributed dropout. */
const SOURCES: readonly (readonly [source: string, share: number, gap: number, a: number, b: number])[] = [
  ['搜索', 34, 62, 1.3, 1.1],
  ['直通车', 18, 70, 1.6, 1.1],
  ['活动', 16, 80, 1.9, 1],
  ['朋友推荐', 13, 52, 0.9, 1.7],
  ['老客户推荐', 11, 48, 0.8, 1.9],
  ['抖音', 3, 75, 2, 0.9],
  ['小红书', 5, 60, 1.3, 1.2],
];

const ORDINARY = 700;
const GOOD_BUT_LEAVING = 24;
const WHOLESALE = 4;
/** The paid push of the last half-year: buyers won by price alone. */
const PUSH = { customers: 400, source: '抖音', from: '2026-04-01' };

/** Everyone with an account, in no particular order. */
export function customers(): Customer[] {
  const random = seeded('home goods: customers');
  const taken = new Set<string>();
  const make = (count: number, build: (who: Person) => Customer) =>
    Array.from({ length: count }, () => build(person(random, taken)));
  const all = days((day) => activity(day) * (day < 21 ? 3 : day < 150 ? 1.5 : 1));
  const push = days((day) => (day < dayOf(PUSH.from) ? 0 : activity(day)));
  return [
    ...make(ORDINARY, (who) => ordinary(random, who, categorical(random, all))),
    ...make(GOOD_BUT_LEAVING, (who) => leaving(random, who)),
    ...make(WHOLESALE, (who) => wholesale(random, who)),
    ...make(PUSH.customers, (who) => ({
      ...base(who, PUSH.source, categorical(random, push)),
      dropout: beta(random, 9, 0.6),
      kind: 'bargain' as const,
    })),
  ];
}

function ordinary(random: Random, who: Person, joined: number): Customer {
  const [source, , gap, a, b] =
    SOURCES[
      categorical(
        random,
        SOURCES.map(([, share]) => share),
      )
    ]!;
  const regular = chance(random, 0.3);
  const rate = gamma(random, 1.6, 1 / 1.6) / gap;
  return {
    ...base(who, source, joined),
    gap: regular ? 25 + 25 * random() : Math.min(1 / rate, 400),
    regularity: regular ? 6 : 1,
    dropout: beta(random, a, b) * (regular ? 0.55 : 1),
    staples: regular ? staples(random, integer(random, 1, 3)) : [],
  };
}

/** Among the best for more than a year, then silent from one of the weeks around the Spring Festival of 2026. */
function leaving(random: Random, who: Person): Customer {
  return {
    ...base(who, pick(random, ['搜索', '朋友推荐', '老客户推荐']), integer(random, 2, 110)),
    leaves: integer(random, dayOf('2026-01-10'), dayOf('2026-04-12')),
    gap: 17 + 9 * random(),
    regularity: 5,
    dropout: 0,
    staples: staples(random, 3),
  };
}

function wholesale(random: Random, who: Person): Customer {
  const joined = integer(random, 20, 260);
  return { ...base(who, '搜索', joined), gap: 75, regularity: 4, dropout: 0.05, kind: 'wholesale' };
}

function base(who: Person, source: string, joined: number): Customer {
  return {
    ...who,
    source,
    joined,
    leaves: DAYS,
    gap: 60,
    regularity: 1,
    dropout: 0.5,
    staples: [],
    kind: 'usual',
  };
}

function staples(random: Random, count: number): Customer['staples'] {
  const consumables = PRODUCTS.filter((product) => product.every !== null);
  const chosen = new Set<Product>();
  while (chosen.size < count)
    chosen.add(
      consumables[
        categorical(
          random,
          consumables.map((product) => product.popularity),
        )
      ]!,
    );
  return [...chosen].map((product) => ({ product, every: product.every! * (0.8 + 0.4 * random()) }));
}

function days(weight: (day: number) => number): number[] {
  return Array.from({ length: DAYS }, (_, day) => weight(day));
}
