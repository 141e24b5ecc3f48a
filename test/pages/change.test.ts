import { expect, test } from './app.ts';

const SAMPLE = 'data=sample-data/home-goods-zh.csv';
const money = (text: string) => Number(text.replace(/[^\d.-]/g, ''));

test('the change is explained by parts that add up to it, by factor and by kind of buyer', async ({
  app,
  page,
}) => {
  await app.open(`#/overview?${SAMPLE}&lang=en&compare=before`);
  const main = page.getByRole('main');
  const answer = main.getByText(/^Revenue fell by/);
  const [, by, , before, after] = /fell by ¥([\d,]+) \((.*?)\), from ¥([\d,]+) to ¥([\d,]+):/.exec(
    (await answer.textContent())!,
  )!;
  expect(money(before!) - money(after!)).toBe(money(by!));
  for (const title of ['Because of what', 'Because of whom']) {
    const cells = page.getByRole('region', { name: title, exact: true }).locator('tbody td:last-child');
    const parts = (await cells.allTextContents()).map(money);
    expect(parts.length).toBeGreaterThan(4);
    expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) + money(by!))).toBeLessThan(1.1);
  }
});

test('profit, other dates and those who came are one choice away, and in the address', async ({
  app,
  page,
}) => {
  await app.open(`#/overview?${SAMPLE}&lang=en&compare=before`);
  const main = page.getByRole('main');
  await page.getByText('profit', { exact: true }).click();
  await app.ready();
  await expect(main.getByText(/^Profit (fell|rose) by/)).toContainText('cost per order');
  await page.getByText('a year earlier', { exact: true }).click();
  await app.ready();
  await expect(main).toContainText(
    'The last 90 days (Jul 3, 2026 – Sep 30, 2026) against Jul 3, 2025 – Sep 30, 2025.',
  );
  await expect(page).toHaveURL(/measure=profit/);
  await expect(page).toHaveURL(/compare=year/);
  await page.getByText('Won back', { exact: true }).last().click();
  await app.ready();
  await expect(page).toHaveURL(/who=won_back/);
  await page.getByRole('region', { name: 'Customers: Won back' }).getByRole('row').nth(1).click();
  await expect(page).toHaveURL(/#\/customers\?.*customer=\d+/);
});

test('more of each lever brings more, and how is written out', async ({ app, page }) => {
  await app.open(`#/overview?${SAMPLE}&lang=en`);
  const main = page.getByRole('main');
  const definition = main.getByRole('definition').filter({ hasText: /new buyers × 1% ×/ });
  const [, buyers, each, gain] = /^([\d,]+) new buyers × 1% × (\S+) = (\S+) /.exec(
    (await definition.textContent())!,
  )!;
  expect(Math.abs((money(buyers!) * money(each!)) / 100 - money(gain!))).toBeLessThan(
    0.02 + money(buyers!) * 1e-4,
  );
  await page.getByRole('slider', { name: 'More of each' }).fill('5');
  await app.ready();
  await expect(page).toHaveURL(/percent=5/);
  await expect(page.getByRole('heading', { name: 'What 5% more would bring' })).toBeVisible();
  const [, five] = /^[\d,]+ new buyers × 5% × \S+ = (\S+) /.exec(
    (await main
      .getByRole('definition')
      .filter({ hasText: /new buyers × 5% ×/ })
      .textContent())!,
  )!;
  expect(money(five!) / money(gain!)).toBeCloseTo(5, 2);
});

test('a shop too young to compare is told so, and one without customers has its orders explained', async ({
  app,
  page,
}) => {
  const main = page.getByRole('main');
  await app.open(`#/overview?${SAMPLE}&lang=en&as_of=2024-12-01`);
  await expect(main).toContainText('The data do not go back to Jun 4, 2024');
  const lines = Array.from({ length: 70 }, (_, i) => {
    const at = new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
    return `o${i},${at},Tea,1,${i < 40 ? 10 : 12}`;
  });
  await app.dropText('orders.csv', ['order id,date,product,quantity,amount', ...lines].join('\n'));
  await app.go('#/overview?lang=en&days=30');
  await expect(main.getByText(/^Revenue rose by/)).toContainText(
    'Revenue rose by 60.00 (+20%), from 300.00 to 360.00: orders without a customer worth more each, 10.00 → 12.00 (+',
  );
  await expect(page.getByRole('heading', { name: 'Because of whom' })).toHaveCount(0);
});
