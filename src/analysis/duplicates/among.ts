import type { Lang } from '../../core/consultation/model.ts';
import { createStemIds } from '../stem-ids.ts';
import { createLexicon } from '../terms.ts';
import { type Pair, pairsAmong } from './pairs.ts';
import { numbering } from './weights.ts';

/** Pairs among these texts that may say the same, the most alike first; the same text counts in its own language. */
export function duplicatesAmong(
  texts: readonly { readonly text: string; readonly lang: Lang }[],
  atLeast: number,
): Pair[] {
  const readers = new Map(
    [...new Set(texts.map(({ lang }) => lang))].map((lang) => [lang, createStemIds(createLexicon(lang))]),
  );
  const numbers = numbering();
  const stems = texts.map(({ text, lang }) => {
    const reader = readers.get(lang)!;
    return reader.of(text).map((id) => numbers.of(reader.stem(id)));
  });
  return pairsAmong(stems, atLeast).sort((x, y) => y.cosine - x.cosine || x.a - y.a || x.b - y.b);
}
