/** Every form there is, by its name: shown to whoever may fill it in, and taken when it comes back. */
import type { Transaction } from '../../app/ports/store.ts';
import { type Fault, type Filled, type Form, faultsIn } from '../../chat/form.ts';
import type { Asker, Given } from '../../chat/surface.ts';
import type { Phrases } from '../locales/fr.ts';
import { answer, list, type Reply, type Talk } from '../talk.ts';
import { typesetForm } from '../typeset.ts';
import { answersForm } from './answers.ts';
import { askingOf, type Edge } from './asking.ts';
import { behalfForm } from './behalf.ts';
import { decideForm } from './decide.ts';
import { ideaForm } from './idea.ts';
import { mergeForm, splitForm } from './lineage.ts';
import { openRoundForm } from './open-round.ts';
import { type BotForm, formName, readName } from './shape.ts';
import { closeForm, remindForm } from './under-way.ts';

const FORMS: Readonly<Record<string, BotForm>> = {
  answers: answersForm,
  decide: decideForm,
  behalf: behalfForm,
  open: openRoundForm,
  idea: ideaForm,
  merge: mergeForm,
  split: splitForm,
  remind: remindForm,
  close: closeForm,
};

const formNamed = (kind: string): BotForm | null => (Object.hasOwn(FORMS, kind) ? FORMS[kind]! : null);

/** null when there is no such form for them. */
export async function openForm(
  tx: Transaction,
  edge: Edge,
  asker: Asker,
  name: string,
  given: Given | null,
): Promise<Form | null> {
  const { kind, consultation, about } = readName(name);
  const form = formNamed(kind);
  const asking = form && (await askingOf(tx, edge, asker, consultation));
  const sketch = asking && (await form.open(asking, about, given));
  if (!sketch) return null;
  const { lang, forms } = asking.say;
  return typesetForm({
    ...sketch,
    name: formName(kind, asking.consultation, ...about),
    lang,
    leave: forms.leave,
  });
}

/** Sentences by field; none when the form is gone: the reply in the conversation will say so. */
export async function faultsOfForm(
  tx: Transaction,
  edge: Edge,
  asker: Asker,
  name: string,
  filled: Filled,
): Promise<ReadonlyMap<string, string>> {
  const { kind, consultation, about } = readName(name);
  const form = formNamed(kind);
  const asking = form && (await askingOf(tx, edge, asker, consultation));
  const sketch = asking && (await form.open(asking, about, null));
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
  const sketch = await form.open(talk, about, null);
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
