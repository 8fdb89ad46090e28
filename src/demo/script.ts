/** The story, chapter by chapter: what everybody says to the bot, from the opening to the restitution. */

import type { Gathered } from '../app/documents/gather-documents.ts';
import { STATUS_WORDS } from '../core/decision/status-words.ts';
import { CAST } from './cast/cast.ts';
import type { Character } from './cast/character.ts';
import { MERGES } from './cast/merges.ts';
import { INTRODUCTION, PROOFREAD, REWORDED, THE_REST, THEME, TITLED } from './cast/staff-edits.ts';
import { answered, play, readIn } from './player.ts';
import { authorOf, characterOf, expectedAnswers, INVITED, lineCiting, refOf } from './readings.ts';
import { yearOf } from './scenes/annual-report.ts';
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
  whyAndUndone,
} from './scenes/guests.ts';
import { AFTERWARDS, answeredAgain, converging, HALFWAY, halfway } from './scenes/midterm.ts';
import { amongNeighbours } from './scenes/neighbours.ts';
import { joinedAndShared, openedByMistake } from './scenes/on-the-way.ts';
import { roundOfOnesOwn } from './scenes/own-round.ts';
import { answeredTogether, digestOnItsDay, proofread, theRest } from './scenes/synthesis.ts';
import { heard, type Stage } from './stage.ts';
import type { StoryClock } from './story-clock.ts';
import { type Host, hostOf } from './team.ts';

const ROUND = 'plan-actions';
const TOGETHER = 8;

export interface Play {
  readonly stage: Stage;
  readonly clock: StoryClock;
  readonly progress: (chapter: string, done: number, of: number) => void;
  /** References of the proposals in force, as an export shows them to staff. */
  readonly inForce: () => Promise<readonly string[]>;
  readonly gather: () => Promise<Gathered>;
  /** Has the bot compare its dates with the story's clock. */
  readonly tick: () => Promise<void>;
  /** Resolves when the letters that are due have left. */
  readonly posted: () => Promise<void>;
  readonly days: {
    /** A Monday of the round, at the hour of the digest. */
    readonly digest: number;
    readonly close: number;
    readonly committee: number;
    readonly council: number;
    /** Before the end of that year. */
    readonly report: number;
  };
}

export interface Told {
  readonly gathered: Gathered;
  /** As the staff read it. */
  readonly digest: string;
  /** What was played besides the answers, in order. */
  readonly scenes: readonly string[];
}

export async function tell(play_: Play): Promise<Told> {
  const { stage, clock, progress, days, tick } = play_;
  const facilitator = hostOf(stage, 'rachida');
  const drafter = hostOf(stage, 'etienne');
  const signer = hostOf(stage, 'solene');
  const reader = hostOf(stage, 'maelys');
  const guests = guestsOf(stage);
  const scenes: string[] = [];
  const scene = async <Result>(title: string, act: () => Promise<Result>): Promise<Result> => {
    progress(title, 0, 1);
    const result = await act();
    progress(title, 1, 1);
    scenes.push(title);
    return result;
  };

  await scene('l’essai avant l’envoi', () => opening(facilitator, ROUND));
  const extracted = await scene('un appel, une table d’atelier, une pièce jointe', () =>
    enteredForThem(facilitator, guests),
  );
  await scene('« pourquoi », « annule »', () => whyAndUndone(guests, extracted));
  await scene('une question', () => asked(facilitator, guests));
  await scene('deux structures, une scission', () => forTwo(facilitator, guests));
  await scene('une modération', () => moderated(facilitator, guests));
  await everybody(play_, 'réponses', CAST, (who) => play(stage, who, who.moves, INVITED));
  await scene('une relance, une passation', () => handedOver(facilitator, stage));
  await scene('une personne ajoutée en route, une adresse partagée', () =>
    joinedAndShared(facilitator, stage),
  );
  await scene('« mes données », « stop »', () => ownRights(guests));
  await scene('un tour annulé', () => openedByMistake(facilitator, guests));
  await scene('un tour écrit en discussion, prolongé, des mots effacés', () =>
    roundOfOnesOwn(facilitator, guests),
  );
  await scene('des idées qui se rejoignent et se nuancent, une invitation par e-mail', () =>
    amongNeighbours(stage, play_.posted),
  );
  const digest = await scene('un digest à jour fixe', () =>
    digestOnItsDay(drafter, { leap: () => clock.leap(days.digest), tick }),
  );

  clock.leap(days.close);
  await facilitator.ask(`clore ${ROUND}`);
  await lateAndAlike(play_, facilitator);
  await scene('« vous a-t-on bien compris ? », une correction', () =>
    readAgain(facilitator, ROUND, guests, tick),
  );
  const draft = await scene('une synthèse titrée, reformulée, relue par une collègue, signée', () =>
    synthesis(stage, { drafter, reader, signer }),
  );

  await scene('une réponse par thème, avec ses exceptions', () => decide(play_, drafter, draft));
  clock.leap(days.committee);
  await signer.ask(`entériner comite ${dayOf(days.committee)}`);
  clock.leap(days.council);
  await signer.ask(`entériner conseil ${dayOf(days.council)}`);
  await signer.ask('restitution');
  const authors = CAST.filter((who) => who.moves.length > 0);
  const before = new Map(authors.map((who) => [who.key, heard(stage, who.key).length]));
  await signer.ask('oui');
  await scene('une contestation', () => disputed(reader, guests));
  const gathered = await restituted(play_, before);
  const ofWork = new Set(gathered.proposals.filter(({ axis }) => axis === '5').map(({ ref }) => ref));
  const cites = gathered.restitution.find(
    ({ status, proposal }) => status === 'adopted' && ofWork.has(proposal),
  )!.proposal;
  const [committee, council] = [dayOf(days.committee), dayOf(days.council)];
  await scene('un plan ajusté et mesuré, le bilan de l’année', () =>
    yearOf({ drafter, reader, signer, cites, committee, council }, () => clock.leap(days.report)),
  );
  clock.leap(HALFWAY);
  const team = [facilitator, drafter, signer, reader];
  const midterm = { stage, facilitator, drafter, signer, team, tick };
  const answering = await scene('un mi-parcours ouvert sur ce qui est en retard', () => halfway(midterm));
  const spoken = await scene('une validation des objectifs, la convergence', () =>
    converging(midterm, answering),
  );
  await scene('une réponse à ce qui fut dit à mi-parcours', () =>
    answeredAgain(midterm, spoken, () => {
      clock.leap(AFTERWARDS);
      return dayOf(AFTERWARDS);
    }),
  );
  return { gathered, digest, scenes };
}

