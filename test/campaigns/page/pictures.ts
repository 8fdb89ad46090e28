/** Pictures of what people see, for the README: taken from a consultation that was really played. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ask } from '../consultation.ts';
import type { Played } from './consultation.ts';

export const PICTURES = ['partenaire.png', 'restitution.png', 'digest.png', 'synthese.png'] as const;

export async function takePictures(
  played: Played,
  browser: Browser,
  html: string,
  to: string,
): Promise<void> {
  const shot = (page: Page, name: (typeof PICTURES)[number]) => page.screenshot({ path: join(to, name) });
  const [partner] = [...played.phones.keys()].filter((key) => played.refs.has(key));
  const phone = played.phones.get(partner!)!.page;
  await toTop(phone, played.refs.get(partner!)![0]!);
  await shot(phone, 'partenaire.png');
  await toTop(phone, 'Voici ce que deviennent');
  await shot(phone, 'restitution.png');

  await ask(played.doors, 'etienne', 'digest 30 jours');
  const staff = played.phones.get('etienne')!.page;
  await staff.locator('.line.bot').last().scrollIntoViewIfNeeded();
  await staff
    .locator('.line.bot')
    .last()
    .evaluate((line) => line.scrollIntoView({ block: 'start' }));
  await shot(staff, 'digest.png');

  const desk = await browser.newPage({ viewport: { width: 1000, height: 1250 } });
  await desk.setContent(html);
  await shot(desk, 'synthese.png');
  await desk.close();
}

/** Scrolls the first thing the bot said with these words to the top of the screen. */
const toTop = (page: Page, words: string): Promise<void> =>
  page
    .locator('.line.bot', { hasText: words })
    .first()
    .evaluate((line) => line.scrollIntoView({ block: 'start' }));
