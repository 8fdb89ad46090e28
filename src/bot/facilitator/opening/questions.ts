/** An answer to the question about one field of a draft. */

import type { DraftRow } from '../../../app/ports/rounds.ts';
import { draftNamed } from '../../../app/round/draft-round.ts';
import { lacks } from '../../../core/round/draft.ts';
import { nextStep, type Step, stepBefore } from '../../../core/round/draft-steps.ts';
import type { FocusOf } from '../../focus.ts';
import { standing } from '../../partner/place.ts';
import { answer, type Reply, type Talk } from '../../talk.ts';
import { bare, option, said } from '../../understand.ts';
import { ask, readersIn } from './ask.ts';
import { onChoose, onDrop } from './choose.ts';
import { aside } from './command.ts';
import { asked, toReview } from './steps.ts';
import { suggested } from './suggestions.ts';
import { isComplaint, take, typedIn } from './take.ts';

/** An answer to the question about one field. */
export async function onAnswer(talk: Talk, focus: FocusOf<'draft'>): Promise<Reply | null> {
  const row = await draftNamed(talk, focus.draft);
  if (!row) return { ...answer(talk.say.opening.noDraft), focus: await standing(talk) };
  const { field, axis, lang, only } = focus;
  const step: Step = { field, axis, lang };
  const does = aside(talk.text)?.does;
  if (does === 'leave') return { ...answer(talk.say.opening.left), focus: await standing(talk) };
  if (does === 'drop') return onDrop(talk);
  const two = field === 'axes' || field === 'reminders' || field === 'minutes' ? null : option(talk.text, 2);
  const numbered = /^\d$/u.test(talk.text.trim()) ? two : null;
  if (does === 'back' || (lang === null && numbered === 1)) return back(talk, row, step, only);
  const word = said(talk.text);
  if (lang !== null && (word === 'pass' || numbered === 0)) return advance(talk, row, step, only, [lang]);
  if (lang !== null && /^(?:passe[rz]? tout|pass all|skip all)$/u.test(bare(talk.text)))
    return advance(talk, { ...row, draft: { ...row.draft, mute: [...row.draft.mute, lang] } }, step, only);
  if (lang === null && (word === 'yes' || word === 'pass' || numbered === 0)) {
    const kept = suggested(talk, row.draft, step);
    if (kept === null) return asked(talk, row, step, only);
    return advance(talk, { ...row, draft: kept }, step, only);
  }
  if (bare(talk.text) === '' || talk.event.type !== 'message') return asked(talk, row, step, only);
  const taken = await take(talk, row.draft, step);
  if (isComplaint(taken)) return answer(taken);
  return advance(talk, { ...row, draft: taken }, step, only);
}

/** Keeps what was said and asks what comes next; the preview when nothing is left. */
async function advance(
  talk: Talk,
  row: DraftRow,
  step: Step,
  only: boolean,
  skip: readonly string[] = [],
): Promise<Reply> {
  const before = await talk.tx.drafts.byId(row.id);
  await talk.tx.drafts.save(row.id, row.draft, talk.now);
  const { content } = talk.consultation;
  const readers = await readersIn(talk);
  const read = content.languages.filter((lang) => lang !== typedIn(talk) && readers.has(lang));
  const next = nextStep(row.draft, step, { content, skip, read }, only);
  if (next) return ask(talk, row, next, { only, readers });
  const seen = only && before !== null && !lacks(before.draft);
  return toReview(talk, row, seen ? step.field : null);
}

async function back(talk: Talk, row: DraftRow, step: Step, only: boolean): Promise<Reply> {
  if (only && step.lang === null) return toReview(talk, row);
  const before = stepBefore(row.draft, step, talk.consultation.content);
  return before ? asked(talk, row, before, only) : onChoose(talk);
}
