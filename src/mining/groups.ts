import { basketCount, type CodedBaskets } from './baskets.ts';
import type { PartCounts, Parts } from './holdout.ts';
import type { Itemsets } from './itemsets.ts';
import { recount } from './recount.ts';
import { likeSizeBound, sizeClasses, type SizeClasses } from './sizes.ts';

/** The part a basket is in, as a column behind those of the size classes. */
const EARLIER = 0;
const LATER = 1;
const UNDATED = 2;
const PARTS = 3;

/** In how many baskets of each size class, and of the earlier and the later part, each itemset is. */
export class GroupCounts {
  private readonly itemsets: Itemsets;
  private readonly classes: SizeClasses;
  private readonly counts: Int32Array;
  private readonly columns: number;
  private readonly partSizes = new Int32Array(PARTS);
  private readonly few: Float64Array;
  private readonly shares: Float64Array;
  /** For each class how much its baskets leave open: the sum over all items of share (1 − share). */
  private readonly room: Float64Array;
  /** The number of the set that holds only this item. */
  private readonly singles = new Map<number, number>();

  /** Without `parts` every basket counts as earlier. */
  constructor(itemsets: Itemsets, baskets: CodedBaskets, parts: Parts | null) {
    this.itemsets = itemsets;
    this.classes = sizeClasses(baskets.offsets);
    const size = this.classes.counts.length;
    this.columns = size + PARTS;
    const part = new Uint8Array(basketCount(baskets));
    for (let row = 0; row < part.length; row++) {
      const code = baskets.basketCodes[row]!;
      const own = !parts || code < parts.earlier ? EARLIER : code < parts.dated ? LATER : UNDATED;
      this.partSizes[own]!++;
      part[row] = size + own;
    }
    this.counts = recount(itemsets, baskets, { one: this.classes.of, other: part, columns: this.columns });
    this.few = new Float64Array(size);
    this.shares = new Float64Array(size);
    this.room = openness(baskets, this.classes);
    const { starts, items } = itemsets;
    for (let set = 0; set + 1 < starts.length; set++)
      if (starts[set + 1]! - starts[set]! === 1) this.singles.set(items[starts[set]!]!, set);
  }

  /**
   * The bound of sizes.ts for a rule, from the numbers of the itemsets A ∪ {c}, A and {c}. A basket that holds A has less room
   * left for c: of baskets of one size, the share of those with x that hold c is share(c) (1 − (1 − share(x))(1 − share(c)) / d)
   * by chance, d being the sum over all items of share (1 − share) (Hájek 1964); the factor is taken for each x of A. Classes
   * of baskets too small for the rule are left out.
   */
  likeSize(set: number, antecedent: number, single: number): number {
    const { counts, starts, items } = this.itemsets;
    const { few, shares, columns, room } = this;
    const { largest, counts: sizes } = this.classes;
    const from = starts[antecedent]!;
    const to = starts[antecedent + 1]!;
    const [less, more] = counts[antecedent]! < counts[single]! ? [antecedent, single] : [single, antecedent];
    for (let k = 0; k < few.length; k++) {
      few[k] = largest[k]! > to - from ? this.counts[less * columns + k]! : 0;
      if (few[k] === 0) continue;
      const share = (number: number) => this.counts[number * columns + k]! / sizes[k]!;
      shares[k] = share(more);
      for (let p = from; p < to; p++) {
        const both = (1 - share(this.singles.get(items[p]!)!)) * (1 - share(single));
        if (both > 0) shares[k]! *= Math.max(0, 1 - both / room[k]!);
      }
    }
    return likeSizeBound(counts[set]!, few, shares);
  }

  /** The counts of a rule in the earlier and in the later part. */
  parts(set: number, antecedent: number, single: number): { earlier: PartCounts; later: PartCounts } {
    const of = (part: number): PartCounts => {
      const column = this.columns - PARTS + part;
      const count = (number: number) => this.counts[number * this.columns + column]!;
      return [count(set), count(antecedent), count(single), this.partSizes[part]!];
    };
    return { earlier: of(EARLIER), later: of(LATER) };
  }
}

function openness({ offsets, items, itemCount }: CodedBaskets, classes: SizeClasses): Float64Array {
  const size = classes.counts.length;
  const held = new Int32Array(itemCount * size);
  for (let basket = 0; basket + 1 < offsets.length; basket++)
    for (let p = offsets[basket]!; p < offsets[basket + 1]!; p++)
      held[items[p]! * size + classes.of[basket]!]!++;
  const room = new Float64Array(size);
  held.forEach((count, cell) => {
    const share = count / classes.counts[cell % size]!;
    room[cell % size]! += share * (1 - share);
  });
  return room;
}
