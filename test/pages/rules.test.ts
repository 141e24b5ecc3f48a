import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { type App, expect, test } from './app.ts';

const ORDERS = `order id,date,customer id,product,quantity,price,status,note
A1,2024-01-05 10:00:00,ann,Tea,2,10.00,已付款,
A2,2024-02-07 11:30:00,ben,Tea,1,10.00,寄样,
A3,2024-03-09 09:15:00,ann,Pot,1,20.00,已付款,帮忙刷单
A4,2024-03-10 09:15:00,cat,Pot,1,20.00,交易关闭,
A5,2024-03-11 09:15:00,ann,Tea,-1,10.00,已付款,
A6,2024-03-12 09:15:00,ann,Gift,1,0.00,已付款,
A7,2024-03-13 09:15:00,dan,Delivery by hand,1,5.00,已付款,v.i.p. sample
`;
/** A1, A2 and A7 count. */
const STARTS = '3 lines with 35.00';

const status = (app: App) => app.page.locator('main [role="status"]').filter({ hasText: 'Counted again' });

async function countAgain(app: App): Promise<void> {
  await app.page.getByRole('button', { name: 'Count again' }).click();
  await app.page.waitForTimeout(50);
  await app.ready();
}

test.beforeEach(async ({ app }) => {
  await app.open('#/data?lang=en');
  await app.dropText('orders.csv', ORDERS);
});

test('every status word counts as something, and moving one moves the figures', async ({ app, page }) => {
  const word = page.getByRole('row', { name: /^寄样/ });
  await expect(word).toContainText('10.00');
  await expect(word).toContainText('not known here');
  await expect(page.getByLabel('“交易关闭” counts as')).toHaveValue('closed');
  await page.getByLabel('“寄样” counts as').selectOption('not paid: left out');
  await expect(page.getByText('1 rule changed, not counted yet.')).toBeVisible();
  await countAgain(app);
  await expect(status(app)).toContainText(
    `Before: ${STARTS}, 3 customers. Now: 2 lines with 25.00, 2 customers.`,
  );
  await expect(page.getByLabel('“寄样” counts as')).toHaveValue('not_a_sale');
  await page.getByLabel('“寄样” counts as').selectOption('a sale');
  await page.getByLabel('“交易关闭” counts as').selectOption('a sale, refunded in full');
  await countAgain(app);
  await expect(status(app)).toContainText('Now: 4 lines with 55.00');
  await app.go('#/overview');
  await expect(app.answer).toContainText('took 35.00');
});

test('words and a list say which orders are tests or fakes', async ({ app, page }) => {
  const tests = page.locator('section', { has: page.getByRole('heading', { name: 'Test and fake orders' }) });
  await expect(tests).toContainText('1 line · 20.00');
  await page.getByLabel(/^Words in notes/).fill('sample');
  await page.getByLabel(/^Order numbers or customers/).fill('A2\n\n ben ');
  await countAgain(app);
  await expect(status(app)).toContainText(
    `Before: ${STARTS}, 3 customers. Now: 2 lines with 40.00, 1 customers.`,
  );
  await expect(tests).toContainText('2 lines · 15.00');
});

test('returns find their sale, gifts count, fees leave the products', async ({ app, page }) => {
  await page.getByLabel('Lines with a negative quantity are').selectOption({ index: 1 });
  await page.getByLabel('Gifts and other lines at no price are').selectOption('counted as sold');
  await page.getByLabel('Find a product to tick').fill('by HAND');
  await page.getByRole('checkbox', { name: /Delivery by hand/ }).check();
  await expect(page.getByText('3 rules changed, not counted yet.')).toBeVisible();
  await countAgain(app);
  await expect(status(app)).toContainText('Now: 4 lines with 35.00');
  await expect(page.getByText('Taken off their sale')).toBeVisible();
  await app.go('#/overview');
  await expect(app.answer).toContainText('took 25.00');
  await app.go(
    `#/sql?sql=${encodeURIComponent('SELECT product, is_product FROM products ORDER BY product')}`,
  );
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('row', { name: /Delivery by hand/ })).toContainText('false');
});

test('a change can be taken back before it counts', async ({ page }) => {
  await page.getByLabel('“寄样” counts as').selectOption('closed: left out');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByLabel('“寄样” counts as')).toHaveValue('sale');
  await expect(page.getByRole('button', { name: 'Count again' })).toBeHidden();
});

test('lines in another currency count once there is a rate', async ({ app, page }) => {
  const row = (id: string, amount: number, currency: string) =>
    `${id},2024-01-05,ann,Tea,${amount},${currency}`;
  await app.dropText(
    'two.csv',
    `order id,date,customer id,product,amount,currency\n${row('1', 70, 'CNY')}\n${row('2', 30, 'CNY')}\n${row('3', 10, 'USD')}\n`,
  );
  await expect(page.getByText('1 line with $10.00 is left out until there is a rate.')).toBeVisible();
  await page.getByLabel('1 USD is worth').fill('7');
  await page.getByLabel('1 USD is worth').press('Tab');
  await countAgain(app);
  await expect(status(app)).toContainText('Before: 2 lines with ¥100.00');
  await expect(status(app)).toContainText('Now: 3 lines with ¥170.00');
});

