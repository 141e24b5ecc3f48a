import { defineConfig } from '@playwright/test';
import { chromium } from './test/pages/chromium.ts';

const PORT = 4178;
/** Not the root of the host: the build must work under any path. */
const BASE = '/shops/regulars/';

export default defineConfig({
  testDir: 'test/pages',
  timeout: 120_000,
  expect: { timeout: 30_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: [['list'], ['./test/pages/reporter.ts']],
  use: {
    baseURL: `http://localhost:${PORT}${BASE}`,
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: chromium(),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-quic',
      ],
    },
  },
  webServer: {
    command: `npm run build && npx vite preview --port ${PORT} --strictPort --base ${BASE}`,
    url: `http://localhost:${PORT}${BASE}`,
    timeout: 300_000,
    reuseExistingServer: false,
  },
});
