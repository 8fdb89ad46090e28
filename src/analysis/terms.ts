import type { Lang } from '../core/consultation/model.ts';
import { createStemmer, type Stem } from './stems.ts';
import { stopWords } from './stop-words.ts';
import { type Token, tokenize } from './tokens.ts';

export interface Term {
  readonly stem: string;
  /** In lower case. */
  readonly form: string;
  readonly written: string;
}

/** Turns text of one language into its content words, in order. */
export interface Lexicon {
  readonly lang: Lang;
  readonly stem: Stem;
  terms(tokens: readonly Token[]): Term[];
  stems(text: string): string[];
}

/** Beyond this many words, a text is read on its beginning only. */
export const MOST_WORDS = 4000;

export function createLexicon(lang: Lang, words: Iterable<string> = []): Lexicon {
  const stop = stopWords(lang);
  const stem = createStemmer(lang, words);
  const terms = (tokens: readonly Token[]): Term[] => {
    const found: Term[] = [];
    for (const { form, written, folded, elided } of tokens) {
      if (elided || stop.has(folded)) continue;
      if (form.length === 1 && !/^\p{N}$/u.test(form)) continue;
      found.push({ stem: stem(form), form, written });
    }
    return found;
  };
  return { lang, stem, terms, stems: (text) => terms(tokenize(text, MOST_WORDS)).map((term) => term.stem) };
}