test('times move to the zone that is chosen, customers to the key', async ({ app, page }) => {
  await page.getByLabel('Show times as in').selectOption('Asia/Shanghai');
  await page.getByLabel('Customers are told apart by').selectOption('email');
  await countAgain(app);
  await expect(page.getByText('First order Jan 5, 2024, 6:00 PM')).toBeVisible();
  await expect(status(app)).toContainText('0 customers.');
});

test.describe('settings are remembered', () => {
  const STRANGE = 'alpha,beta,gamma,delta\nx1,2024-01-05,Tea,3.50\nx2,2024-01-06,Cup,8.00\n';

  test.beforeEach(async ({ app, page }) => {
    await app.dropText('strange.csv', STRANGE);
    const columns = {
      'Order number': 'alpha',
      'Date and time of the order': 'beta',
      'Product name': 'gamma',
      'Line amount, after discounts': 'delta',
    };
    for (const [meaning, column] of Object.entries(columns))
      await page.getByRole('combobox', { name: meaning }).selectOption({ label: column });
    await page.getByRole('button', { name: 'Load', exact: true }).click();
    await expect(app.answer).toHaveText('2 lines came in: 2 count, 0 were left out.');
    await page.getByLabel(/^Order numbers or customers/).fill('x1');
    await countAgain(app);
    await expect(app.answer).toContainText('1 were left out');
  });

  test('and used for the next file with the same columns', async ({ app, page }) => {
    await app.open('#/overview?lang=en');
    await app.dropText(
      'next.csv',
      'delta,gamma,beta,alpha\n9.00,Pot,2024-02-01,x7\n1.00,Tea,2024-02-01,x1\n',
    );
    await app.go('#/data?lang=en');
    await expect(app.answer).toHaveText('2 lines came in: 1 count, 1 were left out.');
    await expect(page.getByText(/^Settings you kept earlier/)).toBeVisible();
    await page.getByRole('button', { name: 'Use what is recognised instead' }).click();
    await expect(page.getByRole('combobox', { name: 'Line amount, after discounts' })).toHaveValue('-1');
    await expect(page.getByText('Kept so far: 0 kinds of files.')).toBeVisible();
  });

  test('and go to another browser as a file', async ({ app, page, browser, baseURL }) => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download settings' }).click();
    const path = await (await waiting).path();
    const text = await readFile(path, 'utf8');
    expect(JSON.parse(text)).toMatchObject({ app: 'regulars', version: 1 });
    expect(text).not.toContain('x1');
    const other = await browser.newContext({ baseURL: baseURL! });
    const there = new (app.constructor as typeof App)(await other.newPage());
    await there.open('#/data?lang=en');
    await there.dropText('strange.csv', STRANGE);
    await expect(there.page.getByRole('heading', { name: 'Check the columns' })).toBeVisible();
    const input = there.page.getByLabel('Load settings');
    const wrong = { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"app":"x"}') };
    await input.setInputFiles(wrong);
    await expect(there.page.getByText('This is not a file of Regulars settings.')).toBeVisible();
    await input.setInputFiles(path);
    await expect(there.page.getByText('Settings for 1 kind of file loaded.')).toBeVisible();
    await expect(there.page.getByRole('combobox', { name: 'Order number' })).toHaveValue('0');
    await there.page.getByRole('button', { name: 'Load', exact: true }).click();
    await expect(there.answer).toHaveText('2 lines came in: 2 count, 0 were left out.');
    await other.close();
  });

  test('until they are forgotten', async ({ app, page }) => {
    await page.getByRole('combobox', { name: 'Language' }).selectOption('en');
    await page.getByRole('button', { name: 'Forget everything' }).click();
    await page.getByRole('button', { name: 'Keep them' }).click();
    await expect(page.getByText('Kept so far: 1 kind of file.')).toBeVisible();
    await page.getByRole('button', { name: 'Forget everything' }).click();
    await page.getByRole('button', { name: 'Yes, forget' }).click();
    await expect(
      page.getByText(
        'Forgotten: settings for 1 kind of file, notes on 0 customers, 0 letters or refusals and 1 other choice',
      ),
    ).toBeVisible();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await app.open('#/data?lang=en');
    await app.dropText('strange.csv', STRANGE);
    await expect(page.getByRole('heading', { name: 'Check the columns' })).toBeVisible();
  });
});

test('a file can be read as another format', async ({ app, page }) => {
  await page.getByLabel('Recognised as').selectOption('shopify');
  await expect(page.getByRole('combobox', { name: 'Unit price' })).toHaveValue('-1');
  await page.getByLabel('Recognised as').selectOption('plain');
  await expect(page.getByRole('combobox', { name: 'Unit price' })).not.toHaveValue('-1');
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await app.ready();
  await expect(app.answer).toHaveText('7 lines came in: 3 count, 4 were left out.');
});

for (const [language, change, forget] of [
  ['en', '“寄样” counts as', 'Forget everything'],
  ['zh-Hans', '“寄样”算作', '全部清除'],
  ['zh-Hant', '「寄样」算作', '全部清除'],
] as const) {
  test(`the rules fit a narrow page and axe finds nothing, ${language}`, async ({ app, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await app.go(`#/data?lang=${language}`);
    await page.getByLabel(change).selectOption({ index: 2 });
    await page.getByRole('button', { name: forget }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
}
