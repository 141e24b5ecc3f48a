import { expect, test } from './app.ts';

const SAMPLE = 'data=sample-data/home-goods-zh.csv';

test('the overview tells the tale of the sample shop, the most money first', async ({ app, page }) => {
  await app.open(`#/overview?${SAMPLE}&lang=en`);
  const findings = page.locator('main ol > li');
  await expect(findings).toHaveCount(5);
  for (const [i, said] of [
    'New customers bring little: ¥26.23 of profit each in their first 60 days (304 customers), ¥118.25 before (81)',
    'Revenue rose by ¥7,023 (+14.4%), yet profit fell by ¥5,412',
    'Good customers leave quietly: 25 of the 46 best regulars',
    '“抖音” brings one-time buyers: 23 of its 277 new customers (8%)',
    '“自动感应垃圾桶 12L” comes back more often: refunded in 21 of 61 orders',
  ].entries())
    await expect(findings.nth(i)).toContainText(said);
  await expect(page.getByText('against the same days a year earlier')).toBeVisible();
});

test('evidence opens with its picture, its test and its table, and names open a customer', async ({
  app,
  page,
}) => {
  await app.open(`#/overview?${SAMPLE}&lang=en`);
  const quiet = page.locator('main ol > li').filter({ hasText: 'Good customers leave quietly' });
  await quiet.getByText('The evidence').click();
  await app.ready();
  await expect(quiet).toContainText('Fisher’s exact test, p = ');
  await expect(quiet.getByRole('application')).toHaveAttribute('aria-label', /Fallen silent/);
  const rows = quiet
    .getByRole('table', { name: 'The best regulars who have fallen silent' })
    .locator('tbody tr');
  await expect(rows).toHaveCount(10);
  await rows.first().click();
  await expect(page).toHaveURL(/#\/customers/);
});

test('a finding leads to the page that shows it, and to the lines it counts', async ({ app, page }) => {
  await app.open(`#/overview?${SAMPLE}&lang=en`);
  const link = (name: string) => page.locator('main ol').getByRole('link', { name });
  await expect(link('Buying again by source')).toHaveAttribute(
    'href',
    /#\/attributes\?.*attribute=source&measure=repurchase/,
  );
  await link('The refunded lines').click();
  await app.ready();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await app.ready();
  await expect(page.locator('main')).toContainText('自动感应垃圾桶 12L');
});

test('the comparison is chosen, stays in the address and changes what stands out', async ({ app, page }) => {
  await app.open(`#/overview?${SAMPLE}&lang=en`);
  await page
    .getByRole('group', { name: 'Compared with' })
    .first()
    .getByText('the days before', { exact: true })
    .click();
  await app.ready();
  await expect(page).toHaveURL(/compare=before/);
  await expect(page.locator('main ol > li')).toHaveCount(3);
  await expect(page.getByText('Looked at too, with nothing beyond chance: revenue and profit')).toBeVisible();
});

test('the tale is told from April on, with its statements to run', async ({ app, page }) => {
  await app.open(`#/overview?${SAMPLE}&lang=zh-Hans&days=180`);
  await expect(page.locator('main ol > li').filter({ hasText: '毛利反而少了' })).toContainText(
    '销售额多了 ¥27,319',
  );
  await expect(page.locator('main ol')).toContainText('纠纷多了');
  await page.getByText('查看 SQL', { exact: true }).click();
  await expect(page.getByText(/FROM finding_profit\(days := 180, compare := 'year'\)/)).toBeVisible();
});

test('what is missing is named, and a shop with too little to tell is left alone', async ({ app, page }) => {
  await app.open('#/overview?lang=en');
  const orders = Array.from(
    { length: 40 },
    (_, i) => `o${i},2024-0${1 + (i % 6)}-1${i % 10},c${i % 12},${20 + i}`,
  );
  await app.dropText('small.csv', ['order id,date,customer id,amount', ...orders].join('\n'));
  await app.go('#/overview?lang=en');
  await expect(page.getByText('Nothing stands out')).toBeVisible();
  await expect(page.getByText('Too little data yet to tell')).toContainText('good customers falling silent');
  await expect(page.getByText('With a column of costs')).toBeVisible();
});
