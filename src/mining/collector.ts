import type { Itemsets } from './itemsets.ts';

/**
 * Collects itemsets as the search finds them. When more than `limit` are found, it raises `minCount`, one by one, until
 * those that reach it fit again, and forgets the others. So the search always ends with every itemset that reaches
 * `minCount`, and `minCount` is the lowest at which they fit.
 */
export class Collector {
  /** The count an itemset must reach; the search reads it again and again. */
  minCount: number;
  /** The number of itemsets that reached the `minCount` of their time. */
  found = 0;
  /** The number of items in the current set. */
  size = 0;

  private readonly limit: number;
  private readonly current: Int32Array;
  private counts = new Int32Array(1024);
  private ends = new Int32Array(1024);
  private items = new Int32Array(4096);
  private stored = 0;
  private used = 0;
  /** How many kept itemsets have each count; empty until the limit is passed. */
  private histogram = new Int32Array(0);
  private kept = 0;
  private readonly maxCount: number;

  /** `maxCount` bounds every count, `maxSize` the size of every set. */
  constructor(minCount: number, limit: number, maxCount: number, maxSize: number) {
    this.minCount = minCount;
    this.limit = limit;
    this.maxCount = maxCount;
    this.current = new Int32Array(maxSize);
  }

  push(item: number): void {
    this.current[this.size++] = item;
  }

  pop(): void {
    this.size--;
  }

  /** Takes the current set, which `count` baskets hold. */
  add(count: number): void {
    if (count < this.minCount) return;
    if (this.stored === this.counts.length || this.used + this.size > this.items.length) this.grow();
    for (let i = 0; i < this.size; i++) this.items[this.used++] = this.current[i]!;
    this.counts[this.stored] = count;
    this.ends[this.stored++] = this.used;
    this.found++;
    if (this.found > this.limit) this.bound(count);
  }

  /** Everything that reaches `minCount`, each set's items ascending. */
  finish(): Itemsets {
    this.forget();
    const starts = new Int32Array(this.stored + 1);
    starts.set(this.ends.subarray(0, this.stored), 1);
    const items = this.items.slice(0, this.used);
    for (let set = 0; set < this.stored; set++) sortRange(items, starts[set]!, starts[set + 1]!);
    return { counts: this.counts.slice(0, this.stored), starts, items };
  }

  private bound(count: number): void {
    if (this.histogram.length === 0) {
      this.histogram = new Int32Array(this.maxCount + 1);
      for (let set = 0; set < this.stored; set++) this.histogram[this.counts[set]!]!++;
      this.kept = this.stored;
    } else {
      this.histogram[count]!++;
      this.kept++;
    }
    while (this.kept > this.limit) this.kept -= this.histogram[this.minCount++]!;
    if (this.stored > 2 * this.limit) this.forget();
  }

  private forget(): void {
    let stored = 0;
    let used = 0;
    for (let set = 0, start = 0; set < this.stored; set++) {
      const end = this.ends[set]!;
      if (this.counts[set]! >= this.minCount) {
        this.items.copyWithin(used, start, end);
        used += end - start;
        this.counts[stored] = this.counts[set]!;
        this.ends[stored++] = used;
      }
      start = end;
    }
    this.stored = stored;
    this.used = used;
  }

  private grow(): void {
    if (this.stored === this.counts.length) {
      this.counts = doubled(this.counts);
      this.ends = doubled(this.ends);
    }
    while (this.used + this.size > this.items.length) this.items = doubled(this.items);
  }
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}

/** Insertion sort of `array[start] … array[end - 1]`: the ranges are short. */
export function sortRange(array: Int32Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const value = array[i]!;
    let j = i - 1;
    for (; j >= start && array[j]! > value; j--) array[j + 1] = array[j]!;
    array[j + 1] = value;
  }
}
