import type { WordsId } from '../../core/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { type Edit, edit } from '../../core/synthesis/edit.ts';
import { touched } from '../../core/synthesis/history.ts';
import type { SynthesisBody } from '../../core/synthesis/model.ts';
import { retitled } from '../../core/theme/retitled.ts';
import { perform, type Scene } from '../perform.ts';

/** An edit as it is asked for: the text is kept as the person's words first. */
export type EditAsked =
  | Exclude<Edit, { readonly words: unknown } | { readonly edit: 'no-disagreement' | 'accept-titles' }>
  | { readonly edit: 'no-disagreement'; readonly axis: string }
  | { readonly edit: 'accept-titles' }
  | WithText<Extract<Edit, { readonly words: unknown }>>;

type WithText<E> = E extends unknown ? Omit<E, 'words'> & { readonly text: string } : never;

/** Edits the latest draft; the synthesis after it, or why not. */
export async function editSynthesis(
  scene: Scene<'syntheses' | 'words' | 'consultations' | 'synthesisEdits' | 'themes'>,
  asked: EditAsked,
): Promise<SynthesisBody | Refusal> {
  const { tx, consultation } = scene;
  let edited = '';
  const act = {
    verb: 'synthesis.edit',
    subjectType: 'synthesis',
    subjectId: () => edited,
    refs: { edit: asked.edit },
  } as const;
  return perform(scene, act, async () => {
    // Two edits at once: the second one waits, and reads what the first one wrote.
    await tx.consultations.lock(consultation.id);
    const draft = await tx.syntheses.latest(consultation.id);
    if (!draft) return refuse('no-synthesis');
    edited = draft.id;
    const body = edit(draft.body, draft.state !== 'draft', await editOf(scene, asked));
    if (isRefusal(body)) return body;
    await tx.syntheses.saveDraft(draft.id, body);
    await keepTitles(scene, draft.body, body);
    await tx.synthesisEdits.add({
      id: scene.ids.next(),
      consultationId: consultation.id,
      synthesisId: draft.id,
      personId: scene.actor.person.id,
      edit: asked.edit,
      ...touched(draft.body, body),
      at: scene.now,
      undoneAt: null,
    });
    return body;
  });
}

/** What the draft calls its themes, they are called. */
export async function keepTitles(
  { tx, consultation, now }: Pick<Scene<'themes'>, 'tx' | 'consultation' | 'now'>,
  before: SynthesisBody,
  after: SynthesisBody,
): Promise<void> {
  const themes = retitled(await tx.themes.of(consultation.id), before, after);
  if (themes.length > 0) await tx.themes.change(consultation.id, { themes, members: [] }, now);
}

async function editOf(scene: Scene<'words'>, asked: EditAsked): Promise<Edit> {
  if (asked.edit === 'no-disagreement' || asked.edit === 'accept-titles')
    return { ...asked, by: scene.actor.person.id, at: scene.now };
  if (!('text' in asked)) return asked as Edit;
  const { text, ...rest } = asked;
  const words = scene.ids.next<WordsId>();
  await scene.tx.words.add([
    {
      id: words,
      consultationId: scene.consultation.id,
      personId: scene.actor.person.id,
      text,
      lang: scene.actor.person.lang,
      writtenAt: scene.now,
    },
  ]);
  return { ...rest, words } as Edit;
}
