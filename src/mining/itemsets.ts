/** Itemsets in compressed rows: set s holds `items[starts[s]] … items[starts[s + 1] - 1]`, ascending, in `counts[s]` baskets. */
export interface Itemsets {
  counts: Int32Array;
  starts: Int32Array;
  items: Int32Array;
}
