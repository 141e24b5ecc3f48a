/** Which items are the parents of which, as two columns of equal length: of products, the categories they belong to. */
export interface Parents {
  item: Int32Array;
  parent: Int32Array;
}

/**
 * Keeps an item and its parent out of one set: together they say no more than the item alone (Srikant & Agrawal 1995). An item
 * may have several parents; a parent may not have parents of its own.
 */
export class Family {
  /** The parents of item i are `parents[starts[i]] … parents[starts[i + 1] − 1]`. */
  private readonly starts: Int32Array;
  private readonly parents: Int32Array;
  private readonly held: Uint8Array;
  /** How many children of an item are in the current set. */
  private readonly below: Int32Array;

  /** Items are numbered from 0 to `items` − 1. */
  constructor({ item, parent }: Parents, items: number) {
    this.starts = new Int32Array(items + 1);
    for (const child of item) this.starts[child + 1]!++;
    for (let i = 0; i < items; i++) this.starts[i + 1]! += this.starts[i]!;
    const next = this.starts.slice();
    this.parents = new Int32Array(item.length);
    for (let i = 0; i < item.length; i++) this.parents[next[item[i]!]!++] = parent[i]!;
    this.held = new Uint8Array(items);
    this.below = new Int32Array(items);
  }

  enter(item: number): void {
    this.held[item] = 1;
    this.count(item, 1);
  }

  leave(item: number): void {
    this.held[item] = 0;
    this.count(item, -1);
  }

  /** Whether the current set holds a parent or a child of the item. */
  excludes(item: number): boolean {
    if (this.below[item]! > 0) return true;
    for (let p = this.starts[item]!; p < this.starts[item + 1]!; p++)
      if (this.held[this.parents[p]!]) return true;
    return false;
  }

  private count(item: number, step: number): void {
    for (let p = this.starts[item]!; p < this.starts[item + 1]!; p++) this.below[this.parents[p]!]! += step;
  }
}
