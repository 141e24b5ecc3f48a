import { read, utils, write } from '@e965/xlsx';
import { LANGUAGES, loadMessages } from '../../src/messages/index.ts';
import { expect, test } from './app.ts';

for (const code of LANGUAGES) {
  test(`the template in ${code} can be filled in and opened`, async ({ app, page }) => {
    const { template, shell } = await loadMessages(code);
    await app.open(`#/overview?lang=${code}`);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: template.download }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe(template.file);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);

    const book = read(Buffer.concat(chunks));
    const row = (cells: Record<string, string | number>) =>
      template.words.columns.map(({ meaning }) => cells[meaning] ?? null);
    utils.sheet_add_aoa(
      book.Sheets[template.words.sheet]!,
      [
        row({ ordered_at: '2024-05-01', customer_id: '小红', product: '茶壶', amount: 30, quantity: 2 }),
        row({ ordered_at: '2024-05-02', customer_id: '小明', product: '茶杯', amount: 12.5 }),
      ],
      { origin: 'A2' },
    );
    const buffer = Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }));
    await app.drop({ name: template.file, mimeType: 'application/octet-stream', buffer });
    await expect(page.getByRole('heading', { name: shell.pages.overview })).toBeVisible();
    await expect(app.answer).toContainText('42.50');
    await app.go('#/data');
    await expect(page.getByRole('button', { name: template.download })).toBeVisible();
  });
}
