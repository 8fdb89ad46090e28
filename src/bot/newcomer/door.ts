/** Somebody nobody knows writes to the bot: recognised, or asked who they are; told nothing of any consultation. */
import { recogniseByEmail } from '../../app/person/recognise.ts';
import type { LoadedConsultation } from '../../app/ports/consultations.ts';
import type { Transaction } from '../../app/ports/store.ts';
import { type Focus, type FocusOf, focusFrom } from '../focus.ts';
import type { Phrases } from '../locales/fr.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { ownCommand } from '../own-command.ts';
import { type BotParts, type Handled, IGNORED, type Received } from '../received.ts';
import { answer, documentOf, type Reply } from '../talk.ts';
import { said, wordless } from '../understand.ts';
import { onGuestSays } from '../workshop/guests.ts';

/** By the e-mail their chat vouches for, before anything they do is looked at; true when they are, from now on. */
export async function recognised(parts: BotParts, tx: Transaction, received: Received): Promise<boolean> {
  const { event, conversation, profile, now } = received;
  if (!profile) return false;
  const address = { platform: event.platform, workspace: event.workspace, userId: event.from.userId };
  const wrote = event.place.kind === 'direct' && event.type !== 'presence';
  if ((await recogniseByEmail(tx, address, profile, { ids: parts.ids, now, wrote })) === 0) return false;
  // What they wrote before the team gave their e-mail.
  const [person, ...others] = await tx.people.byAddress(address);
  if (person && others.length === 0 && event.place.kind === 'direct')
    await tx.inbox.adopt(conversation.id, person.consultationId, person.id);
  return true;
}

export async function onUnknown(parts: BotParts, tx: Transaction, received: Received): Promise<Handled> {
  const { event, conversation, wordsId } = received;
  const focus = focusFrom(conversation.focus);
  const guest = focus.waits === 'workshop-guest' ? await onGuestSays(tx, received, parts.ids) : null;
  if (guest) return guest;
  if (event.type !== 'message') return IGNORED;
  const consultation = await consultationHere(tx, event);
  const say = phrasesIn(parts.defaultLang, []);
  const asks = ownCommand(event.text) !== null || said(event.text) !== null || wordless(event.text);
  if (consultation === null) return told(say, answer(say.newcomer.linkOnly));
  if (focus.waits !== 'who' || asks || wordsId === null)
    return told(say, await asking(tx, received, answer(say.newcomer.who(parts.readLink !== null))));
  if (!focus.told) await leaveWord(parts, tx, received, consultation);
  const heard: Focus = { ...focus, told: true };
  await tx.conversations.setFocus(conversation.id, heard);
  const reply = answer(focus.told ? say.newcomer.waiting : say.newcomer.noted);
  return { ...told(say, reply), consultationId: consultation.id };
}

/** Asks who they are; what they wrote first is kept, to be taken up once it is known. */
export async function asking(tx: Transaction, received: Received, reply: Reply): Promise<Reply> {
  const { conversation } = received;
  const before = focusFrom(conversation.focus);
  const kept = before.waits === 'who' || before.waits === 'account' ? before.before : keptOf(received);
  const focus: FocusOf<'who'> = {
    waits: 'who',
    told: before.waits === 'who' && before.told,
    before: [...kept],
  };
  await tx.conversations.setFocus(conversation.id, focus);
  return reply;
}

/** Their first words, when they say something that may be taken up. */
export function keptOf({
  event,
  wordsId: words,
  inboundId: inbound,
}: Pick<Received, 'event' | 'wordsId' | 'inboundId'>): FocusOf<'who'>['before'] {
  if (event.type !== 'message' || words === null || said(event.text) !== null || wordless(event.text))
    return [];
  return [{ words, message: event.message, at: event.at, inbound }];
}

/** The only one there is, or the only one with somebody in that workspace; null when it could be several. */
async function consultationHere(
  tx: Transaction,
  at: Pick<Received['event'], 'platform' | 'workspace'>,
): Promise<LoadedConsultation | null> {
  const here = await tx.profiles.consultationsIn(at);
  if (here.length > 1) return null;
  const all = here.length === 1 ? here : (await tx.consultations.all()).map(({ id }) => id);
  return all.length === 1 ? tx.consultations.byId(all[0]!) : null;
}

/** For the team, who register people. */
const leaveWord = (
  { ids }: BotParts,
  tx: Transaction,
  { conversation, inboundId, now }: Received,
  consultation: LoadedConsultation,
): Promise<void> =>
  tx.doubts.add({
    id: ids.next(),
    consultationId: consultation.id,
    proposalId: null,
    inboundId,
    kind: 'newcomer',
    options: [conversation.id],
    raisedAt: now,
  });

export const told = (say: Phrases, reply: Reply): Handled => ({
  ...IGNORED,
  state: 'handled',
  replies: [{ kind: 'answer', document: documentOf(reply, say.lang) }],
});
