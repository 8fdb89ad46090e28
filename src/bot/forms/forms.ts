/** Every form there is, by its name: shown to whoever may fill it in, and taken when it comes back. */
import type { Ids } from '../../app/ports/edge.ts';
import type { Transaction } from '../../app/ports/store.ts';
import { type Fault, type Filled, type Form, faultsIn } from '../../chat/form.ts';
import type { Asker } from '../../chat/surface.ts';
import type { ConversationId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import type { Phrases } from '../locales/fr.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { answer, list, type Reply, type Talk } from '../talk.ts';
import { typesetForm } from '../typeset.ts';
import { answersForm } from './answers.ts';
import { behalfForm } from './behalf.ts';
import { decideForm } from './decide.ts';
import { openRoundForm } from './open-round.ts';
import { type Asking, type BotForm, readName } from './shape.ts';

const FORMS: Readonly<Record<string, BotForm>> = {
  answers: answersForm,
  decide: decideForm,
  behalf: behalfForm,
  open: openRoundForm,
};

const formNamed = (kind: string): BotForm | null => (Object.hasOwn(FORMS, kind) ? FORMS[kind]! : null);

interface Edge {
  readonly ids: Ids;
  readonly now: Instant;
}

/** null when there is no such form for them. */
export async function openForm(
  tx: Transaction,
  edge: Edge,
  asker: Asker,
  name: string,
): Promise<Form | null> {
  const { kind, about } = readName(name);
  const form = formNamed(kind);
  const asking = form && (await askingOf(tx, edge, asker, name));
  return asking && sketched(form, asking, name, about);
}

async function sketched(
  form: BotForm,
  asking: Asking,
  name: string,
  about: readonly string[],
): Promise<Form | null> {
  const sketch = await form.open(asking, about);
  return sketch && typesetForm({ ...sketch, name, lang: asking.say.lang, leave: asking.say.forms.leave });
}

/** Sentences by field; none when the form is gone: the reply in the conversation will say so. */
export async function faultsOfForm(
  tx: Transaction,
  edge: Edge,
  asker: Asker,
  name: string,
  filled: Filled,
): Promise<ReadonlyMap<string, string>> {
  const { kind, about } = readName(name);
  const form = formNamed(kind);
  const asking = form && (await askingOf(tx, edge, asker, name));
  const sketch = asking && (await form.open(asking, about));
  if (!sketch) return new Map();
  const found = faultsIn(sketch, filled);
  if (found.size > 0) return sentences(asking.say, found);
  return (await form.faults?.(asking, about, filled)) ?? new Map();
}

const sentences = (say: Phrases, found: ReadonlyMap<string, Fault>): ReadonlyMap<string, string> =>
  new Map([...found].map(([key, fault]) => [key, say.forms.faults[fault]]));

/** A form came back; what was wrong with it, and was not seen before, is said. */
export async function onForm(talk: Talk): Promise<Reply> {
  const { event } = talk;
  if (event.type !== 'form') throw new Error('not a form');
  const { kind, about } = readName(event.form);
  const form = formNamed(kind);
  if (!form) return answer(talk.say.noLongerOpen);
  const filled: Filled = Object.fromEntries(
    event.fields.map((field) => [field.key, 'text' in field ? field.text : field.chosen]),
  );
  const sketch = await form.open(talk, about);
  const found = sketch ? sentences(talk.say, faultsIn(sketch, filled)) : new Map<string, string>();
  if (sketch && found.size > 0) {
    const label = (key: string) => sketch.fields.find((field) => field.key === key)!.label;
    return answer(
      talk.say.forms.notTaken,
      list(...[...found].map(([key, sentence]) => [talk.say.labelled(label(key), sentence)])),
    );
  }
  return form.take(talk, about, filled);
}

/** Somebody as the bot knows them in the consultation of that name; null when it doesn't. */
async function askingOf(tx: Transaction, edge: Edge, asker: Asker, name: string): Promise<Asking | null> {
  const consultation = await tx.consultations.byKey(readName(name).consultation);
  const people = await tx.people.byAddress(asker);
  const person = people.find(({ consultationId }) => consultationId === consultation?.id);
  if (!consultation || !person) return null;
  const [conversation] = await tx.conversations.directs([
    { ...asker, id: edge.ids.next<ConversationId>(), consultationId: consultation.id, at: edge.now },
  ]);
  const partners = await tx.people.partnersOf(person.id);
  return {
    tx,
    consultation,
    actor: { person, partners },
    conversation: conversation!,
    ...edge,
    lang: person.lang,
    say: phrasesIn(person.lang, consultation.content.languages),
  };
}
