import { expect, test } from './app.ts';

const SAMPLE = 'data=sample-data/home-goods-zh.csv';

test('a pair of the list becomes the bundle, and the link shows the same', async ({ app, page, context }) => {
  await app.open(`#/bundles?${SAMPLE}`);
  await expect(app.answer).toContainText('at 10% off');
  const row = page.getByRole('region', { name: 'pairs as bundles' }).getByRole('row').nth(3);
  const product = await row.getByRole('cell').first().textContent();
  await row.click();
  await app.ready();
  await expect(app.answer).toContainText(`“${product}” with`);
  await expect(page).toHaveURL(/pair=/);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.locator('main .answer')).toHaveText((await app.answer.textContent())!);
  await page.getByRole('button', { name: 'Back to the best bundle' }).click();
  await app.ready();
  await expect(app.answer).not.toContainText(`“${product}” with`);
});

test('more takers pay where few do not, and the standard leaves no trace', async ({ app, page }) => {
  await app.open(`#/bundles?${SAMPLE}`);
  await expect(app.answer).toContainText('Not even the best pair pays');
  const fields = page.getByRole('spinbutton', { name: 'Of orders with' });
  const standard = await fields.first().inputValue();
  for (const place of [0, 1]) {
    await fields.nth(place).fill('90');
    await fields.nth(place).press('Enter');
  }
  await app.ready();
  await expect(page).toHaveURL(/uptake_first=90&uptake_second=90/);
  await expect(app.answer).toContainText('would have brought about');
  await expect(app.answer).toContainText('supposing that 90%');
  await fields.first().fill(standard);
  await fields.first().press('Enter');
  await app.ready();
  await expect(page).not.toHaveURL(/uptake_first/);
});

test('no discount gives nothing away', async ({ app, page }) => {
  await app.open(`#/bundles?${SAMPLE}`);
  await page.getByRole('slider', { name: 'Discount on the bundle' }).focus();
  await page.keyboard.press('Home');
  await app.ready();
  await expect(page).toHaveURL(/discount=0/);
  await expect(app.answer).toContainText('It pays from 0%');
  await page.getByRole('application').nth(1).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('figcaption .now').nth(1)).toContainText('Given away ¥0.00');
});

test('the list for the shop downloads with as many companions as wanted', async ({ app, page }) => {
  await app.open(`#/bundles?${SAMPLE}&companions=2`);
  await page.getByRole('slider', { name: 'Companions, at most' }).focus();
  await page.keyboard.press('ArrowLeft');
  await app.ready();
  await expect(page).toHaveURL(/companions=1/);
  const file = (await app.download(2)).replace('\ufeff', '').trim().split('\n');
  expect(file[0]!.trim()).toBe('product_id,product,companion_1_id,companion_1');
  expect(file.length).toBeGreaterThan(10);
  for (const line of file.slice(1)) expect(line).toMatch(/^[A-Z]+\d+,[^,]+,[A-Z]+\d+,[^,]+\r?$/);
});

test('without costs only revenue is shown, and without pairs that is said', async ({ app, page }) => {
  const orders = Array.from({ length: 60 }, (_, i) => {
    const at = `2024-01-${String(1 + (i % 28)).padStart(2, '0')} 10:00:00`;
    const products = i % 3 ? ['杯子'] : ['茶叶', '茶壶'];
    return products.map((product) => `o${i},${at},c${i % 9},${product},1,20`);
  }).flat();
  await app.open();
  await app.dropText('orders.csv', `订单编号,下单时间,客户账号,商品名称,数量,单价\n${orders.join('\n')}\n`);
  await app.go('#/bundles');
  await expect(app.answer).toContainText('in revenue');
  await expect(page.getByText('The data have no cost for both products')).toBeVisible();
  await app.go('#/bundles?min=30');
  await expect(app.answer).toContainText('No two products are together in 30 orders or more');
});
