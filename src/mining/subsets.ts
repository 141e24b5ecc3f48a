import type { Collector } from './collector.ts';
import type { Projection } from './projection.ts';

const SMALL = 6;
const LARGEST = 14;

/** Whether `items` extensions that occur in `steps` places are better settled by a table of their 2^items subsets. */
export function worthTable(items: number, steps: number): boolean {
  return items <= SMALL || (items <= LARGEST && 2 ** items <= 4 * steps);
}

/** Counts all subsets of a few items at once: one cell per subset, then sums over supersets. */
export class SubsetTable {
  private readonly cells = new Int32Array(2 ** LARGEST);
  /** For each local item, the bit that stands for it, or 0. */
  private bits = new Int32Array(0);

  /** Gives the collector every subset, of at most `room` items, of `extensions` behind `item`. */
  collect(level: Projection, item: number, extensions: Int32Array, room: number, collector: Collector): void {
    if (this.bits.length < level.size) this.bits = new Int32Array(level.size);
    const { bits, cells } = this;
    for (let e = 0; e < extensions.length; e++) bits[extensions[e]!] = 1 << e;
    const { transactions, occurrences, firsts } = level;
    for (let o = firsts[item]!; o < firsts[item + 1]!; o += 2) {
      let subset = 0;
      let p = occurrences[o]!;
      for (let other = transactions[p]!; other >= 0; other = transactions[++p]!) subset |= bits[other]!;
      cells[subset]! += occurrences[o + 1]!;
    }
    for (const other of extensions) bits[other] = 0;
    const size = 1 << extensions.length;
    addSupersets(cells, size);
    for (let subset = 1; subset < size; subset++) {
      if (cells[subset]! < collector.minCount) continue;
      const before = collector.size;
      for (let rest = subset; rest !== 0; rest &= rest - 1) {
        collector.push(level.codes[extensions[31 - Math.clz32(rest & -rest)]!]!);
      }
      if (collector.size - before <= room) collector.add(cells[subset]!);
      collector.size = before;
    }
    cells.fill(0, 0, size);
  }
}

function addSupersets(cells: Int32Array, size: number): void {
  for (let bit = 1; bit < size; bit <<= 1) {
    for (let block = 0; block < size; block += 2 * bit) {
      for (let cell = block; cell < block + bit; cell++) cells[cell]! += cells[cell + bit]!;
    }
  }
}
