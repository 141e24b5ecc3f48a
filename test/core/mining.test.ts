import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { basketsFromPairs } from '../../src/mining/baskets.ts';
import { Family } from '../../src/mining/family.ts';
import { mine } from '../../src/mining/mine.ts';
import { minCount } from '../../src/mining/threshold.ts';
import { asMap, bruteForce, compressed } from './mining-data.ts';

const BREAD = 0;
const MILK = 1;
const DIAPERS = 2;
const BEER = 3;
const EGGS = 4;
const COLA = 5;
/** The five baskets of the textbook (Tan, Steinbach & Kumar), milk twice in the third, and one empty. */
const TEXTBOOK = [
  [BREAD, MILK],
  [BREAD, DIAPERS, BEER, EGGS],
  [MILK, COLA, MILK, DIAPERS, BEER],
  [BREAD, MILK, DIAPERS, BEER],
  [COLA, BREAD, MILK, DIAPERS],
  [],
];
const UNBOUNDED = { maxItemsets: 1_000_000 };

const basketLists = fc.oneof(
  fc.array(fc.array(fc.nat(9), { maxLength: 12 }), { maxLength: 25 }),
  fc.array(fc.array(fc.nat(150), { maxLength: 9 }), { maxLength: 40 }),
  fc.array(fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 7 }), { minLength: 5, maxLength: 60 }),
);
const ITEMS = 151;

describe('the least count', () => {
  test('is the share of the baskets, rounded up', () => {
    expect(minCount(0.01, 9835)).toBe(99);
    expect(minCount(0.001, 9835)).toBe(10);
    expect(minCount(0.005, 18532)).toBe(93);
    expect(minCount(1, 7)).toBe(7);
  });

  test('is at least one basket', () => {
    expect(minCount(0, 100)).toBe(1);
    expect(minCount(0.5, 0)).toBe(1);
  });

  test('is not put off by rounding: k / q of q · m baskets is k · m', () => {
    expect(minCount(0.1, 30)).toBe(3);
    expect(minCount(0.07, 100)).toBe(7);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.nat(999),
        fc.integer({ min: 1, max: 100_000 }),
        (q, r, m) => {
          const k = 1 + (r % q);
          expect(minCount(k / q, q * m)).toBe(k * m);
          expect(minCount(k / q, q * m + 1)).toBe(k * m + 1);
        },
      ),
    );
  });
});

describe('baskets from pairs', () => {
  test('takes any order and any codes', () => {
    const basket = Int32Array.of(2_000_000_000, -7, 2_000_000_000, 5, -7);
    const item = Int32Array.of(-2_000_000_000, 40, 40, 7, -2_000_000_000);
    const { offsets, items, itemCount, itemCodes } = basketsFromPairs(basket, item);
    expect([...offsets]).toEqual([0, 2, 4, 5]);
    expect([...items].map((number) => itemCodes[number])).toEqual([
      -2_000_000_000, 40, 40, -2_000_000_000, 7,
    ]);
    expect(itemCount).toBe(3);
  });

  test('of nothing are no baskets', () => {
    const { offsets, itemCount } = basketsFromPairs(new Int32Array(0), new Int32Array(0));
    expect([...offsets]).toEqual([0]);
    expect(itemCount).toBe(0);
  });

  test('refuses columns of different lengths', () => {
    expect(() => basketsFromPairs(new Int32Array(2), new Int32Array(3))).toThrow(
      '2 basket codes but 3 item codes',
    );
  });

  test('are the same baskets whether codes are near or far from each other', () => {
    const pairs = fc.array(fc.tuple(fc.nat(20), fc.nat(30)), { maxLength: 200 });
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 60_000_000 }), (rows, step) => {
        const column = (at: 0 | 1, factor: number) => Int32Array.from(rows, (row) => (row[at] - 10) * factor);
        const near = basketsFromPairs(column(0, 1), column(1, 1));
        const far = basketsFromPairs(column(0, step), column(1, step));
        expect(far.offsets).toEqual(near.offsets);
        expect(far.items).toEqual(near.items);
        expect(far.itemCodes).toEqual(near.itemCodes.map((code) => code * step));
      }),
    );
  });
});

