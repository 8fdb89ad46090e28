/** Files in a real browser, on a phone: chosen, taken out, sent, dropped; with a keyboard, and without a script. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { embeddedCopy } from '../../databases.ts';
import { barriers } from './axe.ts';
import { hasChromium, launch, PHONE, watched } from './chromium.ts';
import { openStage, type Stage, somebody } from './stage.ts';

const SHOTS = process.env.SHOTS;

describe.runIf(hasChromium)('files in Chromium', () => {
  let stage: Stage;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    const people = 'claire omar lucie'.split(' ').map((name) => somebody(name));
    [stage, browser] = await Promise.all([
      embeddedCopy().then((database) => openStage(database, people)),
      launch(),
    ]);
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });

  async function come(userId: string, options: Parameters<Browser['newContext']>[0]) {
    const context = await browser.newContext(options);
    contexts.push(context);
    const seen = await watched(context);
    await seen.page.goto(await stage.link(userId));
    await seen.page.getByRole('button', { name: 'Oui, c’est moi' }).click();
    await seen.page.locator('#log').waitFor();
    return seen;
  }
  const hears = (page: Page, text: string | RegExp) =>
    page.locator('.bot').filter({ hasText: text }).first().waitFor();
  const shot = async (page: Page, name: string) => {
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
  };
  const file = (name: string, text = '%PDF-1.7') => ({
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(text),
  });

  test('on a phone: two are chosen, one taken out, the other sent with words', async () => {
    const { page, faults } = await come('claire', PHONE);
    await page.getByRole('button', { name: 'Commencer' }).tap();
    await hears(page, '1/6');
    const picker = page.getByLabel('Joindre un fichier');
    await picker.setInputFiles([
      file('contribution de notre association au plan métropolitain.pdf'),
      file('b.pdf'),
    ]);
    await page.getByRole('button', { name: 'Retirer b.pdf' }).tap();
    expect(await page.locator('#chosen li').count()).toBe(1);
    await shot(page, 'chosen');
    expect(await barriers(page)).toEqual([]);
    await page.locator('#text').fill('une avance de trésorerie en attendant les subventions');
    await page.locator('.send').tap();
    await shot(page, 'sending');
    await hears(page, /Je garde .*Noté, P-\d{4}/su);
    expect(await page.locator('#chosen').isHidden()).toBe(true);
    const own = page.locator('.person').last();
    expect(await own.locator('.files a').count()).toBe(1);
    expect(await own.locator('.text > p').textContent()).toContain('avance de trésorerie');
    await shot(page, 'sent');
    expect(await barriers(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('dropped on the page, and one too big is said before it leaves', async () => {
    const { page } = await come('omar', { viewport: { width: 1100, height: 800 } });
    await hears(page, 'Bonjour Omar');
    const drop = (name: string, size: number) =>
      page.evaluate(`
        const brought = new DataTransfer();
        brought.items.add(new File([new Uint8Array(${size})], '${name}'));
        for (const type of ['dragover', 'drop'])
          document.body.dispatchEvent(
            new DragEvent(type, { dataTransfer: brought, bubbles: true, cancelable: true }),
          );
      `);
    await drop('film.mov', 10_000_001);
    await page.locator('#status').filter({ hasText: 'film.mov – Ce fichier dépasse 10' }).waitFor();
    await drop('note.txt', 12);
    await page.locator('#chosen').filter({ hasText: 'note.txt 12 octets' }).waitFor();
    await shot(page, 'dropped');
    await page.locator('.send').click();
    await hears(page, 'Je garde « note.txt » (PJ-');
  });

  test('without a script the browser’s own control says what was chosen, and the form takes it', async () => {
    const { page } = await come('lucie', { ...PHONE, javaScriptEnabled: false });
    await page.locator('input[type=file]').setInputFiles([file('papier.pdf')]);
    await shot(page, 'no-script');
    await page.locator('.send').tap();
    await hears(page, 'Je garde « papier.pdf »');
  });
});
