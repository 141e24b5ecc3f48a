import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded, shuffle } from '../../src/models/random.ts';
import { permutationP } from '../../src/models/separation.ts';
import { binned, type Feature, roundest } from '../../src/models/tree/bins.ts';
import { bestSplit, goesLeft, grow } from '../../src/models/tree/grow.ts';
import { learn } from '../../src/models/tree/learn.ts';
import { conditionsOf } from '../../src/models/tree/rules.ts';

const numbers = (name: string, values: number[]): Feature => ({
  name,
  kind: 'number',
  values: Float64Array.from(values),
});
const codes = (name: string, values: number[]): Feature => ({
  name,
  kind: 'category',
  codes: Int32Array.from(values),
  count: Math.max(...values) + 1,
});
const all = (count: number) => Int32Array.from({ length: count }, (_, i) => i);

/** Rows with a class, a number that may be unknown and a category. */
const rowsOf = fc.array(
  fc.record({
    label: fc.nat(2),
    number: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: -4, max: 9 }) }, fc.constant(NaN)),
    code: fc.integer({ min: -1, max: 3 }),
  }),
  { minLength: 2, maxLength: 40 },
);

describe('the best split', () => {
  it('leaves no more Gini impurity than any other', () =>
    fc.assert(
      fc.property(rowsOf, fc.integer({ min: 1, max: 4 }), (data, minLeaf) => {
        const labels = data.map(({ label }) => label);
        const sides = [
          ...[...new Set(data.map(({ number }) => number))]
            .filter((limit) => !Number.isNaN(limit))
            .map((limit) => data.map(({ number }) => number <= limit)),
          ...[0, 1, 2, 3].map((value) => data.map(({ code }) => code === value)),
        ].filter((side) => [true, false].every((left) => count(side, left) >= minLeaf));
        const least = Math.min(...sides.map((side) => impurity(labels, side)));

        const features = [
          numbers(
            'n',
            data.map(({ number }) => number),
          ),
          {
            ...codes(
              'c',
              data.map(({ code }) => code),
            ),
            count: 4,
          },
        ].map((feature) => binned(feature as Feature));
        const total = Int32Array.from([0, 1, 2], (k) => labels.filter((label) => label === k).length);
        const split = bestSplit(features, Int32Array.from(labels), 3, all(data.length), total, minLeaf);
        const whole = impurity(
          labels,
          labels.map(() => true),
        );
        if (!split) {
          expect(least).toBeGreaterThanOrEqual(whole - 1e-6 * data.length);
          return;
        }
        const side = data.map((_, row) => goesLeft(features[split.feature]!, split)(row));
        expect(impurity(labels, side)).toBeCloseTo(least, 9);
      }),
    ));
});

describe('bins', () => {
  it('say the shortest number between two values', () => {
    expect(roundest(97, 104)).toBe(100);
    expect(roundest(3, 4)).toBe(3);
    expect(roundest(0.1234, 0.1312)).toBe(0.13);
    expect(roundest(-7.3, -2)).toBe(-5);
    expect(roundest(0, 0.4)).toBe(0);
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        (a, b) => {
          fc.pre(a !== b);
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          const number = roundest(low, high);
          expect(number >= low && number < high).toBe(true);
        },
      ),
    );
  });

  it('part the rows as the rule says, however many values there are', () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e4, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 600 }),
        (values) => {
          const { bins, count, edges } = binned(numbers('n', values));
          expect(count).toBeLessThanOrEqual(200);
          edges.forEach((edge, b) =>
            values.forEach((value, row) => expect(bins[row]! <= b).toBe(value <= edge)),
          );
        },
      ),
      { numRuns: 40 },
    ));
});

describe('a tree', () => {
  /** Young, or in the north: class 0; the old of the south by income: 1 or 2. */
  const people = [18, 25, 31, 44, 60, 75].flatMap((age) =>
    [0, 1].flatMap((south) => [1, 2, 3, 6, 8, 9].map((income) => ({ age, south, income }))),
  );
  const [ages, south, income] = (['age', 'south', 'income'] as const).map((name) =>
    people.map((one) => one[name]),
  ) as [number[], number[], number[]];
  const labels = Int32Array.from(people, (one) =>
    one.age <= 31 || !one.south ? 0 : one.income <= 3 ? 1 : 2,
  );
  const features = [numbers('age', ages), codes('south', south), numbers('income', income)].map(binned);

  it('finds the questions behind hand-made classes', () => {
    const nodes = grow(features, labels, 3, all(ages.length), { depth: 4, minLeaf: 1 });
    const leaves = nodes.filter(({ split }) => !split);
    expect(leaves.every(({ counts }) => counts.filter((n) => n > 0).length === 1)).toBe(true);
    const rich = nodes.findIndex(({ split, counts }) => !split && counts[2]! > 0);
    const said = conditionsOf(features, nodes, rich);
    expect(said).toContainEqual({ name: 'south', kind: 'category', is: 1, not: [] });
    expect(said).toContainEqual({ name: 'income', kind: 'number', above: 5, atMost: null, orUnknown: false });
    expect(said).toContainEqual({ name: 'age', kind: 'number', above: 40, atMost: null, orUnknown: false });
    expect(said).toHaveLength(3);
  });

  it('asks no more than it may and keeps its leaves large', () =>
    fc.assert(
      fc.property(rowsOf, fc.nat(4), fc.integer({ min: 1, max: 5 }), (data, depth, minLeaf) => {
        const n = binned(
          numbers(
            'n',
            data.map(({ number }) => number),
          ),
        );
        const classes = Int32Array.from(data, (row) => row.label);
        const nodes = grow([n], classes, 3, all(data.length), { depth, minLeaf });
        const size = (node: (typeof nodes)[0]) => node.counts.reduce((sum, one) => sum + one, 0);
        nodes.forEach((node, i) => {
          if (i > 0) expect(size(node)).toBeGreaterThanOrEqual(minLeaf);
          let above = 0;
          for (let at = i; nodes[at]!.parent >= 0; at = nodes[at]!.parent) above++;
          expect(above).toBeLessThanOrEqual(depth);
          if (!node.split) return;
          expect(size(nodes[node.left]!) + size(nodes[node.left + 1]!)).toBe(size(node));
        });
      }),
    ));
});

