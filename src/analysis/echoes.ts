/** Which actions of a plan a proposal speaks of, by the words they share; often none. */
import type { Lang } from '../core/consultation/model.ts';
import type { ActionText, Echo, ProposalText } from '../core/plan/echo.ts';
import { damped, rarityOf } from './duplicates/weights.ts';
import { isLight } from './light-words.ts';
import { createLexicon, type Term } from './terms.ts';
import { fold, type Token, tokenize } from './tokens.ts';

/**
 * From likeness to confidence, and from where on an action is more often right than wrong: fitted on the training part of
 * a set of arguments, each beside forty proposals of which one may be its own (`npm run evals` prints it anew).
 */
const CONFIDENCE = { from: -3.68, by: 18.5 };
const AT_LEAST = -CONFIDENCE.from / CONFIDENCE.by;
/** As for tags, never surer than that: few pairs were that alike. */
const SUREST = 0.95;
const confidenceOf = (likeness: number): number =>
  Math.min(SUREST, 1 / (1 + Math.exp(-(CONFIDENCE.from + CONFIDENCE.by * likeness))));
/** Words of its title count for that much more. */
const TITLE = 2;
const FEWEST_WORDS = 2;
const MOST = 2;
const MOST_WORDS = 400;
const MOST_SHOWN = 4;

const rounded = (share: number): number => Math.round(share * 1000) / 1000;

/** Of a title of so few words, or of common words alone, that it is in a text says nothing. */
const FEWEST_OF_TITLE = 3;

/** The words of a text by which it names that title whole; null when it doesn't. */
function namedIn(title: readonly Token[], text: readonly Token[]): string[] | null {
  if (title.length < FEWEST_OF_TITLE) return null;
  const at = text.findIndex((_, from) => title.every(({ folded }, k) => text[from + k]?.folded === folded));
  return at < 0 ? null : text.slice(at, at + title.length).map(({ written }) => written);
}

type Weights = ReadonlyMap<string, number>;

function weigh(counts: ReadonlyMap<string, number>, rarity: (stem: string) => number): Weights {
  const weights = [...counts].map(([stem, times]) => [stem, damped(times) * rarity(stem)] as const);
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(weights.map(([stem, weight]) => [stem, weight / length]));
}

/** For each proposal, in order, at most two actions, the nearest first, each with the words that speak for it. */
export function echoesOf(
  proposals: readonly ProposalText[],
  actions: readonly ActionText[],
  lang: Lang,
  atLeast = AT_LEAST,
): Echo[][] {
  const lexicon = createLexicon(lang);
  const termsOf = (tokens: readonly Token[]): Term[] =>
    lexicon.terms(tokens).filter(({ form }) => !isLight(fold(form)));
  const written = proposals.map(({ text }) => tokenize(text, MOST_WORDS));
  const titles = actions.map(({ title }) => tokenize(title));
  const said = written.map(termsOf);
  const planned = actions.map(({ rest }, k) => ({
    title: termsOf(titles[k]!),
    rest: termsOf(tokenize(rest, MOST_WORDS)),
  }));
  const holders = new Map<string, number>();
  const texts = [...said, ...planned.map(({ title, rest }) => [...title, ...rest])];
  for (const terms of texts)
    for (const stem of new Set(terms.map((term) => term.stem)))
      holders.set(stem, (holders.get(stem) ?? 0) + 1);
  const rarity = (stem: string): number => rarityOf(texts.length, Math.log((holders.get(stem) ?? 0) + 1));
  const weighted = planned.map(({ title, rest }) => {
    const counts = new Map<string, number>();
    for (const { stem } of title) counts.set(stem, TITLE);
    for (const { stem } of rest) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    return weigh(counts, rarity);
  });
  return said.map((terms, at) => {
    const counts = new Map<string, number>();
    for (const { stem } of terms) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    const own = weigh(counts, rarity);
    const found = weighted.flatMap((action, k): Echo[] => {
      const shared = [...own]
        .flatMap(([stem, weight]) => {
          const other = action.get(stem);
          return other === undefined ? [] : [{ stem, weight: weight * other }];
        })
        .sort((a, b) => b.weight - a.weight);
      const named = namedIn(titles[k]!, written[at]!);
      const likeness = named === null ? shared.reduce((sum, { weight }) => sum + weight, 0) : 1;
      if (named === null && (likeness < atLeast || shared.length < FEWEST_WORDS)) return [];
      const words =
        named ??
        shared.slice(0, MOST_SHOWN).map(({ stem }) => terms.find((term) => term.stem === stem)!.written);
      return [
        {
          action: actions[k]!.key,
          likeness: rounded(likeness),
          confidence: rounded(confidenceOf(likeness)),
          words,
        },
      ];
    });
    return found.sort((a, b) => b.likeness - a.likeness).slice(0, MOST);
  });
}
