import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const LESSON = '#/lessons/diaper-beer';
const STEPS = ['hand', 'store', 'parts', 'chance', 'tale', 'exercises'];

/** A shop in which tea and honey go together, and nothing else does; its orders have dates without a time. */
const TEA_SHOP = [
  'order id,date,customer id,product,price',
  ...Array.from({ length: 400 }, (_, i) => {
    const day = `2026-${String(1 + (i % 9)).padStart(2, '0')}-${String(1 + (i % 27)).padStart(2, '0')}`;
    const items = [i % 8 === 0 ? ['Tea', 'Honey'] : [], i % 3 === 0 ? ['Cups'] : [], ['Rice']].flat();
    if (i % 5 === 0) items.push('Spoons');
    return items.map((item) => `${i},${day},c${i % 90},${item},3.00`);
  }).flat(),
].join('\n');

/** Ticks the baskets whose own words hold all of `wanted`, with the keyboard. */
async function tick(page: Page, wanted: readonly string[]): Promise<number> {
  let ticked = 0;
  for (const basket of await page.locator('main li:has(input[type=checkbox])').all()) {
    const items = await basket.locator('.item').allTextContents();
    if (!wanted.every((item) => items.includes(item))) continue;
    await basket.getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    ticked++;
  }
  return ticked;
}

const LANGUAGES = [
  { lang: 'en', left: 'diapers', right: 'beer', check: 'Check', words: ['support', 'confidence', 'lift'] },
  { lang: 'zh-Hans', left: '纸尿裤', right: '啤酒', check: '对答案', words: ['支持度', '置信度', '提升度'] },
  { lang: 'zh-Hant', left: '纸尿裤', right: '啤酒', check: '對答案', words: ['支持度', '信賴度', '提升度'] },
] as const;

