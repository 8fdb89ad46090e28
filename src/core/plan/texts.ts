/** A plan as one reader sees it: every text in one language, words put in place. */
import type { Lang, LocalText } from '../consultation/model.ts';
import { inLang } from '../consultation/text.ts';
import type { WordsId } from '../ids.ts';
import { mapPlan, type Plan, type PlanText } from './model.ts';

export interface Reading {
  readonly lang: Lang;
  readonly languages: readonly Lang[];
  /** null for what was erased. */
  readonly texts: ReadonlyMap<WordsId, string | null>;
}

const ERASED: Readonly<Record<string, string>> = { fr: '[effacé]', en: '[erased]' };

export const textIn = (text: PlanText, { lang, languages, texts }: Reading): string =>
  'words' in text
    ? (texts.get(text.words) ?? ERASED[lang] ?? ERASED.en!)
    : inLang(text.text, lang, languages);

export const planIn = (plan: Plan, reading: Reading): Plan<string> =>
  mapPlan(plan, (text) => textIn(text, reading));

/** Every text in the languages it has; the team's words in the first of the consultation. */
export const planInAll = (plan: Plan, { languages, texts }: Omit<Reading, 'lang'>): Plan<LocalText> =>
  mapPlan(plan, (text) =>
    'text' in text
      ? text.text
      : { [languages[0]!]: texts.get(text.words) ?? ERASED[languages[0]!] ?? ERASED.en! },
  );
