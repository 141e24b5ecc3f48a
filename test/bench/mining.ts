import { readFileSync } from 'node:fs';
import { FPGrowth } from 'node-fpgrowth';
import { basketCount, type Baskets } from '../../src/mining/baskets.ts';
import { mine } from '../../src/mining/mine.ts';
import { minCount } from '../../src/mining/threshold.ts';
import { basketLines, onlineRetail } from '../core/mining-data.ts';
import { golden, realData } from '../core/real-data.ts';
import { apriori } from './apriori.ts';
import { denseBaskets, shopBaskets } from './baskets.ts';

/** One comparison, in seconds of processor time; `ratio` is ours over the reference, so below 1 is faster. */
export interface BenchRow {
  what: string;
  ours: number;
  reference: number;
  ratio: number;
  referenceName: string;
  note?: string;
}

export type Task = [name: string, baskets: Baskets, share: number];

const RUNS = 11;
/** The references are slow: they run fewer times, and only on what they finish. */
const REFERENCE_RUNS = 3;
const PUBLIC: Record<string, () => Baskets | null> = {
  groceries: () => readPublic('groceries.csv', (path) => basketLines(path, ',').baskets),
  T10I4D100K: () => readPublic('T10I4D100K.dat', (path) => basketLines(path, ' ').baskets),
  online_retail_clean: () => readPublic('online_retail.csv', (path) => onlineRetail(path).baskets),
  online_retail_incl_guest: () => readPublic('online_retail.csv', (path) => onlineRetail(path, true).baskets),
};

export async function main(): Promise<void> {
  const write = (value: number) => value.toFixed(4);
  const rows = await benchMining();
  console.table(
    rows.map((row) => ({
      ...row,
      ours: write(row.ours),
      reference: write(row.reference),
      ratio: write(row.ratio),
    })),
  );
}

/** The miner against node-fpgrowth, a textbook Apriori and, where their figures are at hand, native miners. */
export async function benchMining(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const task of againstJavaScript()) {
    const ours = await timeOurs(task);
    const lists = toLists(task[1]);
    const count = minCount(task[2], lists.length);
    const fpgrowth = await seconds(() => new FPGrowth<number>(task[2]).exec(lists), REFERENCE_RUNS);
    rows.push(row(task, ours, fpgrowth, 'node-fpgrowth'));
    rows.push(
      row(task, ours, await seconds(() => apriori(lists, count), REFERENCE_RUNS), 'textbook Apriori'),
    );
  }
  return [...rows, ...(await againstNative())];
}

function againstJavaScript(): Task[] {
  const sparse = shopBaskets({ baskets: 30_000, items: 2_000, lines: 5, groups: 200, tail: 2 });
  const short = shopBaskets({ baskets: 50_000, items: 500, lines: 2, groups: 50, tail: 2 });
  const dense = denseBaskets(1_000, 12, 4);
  const groceries = PUBLIC.groceries!();
  return [
    ['made-up shop', sparse, 0.002],
    ['made-up short baskets', short, 0.001],
    ['made-up survey', dense, 0.1],
    ...(groceries
      ? ([
          ['groceries', groceries, 0.01],
          ['groceries', groceries, 0.005],
          ['groceries', groceries, 0.001],
        ] satisfies Task[])
      : []),
  ];
}

async function againstNative(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { task, best, name } of nativeTasks())
    rows.push({ ...row(task, await timeOurs(task), best, name), note: 'quoted from another machine' });
  return rows;
}

/** What native miners were timed on, each with the processor seconds of the fastest. */
export function nativeTasks(): { task: Task; best: number; name: string }[] {
  const path = golden('timings.json');
  const figures: Record<string, unknown>[] = path ? JSON.parse(readFileSync(path, 'utf8')).basket : [];
  return Object.entries(PUBLIC).flatMap(([data, read]) => {
    const baskets = read();
    if (!baskets) return [];
    return figures
      .filter((figure) => figure.data === data)
      .map((figure) => {
        const native = Object.entries(figure).filter(([column]) => /^(arules|spmf).*_cpu_/.test(column)) as [
          string,
          number,
        ][];
        const [column, best] = native.reduce((least, other) => (other[1] < least[1] ? other : least));
        const task: Task = [data, baskets, figure.minsup as number];
        return { task, best, name: `best native: ${column.replace(/_cpu_.*/, '')}` };
      });
  });
}

export function row([name, , share]: Task, ours: number, reference: number, referenceName: string): BenchRow {
  return { what: `itemsets, ${name} at ${share}`, ours, reference, ratio: ours / reference, referenceName };
}

function timeOurs([, baskets, share]: Task): Promise<number> {
  const options = { minCount: minCount(share, basketCount(baskets)), maxItemsets: 10_000_000 };
  return seconds(() => mine(baskets, options), RUNS);
}

/** Median processor seconds of `runs` runs, after one second of them, or one run, to warm up. */
async function seconds(work: () => unknown, runs: number): Promise<number> {
  const begun = performance.now();
  do await work();
  while (performance.now() - begun < 1000);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1e6);
  }
  return times.sort((a, b) => a - b)[runs >> 1]!;
}

export function toLists({ offsets, items }: Baskets): number[][] {
  return Array.from({ length: offsets.length - 1 }, (_, basket) =>
    [...new Set(items.subarray(offsets[basket], offsets[basket + 1]))].sort((a, b) => a - b),
  );
}

function readPublic(name: string, read: (path: string) => Baskets): Baskets | null {
  const path = realData(name);
  return path ? read(path) : null;
}
