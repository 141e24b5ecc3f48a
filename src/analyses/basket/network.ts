import { communities } from './communities.ts';
import { layout } from './layout.ts';
import type { PairRow } from './rules.ts';

/** An item of the picture; `x` and `y` in pixels. */
export interface NetworkNode {
  kind: 'item';
  label: string;
  /** The label as far as there is room for it. */
  short: string;
  baskets: number;
  /** The colour of its community, from 0: see communities.ts. */
  group: number;
  x: number;
  y: number;
}

/** A pair rule of the picture, from item to item. */
export interface NetworkEdge {
  kind: 'rule';
  pair: PairRow;
  lift: number;
  x: number;
  y: number;
  x2: number;
  y2: number;
}

export type NetworkRow = NetworkNode | NetworkEdge;

const LINE_HEIGHT = 30;
const LETTERS = 22;
const EDGES_PER_NODE = 2;

/** Communities of their own colour; the smaller ones share the last. */
const OWN_COLOURS = 7;

/** How many items a picture of this width can carry with labels that can be read. */
export function roomFor(width: number): number {
  return Math.max(8, Math.min(50, Math.floor(width / 24)));
}

/**
 * The strongest pairs as a network: pairs are taken in the order given as long as they are above chance and there is room for their items, items
 * are placed by `layout` and put into communities, a pair counting by its baskets beyond those that chance gives. Items come
 * first, then the pairs.
 */
export function network(pairs: readonly PairRow[], width: number, height: number): NetworkRow[] {
  const room = roomFor(width);
  const baskets = new Map<string, number>();
  const kept: PairRow[] = [];
  for (const pair of pairs) {
    const added = Number(!baskets.has(pair.source)) + Number(!baskets.has(pair.target));
    if (pair.lift <= 1 || baskets.size + added > room || kept.length >= EDGES_PER_NODE * room) continue;
    baskets.set(pair.source, pair.source_baskets);
    baskets.set(pair.target, pair.target_baskets);
    kept.push(pair);
  }
  const labels = [...baskets.keys()];
  const index = new Map(labels.map((label, i) => [label, i]));
  const shorts = labels.map((label) => shortened(label, LETTERS));
  const edges = kept.map((pair) => ({
    source: index.get(pair.source)!,
    target: index.get(pair.target)!,
    weight: pair.baskets * (1 - 1 / pair.lift),
  }));
  const places = layout({
    nodes: shorts.map((short) => ({ width: labelWidth(short) + 12, height: LINE_HEIGHT })),
    edges: edges.map((edge) => ({ ...edge, weight: 1 })),
    width,
    height,
  });
  const groups = communities(labels.length, edges);
  const nodes = labels.map((label, i): NetworkNode => ({
    kind: 'item',
    label,
    short: shorts[i]!,
    baskets: baskets.get(label)!,
    group: shownGroup(groups[i]!),
    ...places[i]!,
  }));
  const lines = kept.map((pair): NetworkEdge => {
    const from = places[index.get(pair.source)!]!;
    const to = places[index.get(pair.target)!]!;
    return { kind: 'rule', pair, lift: pair.lift, x: from.x, y: from.y, x2: to.x, y2: to.y };
  });
  return [...nodes, ...lines];
}

/** The number of the colour a community is shown in, from 0. */
function shownGroup(group: number): number {
  return Math.min(group, OWN_COLOURS);
}

/** The first letters of a label up to a width of `letters` Latin ones; Chinese ones are two wide. */
function shortened(label: string, letters: number): string {
  let width = 0;
  let end = 0;
  for (const letter of label) {
    width += wide(letter) ? 2 : 1;
    if (width > letters) return `${label.slice(0, end).trimEnd()}…`;
    end += letter.length;
  }
  return label;
}

function labelWidth(label: string): number {
  return [...label].reduce(
    (sum, letter) => sum + (wide(letter) ? 11 : letter === letter.toLowerCase() ? 6 : 8),
    0,
  );
}

function wide(letter: string): boolean {
  return letter >= '\u2e80';
}
