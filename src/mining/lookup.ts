import type { Itemsets } from './itemsets.ts';

/** Finds itemsets by their items: an open-addressing hash table in which a set's hash is the sum over its items. */
export class ItemsetLookup {
  private readonly itemsets: Itemsets;
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(itemsets: Itemsets) {
    const { counts, starts, items } = itemsets;
    this.itemsets = itemsets;
    this.mask = 2 ** Math.ceil(Math.log2(2 * counts.length + 1)) - 1;
    this.slots = new Int32Array(this.mask + 1);
    for (let set = 0; set < counts.length; set++) {
      let hash = 0;
      for (let p = starts[set]!; p < starts[set + 1]!; p++) hash = (hash + mix(items[p]!)) | 0;
      let slot = this.slot(hash);
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = set + 1;
    }
  }

  /** The number of the set that holds only `item`. */
  single(item: number): number {
    const { starts, items } = this.itemsets;
    for (let slot = this.slot(mix(item)); ; slot = (slot + 1) & this.mask) {
      const set = this.slots[slot]! - 1;
      if (set < 0) throw missing([item]);
      if (starts[set + 1]! - starts[set]! === 1 && items[starts[set]!] === item) return set;
    }
  }

  /** Fills `into` with, for each item of `set` in turn, the number of the set of the others. */
  subsets(set: number, into: Int32Array): void {
    const { starts, items } = this.itemsets;
    const start = starts[set]!;
    const end = starts[set + 1]!;
    let hash = 0;
    for (let p = start; p < end; p++) hash = (hash + mix(items[p]!)) | 0;
    for (let p = start; p < end; p++) into[p - start] = this.without(start, end, p, hash - mix(items[p]!));
  }

  private without(start: number, end: number, left: number, hash: number): number {
    const { starts, items } = this.itemsets;
    for (let slot = this.slot(hash); ; slot = (slot + 1) & this.mask) {
      const set = this.slots[slot]! - 1;
      if (set < 0) throw missing(items.subarray(start, end).filter((_, at) => at !== left - start));
      let q = starts[set]!;
      if (starts[set + 1]! - q !== end - start - 1) continue;
      let p = start;
      while (p < left && items[p] === items[q]) {
        p++;
        q++;
      }
      if (p < left) continue;
      for (p++; p < end && items[p] === items[q]; p++) q++;
      if (p === end) return set;
    }
  }

  private slot(hash: number): number {
    return (hash ^ (hash >>> 15)) & this.mask;
  }
}

function mix(item: number): number {
  const mixed = Math.imul(item ^ 0x5bd1e995, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
}

function missing(items: ArrayLike<number>): RangeError {
  return new RangeError(
    `The itemset {${Array.from(items).join(', ')}} is missing, though a larger one is there.`,
  );
}
