/** A document as a page in a real browser: its barriers, and what it says with everything opened. */
import type { Browser } from 'playwright-core';
import { barriers } from '../adapters/web/axe.ts';
import { PHONE } from '../adapters/web/chromium.ts';

export interface Opened {
  readonly faults: readonly string[];
  /** Without the calls of its notes. */
  readonly text: string;
}

export async function openHtml(browser: Browser, file: string): Promise<Opened> {
  const page = await browser.newPage(PHONE);
  await page.goto(`file://${file}`);
  const faults = await barriers(page);
  const wide = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  if (wide > 0) faults.push(`wider than a telephone by ${wide} points`);
  const text = await page.evaluate<string>(
    "for (const one of document.querySelectorAll('details')) one.open = true; for (const one of document.querySelectorAll('sup')) one.remove(); document.body.innerText",
  );
  await page.close();
  return { faults, text };
}
