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
  private readonly many: Float64Array;

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
    this.many = new Float64Array(size);
  }

  /** The bound of sizes.ts for a rule, from the numbers of the itemsets A ∪ {c}, A and {c}. */
  likeSize(set: number, antecedent: number, single: number): number {
    const { counts, starts } = this.itemsets;
    const { few, many, columns } = this;
    const { largest, counts: sizes } = this.classes;
    const length = starts[antecedent + 1]! - starts[antecedent]!;
    const [less, more] = counts[antecedent]! < counts[single]! ? [antecedent, single] : [single, antecedent];
    for (let k = 0; k < few.length; k++) {
      const room = largest[k]! > length;
      few[k] = room ? this.counts[less * columns + k]! : 0;
      many[k] = room ? this.counts[more * columns + k]! : 0;
    }
    return likeSizeBound(counts[set]!, few, many, sizes);
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
