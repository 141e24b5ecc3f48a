import { type Page, test as base, expect } from '@playwright/test';

/** The running site: opens pages and files, and holds every test to what must always be true of it. */
export class App {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens an address of the site, `#/…` or '', and waits until its answer is shown. */
  async open(address = ''): Promise<void> {
    await this.page.goto(address || './');
    await this.ready();
  }

  /** Waits until the answer to what was last done is shown; what was done has a frame to begin. */
  async ready(): Promise<void> {
    await this.page.evaluate(() => new Promise((begun) => requestAnimationFrame(() => setTimeout(begun))));
    await this.page.locator('html[data-ready]').waitFor({ timeout: 90_000 });
  }

  /** Goes to a page without loading the document anew. */
  async go(address: string): Promise<void> {
    await this.page.evaluate((hash) => (location.hash = hash), address.replace(/^#/, ''));
    await this.ready();
  }

  async drop(...files: (string | { name: string; mimeType: string; buffer: Buffer })[]): Promise<void> {
    await this.page.getByLabel('Order files').setInputFiles(files as string[]);
    await this.page.waitForTimeout(50);
    await this.ready();
  }

  /** A text file of this content. */
  async dropText(name: string, text: string): Promise<void> {
    await this.drop({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  }

  get answer() {
    return this.page.locator('main .answer');
  }

  /** What the file of a click on the nth `Download CSV` contains. */
  async download(nth = 0): Promise<string> {
    const waiting = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: 'Download CSV' }).nth(nth).click();
    const stream = await (await waiting).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  }
}

/** Every test fails when the page asks another origin for anything, breaks its own policy or throws. */
export const test = base.extend<{ app: App }>({
  app: async ({ page, baseURL }, use) => {
    const { origin } = new URL(baseURL!);
    const wrong: string[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (!['blob:', 'data:'].includes(url.protocol) && url.origin !== origin)
        wrong.push(`asked ${url.href}`);
    });
    page.on('pageerror', (error) => wrong.push(`threw ${error.message}`));
    page.on('console', (message) => {
      if (/Content Security Policy|violates/i.test(message.text())) wrong.push(message.text());
    });
    await use(new App(page));
    expect(wrong).toEqual([]);
  },
});

export { expect };
