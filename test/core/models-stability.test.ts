import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grouped, weightedScores } from '../../src/models/stability/ranks.ts';
import { largestJaccard, resample } from '../../src/models/stability/resample.ts';
import { scheme } from '../../src/models/stability/schemes.ts';

describe('weighted scores', () => {
  it('are those of a list in which each row stands as often as its weight says', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ value: fc.integer({ min: 0, max: 12 }), weight: fc.nat(3) }), { minLength: 1 }),
        fc.integer({ min: 2, max: 7 }),
        fc.boolean(),
        (rows, bins, descending) => {
          const list = rows
            .flatMap(({ value, weight }) => Array<number>(weight).fill(value))
            .sort((a, b) => (descending ? b - a : a - b));
          const groups = grouped(
            Float64Array.from(rows, ({ value }) => value),
            descending,
          );
          const scores = weightedScores(
            groups,
            Int32Array.from(rows, ({ weight }) => weight),
            bins,
          );
          rows.forEach(({ value, weight }, i) => {
            if (!weight) return;
            const ranks = list.flatMap((one, place) => (one === value ? place + 1 : []));
            const mean = ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length;
            expect(scores[groups.of[i]!]).toBe(Math.ceil((bins * mean) / list.length - 1e-12));
          });
        },
      ),
    ));
});

describe('the largest Jaccard similarity', () => {
  it('is worked out by hand', () => {
    const before = Int32Array.from([0, 0, 0, 0, 1, 1, 1, 2, -1]);
    const after = Int32Array.from([0, 0, 0, 1, 1, 1, -1, 0, 1]);
    const found = largestJaccard(before, after, 4, () => true);
    expect([...found]).toEqual([3 / 5, 2 / 5, 1 / 4, NaN]);
  });

  it('is that of the sets', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -1, max: 3 }), fc.integer({ min: -1, max: 3 }), fc.boolean())),
        (rows) => {
          const members = (column: 0 | 1, segment: number) =>
            new Set(rows.flatMap((row, i) => (row[2] && row[column] === segment ? i : [])));
          const expected = [0, 1, 2, 3].map((a) => {
            const one = members(0, a);
            const similar = [0, 1, 2, 3].map((b) => {
              const other = members(1, b);
              const shared = [...one].filter((i) => other.has(i)).length;
              return shared / new Set([...one, ...other]).size || 0;
            });
            return one.size ? Math.max(...similar) : NaN;
          });
          const found = largestJaccard(
            Int32Array.from(rows, ([a]) => a),
            Int32Array.from(rows, ([, b]) => b),
            4,
            (i) => rows[i]![2],
          );
          expect([...found]).toEqual(expected);
        },
      ),
    ));
});

describe('resampling', () => {
  const options = { draws: 60, seed: 5 };

  it('finds segments that depend on nobody else in every draw', () => {
    const fixed = (_: Int32Array, into: Int32Array) => into.forEach((_, i) => (into[i] = i % 3));
    for (const { jaccard, found, dissolved, draws } of resample(fixed, 90, 3, options)) {
      expect(jaccard).toBe(1);
      expect([found, dissolved, draws]).toEqual([60, 0, 60]);
    }
  });

  it('finds well parted halves again and borders that are drawn through a crowd less often', () => {
    const measures = (money: number[]) => ({
      recency: new Int32Array(money.length),
      orders: new Int32Array(money.length),
      money: Float64Array.from(money),
      revenue: Float64Array.from(money),
    });
    const apart = measures(Array.from({ length: 100 }, (_, i) => (i % 2 ? 1000 + i : i)));
    const crowd = measures(Array.from({ length: 100 }, (_, i) => i / 1000));
    const segments = ['000', '001'];
    const found = (which: ReturnType<typeof measures>) =>
      resample(scheme({ model: '8', segments, measures: which }), 100, 2, options).map(
        ({ jaccard }) => jaccard!,
      );
    expect(Math.min(...found(apart))).toBe(1);
    expect(Math.max(...found(crowd))).toBeLessThan(0.98);
    expect(Math.min(...found(crowd))).toBeGreaterThan(0.5);
  });

  it('says nothing of a segment without anybody, and reports every draw', () => {
    const seen: number[] = [];
    const fixed = (_: Int32Array, into: Int32Array) => void into.fill(0);
    const [held, empty] = resample(fixed, 10, 2, options, (done) => seen.push(done));
    expect(held!.jaccard).toBe(1);
    expect(empty).toEqual({ jaccard: null, draws: 0, found: 0, dissolved: 0 });
    expect(seen).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  });

  it('draws the same shops for the same seed and others for another', () => {
    const measures = {
      recency: Int32Array.from({ length: 50 }, (_, i) => i * 3),
      orders: Int32Array.from({ length: 50 }, (_, i) => 1 + (i % 4)),
      money: Float64Array.from({ length: 50 }, (_, i) => (i * 37) % 50),
      revenue: Float64Array.from({ length: 50 }, (_, i) => (i * 37) % 50),
    };
    const tiers = scheme({ model: 'tiers', segments: ['a', 'b', 'c', 'd'], measures });
    const run = (seed: number) => resample(tiers, 50, 4, { draws: 20, seed });
    expect(run(1)).toEqual(run(1));
    expect(run(2)).not.toEqual(run(1));
  });
});
