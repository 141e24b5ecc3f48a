import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Download, Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';

const SAMPLE = 'data=sample-data/home-goods-zh.csv';
const LIST = `#/care?${SAMPLE}&list=running_out`;

const text = async (download: Download) => readFile((await download.path())!, 'utf8');

async function saved(page: Page, button: string | RegExp): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return text(await waiting);
}

async function openFirst(app: App, page: Page): Promise<void> {
  await app.open(`#/customers?${SAMPLE}`);
  await page
    .getByRole('region', { name: /^Customers; choose/ })
    .locator('tbody tr')
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Messages' })).toBeVisible();
  await app.ready();
}

/** How many letters the file will have, as its button says. */
async function inFile(page: Page): Promise<number> {
  const words = await page.getByRole('button', { name: /^List for a/ }).textContent();
  return Number(/\((\d+)\)/.exec(words!)![1]);
}

test.describe('on the file of a customer', () => {
  test('a refusal is kept, is a table, and is forgotten with everything else', async ({ app, page }) => {
    await openFirst(app, page);
    await expect(page.getByText('May be written to.')).toBeVisible();
    await page.getByRole('button', { name: 'Send no more messages' }).click();
    await page.reload();
    await app.ready();
    await expect(page.getByText('Wants no messages')).toBeVisible();
    await app.go(`#/sql?${SAMPLE}&sql=SELECT reason, count(*) AS n FROM care_suppressed() GROUP BY reason`);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.locator('tbody tr')).toHaveText(/opted_out\s*1/);
    await app.go(`#/data?${SAMPLE}`);
    await page.getByRole('button', { name: 'Forget everything' }).click();
    await page.getByRole('button', { name: 'Yes, forget' }).click();
    await expect(page.getByText('1 letter or refusal and')).toBeVisible();
    await page.goBack();
    await page.goBack();
    await app.ready();
    await expect(page.getByText('May be written to.')).toBeVisible();
  });

  test('a tag says the same, and nothing is shown while presenting', async ({ app, page }) => {
    await openFirst(app, page);
    await page.getByLabel('Tag', { exact: true }).fill('勿扰');
    await page.getByRole('button', { name: 'Add tag' }).click();
    await expect(page.getByText('A tag says that this customer wants no messages.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Send no more messages' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Remove the tag 勿扰' }).click();
    await expect(page.getByText('May be written to.')).toBeVisible();
    await page.getByRole('button', { name: /present/i }).click();
    await expect(page.getByRole('heading', { name: 'Messages' })).toHaveCount(0);
  });
});

test.describe('for a list', () => {
  test('the text becomes a letter to each, in a file for the tool', async ({ app, page }) => {
    await app.open(LIST);
    const preview = page.getByRole('region', { name: 'As it arrives' });
    await expect(preview.locator('.message').first()).toContainText('should be running out about now');
    await page.getByLabel('Name of your shop').fill('Nest & Co');
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill('{name}：{product}。{points}');
    await expect(page.getByText('{points}: no such thing')).toBeVisible();
    await expect(preview.locator('.message').first()).toHaveText(
      /^Nest & Co: \p{Script=Han}+：.+。\{points\} Reply STOP/u,
    );
    const count = await inFile(page);
    const file = await saved(page, /^List for a messaging tool/);
    const lines = file.trim().split('\r\n');
    expect(lines[0]).toBe('phone,customer_name,message,list,due_on,customer_id');
    expect(lines.length).toBe(count + 1);
    for (const line of lines.slice(1))
      expect(line).toMatch(/^120\d{8},\p{Script=Han}+,.*Nest & Co: .*,running_out,2026-\d\d-\d\d,/u);
    await page.reload();
    await app.ready();
    await expect(page.getByRole('textbox', { name: 'Text', exact: true })).toHaveValue(
      '{name}：{product}。{points}',
    );
    await page.getByRole('button', { name: 'Back to our text' }).click();
    await expect(preview.locator('.message').first()).toContainText('should be running out about now');
    await page
      .locator('label')
      .filter({ hasText: /^E-mail$/ })
      .click();
    await expect(page.getByText(/Not in the file: \d+ without an e-mail address/)).toBeVisible();
    await expect(page).toHaveURL(/channel=mail/);
  });

  test('who was written to is left alone on later days, until it is taken back', async ({ app, page }) => {
    await app.open(LIST);
    const before = await inFile(page);
    await saved(page, /^List for a messaging tool/);
    await page.getByRole('button', { name: 'Note as written to' }).click();
    await expect(page.getByText(`${before} noted as written to on Oct 1, 2026.`)).toBeVisible();
    await expect(
      page.getByText(`Not on the list: ${before} you wrote to in the 30 days before`).first(),
    ).toBeVisible();
    await expect(page.getByText('Nobody is on this list.')).toBeVisible();
    await page.getByText('Contacts and refusals as a file').click();
    const file = await saved(page, 'Download contacts');
    expect(file.split('\n')[1]).toMatch(/,2026-10-01,running_out$/);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('Nobody on this list is left alone.')).toBeVisible();
    expect(await inFile(page)).toBe(before);
    await page.getByLabel('Load contacts').setInputFiles({
      name: 'contacts.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(file),
    });
    await expect(page.getByText(`${before} messages and 0 refusals loaded`)).toBeVisible();
    await page.getByLabel('After a message, leave alone for').fill('0');
    await page.getByLabel('After a message, leave alone for').blur();
    await expect(page.getByText('Nobody on this list is left alone.')).toBeVisible();
    expect(await inFile(page)).toBe(before);
  });

  test('one letter less when a customer wants none; no names while presenting', async ({ app, page }) => {
    await app.open(LIST);
    const before = await inFile(page);
    const preview = page.getByRole('region', { name: 'As it arrives' });
    const name = (await preview.locator('h4').first().textContent())!.split(' · ')[0]!;
    await preview.getByRole('button', { name: 'Send no more messages' }).first().click();
    await expect(page.getByText('1 you marked as wanting no messages').first()).toBeVisible();
    await expect.poll(() => inFile(page)).toBe(before - 1);
    await preview.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => inFile(page)).toBe(before);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    await page.getByRole('button', { name: /present/i }).click();
    await expect(preview).not.toContainText(name);
    await expect(preview).not.toContainText('120');
    await expect(preview.locator('.message').first()).toContainText('Dear •••');
    await expect(page.getByRole('button', { name: /^List for a/ })).toBeDisabled();
  });
});
