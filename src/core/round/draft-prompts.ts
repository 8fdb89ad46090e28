/** One prompt of a draft at a time, by its place among those that are asked, from 1: taken out, said otherwise, added. */
import type { Lang } from '../consultation/model.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { type DraftPiece, type DraftPrompt, promptsOf, type RoundDraft } from './draft.ts';

/** All together: beyond, people don't go to the end. */
export const MOST_ASKED = 20;

/** An axis of which nothing is asked any more is none of the round's. */
export function withoutPrompt(draft: RoundDraft, place: number): RoundDraft | Refusal {
  const next = changed(draft, place, () => []);
  if (isRefusal(next) || !next.axes?.length) return next;
  const left = next.axes.filter((axis) => next.prompts.some((prompt) => prompt.axis === axis));
  return left.length === 0 ? next : { ...next, axes: left };
}

/** What it speaks of stays. Without `lang`, the text is in `typed` and what it said in other languages goes. */
export const reworded = (
  draft: RoundDraft,
  place: number,
  piece: DraftPiece,
  { lang, typed }: { readonly lang: Lang | null; readonly typed: Lang },
): RoundDraft | Refusal =>
  changed(draft, place, (one) => [
    { ...one, text: lang === null ? { [typed]: piece } : { ...one.text, [lang]: piece } },
  ]);

function changed(
  draft: RoundDraft,
  place: number,
  change: (one: DraftPrompt) => DraftPrompt[],
): RoundDraft | Refusal {
  const asked = promptsOf(draft);
  const found = asked[place - 1];
  if (!found) return refuse('no-such-prompt', { prompt: place, prompts: asked.length });
  return { ...draft, prompts: draft.prompts.flatMap((one) => (one === found ? change(one) : [one])) };
}

/** After those of its axis; in a round of some axes, one of them has to be named. */
export function withPrompt(draft: RoundDraft, prompt: DraftPrompt): RoundDraft | Refusal {
  if (promptsOf(draft).length >= MOST_ASKED) return refuse('too-many-prompts', { most: MOST_ASKED });
  const axes = draft.axes ?? [];
  if (axes.length > 0 && !axes.includes(prompt.axis ?? ''))
    return refuse('prompt-of-which-axis', { axes: axes.join(', ') });
  if (axes.length === 0 && prompt.axis !== null && prompt.action === undefined)
    return refuse('round-without-axes');
  return { ...draft, prompts: [...draft.prompts, prompt] };
}
