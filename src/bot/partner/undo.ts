/** "annule", "undo": the last thing somebody did is undone, and they are told what became of it. */

import { takeBackReview } from '../../app/participation/review.ts';
import { stopMessages } from '../../app/participation/take-part.ts';
import {
  askAgain,
  inviteAgain,
  lastDone,
  putBack,
  readAsBefore,
  undoing,
} from '../../app/participation/undo.ts';
import type { Act } from '../../app/ports/acts.ts';
import type { ProposalRow } from '../../app/ports/proposals.ts';
import { restoreProposal, reviseProposal, withdrawProposal } from '../../app/proposal/change-own.ts';
import { agreeToMerge } from '../../app/proposal/merge-proposals.ts';
import { moveProposal } from '../../app/proposal/move-proposal.ts';
import { relate, separate } from '../../app/proposal/relate.ts';
import { rejoinProposal } from '../../app/proposal/split-proposal.ts';
import { retractSupport, supportProposal } from '../../app/proposal/support.ts';
import { display } from '../../chat/display.ts';
import { type AnswerId, type PartnerId, type ProposalId, type RoundId, ref } from '../../core/ids.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Focus } from '../focus.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { bare } from '../understand.ts';
import { askConsent } from './consent.ts';
import { refs } from './describe.ts';
import { lateChange } from './late-change.ts';
import { at, goOn, latestPlace, type Place, placeOf } from './place.ts';
import { reviewAgain } from './review.ts';

