import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium as playwright } from '@playwright/test';

/** The shell first: the same engine without the windows, which cost a second of processor time for each page. */
const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const INSTALLS: readonly (readonly [string, string[]])[] = [
  ['npx', ['playwright', 'install', '--with-deps', 'chromium']],
  [
    'sh',
    [
      '-c',
      'apt-get update -qq && { apt-get install -y -qq chromium-headless-shell || apt-get install -y -qq chromium; } && apt-get install -y -qq fonts-noto-cjk',
    ],
  ],
];

/**
 * The path of a Chrome or Chromium: the one CHROMIUM names, one installed on the machine, or Playwright's. Where there
 * is none it is installed; where that fails too, the error says what to do.
 */
export function chromium(): string {
  const found = find();
  if (found) return found;
  for (const [command, args] of INSTALLS) {
    try {
      execFileSync(command, args, { stdio: 'inherit', timeout: 600_000 });
    } catch {
      continue;
    }
    const installed = find();
    if (installed) return installed;
  }
  throw new Error(
    'The browser tests need Chrome or Chromium: install one, or set CHROMIUM to the path of its program.',
  );
}

function find(): string | undefined {
  return [process.env.CHROMIUM, ...PLACES, playwright.executablePath()].find(
    (path) => path && existsSync(path),
  );
}
