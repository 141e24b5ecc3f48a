import { expect, test } from './app.ts';

const SAMPLE = 'data=sample-data/home-goods-zh.csv';

test('cut points move by the keyboard, are added and removed, and stand in the address', async ({
  app,
  page,
}) => {
  await app.open(`#/segments?${SAMPLE}&lang=en`);
  await page.getByText('My own', { exact: true }).click();
  await page.getByLabel('My segments go by').selectOption('frequency');
  await app.ready();
  const rows = page.getByRole('region', { name: /is in exactly one segment/ }).locator('tbody tr');
  await expect(rows).toHaveText([/6 orders and more/, /3 to 5 orders/, /2 orders/, /1 order/]);
  const before = await rows.nth(0).textContent();
  await page.getByLabel('Cut point 3').focus();
  await page.keyboard.press('ArrowLeft');
  await app.ready();
  await expect(page).toHaveURL(/cuts=2%2C3%2C5/);
  await expect(rows.nth(0)).toContainText('5 orders and more');
  expect(await rows.nth(0).textContent()).not.toBe(before);
  await page.getByRole('button', { name: 'Remove 3' }).click();
  await app.ready();
  await expect(page).toHaveURL(/cuts=2%2C5/);
  await expect(rows).toHaveCount(3);
  await page.getByRole('button', { name: 'Add a cut point' }).click();
  await app.ready();
  await expect(rows).toHaveCount(4);
  await expect(app.answer).toContainText('Most per customer');
});

test('an attribute becomes segments, and no value of it stands in the address', async ({ app, page }) => {
  await app.open(`#/segments?${SAMPLE}&lang=en&model=own&by=attribute`);
  await expect(app.answer).toContainText('Choose an attribute');
  await page.getByRole('combobox', { name: /^Attribute/ }).selectOption('gender');
  await app.ready();
  await expect(app.answer).toContainText('of 1,102 customers');
  await page
    .getByRole('region', { name: /is in exactly one segment/ })
    .locator('tbody tr')
    .first()
    .click();
  await app.ready();
  await expect(page).toHaveURL(/segment=1/);
});

test('two models stand side by side, and a pair of segments lists its customers', async ({ app, page }) => {
  await app.open(`#/segments?${SAMPLE}&lang=en`);
  await page.getByText('two side by side', { exact: true }).click();
  await app.ready();
  await expect(app.answer).toContainText('on the other side');
  const first = page.getByRole('region', { name: 'Pairs of segments' }).locator('tbody tr').first();
  const customers = Number((await first.getByRole('cell').nth(2).textContent())!.replaceAll(',', ''));
  await first.click();
  await app.ready();
  const csv = (await app.download(2)).trim().split('\n');
  expect(csv).toHaveLength(customers + 1);
  await expect(page).toHaveURL(/segment=\w+&beside=\w+/);
});

test('a cell of the grid by money lists its customers', async ({ app, page }) => {
  await app.open(`#/segments?${SAMPLE}&lang=en`);
  const grid = page.getByRole('application', { name: /^Money score M 5/ });
  await grid.focus();
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter'])
    await page.keyboard.press(key);
  await app.ready();
  await expect(page).toHaveURL(/cell=555/);
  await expect(page.getByText('Customers with R 5, F 5 and M 5').first()).toBeVisible();
});
