/** Somebody may be in several consultations on one chat: which one are they speaking of? */
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Conversation } from '../app/ports/conversations.ts';
import type { Person } from '../app/ports/people.ts';
import type { Transaction } from '../app/ports/store.ts';
import type { Inbound } from '../chat/inbound.ts';
import type { Document } from '../chat/outbound.ts';
import { inLang } from '../core/consultation/text.ts';
import type { ConsultationId, InboundId, WordsId } from '../core/ids.ts';
import { type Focus, focusFrom, type Kept } from './focus.ts';
import { readName } from './forms/shape.ts';
import { phrasesIn } from './locales/phrases.ts';
import { answer, type Reply } from './talk.ts';
import { option, said } from './understand.ts';

export interface Here {
  readonly consultation: LoadedConsultation;
  readonly person: Person;
  /** True when the person has just named the consultation; `asked` is what they had said before the question. */
  readonly chosen: boolean;
  readonly asked: Kept | null;
}

/** To be asked. */
export interface Unclear {
  readonly options: readonly LoadedConsultation[];
  readonly asked: Kept | null;
}

export const isUnclear = (found: Here | Unclear): found is Unclear => 'options' in found;

interface Said {
  readonly tx: Transaction;
  readonly conversation: Conversation;
  readonly people: readonly Person[];
  readonly event: Inbound;
  readonly wordsId: WordsId | null;
  readonly inboundId: InboundId;
}

/** The consultation an event is about; null for a change of a message that none of them knows. */
export async function consultationOf({
  tx,
  conversation,
  people,
  event,
  wordsId,
  inboundId,
}: Said): Promise<Here | Unclear | null> {
  const loaded: LoadedConsultation[] = [];
  for (const person of people) {
    const one = await tx.consultations.byId(person.consultationId);
    if (one) loaded.push(one);
  }
  const here = (id: string | null | undefined, rest: Partial<Here> = {}): Here | null => {
    const consultation = loaded.find((one) => one.id === id);
    const person = people.find((one) => one.consultationId === id);
    return consultation && person ? { consultation, person, chosen: false, asked: null, ...rest } : null;
  };
  const [only] = loaded;
  const current = here(loaded.length === 1 ? only!.id : conversation.consultationId);
  if (event.type === 'edit' || event.type === 'delete' || event.type === 'reaction') {
    const given = await tx.answers.byMessage(conversation.id, event.message);
    return here(given?.consultationId) ?? current;
  }
  if (event.type === 'form') {
    const about = readName(event.form).consultation;
    return here(loaded.find(({ content }) => content.key === about)?.id);
  }
  if (loaded.length === 1 || event.type === 'presence') return current;
  if (event.type === 'choice' && event.message !== null) {
    const delivery = await tx.outbox.byMessage(conversation.id, event.message);
    const asks = focusFrom((delivery?.document as Document | undefined)?.asks);
    const pressed = here(asks.waits === 'consultation' ? null : delivery?.consultationId);
    if (pressed) return pressed;
  }
  const text = event.type === 'message' ? event.text : event.value;
  const focus = focusFrom(conversation.focus);
  if (focus.waits === 'consultation') {
    const id = focus.options[option(text, focus.options.length) ?? -1];
    const chosen = here(id, { chosen: true, asked: focus.asked[0] ?? null });
    if (chosen) return chosen;
  } else if (current && said(text) !== 'consultations') return current;
  const words = event.type === 'message' && said(text) !== 'consultations' ? wordsId : null;
  const message = event.message ?? '';
  const asked = words === null ? null : { words, message, at: event.at, inbound: inboundId };
  return { options: loaded, asked };
}

/** Asks which one; what was said is taken up once it is clear. */
export function askWhich(lang: string, { options, asked }: Unclear): Reply {
  const say = phrasesIn(lang, []);
  const focus: Focus = {
    waits: 'consultation',
    options: options.map((one) => one.id),
    asked: asked === null ? [] : [asked],
  };
  const choices = options.map((one, index) => ({
    value: String(index + 1),
    label: inLang(one.content.title, lang, one.content.languages),
  }));
  return { ...answer(say.whichConsultation), choices, focus };
}

/** What a conversation waits for after it was told of another consultation than the one it was on. */
export const whichOf = (...ids: readonly ConsultationId[]): Focus => ({
  waits: 'consultation',
  options: [...ids],
  asked: [],
});
