import { seeded, shuffle } from '../random.ts';
import { binned, type Binned, type Feature } from './bins.ts';
import { goesLeft, grow, type Node, type TreeOptions } from './grow.ts';
import { type Condition, conditionsOf } from './rules.ts';

/** Rows with what is known of each and the class it is in, from 0; −1 for rows of no class, which are left out. */
export interface Learning extends TreeOptions {
  features: readonly Feature[];
  labels: Int32Array;
  classes: number;
  seed: number;
}

/** The rule that singles out one class best; figures are those of the half it was not learned from. */
export interface ClassRule {
  /** Empty when no node is better than saying so of everybody. */
  conditions: Condition[];
  /** How many rows of the other half it holds for, how many of them are of the class, and how many of the class there are. */
  matched: number;
  right: number;
  members: number;
}

/** What a tree learned on one half of the rows does on the other. */
export interface Learned {
  /** Rows of the other half, and how many of them the tree places right. */
  tested: number;
  hits: number;
  /** How many of them are right when everybody is put into the class that is largest in the half learned from. */
  baseline: number;
  /** One rule per class. */
  rules: ClassRule[];
}

/** Learns the classes from one half, drawn at random, and judges on the other. */
export function learn({ features, labels, classes, seed, ...options }: Learning): Learned {
  const rows = shuffle(
    Int32Array.from(labels.keys()).filter((row) => labels[row]! >= 0),
    seeded(seed),
  );
  const half = rows.length >> 1;
  const [known, kept] = [rows.subarray(0, half), rows.subarray(half)];
  const cut = features.map(binned).filter(({ count }) => count > 1);
  const nodes = grow(cut, labels, classes, known, options);
  const tested = countAll(cut, nodes, labels, classes, kept);
  const root = nodes[0]!.counts;
  const leaves = nodes.map((node, i) => ({ node, counts: tested[i]! })).filter(({ node }) => !node.split);
  return {
    tested: kept.length,
    hits: leaves.reduce((sum, { node, counts }) => sum + counts[largest(node.counts)]!, 0),
    baseline: tested[0]![largest(root)]!,
    rules: Array.from({ length: classes }, (_, k) => {
      const node = bestNode(nodes, k);
      const counts = tested[node]!;
      return {
        conditions: conditionsOf(cut, nodes, node),
        matched: counts.reduce((sum, count) => sum + count, 0),
        right: counts[k]!,
        members: tested[0]![k]!,
      };
    }),
  };
}

/** How many of the rows of each class come through each node. */
function countAll(
  features: readonly Binned[],
  nodes: readonly Node[],
  labels: Int32Array,
  classes: number,
  rows: Int32Array,
): Int32Array[] {
  const counts = nodes.map(() => new Int32Array(classes));
  const left = nodes.map(({ split }) => split && goesLeft(features[split.feature]!, split));
  for (const row of rows) {
    for (let at = 0; ;) {
      counts[at]![labels[row]!]!++;
      const isLeft = left[at];
      if (!isLeft) break;
      at = nodes[at]!.left + (isLeft(row) ? 0 : 1);
    }
  }
  return counts;
}

/** The node with the best balance of precision and recall (F1) for a class, on the rows the tree was grown from. */
function bestNode(nodes: readonly Node[], k: number): number {
  const members = nodes[0]!.counts[k]!;
  const balance = ({ counts }: Node) =>
    (2 * counts[k]!) / (counts.reduce((sum, count) => sum + count, 0) + members);
  return nodes.reduce((best, node, i) => (balance(node) > balance(nodes[best]!) ? i : best), 0);
}

function largest(counts: Int32Array): number {
  return counts.indexOf(Math.max(...counts));
}