const UNDO =
  /^(?:(?:non|no|euh|oups|oops|zut|pardon|sorry|ah)[ ,.!]{1,3})?(?:annule[rz]?|retour|revenir|(?:revenir )?en arriere|undo|go back|oups|oops|cancel)(?: (?:ca|cela|tout ca|(?:ma |la )?derniere (?:reponse|idee|proposition|chose|action)|ce que je viens de (?:dire|faire|d'ecrire)|that|this|it|my last (?:answer|idea|message)|the last one))?(?:,? (?:svp|stp|s'il vous plait|please|merci))?$/u;

export const undoes = (text: string): boolean => text.length < 80 && UNDO.test(bare(text));

/** Where "annule" means: no, leave this question. */
const LEAVES: readonly Focus['waits'][] = [
  'merge',
  'suggestion',
  'split',
  'data',
  'erase',
  'dispute',
  'sharing',
  'quoting',
  'rewrite',
  'which',
  'one-of',
  'review-fix',
  'add',
  'amend',
  'parts',
  'support',
];

export const leavesQuestion = ({ focus }: Pick<Talk, 'focus'>): boolean =>
  LEAVES.includes(focus.waits) || (focus.waits === 'review' && focus.asks !== null);

/** What was undone, in a sentence; where to go on from there, when that changed. */
interface Undone {
  readonly sentence: string;
  readonly place?: Place | null;
  /** The whole reply, when it is more than a sentence. */
  readonly reply?: Reply;
}

export async function onUndo(talk: Talk): Promise<Reply> {
  const acts = await lastDone(talk);
  if (acts.length === 0) return onwards(talk, talk.say.smallTalk.nothingToUndo, null);
  const kept = await stays(talk, acts);
  if (kept !== null) return typeof kept === 'string' ? answer(kept) : kept;
  const done: Undone[] = [];
  const refused = await undoing(talk, acts, async () => {
    for (const act of acts.toReversed()) {
      const one = await undone(talk, act);
      if (isRefusal(one)) return one;
      if (one) done.push(one);
    }
    return true as const;
  });
  if (isRefusal(refused)) return refusal(talk, refused);
  const reply = done.find((one) => one.reply)?.reply;
  if (reply) return reply;
  const sentences = [...new Set(done.map(({ sentence }) => sentence))].join(' ');
  return onwards(talk, sentences, done.find(({ place }) => place)?.place ?? null);
}

/** What cannot be undone, said before anything is touched; null when all can. */
async function stays(talk: Talk, acts: readonly Act[]): Promise<string | Reply | null> {
  const { undo: say } = talk.say;
  const lost = acts.find(({ verb, refs }) =>
    // What was entered for somebody, once they found it right, is theirs to correct or withdraw.
    verb === 'reading.confirm' ? refs.answered === undefined : !Object.hasOwn(UNDOERS, verb),
  );
  if (lost) return lost.verb === 'proposal.erase' ? say.erased : say.not;
  for (const act of acts) {
    const row = await rowOf(talk, act);
    if (act.verb === 'proposal.apart' && row) return say.apart(ref(row.number));
    if (act.verb !== 'proposal.revise' || !row) continue;
    const late = await lateChange(talk, [row]);
    if (late) return late;
  }
  return null;
}

/** The question the person is at, after a word on what was undone. */
async function onwards(talk: Talk, sentence: string, there: Place | null): Promise<Reply> {
  const { focus } = talk;
  const here = 'round' in focus && 'partner' in focus ? await placeOf(talk, focus) : null;
  const place = there ?? here;
  if (!place) return answer(sentence);
  return focus.waits === 'consent' ? askConsent(talk, sentence) : goOn(talk, place, sentence);
}

type Undoer = (talk: Talk, act: Act, row: ProposalRow | null) => Promise<Undone | Refusal | null>;

const rowOf = (talk: Talk, { subjectType, subjectId }: Act): Promise<ProposalRow | null> =>
  subjectType === 'proposal' ? talk.tx.proposals.byId(subjectId as ProposalId) : Promise.resolve(null);

const undone = async (talk: Talk, act: Act): Promise<Undone | Refusal | null> =>
  UNDOERS[act.verb]!(talk, act, await rowOf(talk, act));

const after = (done: unknown, sentence: string): Undone | Refusal => (isRefusal(done) ? done : { sentence });

const UNDOERS: Readonly<Record<string, Undoer>> = {
  'answer.submit': takeBackAnswer,
  'participation.pass': async (talk, act) => {
    const place = await placeWith(talk, act);
    const prompt = String(act.refs.prompt ?? place?.participation.passed.at(-1) ?? '');
    if (!place) return null;
    const participation = await askAgain(talk, place.participation, prompt);
    return { sentence: talk.say.undo.pass, place: { ...place, participation } };
  },
  'participation.decline': async (talk, act) => {
    const place = await placeWith(talk, act);
    if (!place) return null;
    await inviteAgain(talk, place.participation);
    const focus: Focus = { waits: 'consent', ...at(place, null), before: [] };
    return { sentence: '', reply: { ...askConsent(talk, talk.say.undo.decline), focus } };
  },
  'participation.stop': async (talk, { refs: { stopped } }) => {
    const { stopped: silent, resumed } = talk.say.undo;
    return after(await stopMessages(talk, stopped !== 1), stopped === 1 ? resumed : silent);
  },
  'attribution.choose': async (talk, act) => {
    await putBack(talk, act);
    const [partner] = talk.actor.partners;
    const now = partner ? await talk.tx.people.partner(partner.id) : null;
    return { sentence: now ? talk.say.undo.quoted(talk.say.attribution[now.attribution]) : '' };
  },
  'standing.choose': async (talk, act) => {
    await putBack(talk, act);
    return { sentence: talk.say.undo.standing };
  },
  'proposal.approve': async (talk, act) => {
    await putBack(talk, act);
    return { sentence: talk.say.undo.standing };
  },
  'proposal.withdraw': async (talk, _, row) =>
    row?.state === 'withdrawn'
      ? after(await restoreProposal(talk, row), talk.say.restored(ref(row.number)))
      : null,
  'proposal.restore': async (talk, _, row) =>
    row?.state === 'submitted'
      ? after(await withdrawProposal(talk, row), talk.say.undo.withdrawn(ref(row.number), false))
      : null,
  'proposal.revise': asBefore,
  'proposal.correct': async (talk, act, row) => {
    if (!row) return null;
    const back = await readAsBefore(talk, act);
    return { sentence: back ? talk.say.undo.readAsBefore(ref(row.number)) : talk.say.undo.not };
  },
  'review.answer': async (talk, act, row) => {
    const back = await takeBackReview(talk, act);
    // Told with what was changed, but for a correction that went to the team.
    if (!row || act.refs.doubt === undefined) return null;
    const { reviewed, reviewTaken } = talk.say.undo;
    return { sentence: (back ? reviewed : reviewTaken)(ref(row.number)) };
  },
  'reading.confirm': async (talk, { refs }) => {
    await takeBackReview(talk, { refs });
    const asked = { notice: String(refs.notice), round: String(refs.round) };
    return { sentence: '', reply: reviewAgain(talk, asked, talk.say.undo.confirmed) };
  },
  'proposal.nuance': async (talk, act, row) => {
    if (!row) return null;
    const others: ProposalRow[] = [];
    for (const id of act.refs.others as readonly string[]) {
      const other = await talk.tx.proposals.byId(id as ProposalId);
      if (other) others.push(other);
    }
    return after(await relate(talk, row, others, 'apart'), talk.say.undo.nuance(ref(row.number)));
  },
  'proposal.endorse': async (talk, _, row) =>
    row && after(await retractSupport(talk, row.number), talk.say.others.retracted(ref(row.number))),
  'proposal.retract': async (talk, _, row) => {
    const place = await latestPlace(talk);
    if (!row || !place) return null;
    const done = await supportProposal(talk, row.number, place.partner.id);
    return after(done, talk.say.others.supported(ref(row.number)));
  },
  'merge.agree': async (talk, _, row) =>
    row?.state === 'merged'
      ? after(await separate(talk, row.number), talk.say.others.separated(ref(row.number)))
      : null,
  'proposal.separate': async (talk, { refs: { from } }, row) => {
    const into = await talk.tx.proposals.byId(String(from) as ProposalId);
    const author = talk.actor.partners.find(({ id }) => id === row?.partnerId);
    if (!row || !into || !author) return null;
    const done = await agreeToMerge(talk, { from: row, into }, author);
    return after(done, talk.say.undo.joinedAgain(ref(row.number), ref(into.number)));
  },
  'proposal.move': async (talk, { refs: { from } }, row) => {
    const to = talk.actor.partners.find(({ id }) => id === from);
    if (!row || !to) return null;
    return after(
      await moveProposal(talk, row, to),
      talk.say.voices.moved(ref(row.number), display(to.organisation)),
    );
  },
  'split.agree': async (talk, _, row) => {
    if (row?.state !== 'split') return null;
    const done = await rejoinProposal(talk, row.number);
    return isRefusal(done)
      ? done
      : { sentence: talk.say.split.rejoined(ref(row.number), refs(talk, done.parts)) };
  },
  // Said, and nothing to take back: `stays` answers it.
  'proposal.apart': async () => null,
};

/** Their ideas are withdrawn, and the question they answered is asked again unless they answered it otherwise too. */
async function takeBackAnswer(talk: Talk, act: Act): Promise<Undone | Refusal | null> {
  const rows = await talk.tx.proposals.byAnswer(act.subjectId as AnswerId);
  const standing = rows.filter(({ state }) => state === 'submitted');
  for (const row of standing) {
    const done = await withdrawProposal(talk, row);
    if (isRefusal(done)) return done;
  }
  const [first] = standing;
  if (!first) return { sentence: talk.say.smallTalk.nothingToUndo };
  const { undo: say } = talk.say;
  const sentence = `${say.withdrawn(refs(talk, standing), standing.length > 1)} ${say.restoreHow(ref(first.number))}`;
  const place = await placeOf(talk, { round: first.roundId ?? '', partner: first.partnerId ?? '' });
  if (!place || first.promptKey === null) return { sentence, place };
  const others = (await talk.tx.proposals.byPartner(place.partner.id)).some(
    ({ roundId, promptKey, state }) =>
      roundId === first.roundId &&
      promptKey === first.promptKey &&
      (state === 'submitted' || state === 'merged'),
  );
  if (others) return { sentence, place };
  const participation = await askAgain(talk, place.participation, first.promptKey);
  return { sentence, place: { ...place, participation } };
}

/** Its words of before, and how they were read. */
async function asBefore(talk: Talk, act: Act, row: ProposalRow | null): Promise<Undone | Refusal | null> {
  const former = row?.versions.at(-2);
  if (row?.state !== 'submitted' || !former) return null;
  const { words, start, end } = former;
  if (typeof (await talk.tx.words.texts([words])).get(words) !== 'string')
    return { sentence: talk.say.undo.not };
  await readAsBefore(talk, act);
  const read = (await talk.tx.proposals.byId(row.id)) ?? row;
  const done = await reviseProposal(talk, read, { extract: { words, start, end }, idea: null });
  return after(done, talk.say.undo.asBefore(ref(row.number)));
}

async function placeWith(talk: Talk, { subjectId }: Act): Promise<Place | null> {
  for (const partner of talk.actor.partners) {
    const all = await talk.tx.participations.ofPartner(partner.id as PartnerId);
    const found = all.find(({ id }) => id === subjectId);
    if (found) return placeOf(talk, { round: found.roundId as RoundId, partner: partner.id });
  }
  return null;
}
