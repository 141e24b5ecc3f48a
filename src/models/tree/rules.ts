import type { Binned } from './bins.ts';
import type { Node } from './grow.ts';

/** What a rule says of one feature. */
export type Condition =
  | { name: string; kind: 'number'; above: number | null; atMost: number | null; orUnknown: boolean }
  /** The value's code, or those it is not. */
  | { name: string; kind: 'category'; is: number | null; not: number[] };

/** What leads from the root to a node, one condition for each feature asked, in the order of the questions. */
export function conditionsOf(features: readonly Binned[], nodes: readonly Node[], node: number): Condition[] {
  const path: { feature: Binned; bin: number; isLeft: boolean }[] = [];
  for (let at = node; nodes[at]!.parent >= 0; at = nodes[at]!.parent) {
    const { parent, isLeft } = nodes[at]!;
    const { feature, bin } = nodes[parent]!.split!;
    path.unshift({ feature: features[feature]!, bin, isLeft });
  }
  return [...new Set(path.map(({ feature }) => feature))].map((feature) => {
    const asked = path.filter((step) => step.feature === feature);
    return feature.kind === 'number' ? range(feature, asked) : choice(feature, asked);
  });
}

interface Step {
  bin: number;
  isLeft: boolean;
}

function range({ name, edges, gaps }: Binned, asked: readonly Step[]): Condition {
  const bounds = (isLeft: boolean) =>
    asked.filter((step) => step.isLeft === isLeft).map(({ bin }) => edges[bin] ?? Infinity);
  const [above, atMost] = [bounds(false), bounds(true)];
  return {
    name,
    kind: 'number',
    above: above.length ? Math.max(...above) : null,
    atMost: atMost.length ? Math.min(...atMost) : null,
    orUnknown: gaps && !atMost.length,
  };
}

/** What is left when all other values are ruled out is said as such. */
function choice({ name, count, gaps }: Binned, asked: readonly Step[]): Condition {
  const not = asked.filter(({ isLeft }) => !isLeft).map(({ bin }) => bin);
  const left = Array.from({ length: count }, (_, bin) => bin).filter((bin) => !not.includes(bin));
  const is = asked.find(({ isLeft }) => isLeft)?.bin ?? (left.length === 1 && !gaps ? left[0]! : null);
  return { name, kind: 'category', is, not: is === null ? not : [] };
}
