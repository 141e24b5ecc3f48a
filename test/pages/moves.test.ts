import { expect, test } from './app.ts';

const SAMPLE = 'data=sample-data/home-goods-zh.csv';

/** Eighty customers: half came until spring and spent much, the others began in autumn. */
const ORDERS = [
  'order id,date,customer id,amount',
  ...Array.from({ length: 80 }, (_, i) =>
    i < 40
      ? [`a${i},2023-0${1 + (i % 4)}-1${i % 10},c${i},${100 + i}`, `b${i},2023-05-0${1 + (i % 9)},c${i},50`]
      : [`a${i},2023-1${i % 3}-0${1 + (i % 9)},c${i},${10 + i}`],
  ).flat(),
].join('\n');

test('says who left the best group and what they were worth, and lists them', async ({ app }) => {
  await app.open('#/moves?lang=en');
  await app.dropText('moves.csv', ORDERS);
  await app.go('#/moves?lang=en&model=own&by=recency&cuts=60,120&from=2023-06-01&to=2023-12-10');
  await expect(app.answer).toContainText('left it by Dec 10, 2023');
  const match = /^(\d+) of the (\d+) customers who were in “last order within 60 days”/.exec(
    (await app.answer.textContent())!,
  )!;
  expect(match.slice(1)).toEqual(['40', '40']);
  await expect(app.answer).toContainText('They had brought 6,780 in the year before');
  await expect(app.answer).toContainText('40 customers are new since then');
  const csv = (await app.download(1)).trim().split('\n');
  expect(csv).toHaveLength(41);
  expect(csv[0]).toContain('customer_id,customer_name,segment_from,segment_to,last_order,revenue_year');
});

test('a flow chosen in the list shows its customers, and the address holds the view', async ({
  app,
  page,
}) => {
  await app.open(`#/moves?${SAMPLE}&lang=en`);
  const cell = page.getByRole('cell', { name: 'At risk' }).first();
  await cell.click();
  await app.ready();
  await expect(page.getByRole('heading', { name: /^From “.*” to “.*”$/ })).toBeVisible();
  await expect(page).toHaveURL(/was=\w+&is=\w+/);
  await page.getByRole('button', { name: 'Back to those who left' }).click();
  await app.ready();
  await expect(page).not.toHaveURL(/was=/);
  await page.getByText('Life cycle', { exact: true }).click();
  await app.ready();
  await expect(app.answer).toContainText('“Maturity”');
  await expect(page.getByRole('heading', { name: 'Month by month' })).toBeVisible();
});

test('dates the wrong way round are told so', async ({ app }) => {
  await app.open(`#/moves?${SAMPLE}&lang=en&from=2026-05-01&to=2026-01-01`);
  await expect(app.answer).toContainText('must lie before the second');
});
