import type { Span } from '../spans.ts';
import type { Lexicon } from '../terms.ts';
import { type Token, tokenize } from '../tokens.ts';
import { featuresOf, wordFeature } from './features.ts';
import { type Example, scoresIn } from './fit.ts';
import { createKnowledge, type Learning } from './knowledge.ts';
import { pointIn } from './space.ts';

/** A class with texts that say what it is: its label, its description, each of its keywords. */
export interface Taught {
  readonly key: string;
  readonly texts: readonly string[];
}

/** Learns classes from what describes them, and from examples that people gave. */
export interface Learner {
  /** How far inside each class the text lies, in the order the classes were given: about -2 to 2, 0 on average. */
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
  /** Resolves when all that was said so far is learnt. Rejects as `Learning.study` does. */
  settled(): Promise<void>;
}

const MOST_WORDS = 400;

export function createLearner(classes: readonly Taught[], lexicon: Lexicon, learning?: Learning): Learner {
  const numbers = new Map(classes.map(({ key }, index) => [key, index]));
  const taught = classes.flatMap(({ texts }, index) =>
    texts.map((text): Example => ({ features: featuresOf(tokenize(text, MOST_WORDS), lexicon), index })),
  );
  const known = createKnowledge(taught, classes.length, learning);

  return {
    get examples() {
      return known.size;
    },
    scores: (tokens) => scoresIn(known.learnt(), featuresOf(tokens, lexicon)),
    sharpness: known.sharpness,
    reasons(tokens, key, atMost) {
      const index = numbers.get(key);
      if (index === undefined) return [];
      const { space, separators } = known.learnt();
      const { weights } = separators[index]!;
      const found = new Map<string, { readonly span: Span; readonly weight: number }>();
      for (const token of tokens) {
        const [term] = lexicon.terms([token]);
        if (term === undefined || found.has(term.stem)) continue;
        const alone = { words: Uint32Array.of(wordFeature(term.stem)), letters: new Uint32Array(0) };
        const { ids } = pointIn(space, alone);
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
      known.put(id, { features: featuresOf(tokens.slice(0, MOST_WORDS), lexicon), index });
    },
    forget: known.remove,
    settled: known.settled,
  };
}
