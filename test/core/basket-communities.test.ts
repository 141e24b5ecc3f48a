import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communities, type WeightedEdge } from '../../src/analyses/basket/communities.ts';

/** Who met whom outside the karate club (Zachary 1977), by the member of lower number. */
const CLUB: readonly (readonly number[])[] = [
  [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31],
  [2, 3, 7, 13, 17, 19, 21, 30],
  [3, 7, 8, 9, 13, 27, 28, 32],
  [7, 12, 13],
  [6, 10],
  [6, 10, 16],
  [16],
  [],
  [30, 32, 33],
  [33],
  [],
  [],
  [],
  [33],
  [32, 33],
  [32, 33],
  [],
  [],
  [32, 33],
  [33],
  [32, 33],
  [],
  [32, 33],
  [25, 27, 29, 32, 33],
  [25, 27, 31],
  [31],
  [29, 33],
  [33],
  [31, 33],
  [32, 33],
  [32, 33],
  [32, 33],
  [33],
];

function modularity(of: readonly number[], edges: readonly WeightedEdge[]): number {
  const total = 2 * edges.reduce((sum, { weight }) => sum + weight, 0);
  const inside = edges.filter(({ source, target }) => of[source] === of[target]);
  const ends = new Map<number, number>();
  for (const { source, target, weight } of edges)
    for (const node of [source, target]) ends.set(of[node]!, (ends.get(of[node]!) ?? 0) + weight);
  const expected = [...ends.values()].reduce((sum, degree) => sum + (degree / total) ** 2, 0);
  return (2 * inside.reduce((sum, { weight }) => sum + weight, 0)) / total - expected;
}

const edgesOf = (lists: readonly (readonly number[])[]) =>
  lists.flatMap((others, source) => others.map((target) => ({ source, target, weight: 1 })));

describe('communities', () => {
  it('of the karate club have the modularity published for this method', () => {
    const edges = edgesOf(CLUB);
    expect(edges).toHaveLength(78);
    const found = communities(34, edges);
    expect(Math.max(...found)).toBe(2);
    expect(modularity(found, edges)).toBeCloseTo(0.3807, 4);
  });

  it('are the groups that only a weak edge joins, the larger first', () => {
    const edges = [
      ...edgesOf([[1, 2], [2]]),
      ...edgesOf([[], [], [], [4, 5, 6], [5, 6], [6]]),
      { source: 2, target: 3, weight: 0.1 },
    ];
    expect(communities(7, edges)).toEqual([1, 1, 1, 0, 0, 0, 0]);
  });

  it('never cut what no edge crosses together, and leave nothing to gain by joining two', () => {
    const edge = fc.record({
      source: fc.nat(11),
      target: fc.nat(11),
      weight: fc.double({ min: 0.1, max: 5, noNaN: true }),
    });
    const graphs = fc.uniqueArray(
      edge.filter(({ source, target }) => source < target),
      { minLength: 1, maxLength: 25, selector: ({ source, target }) => `${source} ${target}` },
    );
    fc.assert(
      fc.property(graphs, (edges) => {
        const found = communities(12, edges);
        const reached = modularity(found, edges);
        const numbers = [...new Set(found)];
        expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i));
        for (const one of numbers)
          for (const other of numbers) {
            const joined = found.map((community) => (community === other ? one : community));
            expect(modularity(joined, edges)).toBeLessThanOrEqual(reached + 1e-9);
          }
      }),
    );
  });
});
