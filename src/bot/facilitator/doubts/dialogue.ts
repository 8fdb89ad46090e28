/** The queue, worked through: one is looked at, a short answer settles it, the next one follows. */

import type { Doubt } from '../../../app/ports/proposals.ts';
import { retagProposal } from '../../../app/proposal/change-own.ts';
import { answerDoubt, dismissDoubt, doubtAuthor, takeUpDoubt } from '../../../app/proposal/doubts.ts';
import { mention } from '../../../chat/mention.ts';
import { ref, type WordsId } from '../../../core/ids.ts';
import { isRefusal } from '../../../core/refusal.ts';
import type { FocusOf } from '../../focus.ts';
import { ownCommand } from '../../own-command.ts';
import { chosenAxes } from '../../partner/axis-doubt.ts';
import { answer, type Reply, refusal, type Talk } from '../../talk.ts';
import { agrees, bare, said } from '../../understand.ts';
import { inTeam } from '../dialogue.ts';
import { onAdd } from '../invite.ts';
import { onLate } from '../late.ts';
import { onMergeAsked } from '../merge.ts';
import { keep } from '../round.ts';
import { onRewrite } from '../table-attendees.ts';
import { type DoubtCommand, doubtCommand } from './command.ts';
import { openDoubts, pairOf, seatOf, shown } from './list.ts';
import { proposeFor } from './propose.ts';
import { onSuggest } from './suggest.ts';
import { tellAnswer } from './tell.ts';

/** null when the message is nothing of the queue's. */
export async function onDoubtMessage(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const { focus } = talk;
  const here = focus.waits === 'doubts' ? focus : null;
  const command = doubtCommand(talk.text);
  if (command?.does === 'suggest') return suggest(talk, here, command);
  if (command && (here || 'number' in command || command.does === 'count')) {
    const bareWord = 'number' in command && command.number === null;
    if (here || !bareWord) return obey(talk, here, command);
  }
  if (here?.said) return (await onAnswerMeant(talk, here)) ?? onMaybeAnswer(talk, here);
  if (here?.answer) return onAnswerGiven(talk, here);
  return here && here.at !== null ? ((await onAxisSaid(talk, here)) ?? onMaybeAnswer(talk, here)) : null;
}

interface Queue {
  readonly open: readonly Doubt[];
  /** Numbers are those of the last listing. */
  readonly ids: readonly string[];
  readonly at: number | null;
}

async function queueOf(talk: Talk, focus: FocusOf<'doubts'> | null): Promise<Queue> {
  const open = await openDoubts(talk);
  const ids = focus?.ids ?? open.map(({ id }) => id);
  // What came since the list was shown goes after it.
  const since = open.map(({ id }) => id).filter((id) => !ids.includes(id));
  return { open, ids: [...ids, ...since], at: focus?.at ?? null };
}

/** null for one's own proposal: it is then theirs to change. Looked at as a correction, the doubt is settled by it. */
async function suggest(
  talk: Talk,
  focus: FocusOf<'doubts'> | null,
  { ref: number, textAt }: Extract<DoubtCommand, { does: 'suggest' }>,
): Promise<Reply | null> {
  const row = await talk.tx.proposals.byNumber(talk.consultation.id, number);
  if (talk.actor.partners.some(({ id }) => id === row?.partnerId)) return null;
  const text = talk.text.slice(textAt);
  const done = row?.table ? await onRewrite(talk, row, text) : await onSuggest(talk, number, text);
  if (isRefusal(done)) return refusal(talk, done);
  const queue = await queueOf(talk, focus);
  const doubt = queue.open.find(({ id }) => id === queue.ids[queue.at ?? -1]);
  if (doubt?.kind !== 'correction') return answer(done);
  const taken = await takeUpDoubt(talk, doubt);
  return isRefusal(taken) ? refusal(talk, taken) : then(talk, queue, done);
}

