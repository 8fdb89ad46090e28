import type { Span } from '../spans.ts';
import type { Lexicon } from '../terms.ts';
import { type Token, tokenize } from '../tokens.ts';
import { featuresOf, wordFeature } from './features.ts';
import {
  type Example,
  FEWEST_TO_CALIBRATE,
  type Learnt,
  latest,
  learnFrom,
  scoresIn,
  sharpnessOf,
} from './fit.ts';

/** A class with texts that say what it is: its label, its description, each of its keywords. */
export interface Taught {
  readonly key: string;
  readonly texts: readonly string[];
}

/** Learns classes from what describes them, and from examples that people gave. */
export interface Learner {
  /** How far inside each class the text lies, in the order the classes were given: about -1 to 1. */
  scores(tokens: readonly Token[]): number[];
  /** What the scores are to be multiplied by to be honest logits; null when too few examples tell. */
  sharpness(): number | null;
  /** Where the words lie that speak most for that class, strongest first. */
  reasons(tokens: readonly Token[], key: string, atMost: number): Span[];
  /** People say that this text is of that class. The same id again replaces what was said. */
  learn(id: string, tokens: readonly Token[], key: string): void;
  forget(id: string): void;
  /** Examples people gave. */
  readonly examples: number;
}

/** So many examples keep learning under a fifth of a second. */
const MOST_EXAMPLES = 2000;
const MOST_WORDS = 400;
/** Calibrated anew when there are that many times more. */
const GROWN = 1.25;

/** Learns from `most` examples at most. */
export function createLearner(
  classes: readonly Taught[],
  lexicon: Lexicon,
  most: number = MOST_EXAMPLES,
): Learner {
  const numbers = new Map(classes.map(({ key }, index) => [key, index]));
  const taught = classes.flatMap(({ texts }, index) =>
    texts.map((text): Example => ({ features: featuresOf(tokenize(text, MOST_WORDS), lexicon), index })),
  );
  const examples = new Map<string, Example>();
  let learnt: Learnt | null = null;
  const lately = (): readonly Example[] => latest([...examples.values()], most);
  const now = (): Learnt => {
    learnt ??= learnFrom(taught, lately(), classes.length);
    return learnt;
  };
  let calibrated = { examples: 0, sharpness: 0 };

  return {
    get examples() {
      return examples.size;
    },
    scores: (tokens) => scoresIn(now(), featuresOf(tokens, lexicon)),
    sharpness() {
      const { size } = examples;
      if (size < FEWEST_TO_CALIBRATE) return null;
      if (size > calibrated.examples * GROWN)
        calibrated = {
          examples: size,
          sharpness: sharpnessOf(taught, latest(lately(), MOST_EXAMPLES), classes.length),
        };
      return calibrated.sharpness;
    },
    reasons(tokens, key, atMost) {
      const index = numbers.get(key);
      if (index === undefined) return [];
      const { space, separators } = now();
      const { weights } = separators[index]!;
      const found = new Map<string, { readonly span: Span; readonly weight: number }>();
      for (const token of tokens) {
        const [term] = lexicon.terms([token]);
        if (term === undefined || found.has(term.stem)) continue;
        const alone = { words: Uint32Array.of(wordFeature(term.stem)), letters: new Uint32Array(0) };
        const { ids } = space.place(alone);
        const weight = ids.length === 0 ? 0 : weights[ids[0]!]!;
        if (weight > 0) found.set(term.stem, { span: { start: token.start, end: token.end }, weight });
      }
      return [...found.values()]
        .sort((a, b) => b.weight - a.weight)
        .slice(0, atMost)
        .map(({ span }) => span);
    },
    learn(id, tokens, key) {
      const index = numbers.get(key);
      if (index === undefined) return;
      examples.delete(id);
      examples.set(id, { features: featuresOf(tokens.slice(0, MOST_WORDS), lexicon), index });
      learnt = null;
    },
    forget(id) {
      if (examples.delete(id)) learnt = null;
    },
  };
}
