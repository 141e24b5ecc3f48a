import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as measures from '../../src/mining/measures.ts';
import { mine, type Mined } from '../../src/mining/mine.ts';
import { rules, type Rules } from '../../src/mining/rules.ts';
import { buffers, work } from '../../src/mining/work.ts';
import { bruteForce, compressed } from './mining-data.ts';

/** Six baskets of beer (0), diapers (1), wipes (2). */
const NURSERY = [[0, 1], [0, 1, 2], [1, 2], [1, 2], [0], []];

const lists = fc.array(fc.array(fc.nat(7), { maxLength: 7 }), { maxLength: 30 });

function mineAll(baskets: number[][], minCount: number): Mined {
  return mine(compressed(baskets, 8), { minCount, maxItemsets: 1_000_000 });
}

/** The rules as `'items → item' → [both, antecedent, consequent]`. */
function asMap({ itemsets }: Mined, found: Rules): Map<string, number[]> {
  return new Map(
    Array.from(found.antecedents, (set, rule) => {
      const antecedent = itemsets.items.subarray(itemsets.starts[set], itemsets.starts[set + 1]);
      return [
        `${antecedent.join(' ')} → ${found.consequents[rule]}`,
        [found.counts[rule]!, found.antecedentCounts[rule]!, found.consequentCounts[rule]!],
      ];
    }),
  );
}

