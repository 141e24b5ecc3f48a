import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';

const SAMPLE = 'data=sample-data/home-goods-zh.csv';
const NAME = '唐明辉';
const ACCOUNT = '芝麻很安静10';
const PHONE = '12043627111';
const PERSONAL = [NAME, ACCOUNT, PHONE, '松涛路'];

async function find(app: App, page: Page, text: string): Promise<void> {
  await page.getByLabel('Find by name').fill(text);
  await page.waitForTimeout(300);
  await app.ready();
}

const rows = (page: Page) => page.getByRole('region', { name: /^Customers; choose/ }).locator('tbody tr');

async function openFile(app: App, page: Page): Promise<void> {
  await app.open(`#/customers?${SAMPLE}`);
  await find(app, page, PHONE.slice(2, 9));
  await rows(page).first().click();
  await expect(app.answer).toContainText('order');
  await app.ready();
}

test('a customer is found by any part of name, account and phone', async ({ app, page }) => {
  await app.open(`#/customers?${SAMPLE}`);
  await expect(app.answer).toContainText('1,102 customers');
  for (const text of [NAME, '芝麻很安', '120 4362-71', '１２０４３６２７１', `${NAME} 安静`]) {
    await find(app, page, text);
    await expect(rows(page).filter({ hasText: ACCOUNT }), text).toHaveCount(1);
  }
  await find(app, page, '\'%_"; --');
  await expect(page.getByText('0 customers found')).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
});

test('nothing personal is in the address or in the history', async ({ app, page }) => {
  const seen: string[] = [];
  page.on('framenavigated', (frame) => seen.push(decodeURIComponent(frame.url())));
  await openFile(app, page);
  await page
    .getByRole('region', { name: /^Orders; choose/ })
    .locator('tbody tr')
    .first()
    .click();
  await app.ready();
  await page.getByText('Show SQL').click();
  const links = await page
    .locator('main a')
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  for (const address of [...seen, page.url(), ...links].map(decodeURIComponent))
    for (const word of PERSONAL) expect(address).not.toContain(word);
  await expect(page).toHaveURL(/#\/customers\?.*customer=\d+$/);
  await page.goBack();
  await app.ready();
  await expect(page.getByLabel('Find by name')).toHaveValue(PHONE.slice(2, 9));
});

test('the link to a customer opens the same file again', async ({ app, page, context }) => {
  await openFile(app, page);
  const answer = await app.answer.textContent();
  expect(answer).toContain(NAME);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.locator('main .answer')).toHaveText(answer!);
  await app.go(`#/customers?${SAMPLE}&customer=99999`);
  await expect(app.answer).toContainText('There is no customer no. 99,999');
});

