import { expect, test } from './app.ts';

const SAMPLE = 'data=sample-data/home-goods-zh.csv';
const DAY = 86_400_000;

/** A shop as the models think of one: each customer buys at a rate of their own, and may leave after any purchase. */
function steadyShop(customers: number): string {
  let state = 7;
  const draw = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const lines = ['order id,date,customer id,amount'];
  const end = 730;
  for (let customer = 0; customer < customers; customer++) {
    const rate = -Math.log(draw()) / 60;
    const leaving = draw() ** 2;
    const money = 20 + 60 * draw();
    for (let day = draw() * 400; day < end; day += -Math.log(draw()) / rate) {
      const date = new Date(Date.UTC(2023, 0, 1) + Math.floor(day) * DAY).toISOString().slice(0, 10);
      lines.push(`o${lines.length},${date},c${customer},${(money * (0.5 + draw())).toFixed(2)}`);
      if (draw() < leaving) break;
    }
  }
  return lines.join('\n');
}

test('a steady shop gets a forecast, its test and a verdict', async ({ app, page }) => {
  await app.open('#/value?lang=en');
  await app.dropText('steady.csv', steadyShop(900));
  await app.go('#/value?lang=en');
  await expect(app.answer).toHaveText(
    /^In the next 90 days the 900 customers known so far should bring about/,
  );
  await expect(page.locator('[data-trust]')).not.toHaveAttribute('data-trust', 'no');
  await expect(page.locator('[data-test=naive]')).toHaveAttribute('data-verdict', 'passes');
  await expect(page.getByRole('cell', { name: 'Pareto/NBD' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Who is still with you?' })).toBeVisible();

  const errors = (await app.download(0)).trim().split('\n');
  expect(errors).toHaveLength(6);
  expect(errors[0]).toContain('forecast,predicted,actual,total_error,mae,rmse');
  const list = (await app.download(2)).trim().split('\n');
  expect(list).toHaveLength(901);
  expect(list[0]).toContain('p_alive,expected_orders,expected_orders_low,expected_orders_high');

  const quarter = await app.answer.textContent();
  await page.getByText('365 days', { exact: true }).click();
  await app.ready();
  await expect(app.answer).toContainText('In the next 365 days');
  await expect(page).toHaveURL(/horizon=365/);
  await page.getByText('90 days', { exact: true }).first().click();
  await app.ready();
  await expect(app.answer).toHaveText(quarter!);

  await page.getByRole('region', { name: 'What is expected of each segment' }).getByText('Champions').click();
  await app.ready();
  await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible();
  await expect(page).toHaveURL(/segment=champions/);
  await page
    .getByRole('region', { name: 'Champions' })
    .getByRole('cell', { name: /^c\d+$/ })
    .first()
    .click();
  await app.ready();
  await expect(page).toHaveURL(/#\/customers/);

  await app.go(
    '#/sql?sql=SELECT count(*) AS known, sum((p_alive > 0.5)::INTEGER) AS likely FROM customer_value',
  );
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await app.ready();
  await expect(page.getByRole('cell', { name: '900' })).toBeVisible();
});

test('a shop that changed is told not to rely on a forecast, and shown what was observed', async ({
  app,
  page,
}) => {
  await app.open(`#/value?${SAMPLE}&lang=en`);
  await expect(app.answer).toContainText('Here a forecast cannot be trusted');
  await expect(app.answer).toContainText('1,102 customers have brought');
  await expect(page.locator('[data-trust]')).toHaveAttribute('data-trust', 'no');
  await expect(page.locator('[data-test=total]')).toHaveAttribute('data-verdict', 'fails');
  await expect(page.getByText('Revenue at the past rate').first()).toBeVisible();
  await expect(page.getByText('Profit of it')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Who is still with you?' })).toBeHidden();
});

test('the test is cut where the reader wants, and a link shows the same again', async ({ app, page }) => {
  await app.open(
    `#/value?${SAMPLE}&lang=zh-Hans&split=2025-12-01&as_of=2026-06-01&model=pnbd&count_by=order`,
  );
  await expect(page.locator('[data-trust]')).toContainText('2025年12月1日');
  const [answer, verdict] = [
    await app.answer.textContent(),
    await page.locator('[data-trust]').textContent(),
  ];
  await page.reload();
  await app.ready();
  await expect(app.answer).toHaveText(answer!);
  await expect(page.locator('[data-trust]')).toHaveText(verdict!);
});

test('a handful of customers get no model', async ({ app, page }) => {
  const lines = Array.from({ length: 12 }, (_, i) => `o${i},2024-0${1 + (i % 9)}-03,c${i % 8},${10 + i}`);
  await app.open('#/value?lang=en');
  await app.dropText('few.csv', ['order id,order date,customer id,amount', ...lines].join('\n'));
  await app.go('#/value?lang=en');
  await expect(page.locator('[data-test=fit]')).toContainText('too few to learn from');
  await expect(app.answer).toContainText('cannot be trusted');
});
