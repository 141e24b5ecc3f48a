import { type FlowRow, NEW } from './moves.ts';

/** Whether customers stayed, came to a better segment, went to a worse one, or are new. */
export const KINDS = ['same', 'up', 'down', 'new'] as const;
export type Kind = (typeof KINDS)[number];

/** A flow as a ribbon: `tops` and `bottoms` at the places `xs`, all 0 to 1, downwards. */
export interface Ribbon extends FlowRow {
  kind: Kind;
  xs: number[];
  tops: number[];
  bottoms: number[];
}

/** A segment at one side of the picture, from `top` to `bottom`. */
export interface Node {
  side: 'from' | 'to';
  segment: string;
  customers: number;
  top: number;
  bottom: number;
}

/** The part of the height that lies between the segments of a side, in all. */
const GAPS = 0.16;
const STEPS = 24;

/** What a flow is, by the order of the segments, best first. */
export function kindOf({ segment_from, segment_to }: FlowRow, order: readonly string[]): Kind {
  if (segment_from === NEW) return 'new';
  const step = order.indexOf(segment_to) - order.indexOf(segment_from);
  return step === 0 ? 'same' : step < 0 ? 'up' : 'down';
}

/**
 * A Sankey diagram of two columns: at each side the segments that hold somebody in their order, new customers last,
 * with heights and ribbons in proportion to the number of customers.
 */
export function flowLayout(
  rows: readonly FlowRow[],
  order: readonly string[],
): { nodes: Node[]; ribbons: Ribbon[] } {
  const from = side(rows, 'from', [...order, NEW]);
  const to = side(rows, 'to', order);
  const total = Math.max(1, sum(rows));
  const height = (customers: number) => (customers / total) * (1 - GAPS);
  const starts = new Map(from.map(({ segment, top }) => [segment, top]));
  const ends = new Map(to.map(({ segment, top }) => [segment, top]));
  const ribbons: Ribbon[] = [];
  for (const segment_from of starts.keys())
    for (const segment_to of ends.keys()) {
      const row = rows.find((one) => one.segment_from === segment_from && one.segment_to === segment_to);
      if (!row) continue;
      const thick = height(row.customers);
      const left = starts.get(segment_from)!;
      const right = ends.get(segment_to)!;
      starts.set(segment_from, left + thick);
      ends.set(segment_to, right + thick);
      const xs = Array.from({ length: STEPS + 1 }, (_, i) => i / STEPS);
      const tops = xs.map((x) => left + (right - left) * x * x * (3 - 2 * x));
      ribbons.push({
        ...row,
        kind: kindOf(row, order),
        xs,
        tops,
        bottoms: tops.map((top) => top + thick),
      });
    }
  return { nodes: [...from, ...to], ribbons };
}

function side(rows: readonly FlowRow[], end: Node['side'], order: readonly string[]): Node[] {
  const total = Math.max(1, sum(rows));
  const held = order
    .map((segment) => ({ segment, customers: sum(rows.filter((row) => row[`segment_${end}`] === segment)) }))
    .filter(({ customers }) => customers > 0);
  const gap = GAPS / Math.max(1, held.length - 1);
  let top = held.length > 1 ? 0 : GAPS / 2;
  return held.map(({ segment, customers }) => {
    const node = { side: end, segment, customers, top, bottom: top + (customers / total) * (1 - GAPS) };
    top = node.bottom + gap;
    return node;
  });
}

function sum(rows: readonly { customers: number }[]): number {
  return rows.reduce((total, { customers }) => total + customers, 0);
}
