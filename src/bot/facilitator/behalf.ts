/** "pour Claire Dupont : texte": what came on paper or by phone, entered as hers; she is asked to confirm it. */

import type { Partner } from '../../app/ports/people.ts';
import { readMessage } from '../../app/proposal/read-message.ts';
import { findSpokenFor, recordOnBehalf } from '../../app/proposal/record-on-behalf.ts';
import { mayBeWrittenTo } from '../../app/round/extend-round.ts';
import { mention } from '../../chat/mention.ts';
import type { AttachmentId } from '../../core/ids.ts';
import type { Proposal } from '../../core/proposal/model.ts';
import type { Idea } from '../../core/proposal/reading.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { isCalled } from '../called.ts';
import { focusFrom } from '../focus.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { behalfQuestion } from '../partner/behalf.ts';
import { item } from '../partner/describe.ts';
import { answer, list, type Reply, refusal, type Talk } from '../talk.ts';
import { holdPlaces, tellPartners } from '../tell-partners.ts';
import type { FacilitatorCommand } from './command.ts';

type Asked = Extract<FacilitatorCommand, { does: 'behalf' }>;

/** null when it names nobody and may be the facilitator's own words, or the text of a round. */
export async function onBehalf(talk: Talk, { name, source, textAt }: Asked): Promise<Reply | null> {
  const recorded = await recordFor(talk, called(name), { source, textAt });
  if (!isRefusal(recorded)) return recorded;
  const mayBeText = talk.actor.partners.length > 0 || talk.focus.waits === 'draft';
  const own = recorded.code === 'no-such-partner' && mayBeText;
  return own ? null : refusal(talk, recorded);
}

/** Whoever is called so, with their organisation after a comma or without. */
export const called =
  (name: string) =>
  ({ person, organisation }: Partner): boolean =>
    isCalled(name, person.name, organisation);

/** Records the message from `textAt` on as theirs, and asks them. */
export async function recordFor(
  talk: Talk,
  named: (partner: Partner) => boolean,
  { source, textAt, attachment }: Pick<Asked, 'source' | 'textAt'> & { attachment?: { id: AttachmentId } },
): Promise<Reply | Refusal> {
  const { event, wordsId } = talk;
  const found = await findSpokenFor(talk, named);
  if (isRefusal(found)) return found;
  if (event.type !== 'message' || wordsId === null) return refuse('no-such-partner');
  await holdPlaces(talk, [found.partner]);
  const recorded = await recordOnBehalf(talk, {
    ...found,
    source,
    attachmentId: attachment?.id ?? null,
    conversationId: talk.conversation.id,
    messageRef: event.message,
    words: wordsId,
    textAt: event.at,
    ideas: await ideasOf(talk, textAt, found.partner),
  });
  if (isRefusal(recorded)) return recorded;
  const { proposals, late } = recorded;
  const asked = mayBeWrittenTo(found.partner);
  if (asked) await askToConfirm(talk, found.partner, found.round.id, proposals, source);
  const { facilitation: say } = talk.say;
  return answer(
    say.recorded(mention(found.partner.person), late),
    list(...proposals.map((one) => item(talk, one))),
    asked ? say.recordedAsked : say.recordedUnasked,
  );
}

/** A text that reads as no idea is one all the same: somebody took the pain to enter it. */
async function ideasOf(talk: Talk, from: number, { person }: Partner): Promise<Idea[]> {
  const text = talk.text.slice(from).trimEnd();
  const context = { lang: person.lang, prompt: null };
  const reading = await readMessage(talk.tx, talk.desk, talk.consultation.id, text, context);
  const ideas = reading.ideas.length > 0 ? reading.ideas : [talk.desk.reader.readWhole(text, context)];
  return ideas.map((idea) => ({ ...idea, start: idea.start + from, end: idea.end + from }));
}

export async function askToConfirm(
  talk: Talk,
  partner: Partner,
  roundId: Parameters<typeof tellPartners>[4] & string,
  proposals: readonly Proposal[],
  source: string,
): Promise<void> {
  const { languages } = talk.consultation.content;
  const theirs = { ...talk, lang: partner.person.lang, say: phrasesIn(partner.person.lang, languages) };
  const [conversation] = await tellPartners(
    talk,
    [partner],
    'behalf',
    () => behalfQuestion(theirs, partner, talk.actor.person, proposals, source),
    roundId,
  );
  const before = focusFrom(conversation!.focus);
  if (conversation!.consultationId !== talk.consultation.id)
    await talk.tx.conversations.setConsultation(conversation!.id, talk.consultation.id);
  await talk.tx.conversations.setFocus(conversation!.id, {
    waits: 'behalf',
    round: roundId,
    partner: partner.id,
    prompt: null,
    proposals: [...(before.waits === 'behalf' ? before.proposals : []), ...proposals.map(({ id }) => id)],
    back: before.waits === 'behalf' ? before.back : before,
  });
}
