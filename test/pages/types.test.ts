import { expect, test } from './app.ts';

const SAMPLE = 'data=sample-data/home-goods-zh.csv';

test('each customer has one type with a reason, and each type its way of being served', async ({
  app,
  page,
}) => {
  await app.open(`#/types?${SAMPLE}`);
  await expect(app.answer).toContainText('Relationship');
  const rows = (await app.download(0)).trim().split('\n').slice(1);
  const customers = rows.reduce((sum, row) => sum + Number(row.split(',')[2]), 0);
  await expect(page.getByRole('region', { name: /has exactly one type/ })).toContainText(
    customers.toLocaleString('en'),
  );
  await page.getByRole('button', { name: 'Task-minded' }).click();
  await app.ready();
  await expect(page).toHaveURL(/type=task/);
  const list = page.getByRole('region', { name: 'Task-minded' });
  await expect(list.getByRole('cell', { name: 'one order, then silent' }).first()).toBeVisible();
  await expect(page.getByText('come from one seller’s experience')).toBeVisible();
});

test('sources and thresholds can be changed; the address holds numbers, not words', async ({ app, page }) => {
  await app.open(`#/types?${SAMPLE}`);
  const before = await app.answer.textContent();
  await expect(page.getByRole('checkbox', { name: '朋友推荐' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: '抖音' })).not.toBeChecked();
  await page.getByRole('checkbox', { name: '朋友推荐' }).uncheck();
  await app.ready();
  await expect(app.answer).not.toHaveText(before!);
  await expect(page).toHaveURL(/sources=\d+/);
  expect(decodeURIComponent(page.url())).not.toContain('推荐');
  await page.getByRole('checkbox', { name: '朋友推荐' }).check();
  await app.ready();
  await expect(app.answer).toHaveText(before!);
  const field = page.getByRole('spinbutton', { name: 'Silence, in usual gaps' });
  await field.fill('4');
  await field.press('Enter');
  await app.ready();
  await expect(page).toHaveURL(/task_factor=4/);
  await expect(page.getByText(/more than 1\d\d days without an order/)).toBeVisible();
});

test('what the data lack is said', async ({ app, page }) => {
  await app.open();
  await app.dropText(
    'orders.csv',
    '订单编号,下单时间,客户账号,商品名称,数量,单价\n1,2024-01-01 10:00:00,a,杯子,1,10\n2,2024-03-01 10:00:00,b,杯子,1,10\n',
  );
  await app.go('#/types');
  await expect(app.answer).toContainText('None of the 2 customers');
  await expect(page.getByText('only tags can tell this type')).toBeVisible();
  await expect(page.getByText('Nobody has come back yet')).toBeVisible();
});
