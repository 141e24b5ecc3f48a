import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import { expect, test } from './app.ts';

const SAMPLE = 'data=sample-data/home-goods-zh.csv';

/** Sixty customers in January; half came back 20 days later. Forty more came in March, ten of them again after 5 days. */
const ORDERS = [
  'order id,date,customer id,source,product,amount',
  ...Array.from({ length: 60 }, (_, i) => [
    `a${i},2024-01-01,c${i},${i < 40 ? 'friends' : 'advertisement'},Rice,100`,
    ...(i < 30 ? [`b${i},2024-01-21,c${i},friends,Rice,50`] : []),
  ]).flat(),
  ...Array.from({ length: 40 }, (_, i) => [
    `m${i},2024-03-20,d${i},advertisement,Tea,80`,
    ...(i < 10 ? [`n${i},2024-03-25,d${i},advertisement,Tea,80`] : []),
  ]).flat(),
  'z,2024-03-31,,friends,Rice,10',
].join('\n');

test('says how many come back, draws the triangle and hands out both files', async ({ app, page }) => {
  await app.open('#/retention?lang=en');
  await app.dropText('retention.csv', ORDERS);
  await app.go('#/retention?lang=en');
  // Kaplan–Meier: day 5 takes 10 of 100, the other thirty are last seen after 11 or 12 days, day 20 takes 30 of 60.
  await expect(app.answer).toContainText('Of 100 first-time buyers, about 55 buy again within 90 days');
  await expect(app.answer).toContainText(
    'not 40 as a plain count would say: 30 bought less than 90 days ago',
  );
  await expect(page.getByText('Jan 2024 · 60')).toBeVisible();
  await expect(page.getByText('Mar 2024 · 40')).toBeVisible();
  const csv = (await app.download(0)).trim().split('\n');
  expect(csv[0]).toBe('value,cohort,age,customers,size,share,revenue,cumulative_per_customer,is_partial');
  expect(csv[1]).toMatch(/^,2024-01-01,0,60,60,1\.0,7500\.0,125\.0,false/);
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download XLSX' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('cohorts.xlsx');
  const book = XLSX.read(readFileSync((await download.path())!));
  expect(book.SheetNames).toEqual(['Customers', 'Share', 'Revenue']);
  const rows = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets.Customers!, { header: 1 });
  expect(rows.slice(-2)).toEqual([
    ['Jan 2024', 60, 60, 0, 0],
    ['Mar 2024', 40, 40],
  ]);
});

test('groups chosen from the list are compared at once, and the address holds the view', async ({
  app,
  page,
}) => {
  await app.open('#/retention?lang=en');
  await app.dropText('retention.csv', ORDERS);
  await app.go('#/retention?lang=en');
  await page.getByLabel('Compare by').selectOption('source');
  await app.ready();
  await expect(page.getByText(/the log-rank test gives p = /)).toBeVisible();
  await expect(page.getByText(/Within \d+ days 75% of “friends”/)).toBeVisible();
  await page.getByLabel('Customers shown').selectOption('advertisement (60)');
  await app.ready();
  await expect(page.getByText('Jan 2024 · 20')).toBeVisible();
  await expect(page).toHaveURL(/by=source&group=1/);
  await page.getByLabel('After purchase number').selectOption('Third');
  await app.ready();
  await expect(app.answer).toContainText('Nobody has made a third purchase yet');
});

test('every option of the sample shop has an answer', async ({ app, page }) => {
  await app.open(`#/retention?${SAMPLE}&lang=en`);
  await expect(app.answer).toContainText(/^Of 100 first-time buyers, about \d+ buy again within 90 days/);
  for (const options of [
    'period=week&show=customers',
    'period=quarter&show=revenue&by=region&group=2',
    'per=order&order=2&by=first_product',
    'of=category&min_gaps=30',
    'as_of=2025-06-01&by=gender',
  ]) {
    await app.go(`#/retention?${SAMPLE}&lang=en&${options}`);
    await expect(page.getByRole('alert'), options).toHaveCount(0);
    await expect(app.answer, options).toContainText('Of 100');
    await expect(page.getByRole('heading', { name: 'How long between two purchases' })).toBeVisible();
  }
});

test('orders without customers are told so', async ({ app }) => {
  await app.open('#/retention?lang=en');
  await app.dropText('guests.csv', 'order id,date,product,amount\n1,2024-01-01,Rice,5\n2,2024-01-02,Tea,7');
  await app.go('#/retention?lang=en');
  await expect(app.answer).toContainText('do not say who bought');
});
