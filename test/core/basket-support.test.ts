import { describe, expect, it } from 'vitest';
import { automaticCount, LEAST_COUNT, shareOf, stops } from '../../src/analyses/basket/support.ts';
import { minCount } from '../../src/mining/threshold.ts';

/** Itemsets of the sizes and counts given; the items do not matter here. */
function itemsets(sets: readonly (readonly [size: number, count: number])[]) {
  const starts = [0];
  for (const [size] of sets) starts.push(starts.at(-1)! + size);
  return {
    counts: Int32Array.from(sets, ([, count]) => count),
    starts: Int32Array.from(starts),
    items: new Int32Array(starts.at(-1)!),
  };
}

describe('automatic support', () => {
  it('is that of the 250th most frequent set of two items or more', () => {
    const pairs = Array.from({ length: 1000 }, (_, i) => [2 + (i % 2), 10 + ((i * 7) % 1000)] as const);
    const singles = Array.from({ length: 500 }, () => [1, 5000] as const);
    expect(automaticCount(itemsets([...singles, ...pairs]))).toBe(1009 - 249);
  });

  it('is that of the rarest set when there are fewer', () => {
    expect(
      automaticCount(
        itemsets([
          [1, 90],
          [2, 40],
          [2, 12],
        ]),
      ),
    ).toBe(12);
  });

  it('does not go under five baskets while some set is in five', () => {
    expect(
      automaticCount(
        itemsets([
          [2, 5],
          [2, 3],
          [2, 2],
        ]),
      ),
    ).toBe(5);
  });

  it('takes two baskets when no set is in five, or there is none', () => {
    expect(
      automaticCount(
        itemsets([
          [1, 100],
          [2, 4],
        ]),
      ),
    ).toBe(LEAST_COUNT);
    expect(automaticCount(itemsets([[1, 100]]))).toBe(LEAST_COUNT);
    expect(automaticCount(itemsets([]))).toBe(LEAST_COUNT);
  });
});

describe('support as a share', () => {
  it('leads back to the same number of baskets', () => {
    for (const n of [1, 2, 7, 30, 9835, 19960, 1_000_000])
      for (const count of stops(n)) expect(minCount(shareOf(count, n), n), `${count} of ${n}`).toBe(count);
  });

  it('is short', () => {
    expect(shareOf(10, 9835)).toBe(0.001);
    expect(shareOf(99, 9835)).toBe(0.01);
  });
});

describe('the stops of the slider', () => {
  it('rise from two baskets to all of them', () => {
    const counts = stops(9835);
    expect(counts.slice(0, 4)).toEqual([2, 3, 4, 5]);
    expect(counts.at(-1)).toBe(9835);
    expect(counts.every((count, i) => i === 0 || count > counts[i - 1]!)).toBe(true);
    expect(counts.length).toBeLessThan(120);
  });

  it('are there without baskets', () => expect(stops(0)).toEqual([LEAST_COUNT]));
});
