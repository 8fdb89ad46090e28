/** Words of an axis itself: all its proposals may hold them, so they bring no two of them together, nor name them. */
import type { Axis, Lang } from '../core/consultation/model.ts';
import { inLang } from '../core/consultation/text.ts';
import { createLexicon } from './terms.ts';
import { tokenize } from './tokens.ts';

/** Stems of the axis's label and keywords of one word, but for those that one of its themes is known by. */
export function wordsOfAxis({ label, keywords, themes }: Axis, lang: Lang): string[] {
  const lexicon = createLexicon(lang);
  const alone = (texts: readonly string[]): string[] =>
    texts.flatMap((text) => (tokenize(text).length === 1 ? lexicon.stems(text) : []));
  const themesOwn = new Set(themes.flatMap((theme) => alone(theme.keywords[lang] ?? [])));
  const own = [...lexicon.stems(inLang(label, lang)), ...alone(keywords[lang] ?? [])];
  return [...new Set(own)].filter((stem) => !themesOwn.has(stem));
}
