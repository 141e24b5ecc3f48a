import { basketCount, basketsFromPairs } from './baskets.ts';
import { sortRange } from './collector.ts';
import type { Parents } from './family.ts';
import { mine, type Mined } from './mine.ts';
import type { Itemsets } from './itemsets.ts';
import { judge, type Judged, type JudgeOptions } from './judge.ts';
import { minCount } from './threshold.ts';

/** Sold lines as two columns of equal length, in any order; codes may be any 32-bit integers. */
export interface Pairs {
  basket: Int32Array;
  item: Int32Array;
}

export interface MiningOptions {
  /** The support an itemset must reach: a share of all baskets, or a number of them. */
  minSupport: { share: number } | { baskets: number };
  maxSize?: number;
  maxItemsets: number;
  /** No itemset holds an item and a parent of it; items that no basket holds may be among them. */
  parents?: Parents | undefined;
}

/** What the worker is asked: mine the pairs, or derive the rules of what was mined and judge them. */
export type Work =
  | { kind: 'mine'; pairs: Pairs; options: MiningOptions }
  | { kind: 'judge'; itemsets: Itemsets; basketCount: number; options: JudgeOptions };

export type Answer = Mined | Judged;

/** Does the work; the items of the itemsets are the codes of the pairs. */
export function work(asked: Work, onProgress?: (done: number, total: number) => void): Answer {
  if (asked.kind === 'judge') return judge(asked.itemsets, asked.basketCount, asked.options);
  const { pairs, options } = asked;
  const { minSupport, parents, ...rest } = options;
  const baskets = basketsFromPairs(pairs.basket, pairs.item);
  const count =
    'baskets' in minSupport ? minSupport.baskets : minCount(minSupport.share, basketCount(baskets));
  const family = parents && coded(parents, baskets.itemCodes);
  const mined = mine(baskets, { ...rest, minCount: count, parents: family }, onProgress);
  restoreCodes(mined.itemsets, baskets.itemCodes);
  return mined;
}

/** The memory of an answer, to be handed over instead of copied. */
export function buffers(answer: object): ArrayBuffer[] {
  return Object.values(answer).flatMap((value: unknown) => {
    if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
    return typeof value === 'object' && value !== null ? buffers(value) : [];
  });
}

/** The same with the numbers that the items of the baskets have there. */
function coded({ item, parent }: Parents, codes: Int32Array): Parents {
  const numbers = new Map<number, number>();
  codes.forEach((code, number) => numbers.set(code, number));
  const known = Array.from(item.keys()).filter((i) => numbers.has(item[i]!) && numbers.has(parent[i]!));
  const column = (values: Int32Array) => Int32Array.from(known, (i) => numbers.get(values[i]!)!);
  return { item: column(item), parent: column(parent) };
}

function restoreCodes({ starts, items }: Itemsets, codes: Int32Array): void {
  for (let p = 0; p < items.length; p++) items[p] = codes[items[p]!]!;
  for (let set = 0; set < starts.length - 1; set++) sortRange(items, starts[set]!, starts[set + 1]!);
}
