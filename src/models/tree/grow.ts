import type { Binned } from './bins.ts';

export interface TreeOptions {
  /** How many questions a row is asked at most. */
  depth: number;
  /** How many rows a node must at least have on each side of its question. */
  minLeaf: number;
}

/** A split: rows whose bin is at most `bin` (numbers) or is `bin` (categories) go left, all others and the unknown right. */
export interface Split {
  /** The index of the feature. */
  feature: number;
  bin: number;
}

/** Nodes in the order they were made, the root first. */
export interface Node {
  /** How many of the rows it was grown from are of each class. */
  counts: Int32Array;
  parent: number;
  isLeft: boolean;
  /** Null for a leaf; else `left` and `left + 1` are its children. */
  split: Split | null;
  left: number;
}

/**
 * A classification tree (Breiman, Friedman, Olshen & Stone 1984): each node takes the split that leaves the least Gini
 * impurity, the first of equal ones. `labels` are the classes of all rows, from 0; it learns from `rows`, which it reorders.
 */
export function grow(
  features: readonly Binned[],
  labels: Int32Array,
  classes: number,
  rows: Int32Array,
  { depth, minLeaf }: TreeOptions,
): Node[] {
  const nodes: Node[] = [];
  const open: { rows: Int32Array; node: number; depth: number }[] = [];
  const add = (part: Int32Array, parent: number, isLeft: boolean, below: number) => {
    const counts = new Int32Array(classes);
    for (const row of part) counts[labels[row]!]!++;
    open.push({ rows: part, node: nodes.length, depth: below });
    nodes.push({ counts, parent, isLeft, split: null, left: -1 });
  };
  add(rows, -1, false, 0);
  for (let next = open.shift(); next; next = open.shift()) {
    const node = nodes[next.node]!;
    if (next.depth >= depth || next.rows.length < 2 * minLeaf) continue;
    const split = bestSplit(features, labels, classes, next.rows, node.counts, minLeaf);
    if (!split) continue;
    const middle = partition(next.rows, goesLeft(features[split.feature]!, split));
    node.split = split;
    node.left = nodes.length;
    add(next.rows.subarray(0, middle), next.node, true, next.depth + 1);
    add(next.rows.subarray(middle), next.node, false, next.depth + 1);
  }
  return nodes;
}

/** Whether a row goes left at a split. */
export function goesLeft({ kind, bins }: Binned, { bin }: Split): (row: number) => boolean {
  return kind === 'number' ? (row) => bins[row]! <= bin : (row) => bins[row] === bin;
}

/** The split with the least impurity, or null when none lessens it. */
export function bestSplit(
  features: readonly Binned[],
  labels: Int32Array,
  classes: number,
  rows: Int32Array,
  total: Int32Array,
  minLeaf: number,
): Split | null {
  const n = rows.length;
  let best: Split | null = null;
  let most = squares(total) / n + 1e-9 * n;
  const left = new Float64Array(classes);
  features.forEach(({ kind, bins, count }, feature) => {
    const table = new Int32Array((count + 1) * classes);
    for (const row of rows) table[bins[row]! * classes + labels[row]!]!++;
    left.fill(0);
    for (let bin = 0; bin < count; bin++) {
      if (kind === 'category') left.fill(0);
      let within = 0;
      let leftSquares = 0;
      let rightSquares = 0;
      for (let k = 0; k < classes; k++) {
        left[k]! += table[bin * classes + k]!;
        within += left[k]!;
        leftSquares += left[k]! ** 2;
        rightSquares += (total[k]! - left[k]!) ** 2;
      }
      if (within < minLeaf || n - within < minLeaf) continue;
      const purity = leftSquares / within + rightSquares / (n - within);
      if (purity <= most) continue;
      most = purity;
      best = { feature, bin };
    }
  });
  return best;
}

function squares(counts: Int32Array): number {
  let sum = 0;
  for (const count of counts) sum += count ** 2;
  return sum;
}

/** Moves the rows that go left to the front, in their order; returns how many there are. */
function partition(rows: Int32Array, isLeft: (row: number) => boolean): number {
  const right: number[] = [];
  let end = 0;
  for (const row of rows) {
    if (isLeft(row)) rows[end++] = row;
    else right.push(row);
  }
  rows.set(right, end);
  return end;
}
