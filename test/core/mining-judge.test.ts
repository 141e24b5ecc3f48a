import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { basketsFromPairs } from '../../src/mining/baskets.ts';
import type { Parents } from '../../src/mining/family.ts';
import { candidates } from '../../src/mining/candidates.ts';
import { fisherTest } from '../../src/mining/fisher.ts';
import type { Parts } from '../../src/mining/holdout.ts';
import { judge, type Judged } from '../../src/mining/judge.ts';
import { mine, type Mined } from '../../src/mining/mine.ts';
import { simpler } from '../../src/mining/productive.ts';
import { recount } from '../../src/mining/recount.ts';
import { setsOf } from '../../src/mining/rules.ts';
import { shuffleBaskets } from '../../src/mining/shuffle.ts';
import { type Pairs, work } from '../../src/mining/work.ts';
import { seeded } from '../../src/models/random.ts';
import { compressed } from './mining-data.ts';
import { realData } from './real-data.ts';

const lists = fc.array(fc.uniqueArray(fc.nat(6), { maxLength: 6 }), { minLength: 1, maxLength: 40 });

function pairsOf(baskets: readonly (readonly number[])[]): Pairs {
  return {
    basket: Int32Array.from(baskets.flatMap((items, basket) => items.map(() => basket))),
    item: Int32Array.from(baskets.flat()),
  };
}

function judged(
  pairs: Pairs,
  baskets: number,
  parts: Parts | null = null,
  parents?: Parents,
): { mined: Mined; found: Judged } {
  const options = { minSupport: { baskets }, maxItemsets: 1e6, parents };
  const mined = work({ kind: 'mine', pairs, options }) as Mined;
  const limits = { minConfidence: 0, maxRules: 1e6, pairs, parts };
  return { mined, found: work({ kind: 'judge', ...mined, options: limits }) as Judged };
}

function ruleNumber(
  { mined, found }: { mined: Mined; found: Judged },
  left: number[],
  right: number,
): number {
  const { starts, items } = mined.itemsets;
  return found.rules.antecedents.findIndex(
    (set, rule) =>
      items.subarray(starts[set], starts[set + 1]).join() === left.join() &&
      found.rules.consequents[rule] === right,
  );
}

/** 200 or more orders of a few things at random, of 1 to 4 items; `also` puts more into some. */
function orders(n: number, also: (basket: number, random: () => number) => number[]): Pairs {
  const random = seeded(n);
  return pairsOf(
    Array.from({ length: n }, (_, basket) => {
      const items = Array.from(
        { length: 1 + Math.floor(4 * random()) },
        () => 10 + Math.floor(30 * random()),
      );
      return [...new Set([...items, ...also(basket, random)])];
    }),
  );
}

