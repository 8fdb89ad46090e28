/** "Did I understand you?": how each of one's proposals was read; right, to be corrected, or taken back. */
import { answerReview, findUnderstood, ofReview } from '../../app/participation/review.ts';
import type { ProposalRow } from '../../app/ports/proposals.ts';
import { retagProposal, withdrawProposal } from '../../app/proposal/change-own.ts';
import type { Document } from '../../chat/outbound.ts';
import { numberOf, type ProposalId, ref } from '../../core/ids.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { type Focus, type FocusOf, focusFrom } from '../focus.ts';
import {
  answer,
  documentOf,
  greeted,
  leaveDoubt,
  line,
  list,
  local,
  type Reply,
  refusal,
  type Talk,
} from '../talk.ts';
import { agrees, bare, option, said } from '../understand.ts';
import { item, refsOr, type Speaker } from './describe.ts';

/** In the person's own language: `talk` is theirs. null when nothing is left to read again. */
export async function reviewQuestion(
  talk: Speaker & Pick<Talk, 'tx' | 'actor' | 'now' | 'ids'>,
  roundId: string,
  focus: Focus,
): Promise<Document | null> {
  const rows = await ofReview(talk, roundId);
  if (rows.length === 0) return null;
  const { review: say } = talk.say;
  const round = (await talk.tx.rounds.of(talk.consultation.id)).find(({ id }) => id === roundId);
  const content = talk.consultation.content.rounds.find(({ key }) => key === round?.key);
  const draft = await talk.tx.syntheses.latest(talk.consultation.id);
  const lines = draft?.body.axes.flatMap(({ lines, disagreements }) => [...lines, ...disagreements]) ?? [];
  const citedIn = ({ number }: ProposalRow) => lines.filter(({ cites }) => cites.includes(ref(number)));
  const items = rows.map((row) => {
    const cited = citedIn(row).map(({ id }) => id);
    return cited.length > 0 ? [...item(talk, row), say.cited(talk.say.listed(cited))] : item(talk, row);
  });
  const name = greeted(talk.actor.person);
  const title = content ? local(talk, content.title) : '';
  return documentOf(
    {
      blocks: [line(say.ask(name, title)), list(...items), line(say.question)],
      choices: choicesOf(talk),
      focus,
    },
    talk.say.lang,
  );
}

const choicesOf = ({ say }: Speaker) =>
  say.review.choices.map((label, index) => ({ value: String(index + 1), label }));

/** Once their "that's right" was undone: asked again, in a sentence. */
export function reviewAgain(
  talk: Talk,
  { notice, round }: Pick<FocusOf<'review'>, 'notice' | 'round'>,
  sentence: string,
): Reply {
  const back = talk.focus.waits === 'review' ? talk.focus.back : talk.focus;
  return {
    ...answer(`${sentence} ${talk.say.review.question}`),
    choices: choicesOf(talk),
    focus: { waits: 'review', notice, round, asks: null, back },
  };
}

const CORRECT = /^(?:corriger|a corriger|corrige|correct(?: it)?|change(?: it)?|modifier)\b/u;
const WITHDRAW = /^(?:retirer|a retirer|retire|withdraw(?: it)?|take(?: it)? back|remove(?: it)?)\b/u;

/** null when the message is no answer to it: it is then taken for what the person was doing before. */
export async function onReview(talk: Talk, focus: FocusOf<'review'>): Promise<Reply | null> {
  const { review: say } = talk.say;
  const back = focusFrom(focus.back);
  const rows = await ofReview(talk, focus.round);
  if (rows.length === 0) return null;
  const text = bare(talk.text);
  if (focus.asks !== null) {
    const named = numberOf(text.replace(/^.*\bp/u, 'p'));
    const row = rows.find(({ number }) => number === named) ?? rows[option(text, rows.length) ?? -1];
    if (row) return focus.asks === 'correct' ? fix(talk, focus, row) : takeBack(talk, focus, row);
    if (said(text) === null) return null;
    return { ...answer(talk.say.passed), focus: back };
  }
  const choice = option(talk.text, 3);
  if (WITHDRAW.test(text) || choice === 2) return one(talk, focus, rows, 'withdraw');
  const wrong = CORRECT.test(text) || choice === 1 || (choice === null && agrees(talk.text) === false);
  if (wrong) return one(talk, focus, rows, 'correct');
  if (choice !== 0 && agrees(talk.text) !== true) return null;
  const done = await findUnderstood(talk, focus, rows);
  if (isRefusal(done)) return refusal(talk, done);
  return { ...answer(say.confirmed), focus: back };
}

