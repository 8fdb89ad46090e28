/** What a person says of how their words were read: right, not right, or which of two axes. */

import { ownProposal } from '../../app/proposal/change-own.ts';
import { numberOf, type ProposalId, ref } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { FocusOf } from '../focus.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { agrees, answerThenRest, bare, notOnly, option, said } from '../understand.ts';
import { onAmending } from './amend.ts';
import { askIfRight, onWords, read, takeIdeas } from './answer.ts';
import { axisSaid } from './axis-said.ts';
import { asksToCorrect } from './bare-verb.ts';
import { takeParts } from './confirm-parts.ts';
import { refsOr } from './describe.ts';
import { ofThese } from './in-question.ts';
import { meantBy } from './meant.ts';
import { closeOf, offer } from './near.ts';
import { onCounted } from './parts.ts';
import { goOn, type Place } from './place.ts';
import { reread } from './reread.ts';
import { askRewrite, reviseWith } from './rewrite.ts';

/** After "C'est bien ça ?". */
export async function onConfirmation(
  talk: Talk,
  focus: FocusOf<'confirmation'>,
  place: Place,
): Promise<Reply> {
  const counted = await onCounted(talk, place, focus.prompt);
  if (counted) return counted;
  const word = said(talk.text);
  const right = agrees(talk.text);
  if (right === true || word === 'thanks') {
    const offered = await offer(talk, place, focus.prompt, closeOf(focus), talk.say.started);
    return offered ?? goOn(talk, place, talk.say.started);
  }
  if (word === 'pass') return goOn(talk, place, talk.say.passed);
  if (right === false || asksToCorrect(talk.text)) return askWhich(talk, focus, place);
  const rows = await ofThese(talk, focus.proposals);
  const parts = await takeParts(talk, place, focus.prompt, rows, true);
  if (parts) {
    const changed = new Set<string>(parts.changed.map(({ id }) => id));
    const others = closeOf(focus).filter(({ proposal }) => !changed.has(proposal));
    return (
      parts.reply ??
      (await offer(talk, place, focus.prompt, others, ...parts.lead)) ??
      goOn(talk, place, ...parts.lead)
    );
  }
  const axis = await axisSaid(talk, rows);
  if (axis) return axis.which ?? goOn(talk, place, axis.sentence);
  const amending = await onAmending(talk, place, focus.prompt, rows);
  if (amending) return amending;
  const beyond = answerThenRest(talk.text);
  if (beyond?.adds) {
    const more = await readMore(talk, place, focus.prompt, beyond.restAt);
    if (more) return more;
  }
  if (beyond) return correct(talk, focus, place, talk.text.slice(beyond.restAt));
  return onWords(talk, place, focus.prompt, (...lead) => askIfRight(talk, ...lead));
}

/** "Oui, et aussi…": ideas that begin there are one more answer to the prompt; null when there are none. */
async function readMore(
  talk: Talk,
  place: Place,
  prompt: string | null,
  from: number,
): Promise<Reply | null> {
  const { event, wordsId } = talk;
  if (event.type !== 'message' || wordsId === null) return null;
  const reading = await read(talk, place, prompt, talk.text.slice(from));
  if (reading.ideas.length === 0) return null;
  const ideas = reading.ideas.map((idea) => ({ ...idea, start: idea.start + from, end: idea.end + from }));
  const source = { words: wordsId, messageRef: event.message, textAt: event.at };
  return takeIdeas(talk, place, prompt, [{ ideas, source }]);
}

/** "Oui mais tout le versant nord-est": places and axes named there correct the reading; the rest goes to the team. */
export async function correct(
  talk: Talk,
  focus: Pick<FocusOf<'confirmation'>, 'proposals' | 'prompt'>,
  place: Place,
  rest: string,
): Promise<Reply> {
  const proposals = await ofThese(talk, focus.proposals);
  if (notOnly(rest)) {
    const [last] = proposals.slice(-1);
    return last ? askRewrite(talk, place, focus.prompt, last) : goOn(talk, place);
  }
  return goOn(talk, place, await reread(talk, proposals, rest));
}

export async function askWhich(talk: Talk, focus: FocusOf<'confirmation'>, place: Place): Promise<Reply> {
  const proposals = await ofThese(talk, focus.proposals);
  const [only] = proposals;
  if (!only) return goOn(talk, place);
  if (proposals.length === 1) return askRewrite(talk, place, focus.prompt, only);
  return {
    ...answer(talk.say.whichOne(refsOr(talk, proposals))),
    choices: proposals.map((one) => ({ value: ref(one.number), label: ref(one.number) })),
    focus: { ...focus, waits: 'which' },
  };
}

export async function onWhich(talk: Talk, focus: FocusOf<'which'>, place: Place): Promise<Reply> {
  const proposals = await ofThese(talk, focus.proposals);
  const named = numberOf(bare(talk.text));
  const chosen =
    proposals.find((one) => one.number === named) ?? proposals[option(talk.text, proposals.length) ?? -1];
  if (chosen) return askRewrite(talk, place, focus.prompt, chosen);
  if (agrees(talk.text) === false) return goOn(talk, place, talk.say.passed);
  const meant = await meantBy(talk, proposals);
  if (meant) {
    const own = await ownProposal(talk, meant.number, 'revise');
    if (isRefusal(own)) return refusal(talk, own);
    return (await reviseWith(talk, own, 0)) ?? goOn(talk, place, talk.say.revised(ref(own.number)));
  }
  return onConfirmation(talk, { ...focus, waits: 'confirmation', close: [] }, place);
}

/** The message replaces the proposal's text. */
export async function onRewrite(talk: Talk, focus: FocusOf<'rewrite'>, place: Place): Promise<Reply> {
  const row = await talk.tx.proposals.byId(focus.proposal as ProposalId);
  if (said(talk.text) !== null) return goOn(talk, place, talk.say.passed);
  const counted = await onCounted(talk, place, focus.prompt);
  if (counted) return counted;
  const own = row ? await ownProposal(talk, row.number, 'revise') : null;
  if (!own) return goOn(talk, place);
  if (isRefusal(own)) return refusal(talk, own);
  const revised = await reviseWith(talk, own, 0);
  return revised ?? goOn(talk, place, talk.say.revised(ref(own.number)));
}
