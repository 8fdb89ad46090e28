/** A personal link said to the bot: whoever holds it is asked whether it is theirs, and is written to there from then on. */
import { linkAccount } from '../../app/person/recognise.ts';
import type { LoadedConsultation } from '../../app/ports/consultations.ts';
import type { Partner, Person } from '../../app/ports/people.ts';
import type { Transaction } from '../../app/ports/store.ts';
import { display } from '../../chat/display.ts';
import { mention } from '../../chat/mention.ts';
import type { PersonId } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import { type FocusOf, focusFrom, type Kept } from '../focus.ts';
import type { Phrases } from '../locales/fr.ts';
import { phrasesIn } from '../locales/phrases.ts';
import type { BotParts, Handled, Received } from '../received.ts';
import { answer, type Reply } from '../talk.ts';
import { agrees } from '../understand.ts';
import { asking, keptOf, told } from './door.ts';

/** Theirs now: in which consultation, and what they had said before. */
export interface Linked {
  readonly consultation: LoadedConsultation;
  readonly asked: Kept | null;
}

/** null for what is no link, nor an answer to whose it is. */
export async function onLink(
  parts: BotParts,
  tx: Transaction,
  received: Received,
  people: readonly Person[],
): Promise<Handled | Linked | null> {
  const { event, conversation } = received;
  if (event.type !== 'message' && event.type !== 'choice') return null;
  const link = event.type === 'message' ? (parts.readLink?.(event.text) ?? null) : null;
  if (link !== null) return onHeld(parts, tx, received, people, link);
  const focus = focusFrom(conversation.focus);
  return focus.waits === 'account' ? onAnswer(parts, tx, received, focus) : null;
}

type Link = NonNullable<ReturnType<NonNullable<BotParts['readLink']>>>;

async function onHeld(
  parts: BotParts,
  tx: Transaction,
  received: Received,
  people: readonly Person[],
  link: Link,
): Promise<Handled> {
  const { conversation, now } = received;
  const [met] = people;
  const say = phrasesIn(met?.lang ?? parts.defaultLang, []);
  if (link === 'wrong') return told(say, answer(say.newcomer.linkWrong));
  const consultation = await tx.consultations.byKey(link.consultation);
  const page = parts.page && { ...parts.page, userId: link.userId };
  if (consultation === null || page === null) return told(say, answer(say.newcomer.linkOver));
  const generation = await tx.people.linkGeneration(consultation.id, page);
  const person = (await tx.people.byAddress(page)).find((one) => one.consultationId === consultation.id);
  if (!person || person.name === null || generation !== link.generation || link.expires <= now)
    return told(say, answer(say.newcomer.linkOver));
  if (people.some(({ id }) => id === person.id)) return told(say, answer(say.newcomer.knownHere));
  const partners = await tx.people.partnersOf(person.id);
  const theirs = phrasesIn(person.lang, consultation.content.languages);
  const before = focusFrom(conversation.focus);
  const focus: FocusOf<'account'> = {
    waits: 'account',
    person: person.id,
    before: before.waits === 'who' || before.waits === 'account' ? before.before : [],
  };
  await tx.conversations.setFocus(conversation.id, focus);
  return told(theirs, isItYou(theirs, person, partners, focus));
}

function isItYou(
  say: Phrases,
  person: Person,
  partners: readonly Partner[],
  focus: FocusOf<'account'>,
): Reply {
  const { isItYou, yes, no } = say.newcomer;
  const organisations = say.listed(partners.map(({ organisation }) => display(organisation)));
  const choices = [
    { value: 'oui', label: yes },
    { value: 'non', label: no },
  ];
  return { ...answer(isItYou(mention(person), organisations)), choices, focus };
}

async function onAnswer(
  parts: BotParts,
  tx: Transaction,
  received: Received,
  focus: FocusOf<'account'>,
): Promise<Handled | Linked> {
  const { event, now } = received;
  const text = event.type === 'message' ? event.text : event.type === 'choice' ? event.value : '';
  const person = await tx.people.byId(focus.person as PersonId);
  const consultation = person && (await tx.consultations.byId(person.consultationId));
  const say = phrasesIn(person?.lang ?? parts.defaultLang, consultation?.content.languages ?? []);
  if (!person || person.name === null || !consultation)
    return told(say, await asking(tx, received, answer(say.newcomer.linkOver)));
  const theirs = agrees(text);
  if (theirs === false) return told(say, await asking(tx, received, answer(say.newcomer.notThem)));
  if (theirs === null) {
    await tx.conversations.setFocus(received.conversation.id, {
      ...focus,
      before: focus.before.length > 0 ? focus.before : keptOf(received),
    });
    return told(say, isItYou(say, person, [], focus));
  }
  const address = { platform: event.platform, workspace: event.workspace, userId: event.from.userId };
  const actor = { person, partners: await tx.people.partnersOf(person.id) };
  const linked = await linkAccount({ tx, consultation, actor, ids: parts.ids, now }, address);
  if (isRefusal(linked)) return told(say, await asking(tx, received, answer(say.refusals(linked))));
  await tx.inbox.adopt(received.conversation.id, consultation.id, person.id);
  return { consultation, asked: focus.before[0] ?? null };
}
