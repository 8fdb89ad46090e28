import { en } from './en.ts';
import { fr, type Phrases } from './fr.ts';

/** The page's words for a language; English for one it doesn't speak. */
export const phrasesIn = (lang: string): Phrases => (lang.startsWith('fr') ? fr : en);

/** For somebody nobody knows yet, by what their browser asks for first; French unless it is English. */
export const phrasesFor = (acceptLanguage: string | null): Phrases =>
  /^\s*en\b/iu.test(acceptLanguage ?? '') ? en : fr;
