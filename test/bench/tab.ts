import { type Browser, chromium as playwright, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { chromium } from '../pages/chromium.ts';

/** How long anything may take: a load of twenty million lines on a slow machine. */
const LONGEST_MS = 1_800_000;

/** The built page in Chromium, to be timed. */
export interface Tab {
  page: Page;
  close(): Promise<void>;
}

export async function openTab(): Promise<Tab> {
  await build({ logLevel: 'error' });
  const server = await preview({ preview: { port: 4199, strictPort: true }, logLevel: 'error' });
  const browser: Browser = await playwright.launch({ executablePath: chromium(), args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const tasks: number[] = [];
    const work = { began: 0, ended: 0 };
    Object.assign(window, { longTasks: tasks, work });
    addEventListener('change', () => (work.began = performance.now()), true);
    new MutationObserver(() => {
      if (document.querySelector('[role=progressbar]')) work.ended = 0;
      else work.ended ||= performance.now();
    }).observe(document, { childList: true, subtree: true });
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      entryTypes: ['longtask'],
    });
  });
  await page.goto('http://localhost:4199/#/data?lang=en');
  await ready(page);
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { page, close };
}

/** Seconds until the engine has started and a file of one line is loaded; whatever is loaded next finds it warm. */
export async function start(page: Page): Promise<number> {
  const began = performance.now();
  const buffer = Buffer.from('order id,date,customer id,product,quantity,price\n1,2024-01-01,a,b,1,1\n');
  await page.getByLabel('Order files').setInputFiles({ name: 'one.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('banner').getByText('one.csv').waitFor({ timeout: 60_000 });
  return (performance.now() - began) / 1000;
}

/** Seconds from handing over the file to the account being shown, on the clock of the page. */
export async function intake(page: Page, path: string): Promise<number> {
  await page.getByLabel('Order files').setInputFiles(path);
  await page.getByRole('progressbar').waitFor();
  await page.getByRole('progressbar').waitFor({ state: 'detached', timeout: LONGEST_MS });
  return page.evaluate(() => {
    const { work } = window as unknown as { work: { began: number; ended: number } };
    return (work.ended - work.began) / 1000;
  });
}

/** Seconds the engine needs for a statement, as the SQL page measures it; the median of three runs. */
export async function timeStatement(page: Page, sql: string): Promise<number> {
  const runs: number[] = [];
  for (let run = 0; run < 3; run++) {
    await page.getByRole('textbox', { name: 'SQL' }).fill(sql);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await ready(page);
    const words = await page.getByRole('status').textContent();
    runs.push(Number(/ in ([\d.,]+) s/.exec(words ?? '')![1]!.replace(',', '')));
  }
  return runs.toSorted((a, b) => a - b)[1]!;
}

/** Megabytes the engine's tables take. */
export async function tableMemory(page: Page): Promise<string> {
  const sql = 'SELECT round(sum(memory_usage_bytes) / 1e6)::INTEGER AS megabytes FROM duckdb_memory()';
  await page.getByRole('textbox', { name: 'SQL' }).fill(sql);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await ready(page);
  return page.getByRole('cell').first().innerText();
}

/** Seconds from choosing a page to its answer being shown, pictures and tables included. */
export async function timePage(page: Page, hash: string): Promise<number> {
  const start = performance.now();
  await page.evaluate((next) => {
    document.documentElement.removeAttribute('data-ready');
    location.hash = next;
  }, hash);
  await ready(page);
  return (performance.now() - start) / 1000;
}

/** The longest time the main thread was blocked since the page opened, in milliseconds. */
export function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks));
}

export async function ready(page: Page): Promise<void> {
  await page.locator('html[data-ready]').waitFor({ timeout: LONGEST_MS });
}
