/** A real Chromium: Debian's, or that of CHROMIUM. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, devices, type Page } from 'playwright-core';

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** In CI the browser must be there: its absence fails. Elsewhere its tests are reported as not run. */
export const hasChromium = existsSync(CHROMIUM) || process.env.CI === 'true';

/** Nothing but the pages asked for: no look-ups, no updates, no accounts. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: QUIET });

type Options = Parameters<Browser['newContext']>[0];

export const PHONE: Options = {
  ...devices['Pixel 7'],
  viewport: { width: 375, height: 700 },
  locale: 'fr-FR',
};
export const DESK: Options = { viewport: { width: 1100, height: 800 }, locale: 'fr-FR' };

/** A page that remembers what went wrong on it, and whom it asked. */
export interface Watched {
  readonly page: Page;
  readonly faults: readonly string[];
  readonly origins: ReadonlySet<string>;
}

export async function watched(context: BrowserContext): Promise<Watched> {
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const faults: string[] = [];
  const origins = new Set<string>();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/u.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  return { page, faults, origins };
}