async function obey(
  talk: Talk,
  focus: FocusOf<'doubts'> | null,
  command: Exclude<DoubtCommand, { does: 'suggest' }>,
): Promise<Reply | null> {
  const queue = await queueOf(talk, focus);
  const { queue: say } = talk.say;
  if (command.does === 'count') return answer(say.left(queue.open.length));
  if (command.does === 'next') return step(talk, queue, 1);
  if (command.does === 'previous') return step(talk, queue, -1);
  const at = 'number' in command && command.number !== null ? command.number - 1 : queue.at;
  const doubt = at === null ? undefined : queue.open.find(({ id }) => id === queue.ids[at]);
  if (at === null) return answer(say.whichOne);
  if (!doubt)
    return answer(queue.ids[at] === undefined ? say.noSuch(queue.ids.length) : say.settledAlready(at + 1));
  const there = { ...queue, at };
  switch (command.does) {
    case 'show':
      return look(talk, there, doubt);
    case 'answer':
      return command.textAt === null
        ? askAnswer(talk, there)
        : give(talk, there, doubt, talk.text.slice(command.textAt));
    case 'dismiss':
      return dismiss(talk, there, doubt, command.textAt === null ? null : talk.text.slice(command.textAt));
    case 'propose':
      return propose(talk, there, doubt);
    case 'accept':
    case 'decline':
      return late(talk, there, doubt, command.does);
    case 'merge':
      return merge(talk, there, doubt);
    case 'invite':
      return invite(talk, there, doubt, command);
  }
}

const focused = ({ focus }: Talk, { ids, at }: Queue, waitsAnswer = false): { focus: FocusOf<'doubts'> } => ({
  focus: {
    waits: 'doubts',
    ids: [...ids],
    at,
    answer: waitsAnswer,
    back: focus.waits === 'doubts' ? focus.back : focus,
  },
});

const askAnswer = (talk: Talk, queue: Queue): Reply => ({
  ...answer(talk.say.queue.whatAnswer),
  ...focused(talk, queue, true),
});

async function look(talk: Talk, queue: Queue, doubt: Doubt, lead: string | null = null): Promise<Reply> {
  const blocks = await shown(talk, doubt, queue.at! + 1, queue.ids.length);
  return { ...answer(...(lead === null ? [] : [lead]), ...blocks), ...focused(talk, queue) };
}

/** The nearest one that is still open, in that direction. */
async function step(talk: Talk, queue: Queue, by: 1 | -1, lead: string | null = null): Promise<Reply> {
  const open = new Map(queue.open.map((doubt) => [doubt.id, doubt]));
  for (
    let at = (queue.at ?? (by === 1 ? -1 : queue.ids.length)) + by;
    at >= 0 && at < queue.ids.length;
    at += by
  ) {
    const doubt = open.get(queue.ids[at]!);
    if (doubt) return look(talk, { ...queue, at }, doubt, lead);
  }
  const { queue: say, team } = talk.say;
  const rest = queue.open.length === 0 ? team.noDoubts : by === 1 ? say.last : say.first;
  return { ...answer(...(lead === null ? [] : [lead]), rest), ...focused(talk, queue) };
}

/** Settled: how many are left, and the next one. */
async function then(talk: Talk, queue: Queue, done: string): Promise<Reply> {
  const after = { ...queue, open: await openDoubts(talk) };
  const { queue: say } = talk.say;
  const left = after.open.length > 0 ? ` ${say.left(after.open.length)}` : '';
  return step(talk, after, 1, `${done}${left}`);
}

async function give(talk: Talk, queue: Queue, doubt: Doubt, text: string): Promise<Reply> {
  const words = await keep(talk, text.trim());
  const author = await answerDoubt(talk, doubt, words);
  if (isRefusal(author)) return refusal(talk, author);
  await tellAnswer(talk, author, doubt, words);
  return then(talk, queue, talk.say.queue.answered(author.person.name && mention(author.person)));
}

async function onAnswerGiven(talk: Talk, focus: FocusOf<'doubts'>): Promise<Reply | null> {
  const queue = await queueOf(talk, focus);
  const doubt = queue.open.find(({ id }) => id === queue.ids[focus.at ?? -1]);
  if (/^(?:annuler|cancel|non|no)$/u.test(bare(talk.text)) || !doubt)
    return { ...answer(talk.say.queue.notAnswered), ...focused(talk, queue) };
  return talk.event.type === 'message' ? give(talk, queue, doubt, talk.text) : null;
}

const ANSWERED = ['question', 'not-understood'];

/** A sentence, said while a question is looked at: the answer to it, if the team says so. */
async function onMaybeAnswer(talk: Talk, focus: FocusOf<'doubts'>): Promise<Reply | null> {
  const { queue: say } = talk.say;
  if (talk.event.type !== 'message' || talk.wordsId === null || talk.actor.partners.length > 0) return null;
  if (said(talk.text) !== null || ownCommand(talk.text) || bare(talk.text).split(' ').length < 3) return null;
  const queue = await queueOf(talk, focus);
  const doubt = queue.open.find(({ id }) => id === queue.ids[focus.at ?? -1]);
  if (!doubt || !ANSWERED.includes(doubt.kind)) return null;
  const author = await doubtAuthor(talk, doubt);
  return {
    ...answer(say.isAnswer(author?.person.name ? mention(author.person) : null)),
    choices: [
      { value: talk.say.team.yes, label: say.sendAnswer },
      { value: talk.say.team.no, label: say.dontSend },
    ],
    focus: { ...focused(talk, queue).focus, said: talk.wordsId },
  };
}

