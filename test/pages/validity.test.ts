import { expect, test } from './app.ts';

const SAMPLE = 'data=sample-data/home-goods-zh.csv';

test('the eleven segments get a verdict on each of the five tests', async ({ app, page }) => {
  await app.open(`#/validity?${SAMPLE}`);
  await expect(app.answer).toContainText('The 11 segments pass 4 of the five tests');
  const lines = page.locator('li[data-verdict]');
  await expect(lines).toHaveCount(5);
  await expect(lines.first()).toContainText('Each of the 1,102 customers is in exactly one segment');
  await expect(page.locator('[data-test=separation]')).toContainText('Drawn up on');
  await expect(page.locator('[data-test=stability]')).toContainText('In 100 shops drawn at random');
  const csv = await app.download(1);
  expect(csv).toContain('segment,rule,matched,right,precision,members,coverage\n');
  expect(csv).toMatch(/last order at most \d+ days ago/);
});

test('the limits of the size are the reader’s and stand in the address', async ({ app, page }) => {
  await app.open(`#/validity?by=tiers&${SAMPLE}`);
  await expect(page.locator('[data-test=size]')).toHaveAttribute('data-verdict', 'fails');
  await app.go(`#/validity?by=tiers&small=0.01&large=0.85&${SAMPLE}`);
  await expect(page.locator('[data-test=size]')).toHaveAttribute('data-verdict', 'passes');
  await expect(page.getByRole('slider', { name: 'Largest segment' })).toHaveValue('0.85');
});

test('any column of the file is judged as a segmentation, and does not describe itself', async ({
  app,
  page,
}) => {
  await app.open(`#/validity?by=attribute&attribute=gender&${SAMPLE}`);
  await expect(page.locator('[data-test=assignment]')).toContainText('are in no segment');
  await expect(page.locator('[data-test=stability]')).toContainText('does not depend on who else');
  await expect(page.locator('[data-test=separation]')).toHaveAttribute('data-verdict', 'fails');
  await page.getByRole('combobox', { name: 'Attribute' }).selectOption('source');
  await app.ready();
  await expect(app.answer).toContainText('where they came from');
  await expect(page).toHaveURL(/attribute=source/);
  expect(await app.download(1)).not.toContain('where they came from');
});

test('all segmentations are compared, and choosing one judges it', async ({ app, page }) => {
  await app.open(`#/validity?${SAMPLE}`);
  const table = page.getByRole('region', { name: 'All segmentations compared' });
  await expect(table.getByRole('cell', { name: 'The tiers by revenue' })).toBeVisible();
  await expect(table.getByRole('cell', { name: 'gender' })).toBeVisible();
  await table.getByRole('cell', { name: 'The six customer types' }).click();
  await app.ready();
  await expect(app.answer).toContainText('The six customer types pass');
  await expect(page).toHaveURL(/by=types/);
});

test('a link with a seed and dates shows the same figures again', async ({ app, page }) => {
  const link = `#/validity?by=lifecycle&before=2026-01-01&as_of=2026-07-01&seed=7&${SAMPLE}`;
  await app.open(link);
  const first = await page.locator('main ol').first().textContent();
  expect(first).toContain('Jan 1, 2026');
  await page.reload();
  await app.ready();
  expect(await page.locator('main ol').first().textContent()).toBe(first);
});

test('a few customers get no verdict they cannot bear', async ({ app, page }) => {
  const lines = Array.from({ length: 8 }, (_, i) => `o${i},2024-0${1 + i}-03,c${i % 4},tea,1,${10 + i}`);
  await app.open('#/data');
  await app.dropText(
    'few.csv',
    ['order id,order date,customer id,product,quantity,amount', ...lines].join('\n'),
  );
  await app.go('#/validity');
  for (const name of ['separation', 'describability'])
    await expect(page.locator(`[data-test=${name}]`)).toHaveAttribute('data-verdict', 'unknown');
  await expect(page.locator('[data-test=separation]')).toContainText('too few to tell');
});
