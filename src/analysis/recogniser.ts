import type { Described, Lang } from '../core/consultation/model.ts';
import { type ClassSource, createClassifier, type Score } from './classify.ts';
import type { Learning } from './learning/knowledge.ts';
import { createLearner, type Learner, type Taught } from './learning/learner.ts';
import { CHOSEN, type Tuning } from './learning/tuning.ts';
import { softmax } from './probability.ts';
import type { Lexicon } from './terms.ts';
import type { Token } from './tokens.ts';

/** What the cosine with the content's own words counts for with many examples, and what is learnt when nothing calibrates it. */
const COSINE = 1;
const LEARNT = 2.4;

export interface Ranked {
  readonly score: Score;
  readonly share: number;
}

/** Tells classes apart by the words of the content, and by what was learnt since. */
export interface Recogniser {
  /** Likeliest first; `prior` are shares, in the order of the classes. */
  rank(stems: readonly string[], tokens: readonly Token[], prior?: readonly number[]): Ranked[];
  readonly learner: Learner;
}

const textsOf = (described: Described, lang: Lang): string[] =>
  [described.label[lang], described.description[lang], ...(described.keywords[lang] ?? [])].filter(
    (text) => text !== undefined,
  );

export function createRecogniser(
  sources: readonly ClassSource[],
  lexicon: Lexicon,
  learning?: Learning,
  { cosine, halfWay }: Pick<Tuning, 'cosine' | 'halfWay'> = CHOSEN,
): Recogniser {
  const classifier = createClassifier(sources, lexicon);
  const taught = sources.map(
    ({ described, parts }): Taught => ({
      key: described.key,
      texts: [described, ...parts].flatMap((one) => textsOf(one, lexicon.lang)),
    }),
  );
  const learner = createLearner(taught, lexicon, learning);
  return {
    learner,
    rank(stems, tokens, prior) {
      const scores = classifier.score(stems);
      const grown = learner.examples ** 2 / (learner.examples ** 2 + (halfWay * sources.length) ** 2);
      const between = (none: number, many: number): number => none + (many - none) * grown;
      const learnt = grown === 0 ? scores.map(() => 0) : learner.scores(tokens);
      const sharpness = between(0, learner.sharpness() ?? LEARNT);
      const own = between(cosine, COSINE);
      const logits = scores.map((score, k) => own * score.cosine + sharpness * learnt[k]!);
      const shares = softmax(logits, 1, prior);
      return scores.map((score, k) => ({ score, share: shares[k]! })).sort((a, b) => b.share - a.share);
    },
  };
}
