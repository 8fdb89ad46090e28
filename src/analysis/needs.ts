/** What tells needs of their own from parts of one need, in a row of words. */
import type { Lang } from '../core/consultation/model.ts';
import { findCues } from './kind.ts';
import { stopWords } from './stop-words.ts';
import type { Token } from './tokens.ts';

const AND = new Set(['et', 'and', '+']);
/** After these, what follows "et" may belong to what precedes it. */
const TIES = new Set(
  'entre soit tant autant avec dont ou comme chez parmi via sous qui between both with where including like which who'.split(
    ' ',
  ),
);
/** Not `des`, which after a noun is "de les". */
const INDEFINITE = { fr: new Set('un une qqn quelques'.split(' ')), en: new Set('a an some'.split(' ')) };

export const isAnd = ({ folded }: Token): boolean => AND.has(folded);
export const ties = ({ folded }: Token): boolean => TIES.has(folded);
export const isIndefinite = ({ folded }: Token, lang: Lang): boolean =>
  INDEFINITE[lang.startsWith('fr') ? 'fr' : 'en'].has(folded);

/** True for a determiner as in "de la tréso", "du temps", whose "de" is not a plain genitive. */
export function isPartitive(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]?.folded;
  if (first === 'du' || first === 'des') return true;
  return first === 'de' && ['la', 'l'].includes(tokens[at + 1]?.folded ?? '');
}

/** Words that carry content, in a row. */
export function contentWords(tokens: readonly Token[], lang: Lang): number {
  const stop = stopWords(lang);
  return tokens.reduce((n, token) => n + (token.elided || stop.has(token.folded) ? 0 : 1), 0);
}

/** How many tokens at the start only say that something is wanted ("il faudrait", "nous aimerions"). */
export function leadOf(tokens: readonly Token[], lang: Lang): number {
  const cue = findCues(tokens.slice(0, 4), lang)[0];
  return cue === undefined || cue.at > 1 ? 0 : cue.at + cue.length;
}
