/** What a person says of how their words were read: right, not right, or which of two axes. */

import type { ProposalRow } from '../../app/ports.ts';
import { ownProposal, retagProposal, reviseProposal } from '../../app/proposal/change-own.ts';
import { readMessage } from '../../app/proposal/read-message.ts';
import { numberOf, type ProposalId, ref } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { FocusOf } from '../focus.ts';
import { answer, leaveDoubt, type Reply, refusal, type Talk } from '../talk.ts';
import { answerThenRest, bare, option, said } from '../understand.ts';
import { onAnswer } from './answer.ts';
import { refs } from './describe.ts';
import { at, goOn, type Place } from './place.ts';

const ofThese = async (talk: Talk, ids: readonly string[]): Promise<ProposalRow[]> => {
  const rows: ProposalRow[] = [];
  for (const id of ids) {
    const row = await talk.tx.proposals.byId(id as ProposalId);
    if (row?.state === 'submitted') rows.push(row);
  }
  return rows;
};

/** After "C'est bien ça ?". */
export async function onConfirmation(
  talk: Talk,
  focus: FocusOf<'confirmation'>,
  place: Place,
): Promise<Reply> {
  const word = said(talk.text);
  if (word === 'yes') return goOn(talk, place, talk.say.started);
  if (word === 'pass') return goOn(talk, place, talk.say.passed);
  if (word === 'no') return askWhich(talk, focus, place);
  const beyond = answerThenRest(talk.text);
  if (beyond) return correct(talk, focus, place, talk.text.slice(beyond.restAt));
  return onAnswer(talk, { waits: 'answer', ...at(place, focus.prompt) }, place);
}

/** "Oui mais tout le versant nord-est": places and axes named there correct the reading; the rest goes to the team. */
async function correct(
  talk: Talk,
  focus: FocusOf<'confirmation'>,
  place: Place,
  rest: string,
): Promise<Reply> {
  const proposals = await ofThese(talk, focus.proposals);
  const reading = await readMessage(talk.tx, talk.desk, talk.consultation.id, rest, {
    lang: talk.lang,
    prompt: null,
  });
  const territories = reading.ideas
    .flatMap((idea) => idea.tags)
    .filter((tag) => tag.dimension === 'territory')
    .filter((tag, index, all) => all.findIndex((other) => other.value === tag.value) === index);
  const target =
    proposals.findLast((proposal) => proposal.tags.some((tag) => tag.dimension === 'territory')) ??
    proposals.at(-1);
  if (!target || territories.length === 0) {
    await leaveDoubt(talk, 'correction');
    return goOn(talk, place, talk.say.correctionKept);
  }
  const said = territories.map(({ dimension, value, main }) => ({ dimension, value, main }));
  const done = await retagProposal(talk, target, 'proposal.correct', said);
  return isRefusal(done) ? refusal(talk, done) : goOn(talk, place, talk.say.corrected);
}

async function askWhich(talk: Talk, focus: FocusOf<'confirmation'>, place: Place): Promise<Reply> {
  const proposals = await ofThese(talk, focus.proposals);
  const [only] = proposals;
  if (!only) return goOn(talk, place);
  if (proposals.length === 1) return askRewrite(talk, place, focus.prompt, only);
  return {
    ...answer(talk.say.whichOne(refs(talk, proposals))),
    choices: proposals.map((one) => ({ value: ref(one.number), label: ref(one.number) })),
    focus: { ...focus, waits: 'which' },
  };
}

const askRewrite = (talk: Talk, place: Place, prompt: string | null, proposal: ProposalRow): Reply => ({
  ...answer(talk.say.rewrite(ref(proposal.number))),
  focus: { waits: 'rewrite', ...at(place, prompt), proposal: proposal.id },
});

export async function onWhich(talk: Talk, focus: FocusOf<'which'>, place: Place): Promise<Reply> {
  const proposals = await ofThese(talk, focus.proposals);
  const named = numberOf(bare(talk.text));
  const chosen =
    proposals.find((one) => one.number === named) ?? proposals[option(talk.text, proposals.length) ?? -1];
  if (chosen) return askRewrite(talk, place, focus.prompt, chosen);
  return onConfirmation(talk, { ...focus, waits: 'confirmation' }, place);
}

/** The message replaces the proposal's text. */
export async function onRewrite(talk: Talk, focus: FocusOf<'rewrite'>, place: Place): Promise<Reply> {
  const row = await talk.tx.proposals.byId(focus.proposal as ProposalId);
  if (said(talk.text) === 'pass' || said(talk.text) === 'no') return goOn(talk, place, talk.say.passed);
  const own = row ? await ownProposal(talk, row.number, 'revise') : null;
  if (!own) return goOn(talk, place);
  if (isRefusal(own)) return refusal(talk, own);
  const revised = await reviseWith(talk, own, 0);
  return revised ?? goOn(talk, place, talk.say.revised(ref(own.number)));
}

/** Revises with this message's text from `from` on; a reply when that could not be, null when it is done. */
export async function reviseWith(talk: Talk, own: ProposalRow, from: number): Promise<Reply | null> {
  const start = from + (/^\s*/u.exec(talk.text.slice(from))?.[0].length ?? 0);
  const end = talk.text.trimEnd().length;
  if (talk.wordsId === null || end <= start || bare(talk.text.slice(start, end)) === '')
    return answer(talk.say.rewrite(ref(own.number)));
  const reading = await readMessage(talk.tx, talk.desk, talk.consultation.id, talk.text.slice(start, end), {
    lang: talk.lang,
    prompt: null,
  });
  const extract = { words: talk.wordsId, start, end };
  const done = await reviseProposal(talk, own, { extract, idea: reading.ideas[0] ?? null });
  return isRefusal(done) ? refusal(talk, done) : null;
}

/** After "plutôt A ou B ?". Something else leaves the doubt to the facilitators and is taken for what it is. */
export async function onAxis(talk: Talk, focus: FocusOf<'axis'>, place: Place): Promise<Reply> {
  const row = await talk.tx.proposals.byId(focus.proposal as ProposalId);
  const [a, b] = focus.options;
  const chosen = chosenAxes(talk, a, b);
  if (row?.state !== 'submitted' || said(talk.text) === 'pass') return goOn(talk, place, talk.say.doubtKept);
  if (!chosen) return onAnswer(talk, { waits: 'answer', ...at(place, focus.prompt) }, place);
  const [main, other] = chosen;
  const tags = [
    { dimension: 'axis' as const, value: main, main: true },
    ...(other ? [{ dimension: 'axis' as const, value: other, main: false }] : []),
  ];
  const done = await retagProposal(talk, row, 'proposal.correct', tags);
  if (isRefusal(done)) return refusal(talk, done);
  const name = ref(row.number);
  return goOn(talk, place, other ? talk.say.axisBoth(name, main, other) : talk.say.axisSettled(name, main));
}

/** "A", "2", "les 2, plutôt A", "axe 3": the main axis, and one to refer to. */
function chosenAxes(talk: Talk, a: string, b: string): readonly [string, string | null] | null {
  const [first = '', second = ''] = bare(talk.text)
    .split(/[,;]/u)
    .map((part) => part.trim());
  const place = option(first, 2);
  if (place !== null) return [place === 0 ? a : b, null];
  if (said(first) === 'both') return option(second, 2) === 1 ? [b, a] : [a, b];
  const named = /^(?:plutot |rather )?(?:l')?ax(?:e|is) ?(\S+)$/u.exec(first)?.[1];
  return named && talk.consultation.content.axes.some((axis) => axis.key === named) ? [named, null] : null;
}
