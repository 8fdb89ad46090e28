/** The story, chapter by chapter: what everybody says to the bot, from the opening to the restitution. */
import type { Gathered } from '../app/documents/gather-documents.ts';
import { CAST } from './cast/cast.ts';
import type { Character, Expected } from './cast/character.ts';
import { MERGES, type MessageKey } from './cast/merges.ts';
import { INTRODUCTION, REWORDED } from './cast/staff-edits.ts';
import { answered, play, readIn } from './player.ts';
import {
  asked,
  disputed,
  enteredForThem,
  forTwo,
  guestsOf,
  handedOver,
  moderated,
  opening,
  ownRights,
  readAgain,
  theRest,
} from './scenes.ts';
import { heard, type Stage } from './stage.ts';
import type { StoryClock } from './story-clock.ts';
import { hostOf } from './team.ts';

const ROUND = 'plan-actions';
const TOGETHER = 8;
const INVITED = 1;

export interface Play {
  readonly stage: Stage;
  readonly clock: StoryClock;
  readonly progress: (chapter: string, done: number, of: number) => void;
  /** References of the proposals in force, as an export shows them to staff. */
  readonly inForce: () => Promise<readonly string[]>;
  readonly gather: () => Promise<Gathered>;
  /** Has the bot compare its dates with the story's clock. */
  readonly tick: () => Promise<void>;
  readonly days: { readonly close: number; readonly committee: number; readonly council: number };
}

export async function tell(play_: Play): Promise<Gathered> {
  const { stage, clock, progress, days } = play_;
  const facilitator = hostOf(stage, 'rachida');
  const drafter = hostOf(stage, 'etienne');
  const signer = hostOf(stage, 'solene');

  const guests = guestsOf(stage);
  await opening(facilitator, ROUND);
  progress('au téléphone, à une table, par écrit', 0, 1);
  await enteredForThem(facilitator, guests);
  await asked(facilitator, guests);
  await forTwo(facilitator, guests);
  await moderated(facilitator, guests);
  progress('au téléphone, à une table, par écrit', 1, 1);
  await everybody(play_, 'réponses', CAST, (who) => play(stage, who, who.moves, INVITED));
  await handedOver(facilitator, stage);
  await ownRights(guests);

  clock.leap(days.close);
  await facilitator.ask(`clore ${ROUND}`);
  const latecomers = CAST.filter((who) => who.late);
  await everybody(play_, 'hors délai', latecomers, (who) =>
    play(stage, who, [...who.moves, ...(who.late ?? [])], INVITED),
  );
  const late = latecomers.flatMap((who) => readIn(stage, who, INVITED).slice(-1)[0]?.refs ?? []);
  await facilitator.ask('statut');
  await facilitator.ask('doutes');
  for (const ref of late) await facilitator.ask(`accepter ${ref}`);
  for (const [index, merge] of MERGES.entries()) {
    progress('rapprochements', index + 1, MERGES.length);
    const [from, into] = merge.pair.map((key) => refOf(stage, key));
    if (!from || !into) continue;
    await facilitator.ask(`réunir ${from} dans ${into}`);
    await replyToMerge(stage, characterOf(merge.pair[0]).key, [from, into], merge.reply);
  }

  progress('relecture', 0, 1);
  await readAgain(facilitator, guests, play_.tick);
  progress('relecture', 1, 1);

  progress('synthèse', 0, 1);
  await drafter.ask('digest');
  await drafter.ask('digest chaque lundi 9h');
  const [, draft] = await drafter.ask('synthèse', 1);
  await drafter.ask(`introduire : ${INTRODUCTION}`);
  const citing = refOf(stage, REWORDED.citing);
  const line = citing && lineCiting(draft!.text, citing);
  if (line) await drafter.ask(`reformuler ${line} : ${REWORDED.text}`);
  for (const [, axis] of draft!.text.matchAll(/«\s?sans désaccord (\S+)\s»/gu))
    await drafter.ask(`sans désaccord ${axis}`);
  await drafter.ask('accepter titres');
  await drafter.ask('relire Solène');
  await signer.hears();
  await signer.ask('relu');
  await signer.ask('signer');
  progress('synthèse', 1, 1);

  const answers = expectedAnswers(stage);
  const refs = await play_.inForce();
  const foreseen = refs.filter((ref) => answers.has(ref));
  for (const [index, ref] of foreseen.entries()) {
    const { status, reason } = answers.get(ref)!;
    await drafter.ask(`décider ${ref} ${STATUS[status]} : ${reason}`);
    progress('réponses motivées', index + 1, refs.length);
  }
  await theRest(drafter, THE_REST);
  progress('réponses motivées', refs.length, refs.length);
  clock.leap(days.committee);
  await signer.ask(`entériner comite ${dayOf(days.committee)}`);
  clock.leap(days.council);
  await signer.ask(`entériner conseil ${dayOf(days.council)}`);
  await signer.ask('restitution');
  const authors = CAST.filter((who) => who.moves.length > 0);
  const before = new Map(authors.map((who) => [who.key, heard(stage, who.key).length]));
  await signer.ask('oui');
  progress('contestation', 0, 1);
  await disputed(hostOf(stage, 'maelys'), guests);
  progress('contestation', 1, 1);
  return restituted(play_, before);
}