describe('counts by group', () => {
  test('are those of filtering the baskets', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 3 }), (all, least) => {
        const pairs = pairsOf(all);
        const baskets = basketsFromPairs(pairs.basket, pairs.item);
        const { itemsets } = mine(baskets, { minCount: least, maxItemsets: 1e6 });
        itemsets.items.forEach((item, i) => (itemsets.items[i] = baskets.itemCodes[item]!));
        for (let set = 0; set < itemsets.counts.length; set++)
          itemsets.items.subarray(itemsets.starts[set], itemsets.starts[set + 1]).sort();
        const one = Uint8Array.from(baskets.basketCodes, (code) => code % 2);
        const other = Uint8Array.from(baskets.basketCodes, (code) => 2 + (code % 3));
        const counts = recount(itemsets, baskets, { one, other, columns: 5 });
        itemsets.counts.forEach((_, set) => {
          const items = [...itemsets.items.subarray(itemsets.starts[set], itemsets.starts[set + 1])];
          const holders = all.flatMap((basket, code) =>
            items.every((item) => basket.includes(item)) ? [code] : [],
          );
          const expected = [0, 1].map((rest) => holders.filter((code) => code % 2 === rest).length);
          expected.push(...[0, 1, 2].map((rest) => holders.filter((code) => code % 3 === rest).length));
          expect([...counts.subarray(set * 5, set * 5 + 5)]).toEqual(expected);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('simpler rules', () => {
  test('are beaten, or say the same, as comparing every pair of rules shows', () => {
    fc.assert(
      fc.property(lists, (all) => {
        const baskets = compressed(all, 7);
        const { itemsets, basketCount: n } = mine(baskets, { minCount: 1, maxItemsets: 1e6 });
        const rules = candidates(itemsets);
        const fisher = fisherTest(n);
        const { productive, redundant } = simpler(itemsets, n, rules, fisher);
        const sets = setsOf(itemsets);
        const count = (items: number[]) =>
          all.filter((basket) => items.every((item) => basket.includes(item))).length;
        rules.antecedents.forEach((antecedent, place) => {
          if (antecedent < 0) return;
          const { starts, items } = itemsets;
          const right = items[place]!;
          const left = [...items.subarray(starts[sets[place]!], starts[sets[place]! + 1])].filter(
            (item) => item !== right,
          );
          const confidence = (part: number[]) => count([...part, right]) / count(part);
          const shorter = left.reduce<number[][]>(
            (parts, item) => [...parts, ...parts.map((part) => [...part, item])],
            [[]],
          );
          const rivals = shorter.filter((part) => part.length < left.length);
          const beats = rivals.every((part) => confidence(left) > confidence(part));
          const drops = left.map((item) => left.filter((other) => other !== item));
          const sure = drops.every(
            (part) =>
              fisher(count([...left, right]), count(left), count([...part, right]), count(part)) <= 0.05,
          );
          expect(productive[place]).toBe(Number(beats && sure));
          expect(redundant[place]).toBe(
            Number(left.length > 1 && drops.some((part) => count(part) === count(left))),
          );
        });
      }),
      { numRuns: 150 },
    );
  });
});

describe('the verdict', () => {
  test('believes a pair planted among things bought at random, and no other', () => {
    const planted = orders(2000, (_, random) => (random() < 0.05 ? [1, 2] : random() < 0.03 ? [1] : []));
    const all = judged(planted, 5, { earlier: 1400, dated: 2000 });
    const { evidence, rules, searched, looked } = all.found;
    expect(searched).toBe(rules.found);
    expect(looked).toBeGreaterThan(searched);
    const believed = [...evidence.believable.keys()].filter((rule) => evidence.believable[rule]);
    expect(believed.sort()).toEqual([ruleNumber(all, [1], 2), ruleNumber(all, [2], 1)].sort());
  });

  test('does not believe what only the earlier baskets show', () => {
    const early = orders(2000, (basket, random) =>
      basket < 1400 ? (random() < 0.05 ? [1, 2] : []) : random() < 0.05 ? [1] : random() < 0.05 ? [2] : [],
    );
    const all = judged(early, 5, { earlier: 1400, dated: 2000 });
    const rule = ruleNumber(all, [1], 2);
    const { evidence } = all.found;
    expect(evidence.pHolm[rule]).toBeLessThan(1e-10);
    expect(evidence.productive[rule]).toBe(1);
    expect(evidence.later).toMatchObject({ found: expect.anything() });
    expect([evidence.later!.found[rule], evidence.later!.baskets[rule], evidence.later!.holds[rule]]).toEqual(
      [1, 0, 0],
    );
    expect(evidence.believable[rule]).toBe(0);
    const untested = judged(early, 5).found.evidence;
    expect(untested.later).toBeNull();
    expect(untested.believable[rule]).toBe(1);
  });

  test('leaves open what the later baskets hold too rarely to tell', () => {
    const gone = orders(2000, (basket, random) => (basket < 1400 && random() < 0.05 ? [1, 2] : []));
    const all = judged(gone, 5, { earlier: 1400, dated: 2000 });
    const rule = ruleNumber(all, [1], 2);
    expect(all.found.evidence.later!.holds[rule]).toBe(-1);
    expect(all.found.evidence.later!.lift[rule]).toBeNaN();
    expect(all.found.evidence.believable[rule]).toBe(1);
  });

  test('is from tests of all rules, also where only some are kept: believable ones first', () => {
    const pairs = orders(500, (_, random) => (random() < 0.1 ? [1, 2] : []));
    const { mined, found } = judged(pairs, 3);
    const options = { minConfidence: 0.2, maxRules: 5, pairs, parts: null };
    const some = judge(mined.itemsets, mined.basketCount, options);
    expect(some.searched).toBe(found.rules.found);
    expect(some.rules.antecedents).toHaveLength(5);
    expect(found.evidence.believable.includes(1)).toBe(true);
    expect(sum(some.evidence.believable)).toBe(Math.min(5, sum(found.evidence.believable)));
    some.rules.antecedents.forEach((set, row) => {
      const same = found.rules.antecedents.findIndex(
        (other, rule) => other === set && found.rules.consequents[rule] === some.rules.consequents[row],
      );
      expect(some.evidence.pHolm[row]).toBe(found.evidence.pHolm[same]);
      expect(some.evidence.q[row]).toBe(found.evidence.q[same]);
    });
  });
});

function sum(values: Uint8Array): number {
  return values.reduce((total, value) => total + value, 0);
}

describe('shuffled baskets', () => {
  /** How many of so many shuffles lead to a believable rule. */
  function deceived(pairs: Pairs, least: number, shuffles: number, parents?: Parents): number {
    const n = pairs.basket.at(-1)! + 1;
    return Array.from({ length: shuffles }, (_, seed) => {
      const parts = { earlier: Math.floor(0.7 * n), dated: n };
      const mixed = shuffleBaskets(pairs, seed);
      const { evidence } = judged(parents ? withParents(mixed, parents) : mixed, least, parts, parents).found;
      return evidence.believable.includes(1);
    }).filter(Boolean).length;
  }

  /** The baskets with the parents of their items, each once. */
  function withParents({ basket, item }: Pairs, parents: Parents): Pairs {
    const parentOf = new Map(Array.from(parents.item, (child, i) => [child, parents.parent[i]!]));
    const rows = new Map<number, Set<number>>();
    basket.forEach((code, i) => {
      const held = rows.get(code) ?? rows.set(code, new Set()).get(code)!;
      held.add(item[i]!).add(parentOf.get(item[i]!)!);
    });
    return pairsOf([...rows.values()].map((held) => [...held]));
  }

  test.each([
    ['of like size', 1],
    ['of very different sizes', 3],
  ])('lead to no believable rule, %s', (_, spread) => {
    const random = seeded(spread);
    const pairs = pairsOf(
      Array.from({ length: 1500 }, () => {
        const size = 1 + Math.floor(3 * random() ** spread * 4);
        return [...new Set(Array.from({ length: size }, () => Math.floor(80 * random() ** 2)))];
      }),
    );
    expect(deceived(pairs, 3, 20)).toBeLessThanOrEqual(1);
    const item = Int32Array.from({ length: 80 }, (_, product) => product);
    const parents = { item, parent: item.map((product) => 1000 + (product % 9)) };
    expect(deceived(pairs, 25, 20, parents)).toBeLessThanOrEqual(1);
  });

  const groceries = realData('groceries.csv');
  test.skipIf(!groceries)('of Groceries too (skipped where the public data are absent)', () => {
    const codes = new Map<string, number>();
    const code = (name: string) => codes.get(name) ?? codes.set(name, codes.size).size - 1;
    const rows = readFileSync(groceries!, 'utf8').trimEnd().split(/\r?\n/);
    const pairs = pairsOf(rows.map((row) => [...new Set(row.split(',').filter(Boolean).map(code))]));
    expect(deceived(pairs, 30, 20)).toBeLessThanOrEqual(1);
  });
});
