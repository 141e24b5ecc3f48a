import { expect, test } from './app.ts';

const SAMPLE = 'data=sample-data/home-goods-zh.csv';

test('names the source that stands out, with the figures of the table', async ({ app, page }) => {
  await app.open(`#/attributes?${SAMPLE}&lang=en&attribute=source`);
  await expect(app.answer).toContainText('By where they came from, “抖音” stands out');
  const [header, ...rows] = (await app.download()).trim().split(/\r?\n/);
  const names = header!.replace(/^\ufeff/, '').split(',');
  const cell = (row: string, name: string) => row.split(',')[names.indexOf(name)]!;
  const douyin = rows.find((row) => cell(row, 'value') === '抖音')!;
  await expect(app.answer).toContainText(`(${cell(douyin, 'customers')} customers)`);
  const customers = rows.reduce((sum, row) => sum + Number(cell(row, 'customers')), 0);
  await app.go(`#/attributes?${SAMPLE}&lang=en&attribute=gender&measure=repurchase`);
  await expect(page.getByText(/of whom this is not known \(gender\)/).first()).toBeVisible();
  const others = (await app.download()).trim().split(/\r?\n/).slice(1);
  expect(others.reduce((sum, row) => sum + Number(row.split(',')[2]), 0)).toBe(customers);
});

test('keeps what is chosen in the address, and opens from it', async ({ app, page }) => {
  await app.open(`#/attributes?${SAMPLE}&lang=en`);
  await page.getByRole('combobox', { name: 'Customers by' }).selectOption('age_band');
  await page.getByRole('combobox', { name: 'Compared by' }).selectOption('repurchase');
  await page.getByRole('combobox', { name: 'And by' }).selectOption('gender');
  await app.ready();
  await expect(page).toHaveURL(/attribute=age_band/);
  await expect(page).toHaveURL(/measure=repurchase/);
  await expect(page.getByRole('heading', { name: 'age and gender' })).toBeVisible();
  const said = await app.answer.textContent();
  await app.open(page.url());
  await expect(app.answer).toHaveText(said!);
  await page.getByRole('combobox', { name: 'Customers by' }).selectOption('gender');
  await expect(page).not.toHaveURL(/second=/);
});

test('says what the data lack', async ({ app, page }) => {
  await app.open('#/attributes?lang=en');
  await app.dropText(
    'shop.csv',
    'order id,date,customer id,product,price\n1,2024-01-05,ann,Tea,3.50\n2,2024-01-07,ben,Tea,3.50\n',
  );
  await app.go('#/attributes?lang=en&measure=profit');
  await expect(app.answer).toContainText('The data have no costs');
  await app.go('#/attributes?lang=en&attribute=gender');
  await expect(app.answer).toContainText('Nothing is known of customers by gender');
  await app.go('#/attributes?lang=en');
  await expect(app.answer).toContainText('too few customers');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a further column of the file becomes an attribute, unless it is dropped on the data page', async ({
  app,
  page,
}) => {
  const rows = Array.from(
    { length: 120 },
    (_, i) =>
      `${i},2024-01-${String(1 + (i % 28)).padStart(2, '0')},c${i % 70},Tea,${i % 2 ? 90 : 10 + (i % 3)},${i % 2 ? 'Gold' : 'Silver'}`,
  );
  await app.open('#/attributes?lang=en');
  await app.dropText(
    'shop.csv',
    ['order id,date,customer id,product,price,Member level', ...rows].join('\n'),
  );
  await app.go('#/attributes?lang=en&attribute=Member+level');
  await expect(app.answer).toContainText('By Member level, “Gold” stands out');
  await app.go('#/data?lang=en');
  await page.getByRole('checkbox', { name: /^Member level/ }).uncheck();
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await app.ready();
  await app.go('#/attributes?lang=en&attribute=Member+level');
  await expect(app.answer).toContainText('Nothing is known of customers by Member level');
});
