/** A consultation through the page's doors alone, from the opening to what is given back. */

import type { Browser } from 'playwright-core';
import type { Gathered } from '../../../src/app/documents/gather-documents.ts';
import type { Character } from '../../../src/demo/cast/character.ts';
import { play, readIn } from '../../../src/demo/player.ts';
import type { Database } from '../../../src/store/database.ts';
import { PHONE } from '../../adapters/web/chromium.ts';
import { openStage, type Stage as Site, somebody } from '../../adapters/web/stage.ts';
import { acceptLate, answer, ask, given, publish, together } from '../consultation.ts';
import { crowd, enrolled } from './crowd.ts';
import { Doors } from './doors.ts';
import { Phone } from './phone.ts';

const INVITED = 1;
const TEAM = ['rachida', 'etienne', 'solene'];

export interface Played {
  readonly site: Site;
  readonly doors: Doors;
  readonly people: readonly Character[];
  /** Those who came with a browser, by user id. */
  readonly phones: ReadonlyMap<string, Phone>;
  readonly gathered: Gathered;
  /** References read in each person's words, by user id. */
  readonly refs: ReadonlyMap<string, readonly string[]>;
  /** Late words of each person that the team accepted, by user id: each is told once. */
  readonly accepted: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** With a browser, one person of each type of actor and the team come with it. */
export async function playConsultation(
  database: Database,
  count: number,
  browser: Browser | null = null,
): Promise<Played> {
  const people = crowd(count);
  const staff = ['etienne', 'solene'].map((name) => somebody(name, { roles: ['staff'], partner: null }));
  const site = await openStage(database, [...enrolled(people), ...staff]);
  const doors = new Doors(site);
  const phones = new Map<string, Phone>();
  const withPhone = browser === null ? [] : [...oneOfEach(people), ...TEAM];
  await doors.admit([...people.map(({ key }) => key), ...TEAM], async (userId) => {
    if (browser === null || !withPhone.includes(userId)) return null;
    const phone = new Phone(await browser.newContext(PHONE), site.url);
    phones.set(userId, phone);
    return phone;
  });

  await together(people, (who) => play(doors, who, who.moves, INVITED));
  await ask(doors, 'rachida', 'clore plan-actions : tout le monde s’est exprimé');
  const latecomers = people.filter(({ late }) => late);
  await together(latecomers, (who) => play(doors, who, [...who.moves, ...(who.late ?? [])], INVITED));
  const refs = new Map(people.map((who) => [who.key, refsOf(doors, who)]));
  const accepted = await acceptLate(doors, site, latecomers, () => INVITED);
  await publish(doors, site);
  await answer(doors, site);
  const authors = people.filter((who) => refsOf(doors, who).length > 0).map(({ key }) => key);
  const gathered = await given(site, doors, authors);
  return {
    site,
    doors,
    people,
    phones,
    gathered,
    refs,
    accepted,
    async close() {
      doors.close();
      await site.close();
    },
  };
}

/** Of each type of actor, the first who answers and changes nothing afterwards. */
const oneOfEach = (people: readonly Character[]): string[] =>
  [...Map.groupBy(people, ({ college }) => college).values()].flatMap((here) =>
    here
      .filter(({ moves, late }) => !late && moves.length > 4 && moves.every((move) => 'say' in move))
      .slice(0, 1)
      .map(({ key }) => key),
  );

const refsOf = (doors: Doors, who: Character): string[] => [
  ...new Set(readIn(doors, who, INVITED).flatMap(({ refs }) => refs)),
];
