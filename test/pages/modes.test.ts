import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const fixture = (path: string) => fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url));
const main = (page: Page) => page.getByRole('main');

/** 300 orders of two products each, one and the same third always together; only the columns asked for. */
function orders(columns: readonly ('customer' | 'items')[]): string {
  const rows = Array.from({ length: 300 }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
    const order = [`A${i}`, day, ...(columns.includes('customer') ? [`c${i % 40}`] : [])];
    if (!columns.includes('items')) return [...order, '12.50'].join(',');
    const goods = i % 3 === 0 ? ['Tea', 'Cup'] : [`Bowl ${i % 11}`, `Tray ${i % 7}`];
    return goods.map((product) => [...order, '6.25', product].join(',')).join('\n');
  });
  const header = ['order id', 'date', ...(columns.includes('customer') ? ['customer id'] : []), 'amount'];
  return [[...header, ...(columns.includes('items') ? ['product'] : [])].join(','), ...rows].join('\n');
}

test('without a customer column products and baskets work, and customer pages say what they need', async ({
  app,
  page,
}) => {
  await app.open('#/overview?lang=en');
  await app.dropText('no-customers.csv', orders(['items']));
  await expect(app.answer).toContainText('took 3,750 in 300 orders. The file does not say who bought.');
  await expect(main(page)).toContainText('A column with the buyer');
  await expect(page.getByText('Per buyer', { exact: true })).toHaveCount(0);
  await expect(page.getByText('New buyers', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('columnheader', { name: 'Returning' })).toHaveCount(0);
  await app.go('#/segments');
  await expect(app.answer).toContainText('A column with the buyer');
  await expect(page.getByRole('link', { name: 'choose it on the data page' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await app.go('#/concentration');
  await expect(app.answer).toContainText('A column with the buyer');
  await page.getByText('products', { exact: true }).click();
  await expect(app.answer).toContainText('The best 20% of the products bring');
  await app.go('#/basket');
  await expect(app.answer).toContainText(/Tea.*Cup|Cup.*Tea/);
});

test('without items customer pages work, and product pages say what they need', async ({ app, page }) => {
  await app.open('#/overview?lang=en');
  await app.dropText('no-items.csv', orders(['customer']));
  await expect(app.answer).toContainText('took 3,750 in 300 orders; 100% of its 40 buyers came back.');
  await expect(page.getByText('Units per order', { exact: true })).toHaveCount(0);
  await expect(page.getByText('Revenue per order', { exact: true })).toBeVisible();
  await app.go('#/segments');
  await expect(app.answer).toContainText('of 40 customers');
  await app.go('#/concentration');
  await expect(app.answer).toContainText('The best 20% of the customers bring');
  await page.getByText('products', { exact: true }).click();
  await expect(app.answer).toContainText('A column with the product');
  await app.go('#/basket');
  await expect(app.answer).toContainText('A product name or number on every line would unlock this page');
  await expect(page.getByRole('slider')).toHaveCount(0);
});

test('a Taobao order list asks for its item list, and adding that unlocks the baskets', async ({
  app,
  page,
}) => {
  await app.open('#/basket?lang=zh-Hans');
  await app.drop(fixture('formats/taobao/ExportOrderList.csv'));
  await expect(main(page)).toContainText('一单里的商品都写在同一格');
  await expect(main(page)).toContainText('ExportOrderDetailList');
  await page.getByLabel('Add files').setInputFiles(fixture('formats/taobao/ExportOrderDetailList.csv'));
  await expect(page.getByRole('banner')).toContainText('2 个文件');
  await app.ready();
  await expect(app.answer).toContainText('有两样以上的东西');
  await expect(main(page)).not.toContainText('ExportOrderDetailList');
});

test('a Taobao item list asks for its order list', async ({ app, page }) => {
  await app.open('#/segments?lang=zh-Hant');
  await app.drop(fixture('formats/taobao/ExportOrderDetailList.csv'));
  await expect(app.answer).toContainText('如果有買家一欄');
  await expect(main(page)).toContainText('訂單報表（ExportOrderList）');
  await app.go('#/overview');
  await expect(main(page)).toContainText('訂單報表（ExportOrderList）');
});

test('an Amazon report without buyers names the one that has them', async ({ app, page }) => {
  await app.open('#/segments?lang=en');
  await app.drop(fixture('formats/amazon-all-orders/allorders.txt'));
  await expect(main(page)).toContainText('its order reports carry buyer-email');
});
