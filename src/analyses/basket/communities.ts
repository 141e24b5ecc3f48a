/** An edge between two nodes, by index; `weight` above 0. */
export interface WeightedEdge {
  source: number;
  target: number;
  weight: number;
}

/**
 * Which community each node belongs to, numbered from 0, the one of most nodes first, then by its first node. Starting with every
 * node alone, the two communities are joined that raise modularity most, as long as any two do (Clauset, Newman & Moore 2004).
 * Ties go to the pair named first, so that the same graph gives the same answer. About n² steps for each of n joins at most:
 * meant for some hundreds of nodes.
 */
export function communities(nodes: number, edges: readonly WeightedEdge[]): number[] {
  const total = 2 * edges.reduce((sum, { weight }) => sum + weight, 0);
  /** For each community the share of all edge ends that lead from it to each other one. */
  const between = Array.from({ length: nodes }, () => new Map<number, number>());
  const ends = new Float64Array(nodes);
  for (const { source, target, weight } of edges) {
    add(between[source]!, target, weight / total);
    add(between[target]!, source, weight / total);
    ends[source]! += weight / total;
    ends[target]! += weight / total;
  }
  const of = Array.from({ length: nodes }, (_, node) => node);
  for (let pair = best(between, ends); pair; pair = best(between, ends)) {
    const [into, from] = pair;
    for (const [other, share] of between[from]!) {
      between[other]!.delete(from);
      if (other === into) continue;
      add(between[into]!, other, share);
      add(between[other]!, into, share);
    }
    between[from]!.clear();
    ends[into]! += ends[from]!;
    ends[from] = 0;
    of.forEach((community, node) => {
      if (community === from) of[node] = into;
    });
  }
  return bySize(of);
}

/** The two communities whose joining raises modularity most, by 2 (share between − product of their ends); null when none does. */
function best(between: readonly Map<number, number>[], ends: Float64Array): [number, number] | null {
  let most = 1e-12;
  let pair: [number, number] | null = null;
  between.forEach((others, one) => {
    for (const [other, share] of others) {
      const gain = 2 * (share - ends[one]! * ends[other]!);
      if (other <= one || gain <= most) continue;
      most = gain;
      pair = [one, other];
    }
  });
  return pair;
}

function add(shares: Map<number, number>, key: number, share: number): void {
  shares.set(key, (shares.get(key) ?? 0) + share);
}

function bySize(of: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const community of of) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const order = [...sizes].sort(([, a], [, b]) => b - a).map(([community]) => community);
  return of.map((community) => order.indexOf(community));
}
