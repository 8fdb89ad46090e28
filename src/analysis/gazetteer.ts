import type { Territory } from '../core/consultation/model.ts';
import { createPhrases } from './phrases.ts';
import type { Span } from './spans.ts';
import type { Token } from './tokens.ts';

export interface Place {
  readonly territory: string;
  /** True where the name alone is plain; false where its surroundings decided. */
  readonly plain: boolean;
  /** Where it is named first. */
  readonly span: Span;
}

export interface Gazetteer {
  /** Territories named in a text, in order, each once. `tokens` are those of `text`. */
  find(text: string, tokens: readonly Token[]): Place[];
}

const BEFORE_A_PLACE = new Set(
  'a de d sur vers dans depuis ville commune quartier mairie entre in at near of from'.split(' '),
);
const JOINS = new Set(['et', 'ou', 'and', 'or', '&']);
const METROPOLE = ['metropole europeenne de', 'metropole de', 'lille metropole'];

/** `Saint-Denis` is also written `St Denis`. */
function withSaints(spelling: string): string[] {
  const short = spelling
    .replace(/(^|[\s-])sainte(?=[\s-])/giu, '$1Ste')
    .replace(/(^|[\s-])saint(?=[\s-])/giu, '$1St');
  return short === spelling ? [spelling] : [spelling, short];
}

const capital = (text: string, token: Token): boolean =>
  /^\p{Lu}/u.test(text.slice(token.start, token.start + 2));

interface Named {
  readonly territory: Territory;
  readonly from: number;
  readonly to: number;
}

/** Recognises territories by their names and spellings as whole words; common words among them only in a place's position. */
export function createGazetteer(territories: readonly Territory[]): Gazetteer {
  const names = createPhrases(
    territories.flatMap((territory) =>
      [territory.label, ...territory.spellings].flatMap(withSaints).map((name) => [name, territory] as const),
    ),
  );

  const gap = (text: string, left: Token | undefined, right: Token | undefined): string =>
    left === undefined || right === undefined ? '' : text.slice(left.end, right.start);

  /** Part of a longer name, as in Croix-Rouge. */
  const hyphenated = (text: string, tokens: readonly Token[], { from, to }: Named): boolean =>
    gap(text, tokens[from - 1], tokens[from]) === '-' || gap(text, tokens[to], tokens[to + 1]) === '-';

  const afterPreposition = (text: string, tokens: readonly Token[], { from }: Named): boolean => {
    const before = tokens[from - 1];
    return (
      before !== undefined &&
      BEFORE_A_PLACE.has(before.folded) &&
      /^['’ ]/u.test(gap(text, before, tokens[from]))
    );
  };

  /** "Roubaix, Croix et Hem": next to a place that is sure, with nothing but a comma or "et" between. */
  const enumerated = (
    text: string,
    tokens: readonly Token[],
    named: Named,
    sure: ReadonlyMap<number, Named>,
  ): boolean => {
    const last = named.from - 1;
    const joined = JOINS.has(tokens[last]?.folded ?? '');
    const left = sure.get(joined ? last - 1 : last);
    if (left !== undefined && (joined || /^\s*[,/]\s*$/u.test(gap(text, tokens[last], tokens[named.from])))) {
      return capital(text, tokens[named.from]!) || !capital(text, tokens[left.from]!);
    }
    return false;
  };

  return {
    find(text, tokens) {
      const named: Named[] = [];
      for (let at = 0; at < tokens.length; at++) {
        const match = names.at(tokens, at);
        if (match === null) continue;
        named.push({ territory: match.value, from: at, to: at + match.length - 1 });
        at += match.length - 1;
      }
      const sure = new Map<number, Named>();
      const places = new Map<string, Place>();
      for (const one of named) {
        const { territory, from, to } = one;
        const before = tokens.slice(Math.max(0, from - 3), from).map((token) => token.folded);
        if (METROPOLE.some((name) => `${before.join(' ')} `.endsWith(`${name} `))) continue;
        const accepted =
          !territory.ambiguous ||
          (!hyphenated(text, tokens, one) &&
            ((afterPreposition(text, tokens, one) && capital(text, tokens[from]!)) ||
              enumerated(text, tokens, one, sure)));
        if (!accepted) continue;
        sure.set(to, one);
        if (!places.has(territory.key))
          places.set(territory.key, {
            territory: territory.key,
            plain: !territory.ambiguous,
            span: { start: tokens[from]!.start, end: tokens[to]!.end },
          });
      }
      return [...places.values()];
    },
  };
}