/** What came after the close is accepted; what is alike is put to its authors. */
async function lateAndAlike({ stage, progress, ...rest }: Play, facilitator: Host): Promise<void> {
  const latecomers = CAST.filter((who) => who.late);
  await everybody({ progress, ...rest }, 'hors délai', latecomers, (who) =>
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
}

/** Drafted by the machine, worked on by one, read by another, signed by a third; the draft as it was first shown. */
async function synthesis(
  stage: Stage,
  { drafter, reader, signer }: Readonly<Record<'drafter' | 'reader' | 'signer', Host>>,
): Promise<string> {
  await drafter.ask('digest');
  const [, shown] = await drafter.ask('synthèse', 1);
  const draft = shown!.text;
  await drafter.ask(`introduire : ${INTRODUCTION}`);
  await drafter.ask(`reformuler ${lineCiting(stage, draft, REWORDED.citing).number} : ${REWORDED.text}`);
  await drafter.ask(`titrer ${lineCiting(stage, draft, TITLED.citing).number} : ${TITLED.text}`);
  for (const [, axis] of draft.matchAll(/«\s?sans désaccord (\S+)\s»/gu))
    await drafter.ask(`sans désaccord ${axis}`);
  await proofread(drafter, reader, lineCiting(stage, draft, PROOFREAD.citing).number, PROOFREAD.text);
  const [told] = await signer.ask('signer');
  if (told!.text.includes('accepter titres')) {
    await drafter.ask('accepter titres');
    await signer.ask('signer');
  }
  return draft;
}

/** A theme at once, with its exceptions; then one by one; then what nobody foresaw. */
async function decide({ stage, progress, inForce }: Play, drafter: Host, draft: string): Promise<void> {
  const answers = expectedAnswers(stage);
  const refs = await inForce();
  const theme = lineCiting(stage, draft, THEME.citing);
  const alike = (ref: string) => answers.get(ref)?.status === THEME.answer.status;
  const except = theme.refs.filter((ref) => refs.includes(ref) && !alike(ref));
  const { status } = THEME.answer;
  await answeredTogether(drafter, {
    line: theme.number,
    answer: THEME.answer,
    status: STATUS_WORDS.fr[status],
    except,
  });
  const together = theme.refs.filter(alike);
  const foreseen = refs.filter((ref) => answers.has(ref) && !together.includes(ref));
  for (const [index, ref] of foreseen.entries()) {
    const answer = answers.get(ref)!;
    await drafter.ask(`décider ${ref} ${STATUS_WORDS.fr[answer.status]} : ${answer.reason}`);
    progress('réponses motivées', index + 1, refs.length);
  }
  await theRest(drafter, THE_REST);
  progress('réponses motivées', refs.length, refs.length);
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

/** The author of the first one reads both, and says yes or no, once. */
async function replyToMerge(
  stage: Stage,
  userId: string,
  [from, into]: readonly [string, string],
  reply: string,
) {
  const asked = () =>
    heard(stage, userId).findIndex(({ text, message }) => {
      return message.choices.length === 2 && text.includes(from) && text.includes(into);
    });
  await stage.waitFor(userId, () => asked() >= 0, { within: 60_000 });
  const question = asked();
  if (stage.said(userId).length <= question - INVITED) stage.say(userId, reply);
  await answered(stage, userId, question + 2);
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
