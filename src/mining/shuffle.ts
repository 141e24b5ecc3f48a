import { type Random, seeded, shuffle } from '../models/random.ts';
import { basketCount, type Baskets, basketsFromPairs } from './baskets.ts';
import type { Pairs } from './work.ts';

/** Every basket trades with so many others. */
const ROUNDS = 30;
/** Who holds an item in a trade. */
const FIRST = 1;
const SECOND = 2;

/**
 * The same baskets with their items shuffled: each basket keeps its size, each item the number of baskets that hold it, no
 * basket holds an item twice, and which items come together is chance alone. The pairs, each there once, may come in any
 * order; the answer lists the baskets one after the other, in order of first appearance. The same seed, a whole number,
 * gives the same answer.
 *
 * The method is the global curveball: in each round all baskets are put into random pairs, and the two of a pair deal the
 * items that only one of them holds anew between them (Strona et al. 2014; Carstens et al. 2018), which in the long run makes
 * every arrangement equally likely.
 */
export function shuffleBaskets(pairs: Pairs, seed: number): Pairs {
  const baskets = basketsFromPairs(pairs.basket, pairs.item);
  const { offsets, items, itemCodes, basketCodes } = baskets;
  const random = seeded(seed);
  const dealer = new Dealer(baskets, random);
  const order = Int32Array.from({ length: basketCount(baskets) }, (_, basket) => basket);
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    for (let at = 1; at < order.length; at += 2) dealer.trade(order[at - 1]!, order[at]!);
  }
  const basket = new Int32Array(items.length);
  for (let row = 0; row < order.length; row++) basket.fill(basketCodes[row]!, offsets[row], offsets[row + 1]);
  return { basket, item: items.map((item) => itemCodes[item]!) };
}

/** Deals the items of two baskets anew, in place. */
class Dealer {
  private readonly baskets: Baskets;
  private readonly random: Random;
  /** For each item who holds it in this trade, as a sum of the sides. */
  private readonly held: Uint8Array;

  constructor(baskets: Baskets, random: Random) {
    this.baskets = baskets;
    this.random = random;
    this.held = new Uint8Array(baskets.itemCount);
  }

  trade(first: number, second: number): void {
    const { offsets, items } = this.baskets;
    const { held } = this;
    const rows = [
      { side: FIRST, from: offsets[first]!, to: offsets[first + 1]! },
      { side: SECOND, from: offsets[second]!, to: offsets[second + 1]! },
    ];
    for (const { side, from, to } of rows) for (let p = from; p < to; p++) held[items[p]!]! += side;
    const places: number[] = [];
    for (const { side, from, to } of rows)
      for (let p = from; p < to; p++) if (held[items[p]!] === side) places.push(p);
    for (const { from, to } of rows) for (let p = from; p < to; p++) held[items[p]!] = 0;
    this.deal(places);
  }

  /** Puts the items at these places into a random order. */
  private deal(places: readonly number[]): void {
    const { items } = this.baskets;
    for (let i = places.length - 1; i > 0; i--) {
      const j = Math.floor(this.random() * (i + 1));
      const kept = items[places[i]!]!;
      items[places[i]!] = items[places[j]!]!;
      items[places[j]!] = kept;
    }
  }
}
