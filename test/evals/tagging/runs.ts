/** Guesses of the project's recogniser and of two baselines, on the same texts. */
import stemmerFr from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import { CHOSEN, type Tuning } from '../../../src/analysis/learning/tuning.ts';
import { createRecogniser } from '../../../src/analysis/recogniser.ts';
import { createLexicon } from '../../../src/analysis/terms.ts';
import { tokenize } from '../../../src/analysis/tokens.ts';
import type { Guess } from './measures.ts';
import type { Labelled, LabelledSet } from './sets.ts';

const MOST_WORDS = 400;

export interface Run {
  readonly guesses: readonly Guess[];
  /** Seconds to learn, and texts a second afterwards. */
  readonly learnt: number;
  readonly pace: number;
}

/** Learns the examples and guesses the texts. All examples are learnt from, however many. */
export function recognise(
  { classes }: Pick<LabelledSet, 'classes'>,
  examples: readonly Labelled[],
  texts: readonly Labelled[],
  tuning: Tuning = CHOSEN,
): Run {
  const words = classes.flatMap(({ described, parts }) =>
    [described, ...parts].flatMap(({ label, description, keywords }) =>
      [label.fr, description.fr, ...(keywords.fr ?? [])].flatMap((text) =>
        text === undefined ? [] : tokenize(text).map(({ form }) => form),
      ),
    ),
  );
  const lexicon = createLexicon('fr', words);
  const guess = (text: string) => {
    const tokens = tokenize(text, MOST_WORDS);
    const stems = lexicon.terms(tokens).map(({ stem }) => stem);
    const ranked = recogniser.rank(stems, tokens);
    // Without any example, what no word speaks for is not guessed.
    if (examples.length === 0 && ranked.every(({ score }) => score.words === 0)) return [];
    return ranked.map(({ score, share }) => ({ key: score.key, share }));
  };
  const started = performance.now();
  const recogniser = createRecogniser(classes, lexicon, { most: Number.POSITIVE_INFINITY }, tuning);
  examples.forEach(({ text, label }, k) => {
    recogniser.learner.learn(String(k), tokenize(text, MOST_WORDS), label);
  });
  guess('');
  const learnt = (performance.now() - started) / 1000;
  const from = performance.now();
  const guesses = texts.map(({ text, label }): Guess => ({ ranked: guess(text), truth: label }));
  return { guesses, learnt, pace: texts.length / ((performance.now() - from) / 1000) };
}

/** Baseline: the most frequent class, always. */
export function mostFrequent(examples: readonly Labelled[], texts: readonly Labelled[]): readonly Guess[] {
  const sizes = [...Map.groupBy(examples, ({ label }) => label)].sort((a, b) => b[1].length - a[1].length);
  const ranked = sizes.slice(0, 2).map(([key, { length }]) => ({ key, share: length / examples.length }));
  return texts.map(({ label }) => ({ ranked, truth: label }));
}

/** Baseline: natural's Bayes with its French stemmer. */
export async function naturalBayes(
  examples: readonly Labelled[],
  texts: readonly Labelled[],
): Promise<readonly Guess[]> {
  // Loading it changes how dates compare in the whole process: nothing else of the project may come after.
  const { default: BayesClassifier } = await import('natural/lib/natural/classifiers/bayes_classifier.js');
  const bayes = new BayesClassifier(stemmerFr);
  for (const { text, label } of examples) bayes.addDocument(text, label);
  bayes.train();
  return texts.map(({ text, label }) => {
    const found = bayes.getClassifications(text);
    const sum = found.reduce((total, { value }) => total + value, 0) || 1;
    return { ranked: found.map((one) => ({ key: one.label, share: one.value / sum })), truth: label };
  });
}

/** The first `most` examples of each class, in an order that a number fixes. */
export function someOfEach(examples: readonly Labelled[], most: number, draw: number): readonly Labelled[] {
  let state = draw * 7919 + 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const drawn = examples
    .map((example) => ({ example, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ example }) => example);
  const taken = new Map<string, number>();
  return drawn.filter(({ label }) => {
    const before = taken.get(label) ?? 0;
    taken.set(label, before + 1);
    return before < most;
  });
}
