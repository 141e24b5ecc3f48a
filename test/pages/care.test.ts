import { expect, test } from './app.ts';

const SAMPLE = 'data=sample-data/home-goods-zh.csv';

test('says whom to contact on the day after the last order, never today, and opens a list', async ({
  app,
  page,
}) => {
  await app.open(`#/care?${SAMPLE}&lang=en`);
  await expect(app.answer).toContainText('On Oct 1, 2026, the day after the last order in the data');
  await expect(app.answer).toContainText('Most is at stake in “About to be lost”');
  expect(await page.locator('main').textContent()).not.toMatch(/\btoday\b/i);
  await page.getByRole('button', { name: 'Running out', exact: true }).click();
  await app.ready();
  await expect(page).toHaveURL(/list=running_out/);
  await expect(page.getByRole('table', { name: 'Running out, Oct 1, 2026' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'How long things last' })).toBeVisible();
  await expect(page.getByRole('cell', { name: /× \d+ bought .*; one lasts/ }).first()).toBeVisible();
  const csv = (await app.download(0)).trim().split('\n');
  expect(csv[0]).toContain('customer_id,customer_name,phone,email,product,last_bought');
});

test('thresholds stand in the address and change the list', async ({ app, page }) => {
  await app.open(`#/care?${SAMPLE}&lang=en&list=silent`);
  const rows = async () => (await app.download(0)).trim().split('\n').length - 1;
  const before = await rows();
  await page.getByLabel('Best customers by revenue').fill('5');
  await page.getByLabel('Best customers by revenue').press('Enter');
  await app.ready();
  await expect(page).toHaveURL(/top=5/);
  const after = await rows();
  expect(after).toBeGreaterThan(5);
  expect(after).toBeLessThan(before / 2);
  await page.getByRole('button', { name: 'Back to our thresholds' }).click();
  await app.ready();
  await expect(page).not.toHaveURL(/top=/);
  expect(await rows()).toBe(before);
});

test('a date after the data says how long nothing is known', async ({ app, page }) => {
  await app.open(`#/care?${SAMPLE}&lang=en&as_of=2026-11-05`);
  await expect(app.answer).toContainText('On Nov 5, 2026,');
  await expect(page.getByText('The data end on Sep 30, 2026, 35 days before that day.')).toBeVisible();
  await expect(app.answer).toContainText('Greetings for Double 11 (Nov 11, 2026) go to');
});

const PLAIN = [
  'order id,date,customer id,product,quantity,amount',
  ...Array.from(
    { length: 40 },
    (_, i) => `o${i},2011-${1 + (i % 12)}-0${1 + (i % 9)},c${i % 20},p${i % 3},1,${5 + i}`,
  ),
].join('\n');

test('lists the file cannot carry say which column would make them', async ({ app, page }) => {
  await app.open('#/care?lang=en');
  await app.dropText('plain.csv', PLAIN);
  await app.go('#/care?lang=en&list=birthdays');
  await expect(page.getByText('A column such as “birthday” would make this list.').first()).toBeVisible();
  await expect(page.getByText('The file says nothing of complaints.')).toBeVisible();
  await expect(page.getByText('neither telephone numbers nor e-mail addresses')).toBeVisible();
  await expect(app.answer).toContainText('2011');
});

test('while presenting no list names anyone', async ({ app, page }) => {
  await app.open(`#/care?${SAMPLE}&lang=en&list=silent`);
  const name = await page.locator('main table tbody td').nth(1).textContent();
  await page.getByRole('button', { name: /present/i }).click();
  await app.ready();
  expect(await page.locator('main').textContent()).not.toContain(name!);
  await expect(page.getByRole('cell', { name: /^Customer \d/ }).first()).toBeVisible();
});
