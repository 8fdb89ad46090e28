/** What a consultation goes through once people have answered, through whatever doors they and the team came in by. */
import { type Gathered, gatherDocuments } from '../../src/app/documents/gather-documents.ts';
import type { Bot } from '../../src/compose.ts';
import { ref } from '../../src/core/ids.ts';
import { isRefusal } from '../../src/core/refusal.ts';
import type { Character } from '../../src/demo/cast/character.ts';
import { readIn } from '../../src/demo/player.ts';
import { type Heard, heard, type Stage } from '../../src/demo/stage.ts';
import type { Files } from '../report/criteria.ts';

const TOGETHER = 12;
const DAY = 86_400_000;
const PATIENCE = 90_000;

/** A bot whose clock can be moved. */
export interface Site {
  readonly bot: Bot;
  /** Milliseconds. */
  pass(ms: number): void;
  /** All that is to be said has been, where a long message comes in parts. */
  quiet?(): Promise<void>;
}

/** Says a command, and gives what the bot answers, `later` messages more included. */
export async function ask(
  doors: Stage,
  userId: string,
  command: string,
  later = 0,
): Promise<readonly Heard[]> {
  const before = heard(doors, userId).length;
  doors.say(userId, command);
  await doors.waitFor(userId, () => heard(doors, userId).length > before + later, { within: PATIENCE });
  return heard(doors, userId).slice(before);
}

/** Everybody has their turn, a dozen at a time. */
export async function together<One>(
  people: readonly One[],
  turn: (who: One) => Promise<unknown>,
): Promise<void> {
  const waiting = [...people];
  const lane = async () => {
    for (let who = waiting.shift(); who !== undefined; who = waiting.shift()) await turn(who);
  };
  await Promise.all(Array.from({ length: TOGETHER }, lane));
}

/** Late words are accepted; how many of each person, by user id. */
export async function acceptLate(
  doors: Stage,
  site: Site,
  latecomers: readonly Character[],
  unaskedOf: (who: Character) => number,
): Promise<Map<string, number>> {
  const accepted = new Map<string, number>();
  for (const who of latecomers) {
    site.pass(DAY / 24);
    const late = readIn(doors, who, unaskedOf(who)).at(-1)?.refs ?? [];
    for (const one of late) await ask(doors, 'rachida', `accepter ${one}`);
    accepted.set(who.key, late.length);
  }
  return accepted;
}

/** A synthesis: drafted, its titles accepted, signed by somebody else. */
export async function publish(doors: Stage, site: Site): Promise<void> {
  site.pass(DAY);
  const before = doors.inbox('etienne').length;
  await ask(doors, 'etienne', 'synthèse', 1);
  await site.quiet?.();
  const draft = doors.inbox('etienne').slice(before);
  const said = draft.map(({ text }) => text).join('\n');
  for (const [, axis] of said.matchAll(/«\s?sans désaccord (\S+)\s»/gu))
    await ask(doors, 'etienne', `sans désaccord ${axis}`);
  await ask(doors, 'etienne', 'accepter titres');
  await ask(doors, 'solene', 'signer');
}

const DECISIONS = [
  ['retenue', 'Cette action entre au plan ; elle commence cette année avec les structures volontaires.'],
  ['retenue en partie', 'L’idée est gardée pour deux territoires d’essai ; le reste attend leur bilan.'],
  ['déjà engagée', 'Un service y travaille déjà : vous serez associé·e à la suite.'],
  ['à étudier', 'Il nous manque un chiffrage ; il sera fait avec vous avant l’été.'],
  ['non retenue', 'Les moyens du plan n’y suffisent pas ; nous disons à qui vous adresser.'],
] as const;

/** Decisions by the handful, as a department takes them; then the committee, then the council; then all is given back. */
export async function answer(doors: Stage, site: Site): Promise<void> {
  const inForce = await proposalsInForce(site);
  for (const [index, [status, reason]] of DECISIONS.entries()) {
    const theirs = inForce.filter((_, at) => at % DECISIONS.length === index);
    for (let from = 0; from < theirs.length; from += 40)
      await ask(
        doors,
        'etienne',
        `décider ${theirs.slice(from, from + 40).join(', ')} ${status} : ${reason}`,
      );
  }
  site.pass(DAY);
  const day = new Date(site.bot.clock.now()).toISOString().slice(0, 10);
  await ask(doors, 'solene', `entériner comite ${day}`);
  await ask(doors, 'solene', `entériner conseil ${day}`);
  await ask(doors, 'solene', 'restitution');
  await ask(doors, 'solene', 'oui');
}

export const proposalsInForce = ({ bot }: Site): Promise<string[]> =>
  bot.store.transaction(async (tx) => {
    const [consultation] = await tx.consultations.all();
    const rows = await tx.proposals.of(consultation!.id, { states: ['submitted'] });
    return rows.map((row) => ref(row.number));
  });

/** Waits until these heard what became of their words, and gathers the documents as that one of the staff does. */
export async function given(
  site: Site,
  doors: Stage,
  authors: readonly string[],
  staff = 'etienne',
): Promise<Gathered> {
  for (const key of authors)
    await doors.waitFor(key, () => doors.inbox(key).some(({ text }) => isRestitution(text)), {
      within: PATIENCE,
    });
  const result = await site.bot.store.transaction(async (tx) => {
    const [consultation] = await tx.consultations.all();
    const person = (await tx.people.find(consultation!.id, staff))!;
    const actor = { person, partners: [] };
    const scene = { tx, consultation: consultation!, actor, now: site.bot.clock.now(), ids: site.bot.ids };
    return gatherDocuments(scene);
  });
  if (isRefusal(result)) throw new Error(`the documents could not be gathered: ${result.code}`);
  return result;
}

export const isRestitution = (text: string): boolean =>
  /Voici ce que deviennent|Here is what|This is what/u.test(text);

/** Whom each person can read the name of who is somebody else, given all that is shown to them. */
export function namedToOthers(
  people: readonly Pick<Character, 'key' | 'name'>[],
  shownTo: (key: string) => readonly { readonly text: string }[],
): string[] {
  return people.flatMap(({ key, name }) => {
    const shown = shownTo(key)
      .map(({ text }) => text)
      .join('\n');
    return people
      .filter((other) => other.name !== name && shown.includes(other.name))
      .map((other) => `${key} reads ${other.name}`);
  });
}

/** Types of actor whose number of people invited is not the one published. */
export const miscounted = (
  people: readonly Pick<Character, 'college'>[],
  { synthesis }: Pick<Files, 'synthesis'>,
): string[] =>
  synthesis.base.flatMap(({ college, invited }) =>
    invited === people.filter((one) => one.college === college).length ? [] : [`${college}: ${invited}`],
  );

/** Resolves once `matches`; rejects after `within` ms with what `complaint` says then. */
export function watched(
  watch: (look: () => void) => () => void,
  matches: () => boolean,
  within: number,
  complaint: () => string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let end = () => {};
    const look = () => {
      if (!matches()) return;
      end();
      resolve();
    };
    const stop = watch(look);
    const timer = setTimeout(() => {
      stop();
      reject(new Error(complaint()));
    }, within);
    end = () => {
      clearTimeout(timer);
      stop();
    };
    look();
  });
}
