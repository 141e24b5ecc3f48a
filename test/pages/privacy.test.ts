import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test as base } from '@playwright/test';
import { App } from './app.ts';

/** Another origin that would welcome anything the page sent. */
const test = base.extend<{ elsewhere: { url: string; asked: string[] } }>({
  // eslint-disable-next-line no-empty-pattern
  elsewhere: async ({}, use) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('access-control-allow-origin', '*').end('taken');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked });
    server.close();
  },
});

test('neither the page nor a worker of it can reach another origin', async ({ page, elsewhere }) => {
  await new App(page).open('#/overview?data=sample-data/home-goods-zh.csv');
  const outcomes = await page.evaluate(async (url) => {
    const attempt = `fetch(${JSON.stringify(url)}).then(() => 'sent', () => 'refused').then((x) => postMessage(x))`;
    const worker = new Worker(URL.createObjectURL(new Blob([attempt])));
    const fromWorker = new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
    const image = new Image();
    const fromImage = new Promise((resolve) => {
      for (const type of ['load', 'error']) image.addEventListener(type, () => resolve(type));
      image.src = `${url}x.png`;
    }) as Promise<string>;
    const fromPage = fetch(url).then(
      () => 'sent',
      () => 'refused',
    );
    const beacon = navigator.sendBeacon(url, 'x');
    return { page: await fromPage, worker: await fromWorker, image: await fromImage, beacon };
  }, elsewhere.url);
  expect(outcomes).toMatchObject({ page: 'refused', worker: 'refused', image: 'error' });
  expect(elsewhere.asked).toEqual([]);
});

test('the engine’s own attempts to fetch an extension stay on this origin and fail clearly', async ({
  page,
  elsewhere,
}) => {
  const app = new App(page);
  await app.open('#/overview?data=sample-data/home-goods-zh.csv');
  await app.go('#/sql');
  for (const sql of [
    `FROM read_parquet('${elsewhere.url}x.parquet')`,
    `LOAD '${elsewhere.url}httpfs.duckdb_extension.wasm'`,
    `FROM read_csv('${elsewhere.url}x.csv')`,
    'SELECT current_localtimestamp()',
  ]) {
    await page.getByRole('textbox', { name: 'SQL' }).fill(sql);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await app.ready();
    await expect(page.getByRole('alert'), sql).toBeVisible();
  }
  await page.getByRole('textbox', { name: 'SQL' }).fill('SELECT 42 AS answer');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('cell', { name: '42' })).toBeVisible();
  expect(elsewhere.asked).toEqual([]);
});
