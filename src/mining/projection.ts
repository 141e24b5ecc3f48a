/**
 * A database of weighted transactions over local items 0 … size − 1, rarest first. Each transaction is its items,
 * ascending, closed by minus its weight. The miner keeps one per depth and fills it again and again.
 */
export class Projection {
  /** The number of local items. */
  size = 0;
  /** For each local item, the item it stands for. */
  codes = new Int32Array(0);
  /** For each local item, how many baskets hold it. */
  counts = new Int32Array(0);
  transactions = new Int32Array(0);
  /** The occurrences of item i are the pairs in `occurrences` from `firsts[i]` up to `firsts[i + 1]`. */
  firsts = new Int32Array(1);
  /** Pairs (where the rest of the transaction begins, its weight); an item that ends its transaction is not listed. */
  occurrences = new Int32Array(0);

  private used = 0;
  /** Where a transaction with this hash begins, plus 1; 0 when free. */
  private slots = new Int32Array(16);
  private mask = 15;

  /** Empties the database and makes room for `size` items, `rows` transactions and `cells` items in them. */
  reset(size: number, rows: number, cells: number): void {
    this.size = size;
    this.used = 0;
    if (this.codes.length < size) {
      this.codes = new Int32Array(2 * size);
      this.counts = new Int32Array(2 * size);
      this.firsts = new Int32Array(2 * size + 1);
    }
    if (this.transactions.length < cells + rows) this.transactions = new Int32Array(cells + rows);
    if (this.slots.length < 2 * rows) this.slots = new Int32Array(powerOfTwo(2 * rows));
    this.mask = Math.min(this.slots.length, powerOfTwo(2 * rows)) - 1;
    this.slots.fill(0, 0, this.mask + 1);
  }

  /** Where the next transaction's items are to be written. */
  get end(): number {
    return this.used;
  }

  /** Takes the items written from `end` up to `until`; an equal transaction that is already there takes the weight. */
  close(until: number, weight: number): void {
    const { transactions, slots, mask, used } = this;
    if (until - used < 2) return;
    let hash = 0;
    for (let p = used; p < until; p++) hash = Math.imul(hash ^ transactions[p]!, 0x9e3779b1) ^ (hash >>> 15);
    const length = until - used;
    let slot = (hash ^ (hash >>> 16)) & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const other = slots[slot]! - 1;
      let same = 0;
      while (same < length && transactions[other + same] === transactions[used + same]) same++;
      if (same === length && transactions[other + length]! < 0) {
        transactions[other + length]! -= weight;
        return;
      }
    }
    slots[slot] = used + 1;
    transactions[until] = -weight;
    this.used = until + 1;
  }

  /** Lists the occurrences, when all transactions are in. */
  index(): void {
    const { transactions, firsts, size, used } = this;
    firsts.fill(0, 0, size + 1);
    for (let p = 0; p < used; p++) {
      const item = transactions[p]!;
      if (item >= 0 && transactions[p + 1]! >= 0) firsts[item]! += 2;
    }
    let total = 0;
    for (let item = 0; item <= size; item++) total = firsts[item]! += total;
    if (this.occurrences.length < total) this.occurrences = new Int32Array(total);
    const { occurrences } = this;
    for (let p = used - 1, weight = 0; p >= 0; p--) {
      const item = transactions[p]!;
      if (item < 0) {
        weight = -item;
        p--;
      } else {
        const at = (firsts[item]! -= 2);
        occurrences[at] = p + 1;
        occurrences[at + 1] = weight;
      }
    }
  }
}

function powerOfTwo(atLeast: number): number {
  return Math.max(16, 2 ** Math.ceil(Math.log2(atLeast)));
}
