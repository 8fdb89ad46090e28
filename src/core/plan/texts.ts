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

const OPEN = '\ue010';
const CLOSE = '\ue011';

/** Stands for words in a text that is put together before they are put in place; no table may hold its marks. */
export const referenceTo = (words: WordsId): string => `${OPEN}${words}${CLOSE}`;

/** A text put together from such references: what is literal, and which words come where. */
export const piecesOf = (text: string): (string | { readonly words: WordsId })[] =>
  text
    .split(/(\ue010[0-9a-f-]{36}\ue011)/u)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith(OPEN) ? { words: piece.slice(1, -1) as WordsId } : piece));