describe('what is learned', () => {
  const random = seeded(7);
  const n = 2000;
  const days = Array.from({ length: n }, () => Math.floor(random() * 400));
  const orders = Array.from({ length: n }, () => 1 + Math.floor(random() * 9));
  const truth = days.map((day, i) => (day <= 30 && orders[i]! >= 4 ? 0 : day <= 200 ? 1 : 2));
  const asked = {
    features: [numbers('days', days), numbers('orders', orders)],
    labels: Int32Array.from(truth),
    classes: 3,
    depth: 4,
    minLeaf: 5,
    seed: 1,
  };

  it('places the other half right where there is a rule', () => {
    const { hits, tested, baseline, rules } = learn(asked);
    expect(tested).toBe(n / 2);
    expect(hits / tested).toBeGreaterThan(0.97);
    expect(baseline / tested).toBeLessThan(0.6);
    expect(rules[0]!.conditions.map(({ name }) => name).sort()).toEqual(['days', 'orders']);
    expect(rules[0]!.conditions).toContainEqual(
      expect.objectContaining({ name: 'orders', above: 3, atMost: null }),
    );
    expect(rules[0]!.right / rules[0]!.matched).toBeGreaterThan(0.9);
    expect(rules.reduce((sum, { members }) => sum + members, 0)).toBe(tested);
  });

  it('is no better than the largest class where there is none', () => {
    const noise = { ...asked, labels: Int32Array.from(truth, () => Math.floor(random() * 3)) };
    const { hits, tested } = learn(noise);
    expect(hits / tested).toBeLessThan(0.4);
  });

  it('judges what the rule says, and leaves out rows of no class', () => {
    const labels = Int32Array.from(truth, (label, i) => (i % 10 === 0 ? -1 : label));
    const { tested, rules } = learn({ ...asked, labels });
    expect(tested).toBe(n * 0.45);
    const kept = shuffle(
      all(n).filter((row) => labels[row]! >= 0),
      seeded(1),
    ).subarray(n * 0.45);
    rules.forEach(({ conditions, matched, right }, k) => {
      const holds = [...kept].filter((row) =>
        conditions.every((one) => {
          if (one.kind !== 'number') throw new Error('There are only numbers here.');
          const value = one.name === 'days' ? days[row]! : orders[row]!;
          return value > (one.above ?? -Infinity) && value <= (one.atMost ?? Infinity);
        }),
      );
      expect(matched).toBe(holds.length);
      expect(right).toBe(holds.filter((row) => labels[row] === k).length);
    });
  });

  it('is the same for the same seed', () => {
    expect(learn(asked)).toEqual(learn(asked));
  });
});

describe('the permutation test', () => {
  const values = Float64Array.from({ length: 60 }, (_, i) => (i < 20 ? 100 + i : i));
  const labels = Int32Array.from({ length: 60 }, (_, i) => Math.floor(i / 20));
  it('finds that chance does not do what real groups do', () => {
    expect(permutationP(values, labels, 3, { deals: 199, seed: 1 })).toBe(1 / 200);
  });
  it('finds that chance does as well as groups by turns', () => {
    const turns = labels.map((_, i) => i % 3);
    expect(permutationP(values, turns, 3, { deals: 199, seed: 1 })).toBeGreaterThan(0.3);
  });
  it('does not look at rows of no class', () => {
    const outliers = Float64Array.from([...values, 1e9, -1e9]);
    const none = Int32Array.from([...labels, -1, -1]);
    const options = { deals: 99, seed: 3 };
    expect(permutationP(outliers, none, 3, options)).toBe(permutationP(values, labels, 3, options));
  });
});

function count(side: readonly boolean[], left: boolean): number {
  return side.filter((one) => one === left).length;
}

/** The Gini impurity of both sides, weighted by their rows. */
function impurity(labels: readonly number[], side: readonly boolean[]): number {
  return [true, false].reduce((sum, left) => {
    const part = labels.filter((_, i) => side[i] === left);
    const shares = [0, 1, 2].map((k) => part.filter((label) => label === k).length / (part.length || 1));
    return sum + part.length * (1 - shares.reduce((total, share) => total + share ** 2, 0));
  }, 0);
}
