/** A consultation through the page's doors alone, from the opening to what is given back. */

import type { Browser } from 'playwright-core';
import type { Gathered } from '../../../src/app/documents/gather-documents.ts';
import { gatherDocuments } from '../../../src/app/documents/gather-documents.ts';
import { ref } from '../../../src/core/ids.ts';
import { isRefusal } from '../../../src/core/refusal.ts';
import type { Character } from '../../../src/demo/cast/character.ts';
import { play, readIn } from '../../../src/demo/player.ts';
import type { Database } from '../../../src/store/database.ts';
import { PHONE } from '../../adapters/web/chromium.ts';
import { openStage, type Stage as Site, somebody } from '../../adapters/web/stage.ts';
import { crowd, enrolled } from './crowd.ts';
import { Doors } from './doors.ts';
import { Phone } from './phone.ts';

const INVITED = 1;
const TOGETHER = 12;
const DAY = 86_400_000;
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
  await doors.ask('rachida', 'clore plan-actions : tout le monde s’est exprimé');
  const latecomers = people.filter(({ late }) => late);
  await together(latecomers, (who) => play(doors, who, [...who.moves, ...(who.late ?? [])], INVITED));
  const refs = new Map(people.map((who) => [who.key, refsOf(doors, who)]));
  const accepted = new Map<string, number>();
  for (const who of latecomers) {
    site.pass(DAY / 24);
    const late = readIn(doors, who, INVITED).at(-1)?.refs ?? [];
    for (const one of late) await doors.ask('rachida', `accepter ${one}`);
    accepted.set(who.key, late.length);
  }
  await publish(doors, site);
  await answer(doors, site);
  const gathered = await given(site, people, doors);
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

async function together(
  people: readonly Character[],
  turn: (who: Character) => Promise<void>,
): Promise<void> {
  const waiting = [...people];
  const lane = async () => {
    for (let who = waiting.shift(); who !== undefined; who = waiting.shift()) await turn(who);
  };
  await Promise.all(Array.from({ length: TOGETHER }, lane));
}

const refsOf = (doors: Doors, who: Character): string[] => [
  ...new Set(readIn(doors, who, INVITED).flatMap(({ refs }) => refs)),
];

async function publish(doors: Doors, site: Site): Promise<void> {
  site.pass(DAY);
  const [, draft] = await doors.ask('etienne', 'synthèse', 1);
  for (const [, axis] of draft!.text.matchAll(/«\s?sans désaccord (\S+)\s»/gu))
    await doors.ask('etienne', `sans désaccord ${axis}`);
  await doors.ask('etienne', 'accepter titres');
  await doors.ask('solene', 'signer');
}

const DECISIONS = [
  ['retenue', 'Cette action entre au plan ; elle commence cette année avec les structures volontaires.'],
  ['retenue en partie', 'L’idée est gardée pour deux territoires d’essai ; le reste attend leur bilan.'],
  ['déjà engagée', 'Un service y travaille déjà : vous serez associé·e à la suite.'],
  ['à étudier', 'Il nous manque un chiffrage ; il sera fait avec vous avant l’été.'],
  ['non retenue', 'Les moyens du plan n’y suffisent pas ; nous disons à qui vous adresser.'],
] as const;

/** Decisions by the handful, as a department takes them; then the committee, then the council. */
async function answer(doors: Doors, site: Site): Promise<void> {
  const inForce = await proposalsInForce(site);
  for (const [index, [status, reason]] of DECISIONS.entries()) {
    const theirs = inForce.filter((_, at) => at % DECISIONS.length === index);
    for (let from = 0; from < theirs.length; from += 40)
      await doors.ask('etienne', `décider ${theirs.slice(from, from + 40).join(', ')} ${status} : ${reason}`);
  }
  const day = new Date(Date.now() + DAY).toISOString().slice(0, 10);
  site.pass(DAY);
  await doors.ask('solene', `entériner comite ${day}`);
  await doors.ask('solene', `entériner conseil ${day}`);
  await doors.ask('solene', 'restitution');
  await doors.ask('solene', 'oui');
}

const proposalsInForce = ({ bot }: Site): Promise<string[]> =>
  bot.store.transaction(async (tx) => {
    const [consultation] = await tx.consultations.all();
    const rows = await tx.proposals.of(consultation!.id, { states: ['submitted'] });
    return rows.map((row) => ref(row.number));
  });

/** Waits until everybody heard what became of their words, and gathers the documents as staff do. */
async function given(site: Site, people: readonly Character[], doors: Doors): Promise<Gathered> {
  const authors = people.filter((who) => refsOf(doors, who).length > 0);
  for (const { key } of authors)
    await doors.waitFor(key, () => doors.inbox(key).some(({ text }) => isRestitution(text)));
  const result = await site.bot.store.transaction(async (tx) => {
    const [consultation] = await tx.consultations.all();
    const person = (await tx.people.find(consultation!.id, 'etienne'))!;
    const actor = { person, partners: [] };
    const scene = { tx, consultation: consultation!, actor, now: site.bot.clock.now(), ids: site.bot.ids };
    return gatherDocuments(scene);
  });
  if (isRefusal(result)) throw new Error(`the documents could not be gathered: ${result.code}`);
  return result;
}

export const isRestitution = (text: string): boolean =>
  /Voici ce que deviennent|Here is what|This is what/u.test(text);
