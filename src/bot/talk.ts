/** One exchange, as handlers see it: who said what where, and what the bot may say back. */

import type { Actor, Scene } from '../app/perform.ts';
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Conversation } from '../app/ports/conversations.ts';
import type { Ids } from '../app/ports/edge.ts';
import type { Address, Partner, Person } from '../app/ports/people.ts';
import type { ErasureLedger } from '../app/ports/personal.ts';
import type { Transaction } from '../app/ports/store.ts';
import type { Desk } from '../app/proposal/read-message.ts';
import { display } from '../chat/display.ts';
import type { Enclosure } from '../chat/enclosure.ts';
import type { Inbound } from '../chat/inbound.ts';
import { mentionFirst } from '../chat/mention.ts';
import type { Block, Choice, Document, Inline } from '../chat/outbound.ts';
import type { Offered } from '../core/attachment/model.ts';
import type { Lang, LocalText, RoundContent } from '../core/consultation/model.ts';
import { inLang } from '../core/consultation/text.ts';
import type { InboundId, RoundId, WordsId } from '../core/ids.ts';
import type { Participation } from '../core/participation/model.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Round } from '../core/round/model.ts';
import type { Instant } from '../core/time.ts';
import type { Focus } from './focus.ts';
import type { Phrases } from './locales/fr.ts';
import { phrasesIn } from './locales/phrases.ts';
import { typeset } from './typeset.ts';

export type Page = Pick<Address, 'platform' | 'workspace'>;

export interface Talk extends Scene<keyof Transaction> {
  readonly tx: Transaction;
  readonly event: Inbound;
  readonly inboundId: InboundId;
  readonly conversation: Conversation;
  readonly focus: Focus;
  /** ms. See `TalkInput`. */
  readonly reading?: number | null;
  /** Written before the question in force was read: `focus` is the one before. */
  readonly early?: true;
  /** What the person wrote, or the value of the choice they took; '' for other events. */
  readonly text: string;
  /** Where that text is kept; null when the event brought none. */
  readonly wordsId: WordsId | null;
  readonly lang: Lang;
  readonly say: Phrases;
  readonly desk: Desk;
  readonly ledger: ErasureLedger;
  /** Where people without a chat of their own are written to; null where there is no page. */
  readonly page: Page | null;
  /** Files of the message, fetched or not. */
  readonly files: readonly Offered[];
  /** Where what was written in a form is kept, by field. */
  readonly fieldWords: ReadonlyMap<string, WordsId>;
}

/** One partner in one round. */
export interface Place {
  readonly round: Round;
  readonly content: RoundContent;
  readonly partner: Partner;
  readonly participation: Participation;
}

export interface Reply {
  readonly kind: string;
  readonly blocks: readonly Block[];
  readonly choices?: readonly Choice[];
  /** Ids of others' proposals that it shows. */
  readonly about?: readonly string[];
  /** The round it is about, where that is asked for later. */
  readonly roundId?: RoundId;
  /** Kept up to date where it is said, which nothing shown in passing can be. */
  readonly stays?: true;
  /** A file that goes with it. */
  readonly encloses?: Enclosure;
  /** What the bot waits for next; the focus stays when absent. */
  readonly focus?: Focus;
  /** Where everything has been answered by now. */
  readonly finished?: Place;
  /** What was said is nobody's, as far as is known. */
  readonly unattributed?: boolean;
  /** When it is not the person's language of before. */
  readonly lang?: Lang;
}

export interface TalkInput {
  readonly tx: Transaction;
  readonly event: Inbound;
  readonly inboundId: InboundId;
  readonly conversation: Conversation;
  readonly consultation: LoadedConsultation;
  readonly actor: Actor;
  readonly focus: Focus;
  readonly wordsId: WordsId | null;
  readonly now: Instant;
  readonly ids: Ids;
  readonly desk: Desk;
  readonly ledger: ErasureLedger;
  readonly page: Page | null;
  readonly files: readonly Offered[];
  /** ms. Sooner after a question, a message was written before that one was read; null where nobody takes time to read. */
  readonly reading?: number | null;
  readonly fieldWords: ReadonlyMap<string, WordsId>;
}

export function talkOf(input: TalkInput): Talk {
  const lang = input.actor.person.lang;
  const { event } = input;
  const text =
    event.type === 'message' || event.type === 'edit'
      ? event.text
      : event.type === 'choice'
        ? event.value
        : '';
  return { ...input, text, lang, say: phrasesIn(lang, input.consultation.content.languages) };
}

export const documentOf = (
  {
    blocks,
    choices = [],
    about,
    encloses,
    focus,
  }: Pick<Reply, 'blocks' | 'choices' | 'about' | 'encloses' | 'focus'>,
  lang: Lang,
): Document =>
  typeset({
    lang,
    blocks,
    choices,
    ...(about === undefined ? {} : { about }),
    ...(encloses === undefined ? {} : { encloses }),
    ...(focus === undefined || focus.waits === 'nothing' ? {} : { asks: focus }),
  });

/** Nobody's name can hide or turn around what follows it. */
export const firstName = (name: string | null): string | null =>
  display(name ?? '')
    .trim()
    .split(/\s+/u)[0] || null;

/** Content in the person's language. */
export const local = (talk: Pick<Talk, 'lang' | 'consultation'>, text: LocalText): string =>
  inLang(text, talk.lang, talk.consultation.content.languages);

/** How a person is greeted in what is queued: by reference, so that the name goes with the person; null once erased. */
export const greeted = (person: Pick<Person, 'id' | 'name'>): string | null =>
  firstName(person.name) === null ? null : mentionFirst(person);

/** A paragraph from pieces of the bot's text and of people's words. */
export const line = (...content: readonly (string | Inline)[]): Block => ({
  type: 'paragraph',
  content: content.map((piece) => (typeof piece === 'string' ? { text: piece } : piece)),
});

export const list = (...items: readonly (readonly (string | Inline)[])[]): Block => ({
  type: 'list',
  items: items.map((item) => item.map((piece) => (typeof piece === 'string' ? { text: piece } : piece))),
});

export const answer = (...blocks: readonly (string | Block)[]): Reply => ({
  kind: 'answer',
  blocks: blocks.map((block) => (typeof block === 'string' ? line(block) : block)),
});

/** What a refusal says to this person. */
export const refusal = (talk: Talk, refused: Refusal): Reply => answer(talk.say.refusals(refused));

/** Leaves something for the facilitators to look at; its id. */
export async function leaveDoubt(
  talk: Talk,
  kind: string,
  about: InboundId = talk.inboundId,
  options: readonly string[] = [],
): Promise<string> {
  const id: string = talk.ids.next();
  await talk.tx.doubts.add({
    id,
    consultationId: talk.consultation.id,
    proposalId: null,
    inboundId: about,
    kind,
    options: [...options],
    raisedAt: talk.now,
  });
  return id;
}
