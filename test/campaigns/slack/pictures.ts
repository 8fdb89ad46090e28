/** Pictures for the README, of messages that were posted while a consultation was played. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Played } from './consultation.ts';
import type { Post } from './heard.ts';
import { modalPageOf, pageOf } from './picture.ts';

export const PICTURES = [
  'slack-invitation.png',
  'slack-accuse.png',
  'slack-formulaire.png',
  'slack-silence.png',
  'slack-digest.png',
  'slack-restitution.png',
] as const;

/** Each as a page: what a browser then takes a picture of. */
export function pagesOf(played: Played): Readonly<Record<(typeof PICTURES)[number], string>> {
  const { posts } = played.doors.hearing;
  const first = (words: RegExp): Post => {
    const found = posts.find(({ text }) => words.test(text.replace(/[\u00a0\u202f]/gu, ' ')));
    if (!found) throw new Error(`nobody was told ${words}`);
    return found;
  };
  const restitution = first(/^Bonjour[^\n]+Voici ce que deviennent/u);
  const digest = posts.filter(({ text }) => /propositions nouvelles/u.test(text)).slice(0, 1);
  return {
    'slack-invitation.png': pageOf([first(/^Bonjour[\s\S]+On commence \?/u).message]),
    'slack-accuse.png': pageOf([first(/J’y lis deux idées/u).message]),
    'slack-formulaire.png': modalPageOf(played.doors.modals[0]!),
    'slack-silence.png': pageOf([played.silence]),
    'slack-digest.png': pageOf(
      digest.map(({ message }) => message),
      played.charts.slice(0, 1),
    ),
    'slack-restitution.png': pageOf([restitution.message]),
  };
}

export async function takePictures(played: Played, browser: Browser, to: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 460, height: 200 }, deviceScaleFactor: 1.5 });
  for (const [name, html] of Object.entries(pagesOf(played))) {
    await page.setContent(html);
    writeFileSync(join(to, name), await page.screenshot({ fullPage: true }));
  }
  await page.close();
}
