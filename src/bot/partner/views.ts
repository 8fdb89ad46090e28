/** A statement is put to somebody: agree, with reservations, object; a reason is asked for once, and nothing more. */
import { passPrompt } from '../../app/participation/take-part.ts';
import { withdrawProposal } from '../../app/proposal/change-own.ts';
import { submitAnswer } from '../../app/proposal/submit-answer.ts';
import { react } from '../../app/round/react.ts';
import { type ProposalId, ref, type WordsId } from '../../core/ids.ts';
import { nextPrompt, takesPart } from '../../core/participation/progress.ts';
import { retag } from '../../core/proposal/change.ts';
import type { Idea } from '../../core/proposal/reading.ts';
import { isRefusal } from '../../core/refusal.ts';
import { VIEWS, type View, viewOf, wantsReason } from '../../core/round/validation.ts';
import type { FocusOf, Kept } from '../focus.ts';
import { answer, leaveDoubt, list, local, type Reply, refusal, type Talk } from '../talk.ts';
import { option, said, wordless } from '../understand.ts';
import type { Source } from './answer.ts';
import { at, goOn, isOpen, type Place, placeOf, promptOf, sayAgain } from './place.ts';
import { contentAnswer } from './questions.ts';
import { viewChoices } from './view-choices.ts';
import { type ViewsCommand, viewSaid, viewsCommand } from './view-said.ts';

interface Given {
  readonly view: View;
  readonly reason: { readonly source: Source; readonly text: string; readonly from: number } | null;
}

/** After a statement, or after "Pour quelle raison ?". */
export async function onView(
  talk: Talk,
  place: Place,
  focus: Pick<FocusOf<'view'>, 'prompt' | 'view' | 'said'>,
): Promise<Reply> {
  const key = focus.prompt ?? nextPrompt(place.content.prompts, place.participation)?.prompt.key ?? null;
  const prompt = promptOf(place, key);
  if (!prompt || !isOpen(talk, place)) return goOn(talk, place);
  const asked = { ...focus, prompt: prompt.key };
  const word = said(talk.text);
  if (word === 'pass') return focus.view === null ? passed(talk, place, prompt.key) : goOn(talk, place);
  const number = option(talk.text, VIEWS.length);
  if (number !== null && /^\d$/u.test(talk.text.trim()))
    return given(talk, place, prompt.key, { view: VIEWS[number]!, reason: await keptText(talk, focus.said) });
  const view = viewSaid(talk.text);
  if (view) {
    const own = reasonHere(talk, view.reasonAt);
    if (own || focus.said === null) return given(talk, place, prompt.key, { view: view.view, reason: own });
    return given(talk, place, prompt.key, { view: view.view, reason: await keptText(talk, focus.said) });
  }
  if (talk.event.type !== 'message' || talk.wordsId === null || wordless(talk.text))
    return focus.view === null ? askView(talk, place, asked) : goOn(talk, place);
  const known = contentAnswer(talk, place);
  if (known !== null) return sayAgain(talk, place, prompt.key, known);
  if (focus.view !== null)
    return given(talk, place, prompt.key, { view: focus.view, reason: reasonHere(talk, 0) });
  if (talk.text.trimEnd().endsWith('?')) {
    await leaveDoubt(talk, 'question');
    return askView(talk, place, asked, talk.say.questionKept);
  }
  const kept = { words: talk.wordsId, message: talk.event.message, at: talk.event.at };
  return askView(talk, place, { ...asked, said: kept }, talk.say.views.kept);
}

const reasonHere = (talk: Talk, from: number | null): Given['reason'] => {
  if (from === null || talk.event.type !== 'message' || talk.wordsId === null) return null;
  const source = { words: talk.wordsId, messageRef: talk.event.message, textAt: talk.event.at };
  return { source, text: talk.text, from };
};

async function keptText(talk: Talk, kept: Kept | null): Promise<Given['reason']> {
  if (kept === null) return null;
  const words = kept.words as WordsId;
  const text = (await talk.tx.words.texts([words])).get(words);
  if (typeof text !== 'string' || (await talk.tx.answers.byMessage(talk.conversation.id, kept.message)))
    return null;
  return { source: { words, messageRef: kept.message, textAt: kept.at }, text, from: 0 };
}

async function passed(talk: Talk, place: Place, key: string): Promise<Reply> {
  const next = await passPrompt(talk, place.participation, place.content.prompts, key);
  return isRefusal(next)
    ? refusal(talk, next)
    : goOn(talk, { ...place, participation: next }, talk.say.passed);
}

const askView = (
  talk: Talk,
  place: Place,
  focus: Pick<FocusOf<'view'>, 'prompt' | 'said'>,
  ...lead: readonly string[]
): Reply => ({
  ...answer(...lead, talk.say.views.which),
  choices: viewChoices(talk.say),
  focus: { waits: 'view', ...at(place, focus.prompt), view: null, said: focus.said },
});

