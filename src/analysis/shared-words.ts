/** What a few texts have in common, word by word. */
import type { Span } from './spans.ts';
import type { Lexicon } from './terms.ts';
import { tokenize } from './tokens.ts';

const MOST_WORDS = 400;

/** For each text, in order, where the words lie that others of them hold too: those that most hold first. */
export function sharedWords(texts: readonly string[], lexicon: Lexicon, atMost: number): Span[][] {
  const found = texts.map((text) => {
    const places = new Map<string, Span>();
    for (const token of tokenize(text, MOST_WORDS)) {
      const [term] = lexicon.terms([token]);
      if (term !== undefined && !places.has(term.stem))
        places.set(term.stem, { start: token.start, end: token.end });
    }
    return places;
  });
  const holders = new Map<string, number>();
  for (const places of found)
    for (const stem of places.keys()) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  return found.map((places) =>
    [...places]
      .filter(([stem]) => holders.get(stem)! > 1)
      .sort(([a], [b]) => holders.get(b)! - holders.get(a)!)
      .slice(0, atMost)
      .map(([, span]) => span),
  );
}
