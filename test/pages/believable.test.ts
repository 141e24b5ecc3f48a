import { AxeBuilder } from '@axe-core/playwright';
import { type App, expect, test } from './app.ts';

/**
 * 1,200 orders over a year of three things at random out of forty; tea and a cup in one of ten more. Until September a bowl and a
 * tray come together, afterwards each alone. Customer 7 buys a lamp, and bulbs in the order after it.
 */
function orders(dates = true): string {
  let state = 12345;
  const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  const rows = Array.from({ length: 1200 }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1) + Math.floor((i * 365) / 1200) * 864e5)
      .toISOString()
      .slice(0, 10);
    const goods = new Set(Array.from({ length: 3 }, () => `Thing ${Math.floor(40 * random())}`));
    if (i % 10 === 0) goods.add('Tea').add('Cup');
    if (i % 13 === 0) goods.add('Bowl');
    if (i < 800 ? i % 13 === 0 : i % 13 === 5) goods.add('Tray');
    const customer = i % 60;
    const turn = Math.floor(i / 60);
    if (customer % 5 === 2) goods.add(turn % 2 ? 'Bulb' : 'Lamp');
    return [...goods].map((product) =>
      [`A${i}`, dates ? day : '', `c${customer}`, '5.00', product].join(','),
    );
  });
  return [['order id', 'date', 'customer id', 'amount', 'product'].join(','), ...rows.flat()].join('\n');
}

async function open(app: App, address: string, dates = true): Promise<void> {
  await app.open('#/overview?lang=en');
  await app.dropText('orders.csv', orders(dates));
  await app.go(address);
}

const rule = (...items: string[]) => encodeURIComponent(JSON.stringify(items));

test('the answer counts the rules searched and those that can be believed, and says why', async ({
  app,
  page,
}) => {
  await open(app, `#/basket?support=0.005&confidence=0.1&rule=${rule('Tea', 'Cup')}`);
  await expect(app.answer).toContainText(/[\d,]+ rules were searched; \d+ of them can be believed\./);
  const main = page.getByRole('main');
  await expect(main).toContainText('This rule can be believed.');
  await expect(main).toContainText('More often than chance: Fisher’s exact p is');
  await expect(main).toContainText(/It holds later on: \d+ orders of the later part/);
  await page.getByText('All measures of this rule, worked out').click();
  await expect(page.getByRole('row', { name: 'Jaccard' })).toContainText('s ÷ (a + c − s)');
  await expect(page.getByRole('row', { name: 'Jaccard' })).toContainText(
    /^Jaccard.*120 ÷ \(120 \+ 120 − 120\).*1$/,
  );
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('a rule that only the earlier orders show is not believed while it is tried on later ones', async ({
  app,
  page,
}) => {
  const address = `#/basket?support=0.005&confidence=0.1&rule=${rule('Bowl', 'Tray')}`;
  await open(app, address);
  const main = page.getByRole('main');
  await expect(main).toContainText('This rule cannot be believed:');
  await expect(main).toContainText('It does not hold later on: 0 orders of the later part');
  await page.getByRole('combobox', { name: 'Try rules on' }).selectOption({ label: 'nothing later' });
  await app.ready();
  await expect(page).toHaveURL(/holdout=0/);
  await expect(main).toContainText('This rule can be believed.');
  await expect(main).toContainText('that test is switched off');
});

test('only believable rules are shown when asked, in the table, its download and a link', async ({
  app,
  page,
}) => {
  await open(app, '#/basket?support=0.005&confidence=0.1');
  await page.getByText('believable only', { exact: true }).click();
  await app.ready();
  await expect(page).toHaveURL(/believable=only/);
  const [head, ...rows] = (await app.download()).trim().split('\n');
  const columns = head!.trim().split(',');
  expect(columns).toEqual(expect.arrayContaining(['p', 'p_holm', 'q', 'productive', 'believable', 'holds']));
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.join('\n')).toContain('Cup');
  expect(rows.join('\n')).not.toContain('Bowl');
});

test('an item has what is bought in the order after and before it', async ({ app, page }) => {
  await open(app, '#/basket?support=0.005&confidence=0.1&with=Lamp');
  const main = page.getByRole('main');
  await expect(main).toContainText('Next to “Lamp”, one order on or back');
  await expect(main).toContainText('“Bulb” is in 100% of these');
  await page.getByText('the order before', { exact: true }).click();
  await app.ready();
  await expect(page).toHaveURL(/direction=before/);
  await expect(main).toContainText('“Bulb” is in 100% of these');
});

test('pairs stand in a field of colours, and its fields choose rules', async ({ app, page }) => {
  await open(app, '#/basket?support=0.005&confidence=0.1');
  await expect(page.getByRole('heading', { name: 'Every item with every other' })).toBeVisible();
  await page.getByRole('group', { name: 'Colour by' }).getByText('Confidence').click();
  await app.ready();
  await expect(page).toHaveURL(/matrix=confidence/);
  await page
    .getByRole('radio', { name: 'Confidence' })
    .locator('xpath=ancestor::fieldset/..')
    .locator('.mark-rect path')
    .first()
    .click();
  await app.ready();
  await expect(page).toHaveURL(/rule=/);
  await expect(page.getByRole('heading', { name: 'The chosen rule' })).toBeVisible();
});

test('products and categories are searched together, a product never with its own', async ({ app, page }) => {
  await app.open('#/basket?data=sample-data/home-goods-zh.csv&lang=en');
  await page.getByRole('combobox', { name: 'An item is' }).selectOption({ label: 'a product or a category' });
  await app.ready();
  await expect(page).toHaveURL(/item=levels/);
  const main = page.getByRole('main');
  await expect(main).toContainText('Categories stand in [brackets].');
  await expect(page.getByRole('heading', { name: /^Groups of items/ })).toBeVisible();
  const rows = (await app.download(0)).trim().split(/\r?\n/).slice(1);
  const categories = new Map([
    ['抱枕芯 45cm', '家纺布艺'],
    ['手作粗陶茶壶 300ml', '餐具茶具'],
  ]);
  expect(rows.some((row) => row.includes('[厨房用品]'))).toBe(true);
  for (const row of rows)
    for (const [product, category] of categories)
      expect(row.includes(product) && row.includes(`[${category}]`), row).toBe(false);
  await page.locator('main ul button').filter({ hasText: '抱枕芯 45cm' }).click();
  await app.ready();
  await expect(page.getByRole('combobox', { name: 'What goes with' })).toHaveValue('抱枕芯 45cm');
});

test('a column of the file can be the item of a basket', async ({ app, page }) => {
  await app.open('#/overview?lang=en');
  const rows = Array.from({ length: 240 }, (_, i) =>
    [0, 1, 2].map((line) => {
      const brand = ['North', 'South', 'West', 'East', 'Moon'][
        (i * (line + 1) + (line === 2 ? i % 7 : 0)) % 5
      ]!;
      return `A${i},2024-03-${String(1 + (i % 28)).padStart(2, '0')},c${i % 40},Thing ${(i * 7 + line) % 31},5.00,${brand}`;
    }),
  ).flat();
  await app.dropText('orders.csv', ['order id,date,customer id,product,amount,Brand', ...rows].join('\n'));
  await app.go('#/basket?lang=en&item=Brand');
  await expect(page.getByRole('combobox', { name: 'An item is' })).toHaveValue('Brand');
  await expect(page.getByRole('main')).toContainText('North');
  await app.go('#/basket?lang=en&item=Nothing');
  await expect(page.getByRole('main')).toContainText('No line has a value for “Nothing”.');
});