/** null when something else is said: it may be another answer. */
async function onAnswerMeant(talk: Talk, focus: FocusOf<'doubts'>): Promise<Reply | null> {
  const wanted = agrees(talk.text);
  if (wanted === null) return null;
  const queue = await queueOf(talk, focus);
  const doubt = queue.open.find(({ id }) => id === queue.ids[focus.at ?? -1]);
  const text = (await talk.tx.words.texts([focus.said as WordsId])).get(focus.said as WordsId);
  if (!wanted || !doubt || typeof text !== 'string')
    return { ...answer(talk.say.queue.notAnswered), ...focused(talk, queue) };
  return give(talk, queue, doubt, text);
}

async function dismiss(talk: Talk, queue: Queue, doubt: Doubt, reason: string | null): Promise<Reply> {
  const words = reason === null ? null : await keep(talk, reason.trim());
  const done = await dismissDoubt(talk, doubt, words);
  return isRefusal(done) ? refusal(talk, done) : then(talk, queue, talk.say.queue.dismissed);
}

const WORDS = ['question', 'not-understood', 'correction', 'voice'];

async function propose(talk: Talk, queue: Queue, doubt: Doubt): Promise<Reply> {
  if (!WORDS.includes(doubt.kind))
    return answer(talk.say.queue.notForThis(talk.say.queue.actions(doubt.kind)));
  const made = await proposeFor(talk, doubt);
  return isRefusal(made) ? refusal(talk, made) : then(talk, queue, made);
}

async function late(talk: Talk, queue: Queue, doubt: Doubt, does: 'accept' | 'decline'): Promise<Reply> {
  const row = doubt.proposalId ? await talk.tx.proposals.byId(doubt.proposalId) : null;
  if (doubt.kind !== 'late' || !row)
    return answer(talk.say.queue.notForThis(talk.say.queue.actions(doubt.kind)));
  const settled = await onLate(talk, row.number, does);
  return isRefusal(settled) ? refusal(talk, settled) : then(talk, queue, settled);
}

async function merge(talk: Talk, queue: Queue, doubt: Doubt): Promise<Reply> {
  const pair = doubt.kind === 'near' ? await pairOf(talk, doubt) : null;
  if (!pair) return answer(talk.say.queue.notForThis(talk.say.queue.actions(doubt.kind)));
  const reply = await onMergeAsked(talk, { from: pair[0].number, into: pair[1].number });
  return { ...reply, ...focused(talk, queue) };
}

async function invite(
  talk: Talk,
  queue: Queue,
  doubt: Doubt,
  { name, at }: Extract<DoubtCommand, { does: 'invite' }>,
): Promise<Reply> {
  const author =
    doubt.kind === 'referral'
      ? await doubtAuthor(talk, doubt)
      : doubt.kind === 'visitor'
        ? await seatOf(talk, doubt)
        : null;
  if (!author) return answer(talk.say.queue.notForThis(talk.say.queue.actions(doubt.kind)));
  const { organisation, college } = author;
  const reply = await onAdd(talk, { does: 'add', name, organisation, college, at, lang: null });
  return { ...reply, ...focused(talk, queue) };
}

/** "A", "les deux", "axe 3" and nothing else, where an axis is to be settled. */
async function onAxisSaid(talk: Talk, focus: FocusOf<'doubts'>): Promise<Reply | null> {
  const queue = await queueOf(talk, focus);
  const doubt = queue.open.find(({ id }) => id === queue.ids[focus.at!]);
  const row = doubt?.proposalId ? await talk.tx.proposals.byId(doubt.proposalId) : null;
  const [a, b] = doubt?.options ?? [];
  if (doubt?.kind !== 'axis' || !row || !a || !b) return null;
  const chosen = chosenAxes(talk, a, b);
  if (!chosen) return null;
  const [main, other] = chosen;
  const tags = [main, ...(other ? [other] : [])].map((value, index) => ({
    dimension: 'axis' as const,
    value,
    main: index === 0,
  }));
  const done = await retagProposal(talk, row, 'proposal.retag', tags);
  if (isRefusal(done)) return refusal(talk, done);
  const name = ref(row.number);
  return then(talk, queue, other ? talk.say.axisBoth(name, main, other) : talk.say.axisSettled(name, main));
}
