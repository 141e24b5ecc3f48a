import { realData } from '../core/real-data.ts';
import { expect, test } from './app.ts';

const SAMPLE = 'data=sample-data/home-goods-zh.csv&lang=en';

/** The rows of a CSV as records; its cells hold no commas here. */
function records(csv: string): Record<string, string>[] {
  const [header, ...lines] = csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(header!.split(',').map((name, i) => [name, cells[i] ?? '']));
  });
}

test('the answer, the stages, the moves and the list agree', async ({ app, page }) => {
  await app.open(`#/lifecycle?${SAMPLE}`);
  const answer = (await app.answer.textContent())!;
  const [decline, total] = /^([\d,]+) of ([\d,]+) customers/.exec(answer)!.slice(1);
  const stages = records(await app.download(0));
  expect(stages.map(({ stage }) => stage)).toEqual(['exploration', 'buildup', 'maturity', 'decline']);
  const plain = (text: string | undefined) => Number(text!.replace(',', ''));
  const sum = (rows: Record<string, string>[], column: string) =>
    rows.reduce((all, row) => all + Number(row[column]), 0);
  expect(Number(stages[3]!.customers)).toBe(plain(decline));
  expect(sum(stages, 'customers')).toBe(plain(total));
  const moves = records(await app.download(1));
  expect(sum(moves, 'customers')).toBe(plain(total));
  const intoDecline = moves.filter(
    ({ from_stage: from, to_stage: to }) => to === 'decline' && !['decline', 'not_yet'].includes(from!),
  );
  expect(answer).toContain(`${sum(intoDecline, 'customers')} customers slipped`);
  await expect(page.locator('main')).toContainText('Average profit (revenue − cost)');
});

test('a stage is chosen by its name, and its customers are listed with the reason', async ({ app, page }) => {
  await app.open(`#/lifecycle?${SAMPLE}`);
  await page.getByRole('button', { name: 'Maturity', exact: true }).click();
  await app.ready();
  await expect(page).toHaveURL(/stage=maturity/);
  const list = records(await app.download(2));
  expect(list.length).toBeGreaterThan(0);
  expect(new Set(list.map(({ stage, reason }) => `${stage} ${reason}`))).toEqual(
    new Set(['maturity steady']),
  );
  await page.getByRole('button', { name: 'Maturity', exact: true }).click();
  await app.ready();
  await expect(page).not.toHaveURL(/stage=/);
});

test('a move is chosen in the picture with the keyboard', async ({ app, page }) => {
  await app.open(`#/lifecycle?${SAMPLE}`);
  const matrix = page.getByRole('application', { name: /went from which stage/ });
  await matrix.focus();
  for (let i = 0; i < 8; i += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await app.ready();
  await expect(page).toHaveURL(/move=exploration-decline/);
  const moves = records(await app.download(1));
  const move = moves.find((row) => row.from_stage === 'exploration' && row.to_stage === 'decline');
  const list = records(await app.download(2));
  expect(list.length).toBe(Number(move!.customers));
  await page.getByRole('button', { name: 'Show all' }).click();
  await app.ready();
  await expect(page).not.toHaveURL(/move=/);
});

test('thresholds are in the address, and change the answer and the formula', async ({ app, page }) => {
  await app.open(`#/lifecycle?${SAMPLE}`);
  const before = await app.answer.textContent();
  await page.getByText('Where one stage ends').click();
  const slider = page.getByRole('slider', { name: /In decline when silent/ });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await app.ready();
  await expect(page).toHaveURL(/decline_after=3/);
  await expect(app.answer).not.toHaveText(before!);
  await expect(page.locator('.formula')).toContainText('silence > 3 × gap');
  await page.reload();
  await app.ready();
  await expect(slider).toHaveValue('3');
  await page.getByRole('button', { name: 'Back to the usual values' }).click();
  await expect(app.answer).toHaveText(before!);
  await expect(page).not.toHaveURL(/decline_after/);
});

test('a customer of the list opens without a name in the address', async ({ app, page }) => {
  await app.open(`#/lifecycle?${SAMPLE}&stage=buildup`);
  await page.getByRole('region', { name: 'Build-up' }).locator('tbody tr').first().click();
  await expect(page).toHaveURL(/#\/customers\?.*customer=\d+/);
});

test('says what is missing, and what one order each can tell', async ({ app, page }) => {
  await app.open('#/lifecycle?lang=en');
  await app.dropText(
    'shop.csv',
    'order id,date,product,quantity,amount\n1,2024-01-01,tea,1,5\n2,2024-01-02,tea,1,5\n',
  );
  if (await page.getByRole('button', { name: 'Load', exact: true }).isVisible())
    await page.getByRole('button', { name: 'Load', exact: true }).click();
  await app.ready();
  await app.go('#/lifecycle?lang=en');
  await expect(app.answer).toContainText('does not say who bought');
  await app.dropText(
    'buyers.csv',
    'order id,date,customer id,product,quantity,amount\n1,2024-01-01,a,tea,1,5\n2,2024-03-02,b,tea,1,5\n',
  );
  if (await page.getByRole('button', { name: 'Load', exact: true }).isVisible())
    await page.getByRole('button', { name: 'Load', exact: true }).click();
  await app.ready();
  await app.go('#/lifecycle?lang=en');
  await expect(app.answer).toContainText('None of the 2 customers is in decline.');
  await expect(page.locator('main')).toContainText('Nobody has bought twice yet');
});

const retail = realData('online_retail.csv');
test.describe('Online Retail', () => {
  test.skip(!retail, 'the data set online_retail.csv is not beside the project');

  test('has revenue where there are no costs', async ({ app, page }) => {
    await app.open('#/lifecycle?lang=en');
    await app.drop(retail!);
    await expect(app.answer).toContainText(
      '2,249 of 4,338 customers (52%) are in decline, 1,353 of them lost.',
    );
    await expect(page.locator('main')).toContainText('the file has no costs, so profit is not known');
    await expect(page.getByRole('columnheader', { name: /profit/i })).toHaveCount(0);
  });
});
