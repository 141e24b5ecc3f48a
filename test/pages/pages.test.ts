import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app.ts';

const PAGES = [
  'overview',
  'segments',
  'lifecycle',
  'moves',
  'quality',
  'types',
  'attributes',
  'validity',
  'customers',
  'retention',
  'value',
  'concentration',
  'basket',
  'bundles',
  'care',
  'data',
  'sql',
];
/** Every language, and each of the two schemes with letters and with characters. */
const LOOKS = [
  ['en', 'light'],
  ['en', 'dark'],
  ['zh-Hans', 'dark'],
  ['zh-Hant', 'light'],
] as const;
const SAMPLE = 'data=sample-data/home-goods-zh.csv';

for (const [language, scheme] of LOOKS) {
  test(`axe finds nothing on any page in ${language}, ${scheme}`, async ({ app, page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: scheme });
    await app.open(`#/?lang=${language}`);
    const findings: string[] = [];
    const check = async (name: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, nodes } of violations)
        findings.push(`${name}: ${id} ${nodes.map(({ html }) => html).join(' ')}`);
    };
    await check('welcome');
    await app.go(`#/overview?${SAMPLE}&lang=${language}`);
    for (const name of PAGES) {
      await app.go(`#/${name}?${SAMPLE}&lang=${language}`);
      await check(name);
    }
    expect(findings).toEqual([]);
  });
}

for (const width of [360, 1280]) {
  test(`no page is wider than a window of ${width} px`, async ({ app, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await app.open(`#/overview?${SAMPLE}`);
    for (const name of PAGES) {
      await app.go(`#/${name}?${SAMPLE}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, name).toBeLessThanOrEqual(0);
    }
  });
}

test('the language changes without loading anything again', async ({ app, page }) => {
  await app.open(`#/overview?${SAMPLE}`);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  const english = await app.answer.textContent();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('zh-Hans');
  await expect(app.answer).toContainText('回头客');
  await page.getByRole('combobox', { name: '语言' }).selectOption('zh-Hant');
  await expect(app.answer).toContainText('回頭客');
  await page.getByRole('combobox', { name: '語言' }).selectOption('en');
  await expect(app.answer).toHaveText(english!);
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a link opens the same view in a new window', async ({ app, page, context }) => {
  await app.open(`#/concentration?${SAMPLE}`);
  await page.getByText('products', { exact: true }).click();
  await app.ready();
  const answer = await app.answer.textContent();
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.locator('main .answer')).toHaveText(answer!);
  await expect(page).toHaveURL(/who=products/);
});

test('a sample shop is one click away', async ({ app, page }) => {
  await app.open();
  await page.getByRole('link', { name: 'A home-goods web shop' }).click();
  await expect(app.answer).toContainText('came back');
});

test('each chart can be read with the keyboard', async ({ app, page }) => {
  await app.open(`#/overview?${SAMPLE}`);
  const chart = page.getByRole('application').first();
  await chart.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('figcaption .now').first()).not.toBeEmpty();
});

test('the page says that it is working until its answer is there', async ({ app, page }) => {
  await app.open(`#/overview?${SAMPLE}`);
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const ready = document.documentElement.hasAttribute('data-ready');
      const bar = document.querySelector('[role=progressbar]') !== null;
      seen.add(`${ready ? 'ready' : 'not ready'}, ${bar ? 'working' : 'not working'}`);
    }).observe(document.documentElement, { attributes: true, childList: true, subtree: true });
  });
  await app.go(`#/segments?${SAMPLE}`);
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  expect(seen).toContain('not ready, working');
  expect(seen).not.toContain('ready, working');
});
