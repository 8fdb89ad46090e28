/** "test": the facilitator plays the round as somebody invited would; nothing of it counts. */
import { perform } from '../../../app/perform.ts';
import { readMessage } from '../../../app/proposal/read-message.ts';
import { previewRound } from '../../../app/round/open-round.ts';
import type { RoundContent } from '../../../core/consultation/model.ts';
import type { Idea } from '../../../core/proposal/reading.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { VIEWS } from '../../../core/round/validation.ts';
import type { Instant } from '../../../core/time.ts';
import { type FocusOf, NOTHING } from '../../focus.ts';
import { invitationChoices } from '../../partner/consent.ts';
import { readAs } from '../../partner/describe.ts';
import { viewChoices } from '../../partner/view-choices.ts';
import { viewSaid } from '../../partner/view-said.ts';
import { answer, line, local, type Reply, refusal, type Talk } from '../../talk.ts';
import { bare, option, said } from '../../understand.ts';
import { invitationTo, sending } from './review.ts';
import { type Found, type Subject, subjectOf } from './subject.ts';

export async function onRehearse(talk: Talk, subject: Subject): Promise<Reply> {
  const act = {
    verb: 'round.rehearse',
    subjectType: 'consultation',
    subjectId: talk.consultation.id,
  } as const;
  const shown = await perform(talk, act, async () => {
    const found = await subjectOf(talk, subject);
    if (isRefusal(found)) return found;
    const preview = await previewRound(talk, found.what, subject.closesAt);
    return isRefusal(preview) ? preview : { preview };
  });
  if (isRefusal(shown)) return refusal(talk, shown);
  const { content, opening } = shown.preview;
  return {
    ...answer(marked(talk, talk.say.opening.testHow), ...invitationTo(talk, content, opening).blocks),
    kind: 'test',
    choices: invitationChoices(talk.say),
    focus: { ...subject, waits: 'rehearsal', at: null },
  };
}

const END =
  /^(?:fin|fini|terminer|retour|annuler|quitter|envoyer|envoie|stop|test|end|done|back|cancel|quit|send|send it)$/u;

export async function onRehearsal(talk: Talk, focus: FocusOf<'rehearsal'>): Promise<Reply> {
  const found = await subjectOf(talk, focus);
  if (isRefusal(found)) return { ...refusal(talk, found), focus: NOTHING };
  if (END.test(bare(talk.text))) return ended(talk, found);
  return focus.at === null ? onConsent(talk, focus, found) : onPrompt(talk, focus, found, focus.at);
}

async function onConsent(talk: Talk, focus: FocusOf<'rehearsal'>, found: Found): Promise<Reply> {
  const word = said(talk.text);
  const choice = option(talk.text, 3);
  const { say } = talk;
  if (word === 'yes' || word === 'resume' || choice === 0) return ask(talk, focus, found, 0, say.started);
  if (word === 'later' || choice === 1) {
    const preview = await previewRound(talk, found.what, focus.closesAt);
    const until: Instant = isRefusal(preview) ? found.content.closesAt : preview.opening.closesAt;
    return would(talk, found, say.later(say.date(until, talk.consultation.content.zone)));
  }
  if (word === 'notMe' || word === 'no' || choice === 2) return would(talk, found, say.notMe);
  return { ...answer(marked(talk, say.consentAgain)), kind: 'test', choices: invitationChoices(say) };
}

/** What the person would be told, and the end of it. */
const would = (talk: Talk, found: Found, text: string): Reply => {
  const reply = ended(talk, found);
  const told = [marked(talk, talk.say.opening.testWould), { type: 'quote' as const, content: [{ text }] }];
  return { ...reply, blocks: [...told, ...reply.blocks.slice(1)] };
};

async function onPrompt(talk: Talk, focus: FocusOf<'rehearsal'>, found: Found, at: number): Promise<Reply> {
  const prompt = found.content.prompts[at];
  if (!prompt) return ended(talk, found);
  if (said(talk.text) === 'pass') return ask(talk, focus, found, at + 1, talk.say.passed);
  const { opening: say } = talk.say;
  if (found.content.form === 'validation') return onRehearsedView(talk, focus, found, at);
  const reading = await readMessage(talk.tx, talk.desk, talk.consultation.id, talk.text, {
    lang: talk.lang,
    prompt: { key: prompt.key, axis: prompt.axis },
  });
  if (reading.nature === 'question') return ask(talk, focus, found, at, say.testQuestion);
  if (reading.ideas.length === 0) return ask(talk, focus, found, at, say.testNothing);
  return ask(talk, focus, found, at + 1, howRead(talk, reading.ideas));
}

function onRehearsedView(talk: Talk, focus: FocusOf<'rehearsal'>, found: Found, at: number): Reply {
  const { views: say } = talk.say;
  const place = option(talk.text, VIEWS.length);
  const view = place === null ? viewSaid(talk.text)?.view : VIEWS[place];
  return view === undefined
    ? ask(talk, focus, found, at, say.which)
    : ask(talk, focus, found, at + 1, say.noted(say.names[view]));
}

function howRead(talk: Talk, ideas: readonly Idea[]): string {
  const { opening: say } = talk.say;
  const read = ideas.map((idea) => readAs(talk, idea)).filter((one) => one !== '');
  return read.length > 0 ? say.testRead(read.join(' ; ')) : say.testUnread;
}

function ask(talk: Talk, focus: FocusOf<'rehearsal'>, found: Found, at: number, lead: string): Reply {
  const prompt = found.content.prompts[at];
  if (!prompt) return ended(talk, found, lead);
  return {
    ...answer(marked(talk, lead), ...asked(talk, found.content, at)),
    kind: 'test',
    ...(found.content.form === 'validation' ? { choices: viewChoices(talk.say) } : {}),
    focus: { ...focus, at },
  };
}

function asked(talk: Talk, { prompts }: RoundContent, at: number) {
  const { text, hint } = prompts[at]!;
  const question = talk.say.promptAt(at + 1, prompts.length, local(talk, text));
  return [line(question), ...(hint ? [line(local(talk, hint))] : [])];
}

const ended = (talk: Talk, found: Found, lead = ''): Reply => ({
  ...answer(marked(talk, lead), talk.say.opening.testDone, talk.say.team.sendNow),
  kind: 'test',
  ...sending(talk, found as Found & { subject: Subject }),
});

const marked = (talk: Talk, text: string) =>
  line({ text: talk.say.opening.test, strong: true }, text === '' ? '' : ` · ${text}`);
