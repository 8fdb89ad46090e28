import type { Described, Lang } from '../core/consultation/model.ts';
import { inLang } from '../core/consultation/text.ts';
import type { Lexicon } from './terms.ts';
import { tokenize } from './tokens.ts';

/** How close a text is to one class. */
export interface Score {
  readonly key: string;
  /** Cosine between the text and the class's own words, 0…1. */
  readonly cosine: number;
  /** Distinct words and phrases of the text found in this class. */
  readonly words: number;
  /** Of these, the keywords, and a label of one word: what the content's author gave to recognise it by. */
  readonly keywords: number;
}

export interface Classifier {
  /** One score a class, in the order given. */
  score(stems: readonly string[]): readonly Score[];
  /** Where a class's keywords lie, each at its first place, the longest first: from one stem to the next past the last. */
  keywordsIn(stems: readonly string[], key: string): { readonly from: number; readonly to: number }[];
}

/** A class, with the parts that belong to it (the themes of an axis); their words count for it, for less. */
export interface ClassSource {
  readonly described: Described;
  readonly parts: readonly Described[];
}

const WEIGHT = { keyword: 3, label: 2, description: 1 } as const;
const PART = 0.6;
/** What a word of a phrase is worth alone, against the phrase. */
const ALONE = 0.4;
const LONGEST_PHRASE = 4;

interface Feature {
  weight: number;
  keyword: boolean;
}

const phraseOf = (stems: readonly string[]): string => stems.join(' ');

function features(source: ClassSource, lang: Lang, lexicon: Lexicon): Map<string, Feature> {
  const found = new Map<string, Feature>();
  const add = (term: string, weight: number, keyword: boolean): void => {
    const feature = found.get(term);
    if (feature === undefined) found.set(term, { weight, keyword });
    else {
      feature.weight = Math.max(feature.weight, weight);
      feature.keyword ||= keyword;
    }
  };
  const addPhrase = (text: string, weight: number): void => {
    const stems = lexicon.stems(text).slice(0, LONGEST_PHRASE);
    // Of "plus personne" only a word in passing is left.
    const whole = tokenize(text).filter(({ elided }) => !elided).length === 1;
    if (stems.length === 1) add(stems[0]!, weight, whole);
    if (stems.length < 2) return;
    add(phraseOf(stems), weight, true);
    for (const stem of stems) add(stem, weight * ALONE, false);
  };
  const describe = (described: Described, share: number): void => {
    for (const keyword of described.keywords[lang] ?? []) addPhrase(keyword, WEIGHT.keyword * share);
    // Each word of a longer label ("Relais dans les communes") has other uses.
    const label = lexicon.stems(inLang(described.label, lang));
    for (const stem of label) add(stem, WEIGHT.label * share, label.length === 1);
    for (const stem of lexicon.stems(inLang(described.description, lang)))
      add(stem, WEIGHT.description * share, false);
  };
  describe(source.described, 1);
  for (const part of source.parts) describe(part, PART);
  return found;
}

/** The words and known phrases of a text, with how often each occurs. */
function count(stems: readonly string[], known: ReadonlyMap<string, unknown>): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (term: string): void => {
    if (known.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  };
  for (let i = 0; i < stems.length; i++) {
    add(stems[i]!);
    for (let n = 2; n <= LONGEST_PHRASE && i + n <= stems.length; n++) add(phraseOf(stems.slice(i, i + n)));
  }
  return counts;
}

interface Weighted {
  readonly index: number;
  readonly weight: number;
  readonly keyword: boolean;
}

/**
 * Recognises classes nobody gave examples of, from their label, description and keywords: TF-IDF cosine over stems
 * and the keywords' phrases.
 */
export function createClassifier(sources: readonly ClassSource[], lexicon: Lexicon): Classifier {
  const classes = sources.map((source) => features(source, lexicon.lang, lexicon));
  const holders = new Map<string, Weighted[]>();
  const norms = classes.map(() => 0);
  const classesWith = new Map<string, number>();
  for (const terms of classes) {
    for (const term of terms.keys()) classesWith.set(term, (classesWith.get(term) ?? 0) + 1);
  }
  const rarity = (term: string): number => Math.log((classes.length + 1) / classesWith.get(term)!);
  classes.forEach((terms, index) => {
    for (const [term, { weight, keyword }] of terms) {
      const value = weight * rarity(term);
      const list = holders.get(term) ?? [];
      list.push({ index, weight: value, keyword });
      holders.set(term, list);
      norms[index]! += value * value;
    }
  });
  return {
    keywordsIn(stems, key) {
      const terms = classes[sources.findIndex(({ described }) => described.key === key)];
      const found: { from: number; to: number }[] = [];
      for (let length = LONGEST_PHRASE; terms !== undefined && length >= 1; length--)
        for (let from = 0; from + length <= stems.length; from++) {
          const to = from + length;
          const known = terms.get(phraseOf(stems.slice(from, to)))?.keyword;
          if (known && !found.some((one) => from < one.to && one.from < to)) found.push({ from, to });
        }
      return found;
    },
    score(stems) {
      const dots = classes.map(() => 0);
      const words = classes.map(() => 0);
      const keywords = classes.map(() => 0);
      let norm = 0;
      for (const [term, times] of count(stems, holders)) {
        const value = (1 + Math.log(times)) * rarity(term);
        norm += value * value;
        for (const { index, weight, keyword } of holders.get(term)!) {
          dots[index]! += value * weight;
          words[index]! += 1;
          if (keyword) keywords[index]! += 1;
        }
      }
      return sources.map(({ described }, index) => ({
        key: described.key,
        cosine: norm === 0 ? 0 : dots[index]! / Math.sqrt(norm * norms[index]!),
        words: words[index]!,
        keywords: keywords[index]!,
      }));
    },
  };
}
