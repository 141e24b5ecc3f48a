import { expect, test } from './app.ts';
import { realData } from '../core/real-data.ts';

const retail = realData('online_retail.csv');
const groceries = realData('groceries.csv');

test.describe('Online Retail', () => {
  test.skip(!retail, 'the data set online_retail.csv is not beside the project');

  test('adds up to its 541,909 rows and gives the published figures', async ({ app }) => {
    await app.open('#/data?lang=en');
    await app.drop(retail!);
    await expect(app.answer).toHaveText('541,909 lines came in: 530,104 count, 11,805 were left out.');
    await app.go('#/overview');
    await expect(app.answer).toContainText('19,960 orders; 66% of its 4,338 buyers');
    await expect(app.page.locator('main')).toContainText('8,911,407.90 ÷ 4,338 buyers');
    await app.go('#/concentration');
    await expect(app.answer).toContainText('bring 74.6% of revenue; it takes 1,133 of them (26.1%)');
    await expect(app.page.locator('main')).toContainText('A: 1,133 (26.1%)');
    await app.go('#/segments');
    await expect(app.page.getByRole('row', { name: /^Champions 8\d\d|^Champions/ }).first()).toBeVisible();
  });
});

test.describe('Groceries', () => {
  test.skip(!groceries, 'the data set groceries.csv is not beside the project');

  test('gives the known numbers of rules', async ({ app, page }) => {
    await app.open('#/data?lang=en');
    await app.drop(groceries!);
    for (const [support, confidence, rules] of [
      ['0.001', '0.5', '5,668'],
      ['0.006', '0.25', '463'],
      ['0.01', '0.5', '15'],
    ] as const) {
      await app.go(`#/basket?support=${support}&confidence=${confidence}`);
      await expect(page.locator('main')).toContainText(new RegExp(`\\b${rules}\\b`));
    }
  });
});
