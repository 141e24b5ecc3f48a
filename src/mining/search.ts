import { Collector } from './collector.ts';
import { Family } from './family.ts';
import type { MineOptions } from './mine.ts';
import { Projection } from './projection.ts';
import { SubsetTable, worthTable } from './subsets.ts';

/**
 * The depth-first search. Local items are ordered by rising count, and a set grows only by items more frequent than
 * its last: for each item, walk the rests of the transactions behind it and count what they hold (occurrence deliver);
 * the items that stay frequent make the next, smaller database. Few such items are settled at once by a table of all
 * their subsets.
 */
export class Search {
  readonly collector: Collector;
  private readonly levels: Projection[];
  private readonly maxSize: number;
  private readonly family: Family | null;
  private readonly table = new SubsetTable();
  private readonly tally: Int32Array;
  /** The items that can extend the current set, ascending, and how many baskets hold the set with each. */
  private readonly extensions: Int32Array;
  private readonly extensionCounts: Int32Array;
  /** For each local item, its number in the next database, or −1. */
  private readonly numbers: Int32Array;

  /** `items` is the number of different items, frequent or not. */
  constructor(root: Projection, options: MineOptions, baskets: number, items: number) {
    this.levels = [root];
    this.maxSize = options.maxSize ?? Infinity;
    this.family = options.parents ? new Family(options.parents, items) : null;
    this.collector = new Collector(options.minCount, options.maxItemsets, baskets, root.size);
    this.tally = new Int32Array(root.size);
    this.extensions = new Int32Array(root.size);
    this.extensionCounts = new Int32Array(root.size);
    this.numbers = new Int32Array(root.size).fill(-1);
  }

  run(onProgress: (done: number, total: number) => void = () => {}): void {
    if (this.maxSize < 1) return;
    const root = this.levels[0]!;
    const total = root.firsts[root.size]!;
    let reported = 0;
    for (let item = root.size - 1; item >= 0; item--) {
      this.visit(root, item, 0);
      const done = total - root.firsts[item]!;
      if (done - reported < total / 100) continue;
      onProgress(done, total);
      reported = done;
    }
  }

  private visit(level: Projection, item: number, depth: number): void {
    const { collector, family } = this;
    const count = level.counts[item]!;
    const code = level.codes[item]!;
    if (count < collector.minCount) return;
    collector.push(code);
    collector.add(count);
    family?.enter(code);
    if (collector.size < this.maxSize) this.extend(level, item, depth);
    family?.leave(code);
    collector.pop();
  }

  private extend(level: Projection, item: number, depth: number): void {
    const steps = this.count(level, item);
    const extensions = this.select(level, item, steps);
    const room = this.maxSize - this.collector.size;
    if (extensions === 0) return;
    if (extensions === 1 || room === 1) {
      for (let e = 0; e < extensions; e++) {
        this.collector.push(level.codes[this.extensions[e]!]!);
        this.collector.add(this.extensionCounts[e]!);
        this.collector.pop();
      }
    } else if (!this.family && worthTable(extensions, steps)) {
      this.table.collect(level, item, this.extensions.subarray(0, extensions), room, this.collector);
    } else {
      const next = this.project(level, item, extensions, steps, depth + 1);
      for (let i = extensions - 1; i >= 0; i--) this.visit(next, i, depth + 1);
    }
  }

  /** Adds up, per item behind `item`, the weights of its transactions; returns the number of steps walked. */
  private count(level: Projection, item: number): number {
    const { transactions, occurrences, firsts } = level;
    const { tally } = this;
    let steps = 0;
    for (let o = firsts[item]!; o < firsts[item + 1]!; o += 2) {
      const start = occurrences[o]!;
      const weight = occurrences[o + 1]!;
      let p = start;
      for (let other = transactions[p]!; other >= 0; other = transactions[++p]!) tally[other]! += weight;
      steps += p - start;
    }
    return steps;
  }

  /** Moves the tallied items that are frequent into `extensions`, clears the tally and returns their number. */
  private select(level: Projection, item: number, steps: number): number {
    const { tally, extensions, extensionCounts, family } = this;
    const { codes } = level;
    const { minCount } = this.collector;
    let found = 0;
    if (steps === 0) return 0;
    if (steps > level.size - item) {
      for (let other = item + 1; other < level.size; other++) {
        const count = tally[other]!;
        tally[other] = 0;
        if (count < minCount || family?.excludes(codes[other]!)) continue;
        extensions[found] = other;
        extensionCounts[found++] = count;
      }
      return found;
    }
    const { transactions, occurrences, firsts } = level;
    for (let o = firsts[item]!; o < firsts[item + 1]!; o += 2) {
      let p = occurrences[o]!;
      for (let other = transactions[p]!; other >= 0; other = transactions[++p]!) {
        const count = tally[other]!;
        tally[other] = 0;
        if (count < minCount || family?.excludes(codes[other]!)) continue;
        let at = found++;
        for (; at > 0 && extensions[at - 1]! > other; at--) {
          extensions[at] = extensions[at - 1]!;
          extensionCounts[at] = extensionCounts[at - 1]!;
        }
        extensions[at] = other;
        extensionCounts[at] = count;
      }
    }
    return found;
  }

  /** The transactions behind `item`, reduced to the extensions. */
  private project(level: Projection, item: number, size: number, steps: number, depth: number): Projection {
    const next = (this.levels[depth] ??= new Projection());
    const { transactions, occurrences, firsts, codes } = level;
    const { numbers, extensions, extensionCounts } = this;
    const from = firsts[item]!;
    const to = firsts[item + 1]!;
    next.reset(size, (to - from) / 2, steps);
    for (let e = 0; e < size; e++) {
      const other = extensions[e]!;
      numbers[other] = e;
      next.codes[e] = codes[other]!;
      next.counts[e] = extensionCounts[e]!;
    }
    const target = next.transactions;
    for (let o = from; o < to; o += 2) {
      let end = next.end;
      let p = occurrences[o]!;
      for (let other = transactions[p]!; other >= 0; other = transactions[++p]!) {
        const number = numbers[other]!;
        if (number >= 0) target[end++] = number;
      }
      next.close(end, occurrences[o + 1]!);
    }
    for (let e = 0; e < size; e++) numbers[extensions[e]!] = -1;
    next.index();
    return next;
  }
}
