import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shuffleBaskets } from '../../src/mining/shuffle.ts';
import type { Pairs } from '../../src/mining/work.ts';

const baskets = fc.array(fc.uniqueArray(fc.nat(9), { maxLength: 6 }), { maxLength: 25 });

function pairsOf(lists: readonly number[][]): Pairs {
  return {
    basket: Int32Array.from(lists.flatMap((list, basket) => list.map(() => basket * 7 + 3))),
    item: Int32Array.from(lists.flat(), (item) => item * 1_000_003 - 5),
  };
}

function tally(values: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of [...values].sort((a, b) => a - b)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Two items that always come together, in half of so many baskets, among others at random. */
function twins(count: number): Pairs {
  return pairsOf(
    Array.from({ length: count }, (_, i) => [...(i % 2 ? [0, 1] : [2 + (i % 3)]), 5 + (i % 4), 9 + (i % 5)]),
  );
}

describe('shuffled baskets', () => {
  test('keep the size of every basket and the number of every item, none twice in a basket', () => {
    fc.assert(
      fc.property(baskets, fc.integer(), (lists, seed) => {
        const pairs = pairsOf(lists);
        const mixed = shuffleBaskets(pairs, seed);
        expect(tally(mixed.basket)).toEqual(tally(pairs.basket));
        expect(tally(mixed.item)).toEqual(tally(pairs.item));
        const rows = Array.from(mixed.basket, (basket, i) => `${basket} ${mixed.item[i]}`);
        expect(new Set(rows).size).toBe(rows.length);
      }),
    );
  });

  test('are the same for the same seed, and others for another', () => {
    const pairs = twins(100);
    expect(shuffleBaskets(pairs, 4)).toEqual(shuffleBaskets(pairs, 4));
    expect(shuffleBaskets(pairs, 4)).not.toEqual(shuffleBaskets(pairs, 5));
    expect(pairs).toEqual(twins(100));
  });

  test('hold no more of a pair than chance gives', () => {
    const pairs = twins(2000);
    const mixed = shuffleBaskets(pairs, 1);
    const rows = new Map<number, Set<number>>();
    mixed.basket.forEach((basket, i) =>
      rows.set(basket, (rows.get(basket) ?? new Set()).add(mixed.item[i]!)),
    );
    const [a, c] = [-5, 1_000_003 - 5];
    const both = [...rows.values()].filter((row) => row.has(a) && row.has(c)).length;
    expect(both).toBeGreaterThan(400);
    expect(both).toBeLessThan(700);
  });

  test('of two arrangements come both equally often', () => {
    const square = pairsOf([[0], [1]]);
    const swapped = Array.from({ length: 1000 }, (_, seed) => shuffleBaskets(square, seed).item[0]!);
    const kept = swapped.filter((item) => item === square.item[0]).length;
    expect(kept).toBeGreaterThan(430);
    expect(kept).toBeLessThan(570);
  });
});