function one(
  talk: Talk,
  focus: FocusOf<'review'>,
  rows: readonly ProposalRow[],
  asks: 'correct' | 'withdraw',
): Reply | Promise<Reply> {
  const { review: say } = talk.say;
  const named = rows.find(({ number }) => bare(talk.text).endsWith(ref(number).toLowerCase()));
  const only = named ?? (rows.length === 1 ? rows[0] : undefined);
  if (only) return asks === 'correct' ? fix(talk, focus, only) : takeBack(talk, focus, only);
  const question = asks === 'correct' ? say.whichCorrect : say.whichWithdraw;
  return {
    ...answer(question(refsOr(talk, rows))),
    choices: rows.map(({ number }) => ({ value: ref(number), label: ref(number) })),
    focus: { ...focus, asks },
  };
}

const fix = (talk: Talk, { notice, back }: FocusOf<'review'>, row: ProposalRow): Reply => ({
  ...answer(talk.say.review.fix(ref(row.number))),
  focus: { waits: 'review-fix', notice, proposal: row.id, back },
});

async function takeBack(talk: Talk, focus: FocusOf<'review'>, row: ProposalRow): Promise<Reply> {
  const name = ref(row.number);
  const back = focusFrom(focus.back);
  const done = row.state === 'submitted' ? await withdrawProposal(talk, row) : null;
  if (done === null)
    return { ...answer(talk.say.refusals(refuse('already-merged', { proposal: name }))), focus: back };
  if (isRefusal(done)) return { ...refusal(talk, done), focus: back };
  const taken = await answerReview(talk, focus.notice, 'withdrawn', row.id);
  if (isRefusal(taken)) return { ...refusal(talk, taken), focus: back };
  return { ...answer(`${talk.say.withdrawn(name, false)} ${talk.say.restoreHow(name)}`), focus: back };
}

const AXIS = /^(?:(?:c'est|plutot|rather|it's|l'|the|dans|pour) ?)*ax(?:e|is) ?(\S{1,20})$/u;

/** An axis is set at once; anything else goes to the team with the proposal, whatever the round's state. */
export async function onReviewFix(talk: Talk, focus: FocusOf<'review-fix'>): Promise<Reply> {
  const back = focusFrom(focus.back);
  const row = await talk.tx.proposals.byId(focus.proposal as ProposalId);
  const own = talk.actor.partners.some(({ id }) => id === row?.partnerId);
  if (!row || !own || said(talk.text) !== null) return { ...answer(talk.say.passed), focus: back };
  const name = ref(row.number);
  const axis = AXIS.exec(bare(talk.text))?.[1];
  const known = axis !== undefined && talk.consultation.content.axes.some(({ key }) => key === axis);
  let doubt: string | null = null;
  if (known) {
    const tag = { dimension: 'axis' as const, value: axis, main: true };
    const done = await retagProposal(talk, row, 'proposal.correct', [tag]);
    if (isRefusal(done)) return { ...refusal(talk, done), focus: back };
  } else doubt = await leaveDoubt(talk, 'correction');
  const taken = await answerReview(talk, focus.notice, 'corrected', row.id, doubt);
  if (isRefusal(taken)) return { ...refusal(talk, taken), focus: back };
  const sentence = known ? talk.say.axisSettled(name, axis) : talk.say.review.passedOn(name);
  return { ...answer(sentence), focus: back };
}