test('a file tells contacts, standing, orders and what is due, without findings of axe', async ({
  app,
  page,
}) => {
  await openFile(app, page);
  const main = page.getByRole('main');
  for (const words of [ACCOUNT, PHONE, 'Champions', 'Life cycle', 'Customer type', 'Next order due'])
    await expect(main.locator('dt, dd').filter({ hasText: words }).first(), words).toBeVisible();
  const orders = page.getByRole('region', { name: /^Orders; choose/ });
  await expect(orders.locator('tbody tr')).toHaveCount(10);
  await orders.locator('tbody tr').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /^Order \d+/ })).toBeVisible();
  await expect(
    page
      .getByRole('region', { name: /^Bought on four/ })
      .locator('tbody tr')
      .first(),
  ).toBeVisible();
  await expect(
    page
      .getByRole('region', { name: /^Together/ })
      .locator('tbody tr')
      .first(),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: /^Lines with a refund/ })).toBeVisible();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.waitForTimeout(300);
    await app.ready();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }
  await page.setViewportSize({ width: 360, height: 800 });
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('notes and tags outlive the page, overrule the type, and come back from their file', async ({
  app,
  page,
}) => {
  await openFile(app, page);
  await page.getByLabel('Tag', { exact: true }).fill('rational type, 老朋友');
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByLabel('Note', { exact: true }).fill('=asks for "large" boxes');
  await page.getByLabel('Note', { exact: true }).blur();
  await expect(page.getByText('your own tag')).toBeVisible();
  await page.reload();
  await app.ready();
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('=asks for "large" boxes');
  await expect(page.getByRole('listitem').filter({ hasText: '老朋友' })).toBeVisible();
  await expect(page.getByText('your own tag')).toBeVisible();

  await page.getByRole('link', { name: 'All customers' }).click();
  await find(app, page, '老朋友');
  await expect(rows(page)).toHaveCount(1);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download notes' }).click();
  const path = (await (await saved).path())!;
  await app.go(`#/data?${SAMPLE}`);
  await page.getByRole('button', { name: 'Forget everything' }).click();
  await page.getByRole('button', { name: 'Yes, forget' }).click();
  await expect(page.getByText('notes on 1 customer')).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(ACCOUNT);
  await app.go(`#/customers?${SAMPLE}`);
  await expect(page.getByText('0 customers found')).toBeVisible();

  await page.getByLabel('Load notes').setInputFiles({
    name: 'wrong.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('order,amount\n1,2\n'),
  });
  await expect(page.getByText('This is not a file of notes')).toBeVisible();
  await page.getByLabel('Load notes').setInputFiles(path);
  await expect(page.getByText('Notes on 1 customer taken over')).toBeVisible();
  await find(app, page, '老朋友 ');
  await rows(page).first().click();
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('=asks for "large" boxes');
});

test('while presenting no page and no download names a customer', async ({ app, page }) => {
  await app.open(`#/overview?${SAMPLE}`);
  await page.getByRole('button', { name: /^Present:/ }).click();
  const pages = await page
    .getByRole('navigation')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!.replace(/^#\/(\w+).*/, '$1')));
  expect(pages).toContain('customers');
  const known = await namesOfAll(page);
  for (const name of pages) {
    await app.go(`#/${name}?${SAMPLE}`);
    const text = await page.getByRole('main').innerText();
    expect(
      [...known].filter((word) => text.includes(word)),
      name,
    ).toEqual([]);
  }
  await app.go(`#/customers?${SAMPLE}`);
  await expect(rows(page).first()).toContainText('Customer 971');
  const csv = await app.download();
  expect(csv).toContain('Customer 971');
  expect([...known].filter((word) => csv.includes(word))).toEqual([]);

  await rows(page).first().click();
  await expect(app.answer).toContainText('Customer 971');
  await app.ready();
  for (const word of PERSONAL) await expect(page.getByRole('main')).not.toContainText(word);
  await page.getByRole('button', { name: 'Show who this is' }).click();
  await expect(app.answer).toContainText(NAME);
  await page.getByRole('button', { name: 'Hide again' }).click();
  await expect(app.answer).not.toContainText(NAME);

  await page.reload();
  await app.ready();
  await expect(app.answer).toContainText('Customer 971');
  await app.go('#/sql?sql=SELECT customer_id, customer_name, phone FROM order_line LIMIT 50');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await app.ready();
  await expect(page.getByRole('region', { name: /./ }).first().locator('tbody tr').first()).toContainText(
    '•••',
  );
  const text = await page.getByRole('main').innerText();
  expect([...known].filter((word) => text.includes(word))).toEqual([]);
});

/** The accounts and names of the sample shop, but for names so short that other words may hold them. */
async function namesOfAll(page: Page): Promise<Set<string>> {
  const text = await page.evaluate(async () => (await fetch('sample-data/home-goods-zh.csv')).text());
  const cells = text
    .trim()
    .split('\n')
    .slice(1)
    .flatMap((line) => line.split(',').slice(2, 5));
  return new Set(cells.filter((cell) => cell.length > 2));
}
