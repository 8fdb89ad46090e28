import type { Lang } from '../../core/consultation/model.ts';
import { en } from './en.ts';
import { fr, type Phrases } from './fr.ts';

const SPOKEN: Readonly<Record<string, Phrases>> = { fr, en };

/**
 * The interface in a person's language, else in the first of the consultation's that the bot speaks, else in English
 * for a consultation that isn't in French.
 */
export function phrasesIn(lang: Lang, languages: readonly Lang[]): Phrases {
  for (const candidate of [lang, ...languages]) {
    const found = SPOKEN[candidate.slice(0, 2).toLowerCase()];
    if (found) return found;
  }
  return en;
}
