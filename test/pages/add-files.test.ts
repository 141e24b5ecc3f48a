import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const HEADER = 'order id,date,customer id,product,quantity,price';
const JANUARY = `${HEADER}
A1,2024-01-05 10:00:00,ann,Tea,2,3.50
A2,2024-01-07 11:30:00,ben,Tea,1,3.50
`;
const FEBRUARY = `${HEADER}
B1,2024-02-03 09:15:00,ann,Pot,1,20.00
`;
const STRANGE = 'alpha,beta,gamma,delta\nx1,2024-03-05,Cup,8.00\n';

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** Files held over the page, as a drop from the desktop would bring them. */
const held = (page: Page, name: string, text: string) =>
  page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type: 'text/csv' }));
      return data;
    },
    [name, text] as const,
  );

test.beforeEach(async ({ app }) => {
  await app.open('#/overview?lang=en');
  await app.dropText('january.csv', JANUARY);
});

test('opening files replaces what is open', async ({ app, page }) => {
  await app.dropText('february.csv', FEBRUARY);
  await expect(page.getByRole('banner')).toContainText('february.csv · 1 order line');
  await expect(app.answer).toContainText('took 20.00 in 1 order');
});

test('two monthly exports count together, and the top bar says how many files are open', async ({
  app,
  page,
}) => {
  await page.getByLabel('Add files').setInputFiles(file('february.csv', FEBRUARY));
  await expect(page.getByRole('banner')).toContainText('2 files · 3 order lines');
  await app.ready();
  await expect(app.answer).toContainText('took 30.50 in 3 orders');
  await app.go('#/data');
  await expect(page.getByRole('row', { name: /^january\.csv .* 2 2 0$/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^february\.csv .* 1 1 0$/ })).toBeVisible();
});

test('files of the same name stay apart', async ({ page }) => {
  await page.getByLabel('Add files').setInputFiles(file('january.csv', FEBRUARY));
  await expect(page.getByRole('banner')).toContainText('2 files');
  await expect(page.locator('header .data')).toHaveAttribute('title', 'january.csv\njanuary (2).csv');
});

test('there is nothing to add to before data are open', async ({ app, page }) => {
  await app.open('?fresh#/overview?lang=en');
  await expect(page.getByLabel('Order files')).toBeVisible();
  await expect(page.getByLabel('Add files')).toHaveCount(0);
});

test('files dropped on the one half are added, on the other replace what is open', async ({ app, page }) => {
  const february = await held(page, 'february.csv', FEBRUARY);
  await page.dispatchEvent('main', 'dragover', { dataTransfer: february });
  await expect(page.getByText('Replace what is open')).toBeVisible();
  await page.getByText('Add to what is open').dispatchEvent('dragover', { dataTransfer: february });
  await page.getByText('Add to what is open').dispatchEvent('drop', { dataTransfer: february });
  await expect(page.getByRole('banner')).toContainText('2 files');
  await app.ready();

  await page.dispatchEvent('main', 'dragover', { dataTransfer: february });
  await page.getByText('Replace what is open').dispatchEvent('drop', { dataTransfer: february });
  await expect(page.getByRole('banner')).toContainText('february.csv · 1 order line');
  await expect(page.getByText('Replace what is open')).toBeHidden();
});

test('a file to be confirmed is shown alone and joins what is open', async ({ app, page }) => {
  await page.getByLabel('Add files').setInputFiles(file('strange.csv', STRANGE));
  await expect(page.getByText('will be added to the ones already open')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Order number' })).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Order number' }).selectOption({ label: 'alpha' });
  await page.getByRole('combobox', { name: 'Date and time of the order' }).selectOption({ label: 'beta' });
  await page.getByRole('combobox', { name: 'Line amount, after discounts' }).selectOption({ label: 'delta' });
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await expect(page.getByRole('banner')).toContainText('2 files · 3 order lines');
  await app.go('#/overview');
  await expect(app.answer).toContainText('took 18.50 in 3 orders');
});

test('a file to be confirmed can be left out again', async ({ app, page }) => {
  await page.getByLabel('Add files').setInputFiles(file('strange.csv', STRANGE));
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(page.getByText('will be added to the ones already open')).toBeHidden();
  await expect(page.getByRole('banner')).toContainText('january.csv · 2 order lines');
  await app.go('#/overview');
  await expect(app.answer).toContainText('took 10.50');
});

