import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const candidates: readonly (string | undefined)[] = [
  process.env.CHROME,
  process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where a Chromium is on this machine; `CHROME` names another. Undefined when there is none. */
export const chromiumPath = (): string | undefined => candidates.find((c) => c !== undefined && existsSync(c));

export const noChromium = 'needs Chromium or Chrome; none was found (set CHROME to its path)';

/** The sandbox of Chromium does not run as root, as in a container. */
export const openChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
