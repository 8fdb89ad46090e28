/** One question of the round that is looked at: taken out, said otherwise, added. */
import { shownPlan } from '../../../app/plan/show-plan.ts';
import type { DraftRow } from '../../../app/ports/rounds.ts';
import { display } from '../../../chat/display.ts';
import { isRefusal, type Refusal, refuse } from '../../../core/refusal.ts';
import { type DraftPrompt, promptsOf, type RoundDraft } from '../../../core/round/draft.ts';
import { reworded, withoutPrompt, withPrompt } from '../../../core/round/draft-prompts.ts';
import { answer, type Reply, refusal, type Talk } from '../../talk.ts';
import { keep } from '../round.ts';
import { readersIn } from './ask.ts';
import type { PromptCommand } from './prompt-command.ts';
import { review } from './review.ts';
import { toReview } from './steps.ts';
import { ofDraft } from './subject.ts';
import { LONGEST, typedIn } from './take.ts';

export async function onPromptChange(talk: Talk, row: DraftRow, command: PromptCommand): Promise<Reply> {
  const { opening: say } = talk.say;
  if (command.does !== 'drop' && command.text.length > LONGEST.prompts)
    return answer(say.tooLong(command.text.length, LONGEST.prompts));
  const draft = await changed(talk, row.draft, command);
  if (isRefusal(draft)) return refusal(talk, draft);
  await talk.tx.drafts.save(row.id, draft, talk.now);
  const next = { ...row, draft };
  const found = await ofDraft(talk, next);
  if (isRefusal(found)) return toReview(talk, next);
  return review(talk, found, say.prompts[command.does], ...(await otherLanguages(talk, draft, command)));
}

async function changed(talk: Talk, draft: RoundDraft, command: PromptCommand): Promise<RoundDraft | Refusal> {
  if (command.does === 'drop') return withoutPrompt(draft, command.place);
  const text = display(command.text).replace(/\s+/gu, ' ').trim();
  const typed = typedIn(talk);
  if (command.does === 'reword') {
    const { languages } = talk.consultation.content;
    if (command.lang !== null && !languages.includes(command.lang))
      return refuse('prompt-language', { lang: command.lang, languages: languages.join(', ') });
    return reworded(draft, command.place, { words: await keep(talk, text) }, { lang: command.lang, typed });
  }
  const about = await aboutOf(talk, command);
  if (isRefusal(about)) return about;
  const words = await keep(talk, text);
  return withPrompt(draft, { key: null, ...about, text: { [typed]: { words } }, hint: null });
}

async function aboutOf(
  talk: Talk,
  { axis, action }: Extract<PromptCommand, { does: 'add' }>,
): Promise<Pick<DraftPrompt, 'axis' | 'action'> | Refusal> {
  if (action === null) return { axis };
  const plan = await shownPlan(talk, null, { lang: talk.lang });
  if (isRefusal(plan)) return plan;
  const found = plan.plan.actions.find(({ key }) => key === action);
  return found ? { axis: found.axis, action } : refuse('no-such-action', { action });
}

/** How to say a question of one's own in the languages that people read. */
async function otherLanguages(talk: Talk, draft: RoundDraft, command: PromptCommand): Promise<string[]> {
  if (command.does === 'drop') return [];
  const asked = promptsOf(draft);
  const place = command.does === 'reword' ? command.place : asked.indexOf(draft.prompts.at(-1)!) + 1;
  const readers = await readersIn(talk);
  const missing = talk.consultation.content.languages.filter(
    (lang) => readers.has(lang) && asked[place - 1] && !Object.hasOwn(asked[place - 1]!.text, lang),
  );
  return missing.map((lang) => talk.say.opening.prompts.inLang(place, lang));
}
