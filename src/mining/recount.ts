import type { Itemsets } from './itemsets.ts';
import { sortRange } from './collector.ts';
import type { CodedBaskets } from './baskets.ts';
import { numberCodes } from './codes.ts';

/** From this length on the built-in sort wins over insertion. */
const LONG = 32;

/** Two groupings of the baskets at once: for each basket the columns it is counted in, below `columns`. */
export interface Groups {
  one: Uint8Array;
  other: Uint8Array;
  columns: number;
}

/**
 * How many baskets of each group hold each itemset: for set `s` and column `k` at `s * groups.columns + k`. Items of the
 * itemsets are item codes of the baskets, and the subsets of every set are among the sets. Depth first through the sets in
 * order of their items: the baskets that hold a beginning are walked once for all sets that go on from it.
 */
export function recount(itemsets: Itemsets, baskets: CodedBaskets, groups: Groups): Int32Array {
  const walk = new Walk(itemsets, baskets, groups);
  walk.visit(0, itemsets.counts.length, 0, walk.everything());
  return walk.counts;
}

class Walk {
  readonly counts: Int32Array;
  private readonly starts: Int32Array;
  private readonly groups: Groups;
  /** The items of the sets, by rank. */
  private readonly ranks: Int32Array;
  /** The sets in order of their items. */
  private readonly order: Int32Array;
  /** The baskets one after the other, frequent items by rank, ascending, each basket closed by −1. */
  private readonly rows: Int32Array;
  private readonly offsets: Int32Array;
  /** For each rank the child it stands for, or −1. */
  private readonly child: Int32Array;

  constructor(itemsets: Itemsets, baskets: CodedBaskets, groups: Groups) {
    const { starts, items, counts } = itemsets;
    const ranking = numberCodes(items.slice().sort());
    const rankOf = new Map(Array.from(ranking.codes, (code, rank) => [code, rank]));
    this.groups = groups;
    this.starts = starts;
    this.ranks = items.map((item) => rankOf.get(item)!);
    this.order = Int32Array.from(counts.keys()).sort((one, other) => this.compare(one, other));
    this.counts = new Int32Array(counts.length * groups.columns);
    this.child = new Int32Array(ranking.codes.length).fill(-1);
    const frequent = baskets.itemCodes.map((code) => rankOf.get(code) ?? -1);
    this.offsets = new Int32Array(baskets.offsets.length);
    this.rows = this.fill(baskets, frequent);
  }

  /** Where every basket starts, and which it is. */
  everything(): Int32Array {
    const found = new Int32Array(2 * (this.offsets.length - 1));
    for (let basket = 0; 2 * basket < found.length; basket++) {
      found[2 * basket] = this.offsets[basket]!;
      found[2 * basket + 1] = basket;
    }
    return found;
  }

  /**
   * Counts the sets `order[from] … order[to - 1]`, which begin with the same `depth` items and go on; `held` lists, for each
   * basket that holds these, where it goes on and which it is.
   */
  visit(from: number, to: number, depth: number, held: Int32Array): void {
    const { starts, ranks, order, child, rows, groups } = this;
    const { one, other, columns } = groups;
    const children: { set: number; rank: number; from: number; to: number }[] = [];
    for (let at = from; at < to; at++) {
      const set = order[at]!;
      const rank = ranks[starts[set]! + depth]!;
      const last = children.at(-1);
      if (last?.rank === rank) last.to = at + 1;
      else {
        child[rank] = children.length;
        children.push({ set, rank, from: at, to: at + 1 });
      }
    }
    const tally = new Int32Array(children.length * columns);
    const sizes = new Int32Array(children.length);
    for (let h = 0; h < held.length; h += 2) {
      const basket = held[h + 1]!;
      for (let p = held[h]!; rows[p]! >= 0; p++) {
        const number = child[rows[p]!]!;
        if (number < 0) continue;
        tally[number * columns + one[basket]!]!++;
        tally[number * columns + other[basket]!]!++;
        sizes[number]!++;
      }
    }
    children.forEach(({ set }, number) => {
      this.counts.set(tally.subarray(number * columns, (number + 1) * columns), set * columns);
    });
    const parents = children.some((each) => each.to - each.from > 1);
    const rests = children.map((each, number) =>
      each.to - each.from > 1 ? new Int32Array(2 * sizes[number]!) : null,
    );
    if (parents) this.split(held, rests);
    for (const { rank } of children) child[rank] = -1;
    children.forEach((each, number) => {
      const rest = rests[number];
      rests[number] = null;
      if (rest) this.visit(each.from + 1, each.to, depth + 1, rest);
    });
  }

  /** Hands every basket on to the children it holds, where these have children of their own. */
  private split(held: Int32Array, rests: (Int32Array | null)[]): void {
    const { child, rows } = this;
    const ends = new Int32Array(rests.length);
    for (let h = 0; h < held.length; h += 2) {
      for (let p = held[h]!; rows[p]! >= 0; p++) {
        const number = child[rows[p]!]!;
        const rest = number < 0 ? null : rests[number]!;
        if (!rest) continue;
        rest[ends[number]!++] = p + 1;
        rest[ends[number]!++] = held[h + 1]!;
      }
    }
  }

  private fill({ offsets, items }: CodedBaskets, frequent: Int32Array): Int32Array {
    const rows = new Int32Array(items.length + offsets.length);
    let end = 0;
    for (let basket = 0; basket + 1 < offsets.length; basket++) {
      const start = end;
      this.offsets[basket] = start;
      for (let p = offsets[basket]!; p < offsets[basket + 1]!; p++) {
        const rank = frequent[items[p]!]!;
        if (rank >= 0) rows[end++] = rank;
      }
      if (end - start > LONG) rows.subarray(start, end).sort();
      else sortRange(rows, start, end);
      rows[end++] = -1;
    }
    return rows.slice(0, end);
  }

  /** By their items, one after the other; a beginning comes before what goes on from it. */
  private compare(one: number, other: number): number {
    const { starts, ranks } = this;
    let p = starts[one]!;
    let q = starts[other]!;
    while (p < starts[one + 1]! && q < starts[other + 1]! && ranks[p] === ranks[q]) {
      p++;
      q++;
    }
    if (p === starts[one + 1]) return q === starts[other + 1] ? 0 : -1;
    return q === starts[other + 1] ? 1 : ranks[p]! - ranks[q]!;
  }
}
