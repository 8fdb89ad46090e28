/** From an event to a reply: who is it, in which consultation, with which rights, in answer to what. */

import type { Conversation, Ids, LoadedConsultation, Person, Transaction } from '../app/ports.ts';
import type { Desk } from '../app/proposal/read-message.ts';
import type { Inbound } from '../chat/inbound.ts';
import type { Document } from '../chat/outbound.ts';
import type { ConsultationId, InboundId, PersonId, WordsId } from '../core/ids.ts';
import type { Instant } from '../core/time.ts';
import { onFacilitatorMessage } from './facilitator/dialogue.ts';
import { type Focus, focusFrom, NOTHING } from './focus.ts';
import { effectiveText } from './late-original.ts';
import { phrasesIn } from './locales/phrases.ts';
import { onPartnerMessage } from './partner/dialogue.ts';
import { onMessageChange } from './partner/message-change.ts';
import { onStaffMessage } from './staff/dialogue.ts';
import { answer, documentOf, type Reply, type Talk, talkOf } from './talk.ts';
import { option } from './understand.ts';

export interface Received {
  readonly inboundId: InboundId;
  readonly event: Inbound;
  readonly conversation: Conversation;
  readonly wordsId: WordsId | null;
  readonly now: Instant;
}

export interface Handled {
  readonly state: 'handled' | 'ignored';
  readonly consultationId: ConsultationId | null;
  readonly personId: PersonId | null;
  readonly replies: readonly { readonly kind: string; readonly document: Document }[];
}

export interface BotParts {
  readonly ids: Ids;
  /** The warm reader of a consultation, in this process. */
  readonly deskOf: (consultation: LoadedConsultation) => Desk;
  /** Language of people nobody knows yet. */
  readonly defaultLang: string;
}

const IGNORED: Handled = { state: 'ignored', consultationId: null, personId: null, replies: [] };

/** The bot's answer to one stored event; runs in the event's transaction, and may run twice. */
export function createBot(parts: BotParts): (tx: Transaction, received: Received) => Promise<Handled> {
  return async (tx, received) => {
    const { event, conversation } = received;
    const address = { platform: event.platform, workspace: event.workspace, userId: event.from.userId };
    const people = await tx.people.byAddress(address);
    if (people.length === 0) return event.type === 'message' ? stranger(parts) : IGNORED;
    const found = await consultationOf(tx, conversation, people, textOf(event));
    if (Array.isArray(found)) return whichConsultation(tx, conversation, people, found);
    const { consultation, person } = found as Here;
    const partners = await tx.people.partnersOf(person.id);
    const focus = focusFrom(conversation.focus);
    const talk = talkOf({
      ...received,
      tx,
      consultation,
      actor: { person, partners },
      focus,
      ids: parts.ids,
      desk: parts.deskOf(consultation),
    });
    const reply = await replyTo(talk);
    if (reply?.focus) await tx.conversations.setFocus(conversation.id, reply.focus);
    return {
      state: reply ? 'handled' : 'ignored',
      consultationId: consultation.id,
      personId: person.id,
      replies: reply ? [{ kind: reply.kind, document: documentOf(reply, talk.say.lang) }] : [],
    };
  };
}

async function replyTo(talk: Talk): Promise<Reply | null> {
  const { event } = talk;
  if (event.type === 'edit' || event.type === 'delete') return onMessageChange(talk);
  if (event.type === 'reaction') return null;
  const final = await effectiveText(talk);
  if (final === null) return null;
  return (await onStaffMessage(final)) ?? (await onFacilitatorMessage(final)) ?? (await asPartner(final));
}

async function asPartner(talk: Talk): Promise<Reply> {
  if (talk.actor.partners.length > 0) return onPartnerMessage(talk);
  return answer(...talk.say.teamHelp);
}

interface Here {
  readonly consultation: LoadedConsultation;
  readonly person: Person;
}

/** The one this conversation speaks of, or those it could be. */
async function consultationOf(
  tx: Transaction,
  conversation: Conversation,
  people: readonly Person[],
  text: string,
): Promise<Here | LoadedConsultation[]> {
  const loaded: LoadedConsultation[] = [];
  for (const person of people) {
    const one = await tx.consultations.byId(person.consultationId);
    if (one) loaded.push(one);
  }
  const here = (id: ConsultationId): Here | null => {
    const consultation = loaded.find((one) => one.id === id);
    const person = people.find((one) => one.consultationId === id);
    return consultation && person ? { consultation, person } : null;
  };
  const current = conversation.consultationId ? here(conversation.consultationId) : null;
  if (current) return current;
  const focus = focusFrom(conversation.focus);
  const options = focus.waits === 'consultation' ? focus.options : [];
  const chosen = options[option(text, options.length) ?? -1] ?? (loaded.length === 1 ? loaded[0]!.id : null);
  const chosenHere = chosen ? here(chosen as ConsultationId) : null;
  if (!chosenHere) return loaded;
  await tx.conversations.setConsultation(conversation.id, chosenHere.consultation.id);
  return chosenHere;
}

async function whichConsultation(
  tx: Transaction,
  conversation: Conversation,
  people: readonly Person[],
  options: readonly LoadedConsultation[],
): Promise<Handled> {
  const lang = people[0]!.lang;
  const say = phrasesIn(lang, []);
  const focus: Focus = { waits: 'consultation', options: options.map((one) => one.id) };
  await tx.conversations.setFocus(conversation.id, focus);
  const reply: Reply = {
    ...answer(say.whichConsultation),
    choices: options.map((one, index) => ({
      value: String(index + 1),
      label: one.content.title[lang] ?? Object.values(one.content.title)[0]!,
    })),
  };
  return {
    ...IGNORED,
    state: 'handled',
    personId: people[0]!.id,
    replies: [{ kind: reply.kind, document: documentOf(reply, say.lang) }],
  };
}

function stranger(parts: BotParts): Handled {
  const say = phrasesIn(parts.defaultLang, []);
  return {
    ...IGNORED,
    state: 'handled',
    replies: [{ kind: 'answer', document: documentOf(answer(say.stranger), say.lang) }],
  };
}

const textOf = (event: Inbound): string =>
  event.type === 'message' ? event.text : event.type === 'choice' ? event.value : '';

/** What the sender of a message that could not be handled is told. */
export function apology(lang: string): Document {
  const say = phrasesIn(lang, []);
  return documentOf({ ...answer(say.apology), focus: NOTHING }, say.lang);
}
