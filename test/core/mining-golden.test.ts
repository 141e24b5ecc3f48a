import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { basketCount } from '../../src/mining/baskets.ts';
import * as measures from '../../src/mining/measures.ts';
import { mine } from '../../src/mining/mine.ts';
import { rules, type Rules } from '../../src/mining/rules.ts';
import type { Itemsets } from '../../src/mining/itemsets.ts';
import { minCount } from '../../src/mining/threshold.ts';
import { basketLines, type NamedBaskets, onlineRetail } from './mining-data.ts';
import { golden, realData } from './real-data.ts';

interface Counted {
  n: number;
  min_count: number;
  total: number;
  by_size: Record<string, number>;
}

interface GoldenRule extends Record<string, unknown> {
  lhs: string[];
  rhs: string;
  count: number;
  count_lhs: number;
  count_rhs: number;
}

interface RuleSummary extends Record<string, unknown> {
  rules_single_consequent: number;
}

const SETS: Record<string, { file: string; read: (path: string) => NamedBaskets }> = {
  groceries: { file: 'groceries.csv', read: (path) => basketLines(path, ',') },
  T10I4D100K: { file: 'T10I4D100K.dat', read: (path) => basketLines(path, ' ') },
  online_retail_clean: { file: 'online_retail.csv', read: (path) => onlineRetail(path) },
  online_retail_incl_guest: { file: 'online_retail.csv', read: (path) => onlineRetail(path, true) },
};
const LISTS = [
  ['groceries', 0.001, 0.5, 5668],
  ['groceries', 0.006, 0.25, 463],
  ['groceries', 0.01, 0.5, 15],
  ['online_retail_clean', 0.01, 0.25, 736],
] as const;
const MEASURES = [
  'support',
  'confidence',
  'lift',
  'leverage',
  'conviction',
  'jaccard',
  'cosine',
  'kulczynski',
] as const;

const summary = golden('basket.json');
const figures = summary ? JSON.parse(readFileSync(summary, 'utf8')) : { counts: {}, rules: {} };
const timings = golden('timings.json');
const totals: { data: string; minsup: number; itemsets: number }[] = timings
  ? JSON.parse(readFileSync(timings, 'utf8')).basket
  : [];
const opened = new Map<string, NamedBaskets>();

function open(name: string): NamedBaskets {
  const { file, read } = SETS[name]!;
  const data = opened.get(name) ?? read(realData(file)!);
  opened.set(name, data);
  return data;
}

function present(name: string): boolean {
  return name in SETS && realData(SETS[name]!.file) !== null;
}

function mineAt(name: string, share: number) {
  const { baskets } = open(name);
  return mine(baskets, { minCount: minCount(share, basketCount(baskets)), maxItemsets: 1_000_000 });
}

function bySize({ starts }: Itemsets): Record<string, number> {
  const sizes: Record<string, number> = {};
  for (let set = 1; set < starts.length; set++) {
    const size = starts[set]! - starts[set - 1]!;
    sizes[size] = (sizes[size] ?? 0) + 1;
  }
  return sizes;
}

/** The rules by `'name;name → name'`, names in alphabetical order, each with its number. */
function byName(
  { starts, items }: Itemsets,
  { antecedents, consequents }: Rules,
  names: string[],
): Map<string, number> {
  return new Map(
    Array.from(antecedents, (set, rule) => {
      const left = Array.from(items.subarray(starts[set], starts[set + 1]), (item) => names[item]!);
      return [ruleName(left, names[consequents[rule]!]!), rule];
    }),
  );
}

function ruleName(left: string[], right: string): string {
  return `${left.toSorted().join(';')} → ${right}`;
}

function countsOf(found: Rules, rule: number): [number, number, number, number] {
  return [
    found.counts[rule]!,
    found.antecedentCounts[rule]!,
    found.consequentCounts[rule]!,
    found.basketCount,
  ];
}

function close(actual: number, expected: number): boolean {
  return actual === expected || Math.abs(actual - expected) <= 1e-9 * Math.abs(expected);
}

describe.skipIf(!summary)(
  'itemsets agree with other miners (skipped where the public data are absent)',
  () => {
    for (const [key, counted] of Object.entries<Counted>(figures.counts)) {
      const [name, share] = key.split('@') as [string, string];
      test.skipIf(!present(name))(`${name} at support ${share}`, () => {
        const mined = mineAt(name, Number(share));
        expect(mined).toMatchObject({
          basketCount: counted.n,
          minCount: counted.min_count,
          found: counted.total,
        });
        expect(bySize(mined.itemsets)).toEqual(counted.by_size);
      });
    }

    for (const { data, minsup, itemsets } of totals.filter(({ data }) => data.endsWith('incl_guest'))) {
      test.skipIf(!present(data))(`${data} at support ${minsup}`, () => {
        expect(mineAt(data, minsup).found).toBe(itemsets);
      });
    }
  },
);

describe.skipIf(!summary)('rules agree with other miners (skipped where the public data are absent)', () => {
  for (const [key, expected] of Object.entries<RuleSummary>(figures.rules)) {
    const [, name, share, least] = /^(.+)@s(.+),c(.+)$/.exec(key) as unknown as [
      string,
      string,
      string,
      string,
    ];
    test.skipIf(!present(name))(`${name} at support ${share}, confidence ${least}`, () => {
      const { itemsets, basketCount } = mineAt(name, Number(share));
      const found = rules(itemsets, basketCount, { minConfidence: Number(least), maxRules: 1_000_000 });
      expect(found.found).toBe(expected.rules_single_consequent);
      const numbers = byName(itemsets, found, open(name).names);
      const tops = Object.entries(expected).filter(([list]) => list.startsWith('top20')) as [
        string,
        GoldenRule[],
      ][];
      for (const top of tops.flatMap(([, list]) => list)) {
        const counts = countsOf(found, numbers.get(ruleName(top.lhs, top.rhs))!);
        expect(counts.slice(0, 3)).toEqual([top.count, top.count_lhs, top.count_rhs]);
        expect(close(measures.zhang(...counts), top.zhang as number)).toBe(true);
      }
    });
  }

  for (const [name, share, least, total] of LISTS) {
    const list = golden(`rules_${name}_s${share}_c${least}.csv`);
    test.skipIf(!list || !present(name))(
      `${name} at support ${share}, confidence ${least}: each of ${total} rules`,
      () => {
        const { itemsets, basketCount } = mineAt(name, share);
        const found = rules(itemsets, basketCount, { minConfidence: least, maxRules: 1_000_000 });
        const numbers = byName(itemsets, found, open(name).names);
        const [head, ...rows] = readFileSync(list!, 'utf8').trimEnd().split('\n');
        const columns = head!.replaceAll('"', '').split(',').slice(2);
        expect(rows.length).toBe(total);
        expect(found.found).toBe(total);
        for (const row of rows) {
          const [, left, right, rest] = /^"(.*?)","(.*?)",(.*)$/.exec(row)!;
          const values = new Map(
            rest!.split(',').map((value, at) => [columns[at]!, Number(value.replace('Inf', 'Infinity'))]),
          );
          const counts = countsOf(found, numbers.get(ruleName(left!.split(';'), right!))!);
          expect(counts[0]).toBe(values.get('count'));
          const apart = MEASURES.filter(
            (measure) => !close(measures[measure](...counts), values.get(measure)!),
          );
          expect(apart, row).toEqual([]);
        }
      },
    );
  }
});
