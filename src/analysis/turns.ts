/** Turns of two content words that stand together ("appel à projets", "garage solidaire"): they say more than either alone. */
import { isLight } from './light-words.ts';
import type { NamesSomething } from './nouns.ts';
import type { Lexicon, Term } from './terms.ts';
import { fold, type Token } from './tokens.ts';

/** Small words that may stand between the two. */
const MOST_BETWEEN = 2;

/**
 * The turns of a text, as terms: both stems, and the words as written from the first to the last. One of the two names
 * something, neither is light, and no punctuation parts them.
 */
export function turnsIn(
  text: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
  names: NamesSomething,
): Term[] {
  const content = tokens.flatMap((token, at) => {
    const [term] = lexicon.terms([token]);
    return term === undefined ? [] : [{ term, token, at }];
  });
  return content.flatMap((first, k): Term[] => {
    const next = content[k + 1];
    if (next === undefined || next.at - first.at > MOST_BETWEEN + 1) return [];
    const both = [first.term, next.term];
    if (both.some(({ form }) => isLight(fold(form))) || !both.some(({ form }) => names(form))) return [];
    const row = tokens.slice(first.at, next.at + 1);
    const apart = row.some(
      ({ end }, n) => n + 1 < row.length && !/^[ '’-]?$/u.test(text.slice(end, row[n + 1]!.start)),
    );
    if (apart) return [];
    const written = text.slice(first.token.start, next.token.end);
    return [{ stem: `${first.term.stem} ${next.term.stem}`, form: written.toLowerCase(), written }];
  });
}

export const isTurn = ({ stem }: Pick<Term, 'stem'>): boolean => stem.includes(' ');
