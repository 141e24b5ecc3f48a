import { categorical, chance, gamma, integer, poisson, seeded, type Random } from '../random.ts';
import { ASSOCIATIONS } from './associations.ts';
import { NOISE } from './household.ts';
import { ITEMS } from './items.ts';
import { storyItems, type Story } from './story.ts';

/** One receipt: minutes since the beginning of the first day, the loyalty card or empty text, and what was bought. */
export interface Receipt {
  minute: number;
  card: string;
  lines: { item: string; quantity: number }[];
}

const DAYS = 56;
const RECEIPTS = 6_500;
const CARDS = 900;
const CARD_SHARE = 0.6;
/** Share of receipts by hour from 8 to 21. */
const HOURS = [5, 7, 8, 8, 7, 5, 5, 6, 8, 11, 13, 10, 5, 2];
/** From Monday, the first day, to Sunday. */
const WEEKDAYS = [12, 12, 12, 13, 15, 19, 17];

const ORDINARY = [...ITEMS.values()].filter((item) => item.popularity > 0);
const POPULARITY = ORDINARY.map((item) => item.popularity);

/** Every receipt of the eight weeks, oldest first. */
export function receipts(): Receipt[] {
  const random = seeded('supermarket');
  const story = seeded('supermarket: story');
  const cards = Array.from({ length: CARDS }, () => gamma(random, 0.9, 1));
  return times(random).map((minute) => {
    const hour = Math.floor(minute / 60) % 24;
    const weekend = Math.floor(minute / 1_440) % 7 >= 5;
    const items = basket(random, storyItems(story, hour, weekend), weekend);
    const member = chance(random, CARD_SHARE);
    return {
      minute,
      card: member ? `M${String(1_001 + cardOf(random, cards, items.has('diapers')))}` : '',
      lines: [...items].map((item) => ({ item, quantity: 1 + categorical(random, [78, 15, 5, 2]) })),
    };
  });
}

function times(random: Random): number[] {
  const weights = Array.from({ length: DAYS }, (_, day) => WEEKDAYS[day % 7]!);
  return Array.from({ length: RECEIPTS }, () => {
    const hour = 8 + categorical(random, HOURS);
    return categorical(random, weights) * 1_440 + hour * 60 + integer(random, 0, 59);
  }).sort((a, b) => a - b);
}

/** Item names in the order they were put into the basket. */
function basket(random: Random, { diapers, beer }: Story, weekend: boolean): Set<string> {
  const items = new Set<string>();
  if (diapers) items.add('diapers');
  const size = 1 + poisson(random, gamma(random, 1.7, weekend ? 1.6 : 1.25));
  for (let n = 0; n < size; n++) items.add(ordinary(random));
  if (beer) items.add('beer');
  for (const [first, second, probability] of ASSOCIATIONS)
    if (items.has(first) && !items.has(second) && chance(random, probability)) items.add(second);
  for (const [name] of NOISE.items) if (chance(random, NOISE.probability)) items.add(name);
  return items;
}

function ordinary(random: Random): string {
  return ORDINARY[categorical(random, POPULARITY)]!.en;
}

/** The first seventh of the cards belongs to families with small children: diapers are theirs. */
function cardOf(random: Random, weights: readonly number[], diapers: boolean): number {
  return categorical(random, diapers ? weights.slice(0, Math.floor(weights.length / 7)) : weights);
}
