import { expect, test } from './app.ts';

const SAMPLE = 'data=sample-data/home-goods-zh.csv';

test.describe('the SQL page', () => {
  test.beforeEach(async ({ app }) => {
    await app.open(`#/overview?${SAMPLE}`);
    await app.go(`#/sql?${SAMPLE}`);
  });

  test('knows every macro and runs each of them', async ({ app, page }) => {
    test.slow();
    const macros = await page.getByRole('link', { name: /^Put .* into the editor$/ }).allTextContents();
    expect(macros).toEqual(
      expect.arrayContaining(['order_line', 'left_out', 'overview', 'rfm', 'segments', 'pareto']),
    );
    for (const name of macros) {
      await page.getByRole('link', { name: `Put ${name} into the editor`, exact: true }).click();
      await page.getByRole('button', { name: 'Run' }).click();
      await app.ready();
      await expect(page.getByRole('status'), name).toContainText('rows in');
    }
  });

  test('marks the place of a mistake', async ({ page }) => {
    const box = page.getByRole('textbox', { name: 'SQL' });
    await box.fill('SELECT order_id,\n  no_such\nFROM orders');
    await box.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText('Line 2, column 3');
    expect(
      await box.evaluate((area: HTMLTextAreaElement) =>
        area.value.slice(area.selectionStart, area.selectionEnd),
      ),
    ).toBe('no_such');
  });

  test('downloads what it shows, with formulas made harmless', async ({ app, page }) => {
    await page
      .getByRole('textbox', { name: 'SQL' })
      .fill(`SELECT '=1+1' AS "=evil", -5 AS n, '甲,"乙"' AS t`);
    await page.getByRole('button', { name: 'Run' }).click();
    await app.ready();
    expect(await app.download()).toBe(`\ufeff'=evil,n,t\n'=1+1,-5,"甲,""乙"""\n`);
  });

  test('a long statement can be cancelled and the page goes on', async ({ app, page }) => {
    await page
      .getByRole('textbox', { name: 'SQL' })
      .fill('SELECT sum(a.range * b.range) AS s FROM range(100000) a, range(100000) b');
    await page.getByRole('button', { name: 'Run' }).click();
    await expect(page.getByRole('progressbar')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('progressbar')).toBeHidden();
    await page.getByRole('textbox', { name: 'SQL' }).fill('SELECT 7 AS seven');
    await page.getByRole('button', { name: 'Run' }).click();
    await expect(page.getByRole('cell', { name: '7', exact: true })).toBeVisible();
    await app.ready();
  });
});
