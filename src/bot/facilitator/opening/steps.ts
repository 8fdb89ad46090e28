/** What is asked next of a draft, until it can be looked at whole. */
import type { DraftRow } from '../../../app/ports/rounds.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { lacks, promptsOf, type RoundDraft } from '../../../core/round/draft.ts';
import { FIELDS, type Field, firstStep, type Step, stepAt } from '../../../core/round/draft-steps.ts';
import { type Reply, refusal, type Talk } from '../../talk.ts';
import { ask, readersIn } from './ask.ts';
import { review, reviewChange } from './review.ts';
import { ofDraft } from './subject.ts';

export async function asked(
  talk: Talk,
  row: DraftRow,
  step: Step,
  only: boolean,
  ...lead: readonly string[]
): Promise<Reply> {
  return ask(talk, row, step, { only, lead, readers: await readersIn(talk) });
}

/** The first question nobody has answered. */
export function unanswered(talk: Talk, draft: RoundDraft): Step | null {
  const { content } = talk.consultation;
  const field = FIELDS.find((one) => {
    if (one === 'axes') return content.axes.length > 0 && draft.axes === null;
    if (one === 'prompts' || one === 'reminders') return false;
    return (one === 'until' ? draft.closesAt : draft[one]) === null && draft.base === null;
  });
  const asked = promptsOf(draft);
  const bareAxis = (draft.axes?.length ? draft.axes : [null]).find((axis) =>
    axis === null ? asked.length === 0 : !asked.some((prompt) => prompt.axis === axis),
  );
  const before = field !== undefined && FIELDS.indexOf(field) < FIELDS.indexOf('prompts');
  if (!before && bareAxis !== undefined) return stepAt('prompts', bareAxis);
  return field ? firstStep(field, draft, content) : null;
}

/** `changed`: the one field that is new since it was looked at. */
export async function toReview(talk: Talk, row: DraftRow, changed: Field | null = null): Promise<Reply> {
  const lacking = lacks(row.draft) ? unanswered(talk, row.draft) : null;
  if (lacking) return asked(talk, row, lacking, true, talk.say.opening.lacking(lacking.field));
  const found = await ofDraft(talk, row);
  if (isRefusal(found)) return refusal(talk, found);
  return changed === null ? review(talk, found) : reviewChange(talk, found, changed);
}
