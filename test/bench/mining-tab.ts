import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { basketCount } from '../../src/mining/baskets.ts';
import { minCount } from '../../src/mining/threshold.ts';
import { apriori } from './apriori.ts';
import { denseBaskets, shopBaskets } from './baskets.ts';
import { type BenchRow, nativeTasks, row, type Task, toLists } from './mining.ts';
import { openTab } from './tab.ts';

const RUNS = 11;
/** Runs go on for so long before they are timed, as those outside the tab do; the very first is told apart. */
const WARM_UP_MS = 1000;

/** `node test/run.mjs test/bench/mining-tab.ts`: these figures alone. */
export async function main(): Promise<void> {
  const tab = await openTab();
  try {
    for (const { what, ours, reference, ratio, referenceName, note } of await benchMiningInTab(tab.page))
      console.log(
        `${what}: ${ours.toFixed(3)} s, ${referenceName} ${reference.toFixed(3)} s, ${ratio.toFixed(2)}; ${note}`,
      );
  } finally {
    await tab.close();
  }
}

/**
 * The miner where the page runs it, in a worker of the built site: the worker's own time, from lines to itemsets, against
 * the quoted processor seconds of native miners (reading excluded there too) and, for many items and for dense rows, a
 * textbook Apriori outside the tab. `note` says how long the page waited, copying included, and how long the first run of
 * a new worker took, which nothing has warmed up.
 */
export async function benchMiningInTab(page: Page): Promise<BenchRow[]> {
  const worker = workerUrl();
  const rows: BenchRow[] = [];
  const add = async (task: Task, reference: number, name: string) => {
    const { first, times } = await timeInTab(page, worker, task);
    const found = row(task, median(times.map(({ worked }) => worked)), reference, name);
    const waited = median(times.map(({ waited }) => waited));
    const note = `waited ${waited.toFixed(3)} s, first run ${first.waited.toFixed(3)} s`;
    rows.push({ ...found, what: `in the tab: ${found.what}`, note });
  };
  for (const { task, best, name } of nativeTasks()) await add(task, best, `${name}, quoted`);
  for (const task of madeUp()) await add(task, timeApriori(task), 'textbook Apriori');
  return rows;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function madeUp(): Task[] {
  const sparse = shopBaskets({ baskets: 88_000, items: 16_000, lines: 10, groups: 1_000, tail: 3 });
  return [
    ['made-up shop of 16,000 items', sparse, 0.005],
    ['made-up survey', denseBaskets(8_000, 22, 5), 0.3],
  ];
}

/** The script of the mining worker in the built site, told from the others by a word that only it has. */
function workerUrl(): string {
  const folder = 'dist/assets';
  const name = readdirSync(folder).find(
    (file) => file.startsWith('worker-') && readFileSync(`${folder}/${file}`, 'utf8').includes('maxItemsets'),
  );
  if (!name) throw new Error(`There is no mining worker in ${folder}.`);
  return `assets/${name}`;
}

/** Seconds of one run: of the worker's thread, and of the page from the question to the answer. */
interface Timed {
  worked: number;
  waited: number;
}

function timeInTab(
  page: Page,
  worker: string,
  [, baskets, share]: Task,
): Promise<{ first: Timed; times: Timed[] }> {
  const options = {
    minSupport: { baskets: minCount(share, basketCount(baskets)) },
    maxItemsets: 10_000_000,
  };
  return page.evaluate(
    async ({ worker, offsets, items, options, runs, warmUp }) => {
      const column = (text: string) =>
        new Int32Array(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer);
      const ends = column(offsets);
      const item = column(items);
      const basket = new Int32Array(item.length);
      for (let b = 0; b + 1 < ends.length; b++) basket.fill(b, ends[b], ends[b + 1]);
      const script = `import ${JSON.stringify(new URL(worker, document.baseURI).href)};
const answer = self.onmessage;
self.onmessage = async (event) => {
  const began = performance.now();
  await answer(event);
  postMessage({ worked: (performance.now() - began) / 1000 });
};`;
      const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
      const miner = new Worker(url, { type: 'module' });
      const times: Timed[] = [];
      const started = performance.now();
      const mine = async () => {
        const began = performance.now();
        let waited = 0;
        const worked = await new Promise<number>((resolve, reject) => {
          miner.onmessage = ({ data }) => {
            if ('output' in data) waited = (performance.now() - began) / 1000;
            if ('error' in data) reject(data.error);
            if ('worked' in data) resolve(data.worked);
          };
          miner.postMessage({ kind: 'mine', pairs: { basket, item }, options });
        });
        return { worked, waited };
      };
      const first = await mine();
      while (performance.now() - started < warmUp) await mine();
      for (let run = 0; run < runs; run++) times.push(await mine());
      miner.terminate();
      return { first, times };
    },
    {
      worker,
      offsets: base64(baskets.offsets),
      items: base64(baskets.items),
      options,
      runs: RUNS,
      warmUp: WARM_UP_MS,
    },
  );
}

function base64(column: Int32Array): string {
  return Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString('base64');
}

function timeApriori([, baskets, share]: Task): number {
  const lists = toLists(baskets);
  const began = performance.now();
  apriori(lists, minCount(share, basketCount(baskets)));
  return (performance.now() - began) / 1000;
}
