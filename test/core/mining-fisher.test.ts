import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benjaminiHochberg, holm } from '../../src/mining/correction.ts';
import { fisherTest } from '../../src/mining/fisher.ts';
import { golden } from './real-data.ts';

function choose(n: number, k: number): bigint {
  let value = 1n;
  for (let i = 0; i < k; i++) value = (value * BigInt(n - i)) / BigInt(i + 1);
  return value;
}

/** The same sum in whole numbers; only the last quotient is rounded. */
function exact(s: number, a: number, c: number, n: number): number {
  let sum = 0n;
  for (let k = s; k <= Math.min(a, c); k++) if (a - k <= n - c) sum += choose(c, k) * choose(n - c, a - k);
  const all = choose(n, a);
  const digits = 10n ** BigInt(Math.max(25, all.toString().length - sum.toString().length + 25));
  return sum === 0n ? 0 : Number((sum * digits) / all) / Number(digits);
}

const tables = fc
  .tuple(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(300))
  .map(([s, a, c, rest]) => [s, s + a, s + c, s + a + c + rest] as const);

/** Golden lists with Fisher's p and the number of baskets they are of; the last keeps probabilities only above the least double. */
const LISTS = [
  ['rules_groceries_s0.001_c0.5.csv', 9835],
  ['rules_groceries_s0.006_c0.25.csv', 9835],
  ['rules_groceries_s0.01_c0.5.csv', 9835],
  ['rules_online_retail_clean_s0.01_c0.25.csv', 18532],
] as const;

describe('Fisher’s exact test', () => {
  test('agrees with sums of whole numbers', () => {
    const fisher = fisherTest(600);
    fc.assert(
      fc.property(tables, ([s, a, c, n]) => {
        const expected = exact(s, a, c, n);
        expect(Math.abs(fisher(s, a, c, n) - expected)).toBeLessThanOrEqual(1e-9 * expected);
      }),
      { numRuns: 400 },
    );
  });

  test('keeps its digits far out in the tail and with a million baskets', () => {
    const fisher = fisherTest(1_000_000);
    const far: [number, number, number, number][] = [
      [60, 80, 70, 5000],
      [4, 20, 30, 1_000_000],
      [20, 20, 20, 1_000_000],
    ];
    for (const table of far) {
      const expected = exact(...table);
      expect(expected).toBeGreaterThan(0);
      expect(Math.abs(fisher(...table) / expected - 1)).toBeLessThan(1e-7);
    }
  });

  test('knows its limits', () => {
    const fisher = fisherTest(100_000);
    expect(fisher(0, 5, 7, 20)).toBe(1);
    expect(fisher(5, 10, 15, 20)).toBe(1);
    expect(fisher(2, 2, 2, 4)).toBeCloseTo(1 / 6, 14);
    expect(fisher(40_000, 40_000, 40_000, 100_000)).toBe(0);
  });

  for (const [name, n] of LISTS) {
    const list = golden(name);
    test.skipIf(!list)(`agrees with ${name} (skipped where the public data are absent)`, () => {
      const [head, ...rows] = readFileSync(list!, 'utf8').trimEnd().split('\n');
      const columns = head!.replaceAll('"', '').split(',').slice(2);
      const fisher = fisherTest(n);
      let compared = 0;
      for (const row of rows) {
        const values = /^"(?:.*?)","(?:.*?)",(.*)$/.exec(row)![1]!.split(',').map(Number);
        const value = (column: string) => values[columns.indexOf(column)]!;
        const s = value('count');
        const c = Math.round((s * n) / (value('lift') * value('coverage') * n));
        const p = fisher(s, Math.round(value('coverage') * n), c, n);
        const published = value('fishersExactTest');
        if (published < 1e-290) expect(p).toBeLessThan(1e-280);
        else expect(Math.abs(p / published - 1), row).toBeLessThan(1e-6);
        compared++;
      }
      expect(compared).toBe(rows.length);
    });
  }
});

describe('corrections for many tests', () => {
  const some = fc.array(fc.constantFrom(0, 1e-9, 0.001, 0.01, 0.02, 0.02, 0.3, 1), { maxLength: 40 });

  test('are those of the definitions', () => {
    fc.assert(
      fc.property(some, fc.nat(100), (values, more) => {
        const p = Float64Array.from(values);
        const tests = values.length + more;
        const ranked = values.toSorted((a, b) => a - b);
        const holmed = holm(p, tests);
        const qs = benjaminiHochberg(p, tests);
        values.forEach((value, i) => {
          const upTo = ranked.flatMap((other, rank) => (other <= value ? [(tests - rank) * other] : []));
          const from = ranked.flatMap((other, rank) =>
            other >= value ? [(tests * other) / (rank + 1)] : [],
          );
          expect(holmed[i]).toBeCloseTo(Math.min(1, Math.max(...upTo)), 12);
          expect(qs[i]).toBeCloseTo(Math.min(1, ...from), 12);
        });
      }),
    );
  });

  test('leave out what was not tested', () => {
    expect(holm(Float64Array.of(NaN, 0.01, 0.04), 2)).toEqual(Float64Array.of(NaN, 0.02, 0.04));
    expect(benjaminiHochberg(Float64Array.of(0.04, NaN, 0.01), 4)).toEqual(Float64Array.of(0.08, NaN, 0.04));
  });
});
