import { expect, test } from './app.ts';

const SAMPLE = 'data=sample-data/home-goods-zh.csv';

test('big but poor customers are named, with what weighs them down', async ({ app, page }) => {
  await app.open(`#/quality?${SAMPLE}`);
  await expect(app.answer).toContainText('VIP and important customers bring');
  const found = /yet (\d+) of them/.exec((await app.answer.textContent())!)![1]!;
  await expect(page.getByText(`Big but poor (${found})`).first()).toBeVisible();
  const file = (await app.download(1)).trim().split('\n');
  expect(file[0]).toContain('customer_id,customer_name,tier,quality,score,revenue,weaknesses');
  expect(file).toHaveLength(Number(found) + 1);
  for (const line of file.slice(1)) expect(line).toMatch(/,(vip|major),poor,/);
});

test('the keyboard chooses a cell, and the link shows the same customers', async ({ app, page, context }) => {
  await app.open(`#/quality?${SAMPLE}`);
  await page.getByRole('application').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await app.ready();
  await expect(page).toHaveURL(/list=vip\.fair/);
  const table = page.getByRole('region', { name: 'VIP, fair' });
  await expect(table).toBeVisible();
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByRole('region', { name: 'VIP, fair' })).toHaveText((await table.textContent())!);
});

test('the definition can be changed and the address keeps it', async ({ app, page }) => {
  await app.open(`#/quality?${SAMPLE}`);
  const before = await app.answer.textContent();
  await page.getByRole('slider', { name: 'Margin after discounts' }).focus();
  await page.keyboard.press('Home');
  await app.ready();
  await expect(page).toHaveURL(/margin=0/);
  await expect(app.answer).not.toHaveText(before!);
  await page.getByRole('slider', { name: 'Margin after discounts' }).press('ArrowRight');
  await page.getByRole('slider', { name: 'Margin after discounts' }).press('ArrowRight');
  await app.ready();
  await expect(page).not.toHaveURL(/margin=/);
  await expect(app.answer).toHaveText(before!);
  await page.getByText('what they bring', { exact: true }).click();
  await app.ready();
  await expect(page.getByRole('spinbutton', { name: 'VIP: until they bring' })).toHaveValue('50');
});

test('what the data lack is said, and quality can be judged by the rest', async ({ app, page }) => {
  const days = [0, 20, 40, 200, 220, 240];
  const orders = ['a', 'b', 'c'].flatMap((customer, n) =>
    days.slice(0, 6 - n).map((day, i) => {
      const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
      return `${customer}${i},${date} 10:00:00,${customer},杯子,1,${10 * (n + 1) + i}`;
    }),
  );
  await app.open();
  await app.dropText('orders.csv', `订单编号,下单时间,客户账号,商品名称,数量,单价\n${orders.join('\n')}\n`);
  await app.go('#/quality');
  await expect(app.answer).toContainText('cannot be told');
  await expect(page.getByText('The data have no costs.')).toBeVisible();
  await page.getByRole('button', { name: 'Judge by what is known' }).click();
  await app.ready();
  await expect(page).toHaveURL(/known=1/);
  await expect(app.answer).not.toContainText('cannot be told');
});

test('a customer of the list opens, and the address names nobody', async ({ app, page }) => {
  await app.open(`#/quality?${SAMPLE}&list=all`);
  const row = page.getByRole('region', { name: 'All customers' }).getByRole('row').nth(1);
  const id = await row.getByRole('cell').first().textContent();
  await row.click();
  await page.waitForURL(/#\/customers\?/);
  await expect(page).toHaveURL(/customer=\d+/);
  expect(decodeURIComponent(page.url())).not.toContain(id!);
});
