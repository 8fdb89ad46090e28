import type { Lang } from '../../core/consultation/model.ts';
import { createLexicon } from '../terms.ts';
import { type Pair, pairsAmong } from './pairs.ts';

/** Pairs among these texts that may say the same, the most alike first; the same text counts in its own language. */
export function duplicatesAmong(
  texts: readonly { readonly text: string; readonly lang: Lang }[],
  atLeast: number,
): Pair[] {
  const lexicons = new Map(
    [...new Set(texts.map(({ lang }) => lang))].map((lang) => [lang, createLexicon(lang)]),
  );
  const stems = texts.map(({ text, lang }) => lexicons.get(lang)!.stems(text));
  return pairsAmong(stems, atLeast).sort((x, y) => y.cosine - x.cosine || x.a - y.a || x.b - y.b);
}