/** Stored at once, with or without its reason: it counts, and the reason is asked for once. */
async function given(talk: Talk, place: Place, key: string, { view, reason }: Given): Promise<Reply> {
  const { views: say } = talk.say;
  const stated = reason === null ? null : await withReason(talk, place, key, view, reason);
  if (stated !== null && isRefusal(stated)) return refusal(talk, stated);
  const participation = stated?.participation ?? place.participation;
  const done = await react(talk, {
    round: place.round,
    participation,
    prompts: place.content.prompts,
    statement: key,
    view,
    reason: stated?.proposal.id ?? null,
  });
  if (isRefusal(done)) return refusal(talk, done);
  const gone = done.before === null ? null : await takeBack(talk, done.before);
  const here = { ...place, participation: done.participation };
  const noted = [
    ...(stated ? [say.notedWhy(say.names[view], ref(stated.proposal.number))] : [say.noted(say.names[view])]),
    ...(gone === null ? [] : [say.reasonGone(gone)]),
  ];
  if (wantsReason(view) && stated === null)
    return {
      ...answer(noted.join(' '), say.why[view as Exclude<View, 'agree'>]),
      kind: 'prompt',
      focus: { waits: 'view', ...at(place, key), view, said: null },
    };
  const left = nextPrompt(here.content.prompts, here.participation) !== null;
  return { ...goOn(talk, here, [...noted, ...(left ? [] : [say.changeHow])].join(' ')), kind: 'receipt' };
}

/** The reason is one contribution, in its author's words: numbered, published and answered as any other. */
async function withReason(
  talk: Talk,
  place: Place,
  key: string,
  view: View,
  { source, text, from }: NonNullable<Given['reason']>,
) {
  const prompt = promptOf(place, key);
  const context = { lang: talk.lang, prompt: prompt && { key, axis: prompt.axis } };
  const read = talk.desk.reader.readWhole(text.slice(from), context);
  const objection = {
    dimension: 'kind',
    value: 'objection',
    source: 'partner',
    confidence: 1,
    main: true,
  } as const;
  const idea: Idea = {
    ...read,
    start: read.start + from,
    end: read.end + from,
    tags: view === 'object' ? retag(read.tags, [objection]) : read.tags,
    axisDoubt: null,
  };
  const taken = await submitAnswer(talk, {
    ...place,
    prompt,
    prompts: place.content.prompts,
    conversationId: talk.conversation.id,
    ...source,
    ideas: [idea],
  });
  return isRefusal(taken)
    ? taken
    : { participation: taken.participation, proposal: taken.proposals[0]!.proposal };
}

/** Of the view they had before; its reference, null when it was withdrawn already. */
async function takeBack(talk: Talk, id: ProposalId): Promise<string | null> {
  const row = await talk.tx.proposals.byId(id);
  if (row?.state !== 'submitted') return null;
  const done = await withdrawProposal(talk, row);
  return isRefusal(done) ? null : ref(row.number);
}

/** "mes avis", "avis 2 : d'accord"; null when it is nothing of the kind, or nothing was ever put to them. */
export async function onViews(talk: Talk): Promise<Reply | null> {
  const command = viewsCommand(talk.text);
  if (command === null) return null;
  const place = await validationOf(talk);
  if (place === null) return null;
  return command.does === 'list' ? listed(talk, place) : changed(talk, place, command);
}

/** Their newest one. */
async function validationOf(talk: Talk): Promise<Place | null> {
  const chosen = talk.conversation.partnerId;
  const partners = talk.actor.partners.toSorted((a, b) => Number(b.id === chosen) - Number(a.id === chosen));
  for (const partner of partners)
    for (const { roundId } of await talk.tx.participations.ofPartner(partner.id)) {
      const place = await placeOf(talk, { round: roundId, partner: partner.id });
      if (place?.content.form === 'validation' && place.round.state !== 'cancelled') return place;
    }
  return null;
}

async function listed(talk: Talk, place: Place): Promise<Reply> {
  const { views: say } = talk.say;
  const reactions = await talk.tx.reactions.of(place.round.id);
  const items: string[][] = [];
  for (const { key, text } of place.content.prompts) {
    const own = viewOf(reactions, place.partner.id, key);
    const reason = own?.proposalId ? await talk.tx.proposals.byId(own.proposalId) : null;
    const why = reason?.state === 'submitted' ? ref(reason.number) : null;
    items.push([say.own(local(talk, text), own ? say.names[own.view] : say.none, why)]);
  }
  return answer(
    say.yours,
    list(...items),
    isOpen(talk, place) && takesPart(place.participation) ? say.changeHow : say.closed,
  );
}

async function changed(
  talk: Talk,
  place: Place,
  { place: number, at: from }: Extract<ViewsCommand, { does: 'change' }>,
): Promise<Reply> {
  const { views: say } = talk.say;
  if (!isOpen(talk, place)) return answer(say.closed);
  const prompt = place.content.prompts[number - 1];
  if (!prompt) return answer(say.noSuch(place.content.prompts.length));
  const view = viewSaid(talk.text.slice(from))!;
  const reason = reasonHere(talk, view.reasonAt === null ? null : from + view.reasonAt);
  return given(talk, place, prompt.key, { view: view.view, reason });
}