/** Waits until each answer that can be delivered is. */
async function restituted(play_: Play, before: ReadonlyMap<string, number>): Promise<Gathered> {
  const { stage, progress } = play_;
  for (let attempt = 0; ; attempt += 1) {
    const gathered = await play_.gather();
    const missing = gathered.restitution.filter((entry) => entry.delivered === null);
    progress('restitution', gathered.restitution.length - missing.length, gathered.restitution.length);
    if (missing.length === 0) return gathered;
    const waiting = missing.flatMap(({ proposal }) => authorOf(stage, proposal) ?? [])[0];
    if (waiting === undefined || attempt > CAST.length) return gathered;
    await answered(stage, waiting.key, (before.get(waiting.key) ?? 0) + 1).catch(() => {});
  }
}

async function everybody(
  { progress }: Pick<Play, 'progress'>,
  chapter: string,
  people: readonly Character[],
  turn: (who: Character) => Promise<void>,
): Promise<void> {
  const waiting = [...people];
  let done = 0;
  progress(chapter, done, people.length);
  const lane = async () => {
    for (let who = waiting.shift(); who !== undefined; who = waiting.shift()) {
      await turn(who);
      done += 1;
      progress(chapter, done, people.length);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, lane));
}

const characterOf = (key: MessageKey): Character => CAST.find((who) => key.startsWith(`${who.key}:`))!;

/** The first proposal read in that message. */
function refOf(stage: Stage, key: MessageKey): string | undefined {
  const who = characterOf(key);
  return readIn(stage, who, INVITED).find((read) => `${who.key}:${read.key}` === key)?.refs[0];
}

const authorOf = (stage: Stage, ref: string): Character | undefined =>
  CAST.find((who) => readIn(stage, who, INVITED).some((read) => read.refs.includes(ref)));

/** The author of the first one reads both, and says yes or no, once. */
async function replyToMerge(
  stage: Stage,
  userId: string,
  [from, into]: readonly [string, string],
  reply: string,
) {
  const asked = () =>
    heard(stage, userId).findLastIndex(({ text, message }) => {
      return message.choices.length === 2 && text.includes(from) && text.includes(into);
    });
  await stage.waitFor(userId, () => asked() >= 0, { within: 60_000 });
  const question = asked();
  if (stage.said(userId).length <= question - INVITED) stage.say(userId, reply);
  await answered(stage, userId, question + 2);
}

const STATUS: Readonly<Record<Expected['status'], string>> = {
  adopted: 'retenue',
  'adopted-in-part': 'retenue en partie',
  'under-way': 'déjà engagée',
  'to-be-studied': 'à étudier',
  'not-adopted': 'non retenue',
  'outside-powers': 'hors de nos compétences',
};

/** What came by telephone, at a table or in a document, and ideas the script did not foresee in somebody's message. */
const THE_REST =
  'Il manque un lieu et un chiffrage : l’équipe vous appelle avant l’été pour instruire l’idée avec vous.';

function expectedAnswers(stage: Stage): ReadonlyMap<string, Expected> {
  const answers = new Map<string, Expected>();
  for (const who of CAST)
    for (const { refs, ideas } of readIn(stage, who, INVITED))
      for (const [index, ref] of refs.entries()) answers.set(ref, ideas[Math.min(index, ideas.length - 1)]!);
  return answers;
}

const lineCiting = (draft: string, ref: string): string | undefined =>
  draft
    .split('\n')
    .find((text) => text.includes(ref))
    ?.match(/\b(\S+\.\d+)\b/u)?.[1];

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