for (const { lang, left, right, check, words } of LANGUAGES)
  test(`the lesson begins by itself and is gone through with the keyboard in ${lang}`, async ({
    app,
    page,
  }) => {
    await app.open(`${LESSON}?lang=${lang}`);
    await expect(page.getByRole('banner')).toContainText(
      lang === 'en' ? 'supermarket.csv' : 'supermarket-zh.csv',
    );
    const found = page.locator('main [aria-live] p');
    for (const [index, wanted] of [[left, right], [left], [right]].entries()) {
      expect(await tick(page, wanted)).toBeGreaterThan(0);
      await page.getByRole('button', { name: check }).press('Enter');
      await expect(found.nth(index)).toContainText(words[index]!);
    }
    for (const [index, step] of STEPS.entries()) {
      await expect(page.locator(`main article[data-step=${step}] h2`)).toBeVisible();
      await app.ready();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${step}: ${id} ${nodes[0]!.html}`)).toEqual([]);
      await page.keyboard.press(index % 2 ? 'ArrowRight' : 'PageDown');
      if (index + 1 < STEPS.length) await expect(page.locator('main h2')).toBeFocused();
    }
    await expect(page).toHaveURL(/step=6/);
    await page.keyboard.press('PageUp');
    await expect(page.locator('main article')).toHaveAttribute('data-step', 'tale');
  });

test('a wrong count is told basket by basket', async ({ app, page }) => {
  await app.open(`${LESSON}?lang=en`);
  const boxes = page.locator('main li:has(input[type=checkbox])');
  const both = boxes.filter({ hasText: 'diapers' }).filter({ hasText: 'beer' });
  const neither = boxes.filter({ hasNotText: 'diapers' }).first();
  await neither.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('Not yet.')).toBeVisible();
  await expect(neither).toContainText('does not have both');
  await expect(both.first()).toContainText('has both, but is not ticked');
  await expect(page.getByText('That is the support')).toHaveCount(0);
});

test('the figures of the store and its hours are those of the sample', async ({ app, page }) => {
  await app.open(`${LESSON}?lang=en&step=2`);
  await expect(app.answer).toContainText(
    'In all 6,500 baskets: of those with diapers, 32.3% also hold beer, 2.15 times',
  );
  const remain = page.getByText('rules remain.');
  const before = await remain.textContent();
  await page.getByRole('slider', { name: 'Confidence, at least' }).fill('40');
  await expect(remain).not.toHaveText(before!);
  await expect(page.getByText('diapers → beer is no longer among them.')).toBeVisible();
  await expect(page).toHaveURL(/confidence=0\.4/);
  await app.go(`${LESSON}?lang=en&step=3&data=sample-data/supermarket.csv`);
  await expect(app.answer).toContainText('a lift of 2.15. Neither part is that high: 1.93 and 0.5.');
  await page.getByText('weekend', { exact: true }).click();
  await expect(page.getByText('Monday to Friday', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/cut=week/);
});

test('chance alone makes rules, other ones with each shuffle, and none is believable', async ({
  app,
  page,
}) => {
  await app.open(`${LESSON}?lang=en&step=4`);
  const shuffled = page.locator('main section').filter({ hasText: 'The baskets shuffled' });
  const figures = () => shuffled.locator('dd:not(.bar)').allTextContents();
  const first = await figures();
  expect(Number(first[0])).toBeGreaterThan(50);
  expect(first[2]).toBe('0');
  const asTheyAre = page.locator('main section').filter({ hasText: 'The baskets as they are' });
  const [shown, standing, believable] = (await asTheyAre.locator('dd:not(.bar)').allTextContents()).map(
    Number,
  );
  expect(standing).toBeLessThan(shown!);
  expect(believable).toBeLessThan(standing!);
  const example = await page.getByText('Chance alone made this one').textContent();
  await page.getByRole('button', { name: 'Shuffle again' }).click();
  await expect(page.getByText('Shuffle number 2')).toBeVisible();
  await app.ready();
  await expect(page.getByText('Chance alone made this one')).not.toHaveText(example!);
  await expect(page.getByText('diapers → beer is believable.')).toBeVisible();
});

test('an exercise is checked and explained', async ({ app, page }) => {
  await app.open(`${LESSON}?lang=en&step=6`);
  const first = page.locator('main li').filter({ hasText: 'Work out the lift' });
  const question = (await first.locator('.question').textContent())!;
  const [n, a, c, s] = question.replaceAll(',', '').match(/\d+/g)!.map(Number) as [
    number,
    number,
    number,
    number,
  ];
  await first.getByRole('textbox').fill('99');
  await page.keyboard.press('Enter');
  await expect(first).toContainText('Not quite.');
  await first.getByRole('textbox').fill(((s * n) / (a * c)).toFixed(2));
  await first.getByRole('button', { name: 'Check' }).click();
  await expect(first).toContainText('Right. Lift = (both × all)');
  const turn = page.locator('main li').filter({ hasText: 'The rule turned round' });
  await turn.getByRole('radio', { name: 'The lift' }).check();
  await turn.getByRole('button', { name: 'Check' }).click();
  await expect(turn).toContainText('Not quite. Only the confidence');
});

test('another file brings its own pair, and the teacher may choose one', async ({ app, page }) => {
  await app.open(`${LESSON}?lang=en`);
  await app.dropText('tea.csv', TEA_SHOP);
  await expect(app.answer).toContainText(/Tea and Honey|Honey and Tea/);
  await expect(page.getByText('The believable pair that goes furthest beyond chance')).toBeVisible();
  await page.getByLabel('then also').selectOption('Rice');
  await app.ready();
  await expect(app.answer).toContainText('and Rice go together');
  await expect(page.getByText('You chose this pair.')).toBeVisible();
  await expect(page).toHaveURL(/right=Rice/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '3 Hour by hour' }).click();
  await app.ready();
  await expect(page.getByText('no time of day')).toBeVisible();
  await expect(page.getByText('Saturday and Sunday')).toBeVisible();
});

test('the full screen hides the menu, enlarges the type and ends with Escape, also where the browser refuses it', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.addInitScript(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new Error('refused'));
  });
  await app.open(`${LESSON}?lang=en&step=2`);
  const size = () =>
    page.locator('main .answer').evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
  const before = await size();
  await page.getByRole('button', { name: 'Full screen' }).click();
  expect(await size()).toBeGreaterThan(before);
  const covered = await page.evaluate(() => document.elementFromPoint(40, 200)?.closest('article') !== null);
  expect(covered).toBe(true);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('PageDown');
  await expect(page.locator('main article')).toHaveAttribute('data-step', 'parts');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Full screen' })).toBeVisible();
  expect(await size()).toBe(before);
});

test('the lessons are listed, and the list needs no data', async ({ app, page }) => {
  await app.open('#/lessons?lang=en');
  await page.getByRole('link', { name: 'Diapers and beer' }).click();
  await app.ready();
  await expect(app.answer).toContainText('How often do diapers and beer go together?');
  await app.go('#/lessons/no-such?lang=en');
  await expect(page.getByText('There is no such page.')).toBeVisible();
});

test('no step is wider than a phone', async ({ app, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await app.open(`${LESSON}?lang=en`);
  for (const step of STEPS) {
    await app.ready();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, step).toBeLessThanOrEqual(0);
    await page.keyboard.press('PageDown');
  }
});
