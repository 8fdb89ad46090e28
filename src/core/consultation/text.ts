import type { Lang, LocalText } from './model.ts';

/** The string in the wanted language, else in the first of `fallbacks` that has one; throws when none has. */
export function inLang(text: LocalText, lang: Lang, fallbacks: readonly Lang[] = ['fr', 'en']): string {
  for (const candidate of [lang, ...fallbacks, ...Object.keys(text)]) {
    const found = Object.hasOwn(text, candidate) ? text[candidate] : undefined;
    if (found !== undefined) return found;
  }
  throw new Error('a localised text without any language');
}
