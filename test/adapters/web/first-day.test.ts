/** What the README's first screen promises: four links, four phones, from an opening to what is given back, and disputed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launch, PHONE, type Watched, watched } from './chromium.ts';
import { start } from './npm-start.ts';
import { until } from './stage.ts';

describe.runIf(hasChromium)('a first day, on four phones', () => {
  const dir = mkdtempSync(join(tmpdir(), 'tour-first-day-'));
  const bot = start(dir);
  let browser: Browser;
  const phones: Watched[] = [];
  beforeAll(async () => {
    [browser] = await Promise.all([launch(), bot.hears('Ctrl+C')]);
    for (const link of bot.said().match(/http:\S+\/t\/\S+/gu)!) {
      const phone = await watched(await browser.newContext(PHONE));
      await phone.page.goto(link);
      await phone.page.getByRole('button', { name: 'Oui, c’est moi' }).tap();
      await phone.page.locator('#log').waitFor();
      phones.push(phone);
    }
  });
  afterAll(async () => {
    await browser?.close();
    bot.child.kill('SIGTERM');
    await bot.ended;
    rmSync(dir, { recursive: true, force: true });
  });

  const [PARTNER, FACILITATOR, STAFF, READER] = [0, 1, 2, 3];
  const page = (who: number): Page => phones[who]!.page;
  const bubbles = (who: number) => page(who).locator('.line.bot');
  /** Says that, and gives the bot's next words once they hold `expected`. */
  const say = async (who: number, text: string, expected: RegExp): Promise<string> => {
    const before = await bubbles(who).count();
    await page(who).locator('#text').fill(text);
    await page(who).locator('.send').tap();
    return heard(who, before, expected);
  };
  const tap = async (who: number, label: string, expected: RegExp): Promise<string> => {
    const before = await bubbles(who).count();
    await page(who).locator('.choices').getByRole('button', { name: label, exact: true }).tap();
    return heard(who, before, expected);
  };
  const heard = async (who: number, before: number, expected: RegExp): Promise<string> => {
    const since = async () => (await bubbles(who).allTextContents()).slice(before);
    await until(async () => (await since()).some((text) => expected.test(text))).catch(async () => {
      expect((await since()).join('\n')).toMatch(expected);
    });
    return (await since()).find((text) => expected.test(text))!;
  };

  test('the facilitator opens a round, and the partner is invited', async () => {
    await say(FACILITATOR!, 'ouvrir plan-actions', /On envoie/u);
    await tap(FACILITATOR!, 'Envoyer maintenant', /C’est ouvert/u);
    await heard(PARTNER!, 0, /Bonjour Claire/u);
  });

  test('the partner answers in her own words, and hears how she was read', async () => {
    await tap(PARTNER!, 'Commencer', /1\/6/u);
    const read = await say(PARTNER!, 'une avance de trésorerie en attendant les subventions', /P-0001/u);
    expect(read).toContain('2/6');
    for (let prompt = 3; prompt <= 6; prompt += 1)
      await say(PARTNER!, 'passe', new RegExp(`${prompt}/6`, 'u'));
    await say(PARTNER!, 'passe', /C’est fini/u);
  });

  test('the facilitator closes, the staff read, sign, decide and give back', async () => {
    await say(FACILITATOR!, 'clore plan-actions : essai', /est clos/u);
    await say(STAFF!, 'synthèse', /Synthèse n°\s1/u);
    await say(STAFF!, 'sans désaccord 1, 2, 3, 4 et 5', /quand tout est relu/u);
    await say(STAFF!, 'signer', /signée/u);
    await say(STAFF!, 'décider P-0001 retenue : une avance est créée', /P-0001/u);
    const today = new Date().toISOString().slice(0, 10);
    await say(STAFF!, `entériner comite ${today}`, /./u);
    await say(STAFF!, `entériner conseil ${today}`, /./u);
    await say(STAFF!, 'restitution', /On envoie|Envoyer/u);
    await tap(STAFF!, 'Envoyer maintenant', /./u);
  });

  test('the partner reads what became of her idea, and why', async () => {
    const given = await heard(PARTNER!, 0, /Voici ce que devien/u);
    expect(given).toContain('une avance est créée');
    expect(await page(PARTNER!).evaluate('document.documentElement.scrollWidth')).toBe(375);
  });

  test('she disputes it, and a colleague who did not decide replies', async () => {
    await say(PARTNER!, 'contester P-0001 : je parlais d’une avance tous les ans', /va la relire/u);
    await heard(READER!, 0, /Contestation n°\s1/u);
    await say(READER!, 'répondre contestation 1 : maintenue : elle est annuelle', /la réponse part/u);
    expect(await heard(PARTNER!, 0, /Vous aviez contesté/u)).toContain('elle est annuelle');
    expect(phones.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
