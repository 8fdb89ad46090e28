/**
 * How the parameters of the tagger are chosen: cross-validation on the training parts alone, one parameter at a time around
 * what stands. No text of a test part is read.
 */

import { featuresOf } from '../../../src/analysis/learning/features.ts';
import { type Example, learnFrom, scoresIn } from '../../../src/analysis/learning/fit.ts';
import { CHOSEN, type Tuning } from '../../../src/analysis/learning/tuning.ts';
import { createLexicon } from '../../../src/analysis/terms.ts';
import { tokenize } from '../../../src/analysis/tokens.ts';
import { type Guess, worthOf } from './measures.ts';
import { recognise, someOfEach } from './runs.ts';
import { type Labelled, type LabelledSet, loadSet, SETS } from './sets.ts';

const FOLDS = 3;
/** Of a training part: more would take longer and choose the same. */
const MOST_TEXTS = 900;
const MOST_WORDS = 400;
/** With so many examples a class, what the descriptions say still counts. */
const FEW = [0, 1, 2, 5, 10] as const;

type Tried = Readonly<Partial<Record<keyof Tuning, readonly number[]>>>;
/** What is tried, the chosen value among them. */
const LEARNING = {
  example: [0.05, 0.1, 0.2, 0.4],
  description: [0.05, 0.2, 0.4],
  balance: [0.3, 0.6, 1],
  complement: [0, 0.03, 0.06, 0.12],
  letters: [0.3, 0.6, 1],
} satisfies Tried;
const MIXING = {
  cosine: [7, 10, 14.3, 20],
  halfWay: [2, 4, 8],
} satisfies Tried;
export const TRIED = { learning: LEARNING as Tried, mixing: MIXING as Tried };

interface Fold {
  readonly examples: readonly Labelled[];
  readonly held: readonly Labelled[];
}

const foldsOf = ({ train }: LabelledSet): Fold[] => {
  const drawn = someOfEach(train, Number.POSITIVE_INFINITY, 0).slice(0, MOST_TEXTS);
  return Array.from({ length: FOLDS }, (_, fold) => ({
    examples: drawn.filter((_, k) => k % FOLDS !== fold),
    held: drawn.filter((_, k) => k % FOLDS === fold),
  }));
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Accuracy and macro-F1 of what is learnt alone, mean of the folds: each text is read once. */
function learner(set: LabelledSet): (tuning: Tuning) => number {
  const lexicon = createLexicon('fr');
  const keys = set.classes.map(({ described }) => described.key);
  const example = (text: string, label: string): Example => ({
    features: featuresOf(tokenize(text, MOST_WORDS), lexicon),
    index: keys.indexOf(label),
  });
  const taught = set.classes.flatMap(({ described, parts }) =>
    [described, ...parts].flatMap(({ label, description, keywords }) =>
      [label.fr, description.fr, ...(keywords.fr ?? [])].flatMap((text) =>
        text === undefined ? [] : [example(text, described.key)],
      ),
    ),
  );
  const folds = foldsOf(set).map(({ examples, held }) => ({
    examples: examples.map(({ text, label }) => example(text, label)),
    held: held.map(({ text, label }) => ({ ...example(text, label), truth: label })),
  }));
  return (tuning) =>
    mean(
      folds.map(({ examples, held }) => {
        const learnt = learnFrom(taught, examples, keys.length, tuning);
        const guesses = held.map(({ features, truth }): Guess => {
          const scores = scoresIn(learnt, features);
          const ranked = keys.map((key, k) => ({ key, share: scores[k]! }));
          return { ranked: ranked.sort((a, b) => b.share - a.share), truth };
        });
        const { accuracy, macroF1 } = worthOf(guesses);
        return (accuracy + macroF1) / 2;
      }),
    );
}

/** Accuracy with few examples, mean of how many there are and of the folds. */
function mixer(set: LabelledSet): (tuning: Tuning) => number {
  const folds = foldsOf(set);
  return (tuning) =>
    mean(
      folds.flatMap(({ examples, held }, fold) =>
        FEW.map(
          (most) => worthOf(recognise(set, someOfEach(examples, most, fold), held, tuning).guesses).accuracy,
        ),
      ),
    );
}

type Judged = { readonly name: string; readonly worth: (tuning: Tuning) => number };

function table(sets: readonly Judged[], tried: Tried): Record<string, string | number>[] {
  const figure = (value: number): string => value.toFixed(3).replace(/^0/u, '');
  const stands = sets.map(({ worth }) => worth(CHOSEN));
  return (Object.entries(tried) as [keyof Tuning, readonly number[]][]).flatMap(([parameter, values]) =>
    values.map((value) => {
      const chosen = value === CHOSEN[parameter];
      const found = chosen ? stands : sets.map(({ worth }) => worth({ ...CHOSEN, [parameter]: value }));
      return {
        parameter,
        value,
        chosen: chosen ? 'chosen' : '',
        ...Object.fromEntries(sets.map(({ name }, k) => [name, figure(found[k]!)])),
        mean: figure(mean(found)),
      };
    }),
  );
}

type Row = ReturnType<typeof table>[number];

/** Each value tried, with what it is worth set by set; empty where no set is. */
export async function compared(
  data: string,
  tried = TRIED,
): Promise<{ readonly learning: Row[]; readonly mixing: Row[] }> {
  const all = await Promise.all(SETS.map((name) => loadSet(data, name)));
  const sets = all.filter((set) => set !== null);
  const described = sets.filter((set) => set.described);
  const judged = (some: typeof sets, by: typeof learner): Judged[] =>
    some.map((set) => ({ name: set.name, worth: by(set) }));
  return {
    learning: sets.length === 0 ? [] : table(judged(sets, learner), tried.learning),
    mixing: described.length === 0 ? [] : table(judged(described, mixer), tried.mixing),
  };
}

export async function choose(data: string): Promise<void> {
  const { learning, mixing } = await compared(data);
  if (learning.length === 0) console.log(`  not run: no labelled set in ${data}`);
  console.log(
    `Learning: mean of accuracy and macro-F1, ${FOLDS} folds of ${MOST_TEXTS} texts at most of each training part`,
  );
  console.table(learning);
  console.log(
    `Descriptions beside examples: accuracy, mean over ${FEW.join(', ')} examples a class, the same folds`,
  );
  console.table(mixing);
}
