import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { utils, write } from '@e965/xlsx';
import { expect, test } from './app.ts';

const ORDERS = `order id,date,customer id,product,quantity,price
A1,2024-01-05 10:00:00,ann,Tea,2,3.50
A1,2024-01-05 10:00:00,ann,Cup,1,8.00
A2,2024-02-07 11:30:00,ben,Tea,1,3.50
A3,2024-03-09 09:15:00,ann,Pot,1,20.00
`;
const REVENUE = '38.50';

test.beforeEach(({ app }) => app.open('#/data?lang=en'));

test('a recognised file loads by itself and every row is accounted for', async ({ app }) => {
  await app.dropText('orders.csv', ORDERS);
  await expect(app.answer).toHaveText('4 lines came in: 4 count, 0 were left out.');
  await app.go('#/overview');
  await expect(app.answer).toContainText(`took ${REVENUE} in 3 orders`);
});

for (const [name, file] of [
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${ORDERS}`)],
  ['UTF-16', Buffer.from(`\ufeff${ORDERS}`, 'utf16le')],
  ['tabs', Buffer.from(ORDERS.replaceAll(',', '\t'))],
  ['semicolons', Buffer.from(ORDERS.replaceAll(',', ';'))],
  ['gzip', gzipSync(ORDERS)],
] as const) {
  test(`reads ${name}`, async ({ app }) => {
    await app.drop({ name: 'orders.csv', mimeType: 'text/csv', buffer: file });
    await expect(app.answer).toContainText('4 count');
    await app.go('#/overview');
    await expect(app.answer).toContainText(REVENUE);
  });
}

for (const [name, bookType] of [
  ['a workbook', 'xlsx'],
  ['an old workbook', 'biff8'],
  ['a web page that calls itself .xls', 'html'],
] as const) {
  test(`reads ${name}`, async ({ app }) => {
    const rows = ORDERS.trim()
      .split('\n')
      .map((line) => line.split(',').map((cell) => (/^[\d.]+$/.test(cell) ? Number(cell) : cell)));
    const book = utils.book_new(utils.aoa_to_sheet(rows), 'orders');
    const buffer = Buffer.from(write(book, { type: 'buffer', bookType }));
    await app.drop({ name: 'orders.xls', mimeType: 'application/vnd.ms-excel', buffer });
    await expect(app.answer).toContainText('4 count');
    await app.go('#/overview');
    await expect(app.answer).toContainText(REVENUE);
  });
}

test('reads Parquet', async ({ app }) => {
  const native = await (await DuckDBInstance.create(':memory:')).connect();
  const folder = await mkdtemp(join(tmpdir(), 'regulars-'));
  await writeFile(join(folder, 'orders.csv'), ORDERS);
  const path = join(folder, 'orders.parquet');
  await native.run(`COPY (FROM '${join(folder, 'orders.csv')}') TO '${path}' (FORMAT parquet)`);
  await app.drop(path);
  await expect(app.answer).toContainText('4 count');
  await app.go('#/overview');
  await expect(app.answer).toContainText(REVENUE);
});

test('reads a Chinese list in GB18030', async ({ app }) => {
  // 订单编号,下单时间,买家昵称,商品名称,数量,单价 / 茶壶 / 茶杯
  const hex =
    'b6a9b5a5b1e0bac52ccfc2b5a5cab1bce42cc2f2bcd2eac7b3c62cc9ccc6b7c3fbb3c62ccafdc1bf2cb5a5bcdb0a' +
    Buffer.from('1,2024-01-05 10:00:00,').toString('hex') +
    'd0a1b7bc2cb2e8baf82c312c32300a' +
    Buffer.from('2,2024-01-06 10:00:00,').toString('hex') +
    'd0a1b7bc2cb2e8b1ad2c322c380a';
  await app.drop({ name: '订单.csv', mimeType: 'text/csv', buffer: Buffer.from(hex, 'hex') });
  await expect(app.answer).toContainText('2 count');
  await app.go('#/concentration?who=products');
  await app.go('#/sql?sql=SELECT product FROM products ORDER BY product');
  await app.page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(app.page.getByRole('cell', { name: '茶壶' })).toBeVisible();
});

test('a file that is not recognised shows its columns, with examples, and loads as corrected', async ({
  app,
  page,
}) => {
  await app.dropText(
    'strange.csv',
    'alpha,beta,gamma,delta\nx1,2024-01-05,Tea,3.50\nx2,2024-01-06,Cup,8.00\n',
  );
  await expect(page.getByRole('heading', { name: 'Check the columns' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Order number' }).selectOption({ label: 'alpha' });
  await page.getByRole('combobox', { name: 'Date and time of the order' }).selectOption({ label: 'beta' });
  await page.getByRole('combobox', { name: 'Product name' }).selectOption({ label: 'gamma' });
  await page.getByRole('combobox', { name: 'Line amount, after discounts' }).selectOption({ label: 'delta' });
  await expect(page.getByText('Tea · Cup')).toBeVisible();
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await expect(app.answer).toHaveText('2 lines came in: 2 count, 0 were left out.');
});

test('the mapping can be corrected after loading', async ({ app, page }) => {
  await app.dropText('orders.csv', ORDERS);
  await page.getByRole('combobox', { name: 'Unit price' }).selectOption({ label: 'quantity' });
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await app.ready();
  await app.go('#/overview');
  await expect(app.answer).toContainText('took 7.00');
});

test('what is left out is listed with row and reason, and can be downloaded', async ({ app, page }) => {
  await app.dropText(
    'orders.csv',
    `${ORDERS}A4,2024-04-01 08:00:00,cat,Tea,-1,3.50\nA5,yesterday,cat,Tea,1,3.50\nA6,2024-04-02 08:00:00,cat,Tea,1,3.50,7,8\n`,
  );
  await expect(app.answer).toHaveText('7 lines came in: 4 count, 3 were left out.');
  await expect(page.getByRole('row', { name: /orders\.csv 7 The date cannot be read/ })).toBeVisible();
  const csv = await app.download();
  expect(csv.split('\n').slice(0, 1)[0]).toBe('\ufefffile,row,reason,column,value,order_id,amount');
  expect(csv).toContain('orders.csv,6,cancelled,quantity');
  expect(csv).toContain('orders.csv,7,unreadable_date,date,yesterday');
  expect(csv).toContain('orders.csv,8,too_many_cells');
});

test.describe('bad input ends in a sentence and nothing already loaded is lost', () => {
  test.beforeEach(({ app }) => app.dropText('orders.csv', ORDERS));

  for (const [name, content, words] of [
    ['an empty file', Buffer.alloc(0), /is empty/],
    [
      'a header only',
      Buffer.from('order id,date,customer id,product,quantity,price\n'),
      /column names but no rows/,
    ],
    ['binary junk', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)), /not a table/],
    [
      '10,000 columns',
      Buffer.from(`${Array.from({ length: 1e4 }, (_, i) => `c${i}`).join(',')}\n${'1,'.repeat(9999)}1\n`),
      /10,?000 columns/,
    ],
    ['a quote never closed', Buffer.from(ORDERS.replace('Tea,2', '"Tea,2')), /quotation mark/],
    [
      'a damaged workbook',
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200, 7)]),
      /damaged|not a table/,
    ],
    [
      'a damaged Parquet file',
      Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(64, 1), Buffer.from('PAR1')]),
      /damaged/,
    ],
  ] as const) {
    test(name, async ({ app, page }) => {
      await app.drop({ name: 'bad.csv', mimeType: 'text/csv', buffer: content });
      await expect(page.getByRole('alert')).toContainText('bad.csv');
      await expect(page.getByRole('alert')).toContainText(words);
      await expect(page.getByRole('banner')).toContainText('orders.csv');
      await app.go('#/overview');
      await expect(app.answer).toContainText(REVENUE);
    });
  }

  test('a hosted file that is not there', async ({ app, page }) => {
    await app.go('#/overview?data=nowhere/orders.csv');
    await expect(page.getByRole('alert')).toContainText('could not be fetched');
    await expect(app.answer).toContainText(REVENUE);
  });
});

test('a table can be pasted', async ({ app, page }) => {
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    },
    ORDERS.replaceAll(',', '\t'),
  );
  await expect(app.answer).toContainText('4 count');
});

test('a file can be dropped anywhere on the page', async ({ app, page }) => {
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'orders.csv', { type: 'text/csv' }));
    return data;
  }, ORDERS);
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop the order file here')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  await expect(app.answer).toContainText('4 count');
});

test('a long load can be cancelled and what was open stays', async ({ app, page }) => {
  await app.dropText('orders.csv', ORDERS);
  const line = (i: number) => `B${i},2024-01-05 10:00:00,c${i % 5000},Product ${i % 300},1,3.50`;
  const many = [ORDERS.split('\n')[0], ...Array.from({ length: 600_000 }, (_, i) => line(i))].join('\n');
  await page
    .getByLabel('Order files')
    .setInputFiles({ name: 'many.csv', mimeType: 'text/csv', buffer: Buffer.from(many) });
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('progressbar')).toBeHidden();
  await app.ready();
  await expect(page.getByRole('banner')).toContainText('orders.csv');
  await app.go('#/overview');
  await expect(app.answer).toContainText(REVENUE);
});

test('a file to be confirmed stands in front of a hosted one, and replaces it in the address', async ({
  app,
  page,
}) => {
  await app.open('#/overview?data=sample-data/supermarket.csv&lang=en');
  await app.dropText('strange.csv', 'alpha,beta,gamma,delta\nx1,2024-01-05,Tea,3.50\n');
  await expect(page.getByRole('heading', { name: 'Check the columns' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Order number' }).selectOption({ label: 'alpha' });
  await page.getByRole('combobox', { name: 'Line amount, after discounts' }).selectOption({ label: 'delta' });
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await expect(page.getByRole('banner')).toContainText('strange.csv');
  await expect(page).not.toHaveURL(/supermarket/);
});