describe('rules', () => {
  test('of the nursery are those counted by hand', () => {
    const mined = mineAll(NURSERY, 1);
    const found = rules(mined.itemsets, mined.basketCount, { minConfidence: 2 / 3, maxRules: 100 });
    expect(asMap(mined, found)).toEqual(
      new Map([
        ['0 → 1', [2, 3, 4]],
        ['1 → 2', [3, 4, 3]],
        ['2 → 1', [3, 3, 4]],
        ['0 2 → 1', [1, 1, 4]],
      ]),
    );
    expect(found).toMatchObject({ basketCount: 6, found: 4, complete: true });
  });

  test('are all splits of all itemsets whose confidence is p / q or more', () => {
    fc.assert(
      fc.property(
        lists,
        fc.integer({ min: 1, max: 3 }),
        fc.nat(12),
        fc.integer({ min: 1, max: 12 }),
        (list, least, p, q) => {
          fc.pre(p <= q);
          const mined = mineAll(list, least);
          const found = rules(mined.itemsets, mined.basketCount, {
            minConfidence: p / q,
            maxRules: 1_000_000,
          });
          const sets = bruteForce(list, least);
          const expected = new Map<string, number[]>();
          for (const [set, both] of sets) {
            const items = set.split(' ');
            for (const item of items) {
              const antecedent = items.filter((other) => other !== item).join(' ');
              if (antecedent === '' || both * q < p * sets.get(antecedent)!) continue;
              expected.set(`${antecedent} → ${item}`, [both, sets.get(antecedent)!, sets.get(item)!]);
            }
          }
          expect(asMap(mined, found)).toEqual(expected);
          expect(found.found).toBe(expected.size);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('beyond the limit are the most confident ones', () => {
    fc.assert(
      fc.property(lists, fc.nat(60), (list, maxRules) => {
        const mined = mineAll(list, 1);
        const all = rules(mined.itemsets, mined.basketCount, { minConfidence: 0.2, maxRules: 1_000_000 });
        const some = rules(mined.itemsets, mined.basketCount, { minConfidence: 0.2, maxRules });
        const confidences = (found: Rules) =>
          Array.from(found.counts, (count, rule) => count / found.antecedentCounts[rule]!).sort(
            (a, b) => b - a,
          );
        expect(confidences(some)).toEqual(confidences(all).slice(0, maxRules));
        expect(some.found).toBe(all.found);
        expect(some.complete).toBe(all.found <= maxRules);
        const everything = asMap(mined, all);
        for (const [rule, counts] of asMap(mined, some)) expect(everything.get(rule)).toEqual(counts);
      }),
    );
  });

  test('of one basket of twelve have all its subsets but the empty one as antecedents', () => {
    const twelve = Array.from({ length: 12 }, (_, item) => item);
    const mined = mine(compressed([twelve], 12), { minCount: 1, maxItemsets: 5000 });
    const found = rules(mined.itemsets, 1, { minConfidence: 1, maxRules: 100_000 });
    expect(found.found).toBe(12 * (2 ** 11 - 1));
    expect(asMap(mined, found).size).toBe(found.found);
    for (const [rule] of asMap(mined, found)) {
      const [antecedent, consequent] = rule.split(' → ') as [string, string];
      expect(antecedent.split(' ')).not.toContain(consequent);
    }
  });

  test('need the subsets of every itemset', () => {
    const itemsets = {
      counts: Int32Array.of(3, 2),
      starts: Int32Array.of(0, 1, 3),
      items: Int32Array.of(4, 4, 9),
    };
    expect(() => rules(itemsets, 10, { minConfidence: 0.1, maxRules: 10 })).toThrow(
      'The itemset {9} is missing',
    );
  });
});

describe('measures', () => {
  test('are those counted by hand: 20 of 100 baskets hold both, 25 the antecedent, 40 the consequent', () => {
    const counts = [20, 25, 40, 100] as const;
    expect(measures.support(...counts)).toBe(0.2);
    expect(measures.confidence(...counts)).toBe(0.8);
    expect(measures.lift(...counts)).toBe(2);
    expect(measures.leverage(...counts)).toBe(0.1);
    expect(measures.conviction(...counts)).toBeCloseTo(3, 12);
    expect(measures.zhang(...counts)).toBeCloseTo(0.1 / 0.15, 12);
    expect(measures.cosine(...counts)).toBeCloseTo(0.2 / Math.sqrt(0.1), 12);
    expect(measures.jaccard(...counts)).toBeCloseTo(20 / 45, 12);
    expect(measures.kulczynski(...counts)).toBeCloseTo(0.65, 12);
    expect(measures.imbalance(...counts)).toBeCloseTo(15 / 45, 12);
  });

  test('know their limits', () => {
    expect(measures.conviction(25, 25, 40, 100)).toBe(Infinity);
    expect(measures.zhang(40, 100, 40, 100)).toBe(0);
    expect(measures.zhang(20, 40, 20, 100)).toBe(1);
    expect(measures.imbalance(5, 40, 40, 100)).toBe(0);
  });

  test('agree on independence, and stay in their ranges', () => {
    const counts = fc
      .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000_000), fc.nat(1_000_000), fc.nat(1_000_000))
      .map(([s, a, c, rest]) => [s, s + a, s + c, s + a + c + rest] as const);
    fc.assert(
      fc.property(counts, (of) => {
        const sign = Math.sign(measures.leverage(...of));
        expect(Math.sign(measures.zhang(...of))).toBe(sign);
        expect(Math.sign(of[0] * of[3] - of[1] * of[2])).toBe(sign);
        expect(measures.lift(...of) > 1).toBe(sign > 0);
        expect(Math.abs(measures.zhang(...of))).toBeLessThanOrEqual(1);
        expect(measures.jaccard(...of)).toBeLessThanOrEqual(measures.cosine(...of) + 1e-12);
        expect(measures.cosine(...of)).toBeLessThanOrEqual(measures.kulczynski(...of) + 1e-12);
        expect(measures.kulczynski(...of)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the worker’s work', () => {
  const pairs = {
    basket: Int32Array.from(NURSERY.flatMap((list, basket) => list.map(() => 900_000_000 - basket))),
    item: Int32Array.from(NURSERY.flat(), (item) => 700_000_000 - item),
  };

  test('gives back the codes it was given, ascending in every set', () => {
    const options = { minSupport: { share: 0.4 }, maxItemsets: 100 };
    const mined = work({ kind: 'mine', pairs, options }) as Mined;
    const { counts, starts, items } = mined.itemsets;
    const sets = Array.from(counts, (count, set) => [count, ...items.subarray(starts[set], starts[set + 1])]);
    expect(sets.sort()).toEqual([
      [2, 699_999_999, 700_000_000],
      [3, 699_999_998],
      [3, 699_999_998, 699_999_999],
      [3, 700_000_000],
      [4, 699_999_999],
    ]);
    expect(mined.minCount).toBe(2);
    expect(mined.basketCount).toBe(5);
    const derived = rules(mined.itemsets, mined.basketCount, { minConfidence: 1, maxRules: 10 });
    expect(asMap(mined, derived)).toEqual(new Map([['699999998 → 699999999', [3, 3, 4]]]));
  });

  test('hands over all of its memory', () => {
    const options = { minSupport: { baskets: 1 }, maxItemsets: 100 };
    const mined = work({ kind: 'mine', pairs, options }) as Mined;
    const copy = structuredClone(mined, { transfer: buffers(mined) });
    expect(Object.values(mined.itemsets).map((column: Int32Array) => column.length)).toEqual([0, 0, 0]);
    const derived = rules(copy.itemsets, copy.basketCount, { minConfidence: 0.5, maxRules: 10 });
    expect(buffers(derived).length).toBe(5);
  });
});
