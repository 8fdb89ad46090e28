import { en } from './en.ts';
import { fr, type Phrases } from './fr.ts';

/** In the person's language, else in English. */
export const phrasesIn = (lang: string): Phrases => (lang.slice(0, 2).toLowerCase() === 'fr' ? fr : en);
