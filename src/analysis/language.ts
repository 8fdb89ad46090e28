import type { Lang } from '../core/consultation/model.ts';
import { stopWords } from './stop-words.ts';
import type { Token } from './tokens.ts';

/** Words the two lists share tell nothing. */
const SHARED = new Set('a an on me y d s t m us or as do'.split(' '));

/** The language a text is written in, among those given, by its small words; `usual` unless another clearly leads. */
export function languageOf(tokens: readonly Token[], among: readonly Lang[], usual: Lang): Lang {
  const hits = (lang: Lang): number => {
    const stop = stopWords(lang);
    return tokens
      .slice(0, 200)
      .reduce((n, { folded }) => n + (stop.has(folded) && !SHARED.has(folded) ? 1 : 0), 0);
  };
  const base = hits(usual);
  let best = { lang: usual, n: base };
  for (const lang of among) {
    if (lang === usual) continue;
    const n = hits(lang);
    if (n >= 2 && n > 2 * base && n > best.n) best = { lang, n };
  }
  return best.lang;
}