describe('an item and its parent', () => {
  test('are never in one set, and nothing else is missing', () => {
    const arbitraryParents = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 7, max: 9 })),
      {
        maxLength: 12,
        selector: (pair) => pair.join(),
      },
    );
    fc.assert(
      fc.property(basketLists, fc.integer({ min: 1, max: 4 }), arbitraryParents, (lists, minCount, pairs) => {
        const parents = {
          item: Int32Array.from(pairs, ([item]) => item),
          parent: Int32Array.from(pairs, ([, parent]) => parent),
        };
        const { itemsets } = mine(compressed(lists, ITEMS), { minCount, maxSize: 5, ...UNBOUNDED, parents });
        const allowed = (set: string) => {
          const items = set.split(' ').map(Number);
          return !pairs.some(([item, parent]) => items.includes(item) && items.includes(parent));
        };
        expect(asMap(itemsets)).toEqual(
          new Map([...bruteForce(lists, minCount, 5)].filter(([set]) => allowed(set))),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('exclude each other as long as one is held', () => {
    const family = new Family({ item: Int32Array.of(0, 1, 1), parent: Int32Array.of(2, 2, 3) }, 5);
    const excluded = () => [0, 1, 2, 3, 4].filter((item) => family.excludes(item));
    expect(excluded()).toEqual([]);
    family.enter(1);
    family.enter(0);
    expect(excluded()).toEqual([2, 3]);
    family.leave(1);
    expect(excluded()).toEqual([2]);
    family.leave(0);
    family.enter(2);
    expect(excluded()).toEqual([0, 1]);
    family.leave(2);
    expect(excluded()).toEqual([]);
  });
});

describe('mining', () => {
  test('finds the textbook’s frequent itemsets', () => {
    const { itemsets, complete, found, basketCount } = mine(compressed(TEXTBOOK, 6), {
      minCount: 3,
      ...UNBOUNDED,
    });
    expect(asMap(itemsets)).toEqual(
      new Map([
        [`${BREAD}`, 4],
        [`${MILK}`, 4],
        [`${DIAPERS}`, 4],
        [`${BEER}`, 3],
        [`${BREAD} ${MILK}`, 3],
        [`${BREAD} ${DIAPERS}`, 3],
        [`${MILK} ${DIAPERS}`, 3],
        [`${DIAPERS} ${BEER}`, 3],
      ]),
    );
    expect({ complete, found, basketCount }).toEqual({ complete: true, found: 8, basketCount: 6 });
  });

  test('finds what listing every subset finds', () => {
    fc.assert(
      fc.property(
        basketLists,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 12 }),
        (lists, least, size) => {
          const { itemsets, complete, minCount } = mine(compressed(lists, ITEMS), {
            minCount: least,
            maxSize: size,
            ...UNBOUNDED,
          });
          expect({ complete, minCount }).toEqual({ complete: true, minCount: least });
          expect(asMap(itemsets)).toEqual(bruteForce(lists, least, size));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('stays within the limit by raising the count no further than needed', () => {
    fc.assert(
      fc.property(
        basketLists,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 200 }),
        (lists, least, limit) => {
          const mined = mine(compressed(lists, ITEMS), { minCount: least, maxItemsets: limit });
          const all = bruteForce(lists, least);
          expect(mined.complete).toBe(all.size <= limit);
          expect(mined.minCount >= least).toBe(true);
          expect(mined.found).toBeLessThanOrEqual(all.size);
          expect(asMap(mined.itemsets)).toEqual(bruteForce(lists, mined.minCount));
          expect(mined.itemsets.counts.length).toBeLessThanOrEqual(limit);
          if (!mined.complete) {
            expect(mined.found).toBeGreaterThan(limit);
            expect(bruteForce(lists, mined.minCount - 1).size).toBeGreaterThan(limit);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('ends soon where two baskets alone have more subsets than could ever be listed', () => {
    const wholesale = Array.from({ length: 200 }, (_, item) => item);
    const lists = [wholesale, wholesale, [1, 2], [1, 2], [2, 3]];
    const mined = mine(compressed(lists, 200), { minCount: 2, maxItemsets: 50_000 });
    expect(mined).toMatchObject({ complete: false, minCount: 3 });
    expect(asMap(mined.itemsets)).toEqual(
      new Map([
        ['1', 4],
        ['2', 5],
        ['3', 3],
        ['1 2', 4],
        ['2 3', 3],
      ]),
    );
  });

  test('counts the pairs of long baskets', () => {
    const long = Array.from({ length: 60 }, (_, item) => (item * 37) % 60);
    const { itemsets } = mine(compressed([long, long.slice(0, 40)], 60), {
      minCount: 1,
      maxSize: 2,
      ...UNBOUNDED,
    });
    expect(asMap(itemsets).size).toBe(60 + (60 * 59) / 2);
    expect(itemsets.counts.filter((count) => count === 2).length).toBe(40 + (40 * 39) / 2);
  });

  test('of no baskets, of empty ones, or of sets smaller than one item finds nothing', () => {
    for (const lists of [[], [[]], [[], []]]) {
      const { itemsets, complete } = mine(compressed(lists, 0), { minCount: 1, ...UNBOUNDED });
      expect([...itemsets.starts]).toEqual([0]);
      expect(complete).toBe(true);
    }
    expect(mine(compressed(TEXTBOOK, 6), { minCount: 1, maxSize: 0, ...UNBOUNDED }).found).toBe(0);
  });

  test('tells how far it is, in rising steps up to the whole', () => {
    const lists = Array.from({ length: 500 }, (_, b) => [b % 7, 7 + (b % 11), 18 + (b % 13), 31 + (b % 3)]);
    const steps: number[] = [];
    let whole = 0;
    mine(compressed(lists, 34), { minCount: 2, ...UNBOUNDED }, (done, total) => {
      steps.push(done);
      whole = total;
    });
    expect(steps.length).toBeGreaterThan(5);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBe(whole);
  });
});
