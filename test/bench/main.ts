import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { basketItemsSql } from '../../src/analyses/basket/basket.ts';
import { concentrationSql, lorenzSql, paretoSql } from '../../src/analyses/concentration/concentration.ts';
import { overviewLeversSql, overviewMonthlySql, overviewSql } from '../../src/analyses/overview/overview.ts';
import { benchDecoding } from './decoding.ts';
import { peakMemory } from './memory.ts';
import { benchMining } from './mining.ts';
import { benchMiningInTab } from './mining-tab.ts';
import { loadOrders, openNative, readBare, timeStatement as timeNative } from './native.ts';
import { writeOrders } from './orders.ts';
import { intake, longestTask, openTab, ready, start, tableMemory, timePage, timeStatement } from './tab.ts';
import { benchValue } from './value.ts';

/** What each page asks of the engine. */
const STATEMENTS: Record<string, readonly string[]> = {
  overview: [overviewSql(), overviewMonthlySql(), overviewLeversSql()],
  'what changed': ['FROM revenue_change()', 'FROM buyer_change()', 'FROM lever_gains()'],
  segments: ['FROM segment_summary()', 'FROM rfm_grid()', 'FROM segments()'],
  'life cycle': ['FROM lifecycle_summary()', 'FROM lifecycle_monthly()', 'FROM lifecycle_moves()'],
  moves: ['FROM segment_moves()', 'FROM segment_months()'],
  quality: ['FROM customer_quality()', 'FROM quality_summary()', 'FROM quality_map()'],
  types: ['FROM customer_types()', 'FROM type_summary()'],
  attributes: [`FROM attribute_summary(attribute := 'region')`, 'FROM customer_attribute_names()'],
  customers: ['FROM customer_directory()'],
  concentration: [concentrationSql(), lorenzSql(), paretoSql()],
  'concentration of products': [concentrationSql({ who: 'products' }), lorenzSql({ who: 'products' })],
  basket: [basketItemsSql()],
};

/** Pages whose time from the click to the answer is told. */
const PAGES = [
  'overview',
  'segments',
  'lifecycle',
  'moves',
  'quality',
  'types',
  'attributes',
  'validity',
  'customers',
  'concentration',
  'basket',
];

/** From this many lines on one load is measured instead of the median of five. */
const LARGE = 2_000_000;

interface Row {
  what: string;
  'here, s': string;
  'reference, s': string;
  ratio: string;
  reference: string;
}

/**
 * `npm run bench [lines]`: intake and queries in Chromium against native DuckDB, with the memory they take, and decoding,
 * the miner and the value models against others. The more lines, the fewer times they are loaded.
 */
export async function main([lines = '1000000']: string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'regulars-bench-'));
  const path = join(folder, 'orders.csv');
  await writeOrders(path, Number(lines));
  const megabytes = ((await stat(path)).size / 1e6).toFixed(0);
  console.log(`${lines} order lines, ${megabytes} MB; native DuckDB of the same version with one thread.`);
  const rows: Row[] = [];
  const native = await openNative();
  const tab = await openTab();
  try {
    console.log(`engine started and a first line shown after ${(await start(tab.page)).toFixed(2)} s`);
    console.log(`the first large load after that: ${(await intake(tab.page, path)).toFixed(2)} s`);
    const pairs: { here: number; bare: number }[] = [];
    for (let run = 0; run < (Number(lines) > LARGE ? 1 : 5); run++) {
      const bare = await readBare(native, path);
      pairs.push({ bare, here: await intake(tab.page, path) });
    }
    const typical = pairs.toSorted((x, y) => x.here / x.bare - y.here / y.bare)[pairs.length >> 1]!;
    rows.push(row('intake: decode, map, clean, account', typical.here, typical.bare, 'native bare reading'));
    console.log(`most memory of the page while loading: ${gigabytes(peakMemory())}`);
    await loadOrders(native);
    await tab.page.goto('http://localhost:4199/#/sql?lang=en');
    await ready(tab.page);
    await tab.page.getByLabel('Order files').setInputFiles(path);
    await tab.page.getByRole('progressbar').waitFor();
    await ready(tab.page);
    console.log(`the engine's tables: ${await tableMemory(tab.page)} MB`);
    for (const [name, statements] of Object.entries(STATEMENTS)) {
      let ours = 0;
      let theirs = 0;
      for (const sql of statements) {
        ours += await timeStatement(tab.page, sql);
        theirs += await timeNative(native, sql);
      }
      rows.push(row(`${name}: queries`, ours, theirs, 'the same statements, native'));
    }
    for (const name of PAGES)
      console.log(`#/${name} shown after ${(await timePage(tab.page, `#/${name}`)).toFixed(2)} s`);
    console.log(`most memory of the page in all: ${gigabytes(peakMemory())}`);
    console.log(`longest task on the main thread: ${(await longestTask(tab.page)).toFixed(0)} ms`);
    for (const { what, ours, reference, referenceName } of await benchMiningInTab(tab.page))
      rows.push(row(what, ours, reference, referenceName));
  } finally {
    await tab.close();
    await rm(folder, { recursive: true });
  }
  const { megabytes: decoded, ours, reference } = await benchDecoding();
  console.log(`GB18030 is decoded at ${(decoded / ours).toFixed(0)} MB/s`);
  rows.push(
    row(`decode ${decoded.toFixed(0)} MB of GB18030`, ours, reference, 'TextDecoder and TextEncoder'),
  );
  for (const { what, ours, reference, referenceName } of [...(await benchMining()), ...benchValue()])
    rows.push(row(what, ours, reference, referenceName));
  console.table(rows);
}

function gigabytes(amount: number | null): string {
  return amount === null ? 'not known here' : `${amount.toFixed(2)} GB`;
}

function row(what: string, here: number, reference: number, name: string): Row {
  const write = (seconds: number) => seconds.toFixed(3);
  return {
    what,
    'here, s': write(here),
    'reference, s': write(reference),
    ratio: (here / reference).toFixed(2),
    reference: name,
  };
}
