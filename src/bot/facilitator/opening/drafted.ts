/** A draft that the bot wrote itself: in each language of the consultation, and shown as any other. */
import type { DraftRow } from '../../../app/ports/rounds.ts';
import type { Lang } from '../../../core/consultation/model.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { type DraftText, ownText } from '../../../core/round/draft.ts';
import type { Phrases } from '../../locales/fr.ts';
import { phrasesIn } from '../../locales/phrases.ts';
import { type Reply, refusal, type Talk } from '../../talk.ts';
import { review } from './review.ts';
import { ofDraft } from './subject.ts';

/** `lead` comes before it. */
export async function showDraft(talk: Talk, row: DraftRow, ...lead: readonly string[]): Promise<Reply> {
  const found = await ofDraft(talk, row);
  return isRefusal(found) ? refusal(talk, found) : review(talk, found, ...lead);
}

export const inEach = (languages: readonly [Lang, ...Lang[]], text: (say: Phrases) => string): DraftText =>
  ownText(Object.fromEntries(languages.map((lang) => [lang, text(phrasesIn(lang, languages))])));
