import type { Span } from '../spans.ts';
import type { Lexicon } from '../terms.ts';
import { type Token, tokenize } from '../tokens.ts';
import { type Features, featuresOf, wordFeature } from './features.ts';
import { type Separator, scoreOf, separate } from './separate.ts';
import { createSpace, type Point, type Space } from './space.ts';

/** A class with texts that say what it is: its label, its description, each of its keywords. */
export interface Taught {
  readonly key: string;
  readonly texts: readonly string[];
}

/** Learns classes from what describes them, and from examples that people gave. */
export interface Learner {
  /** How far inside each class the text lies, in the order the classes were given: about -1 to 1. */
  scores(tokens: readonly Token[]): number[];
  /** Where the words lie that speak most for that class, strongest first. */
  reasons(tokens: readonly Token[], key: string, atMost: number): Span[];
  /** People say that this text is of that class. The same id again replaces what was said. */
  learn(id: string, tokens: readonly Token[], key: string): void;
  forget(id: string): void;
  /** Examples people gave. */
  readonly examples: number;
}

/** What an error costs: on an example as on a description, chosen by cross-validation on the training parts of four sets. */
const EXAMPLE = 0.2;
const DESCRIPTION = 0.2;
/** A class of one in so many weighs that to this power more an example: more, not as much as all others together. */
const BALANCE = 0.6;
/** So many examples keep learning under a tenth of a second. */
const MOST_EXAMPLES = 2000;
const MOST_WORDS = 400;

interface Example {
  readonly features: Features;
  readonly index: number;
}

interface Learnt {
  readonly space: Space;
  readonly separators: readonly Separator[];
}

function learnFrom(taught: readonly Example[], examples: readonly Example[], classes: number): Learnt {
  const all = [...taught, ...examples];
  const space = createSpace(all.map(({ features }) => features));
  const points: Point[] = all.map(({ features }) => space.place(features));
  const sizes = new Array<number>(classes).fill(0);
  for (const { index } of all) sizes[index]! += 1;
  const separators = sizes.map((size, index): Separator => {
    const balance = ((all.length - size) / Math.max(1, size)) ** BALANCE;
    const inside = all.map((example) => example.index === index);
    const costs = Float32Array.from(
      all,
      (_, k) => (k < taught.length ? DESCRIPTION : EXAMPLE) * (inside[k] ? balance : 1),
    );
    return separate(points, inside, costs, space.size);
  });
  return { space, separators };
}

/** The latest examples, `most` at most: the oldest of the largest classes are left out first. */
function latest(examples: readonly Example[], most: number): readonly Example[] {
  if (examples.length <= most) return examples;
  const sizes = [...Map.groupBy(examples, ({ index }) => index).values()].map(({ length }) => length);
  let [low, high] = [0, Math.max(...sizes)];
  while (low < high) {
    const quota = Math.ceil((low + high) / 2);
    if (sizes.reduce((sum, size) => sum + Math.min(size, quota), 0) <= most) low = quota;
    else high = quota - 1;
  }
  const taken = new Map<number, number>();
  return examples.toReversed().filter(({ index }) => {
    const before = taken.get(index) ?? 0;
    taken.set(index, before + 1);
    return before < low;
  });
}

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
  const now = (): Learnt => {
    learnt ??= learnFrom(taught, latest([...examples.values()], most), classes.length);
    return learnt;
  };

  return {
    get examples() {
      return examples.size;
    },
    scores(tokens) {
      const { space, separators } = now();
      const point = space.place(featuresOf(tokens, lexicon));
      return separators.map((separator) => scoreOf(separator, point));
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