test('what is open stays when a file to be added cannot be read', async ({ app, page }) => {
  await page
    .getByLabel('Add files')
    .setInputFiles([file('february.csv', FEBRUARY), file('bad.csv', FEBRUARY.replace('Pot', '"Pot'))]);
  await expect(page.getByRole('alert')).toContainText('bad.csv');
  await expect(page.getByRole('banner')).toContainText('january.csv · 2 order lines');
  await app.ready();
  await expect(app.answer).toContainText('took 10.50');
});

test('adding to a hosted file takes it out of the address', async ({ app, page }) => {
  await app.open('?hosted#/overview?data=sample-data/supermarket.csv&lang=en');
  await page.getByLabel('Add files').setInputFiles(file('february.csv', FEBRUARY));
  await expect(page.getByRole('banner')).toContainText('2 files');
  await expect(page).not.toHaveURL(/supermarket/);
});

test.describe('a large file', () => {
  const line = (i: number) => `L${i},2024-03-05 10:00:00,c${i % 5000},茶 ${i % 300},1,3.50`;
  const many = `${HEADER}\n${Array.from({ length: 150_000 }, (_, i) => line(i)).join('\n')}\n`;
  const large = { name: 'many.csv', mimeType: 'text/csv', buffer: Buffer.from(many, 'utf16le') };

  test('says in words how much of what is done', async ({ page }) => {
    await page.evaluate(() => {
      const said = ((window as unknown as { said: string[] }).said = []) as string[];
      new MutationObserver(() => {
        const bar = document.querySelector('main > .progress [role=progressbar]');
        if (bar) said.push(`${bar.ariaLabel}: ${bar.ariaValueText ?? ''}`);
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    await page.getByLabel('Add files').setInputFiles(large);
    await expect(page.getByRole('banner')).toContainText('2 files · 150,002 order lines');
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
    const share = said.find((words) => /^Reading the file: [\d.]+ of [\d.]+ MB · \d+%$/.test(words));
    expect(share, said.join('\n')).toBeDefined();
    for (const stage of ['Recognising', 'Loading', 'Counting'])
      expect(said.some((words) => words.startsWith(stage))).toBe(true);
  });

  for (const stage of ['Reading', 'Recognising', 'Loading', 'Counting'])
    test(`can be cancelled while ${stage.toLowerCase()}, and what is open stays`, async ({ app, page }) => {
      await page.evaluate((stage) => {
        const observer = new MutationObserver(() => {
          if (!document.querySelector(`main > .progress [aria-label^=${stage}]`)) return;
          observer.disconnect();
          document.querySelector<HTMLButtonElement>('main > .progress button')!.click();
          document.body.dataset.cancelled = 'yes';
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      }, stage);
      await page.getByLabel('Add files').setInputFiles(large);
      await page.locator('body[data-cancelled]').waitFor({ timeout: 60_000 });
      await expect(page.getByRole('progressbar')).toBeHidden();
      await app.ready();
      await expect(page.getByRole('alert')).toHaveCount(0);
      await expect(page.getByRole('banner')).toContainText('january.csv · 2 order lines');
      await expect(app.answer).toContainText('took 10.50');
    });
});

test('a file whose encoding shows late is read again, with the columns as they were chosen', async ({
  app,
  page,
}) => {
  const lines = Buffer.from(Array.from({ length: 60_000 }, (_, i) => `L${i},2024-03-05,Cup,3.50\n`).join(''));
  const tea = Buffer.from('b2e8', 'hex');
  const buffer = Buffer.concat([
    Buffer.from('alpha,beta,gamma,delta\n'),
    lines,
    Buffer.concat([Buffer.from('M1,2024-03-05,'), tea, Buffer.from(',3.50\n')]),
    lines.subarray(0, lines.indexOf('L40000,')),
  ]);
  await page.getByLabel('Add files').setInputFiles({ name: 'late.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('combobox', { name: 'Order number' }).selectOption({ label: 'alpha' });
  await page.getByRole('combobox', { name: 'Product name' }).selectOption({ label: 'gamma' });
  await page.getByRole('combobox', { name: 'Line amount, after discounts' }).selectOption({ label: 'delta' });
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await expect(page.getByRole('banner')).toContainText('2 files');
  await app.go(`#/sql?sql=${encodeURIComponent("SELECT product FROM order_line WHERE order_id = 'M1'")}`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('cell', { name: '茶' })).toBeVisible();
});
