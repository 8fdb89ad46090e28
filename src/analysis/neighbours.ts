/** A weighted, undirected graph of close texts: `weight` is a cosine plus what else speaks for them. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** Rows of a sparse matrix, end to end: row `k` is what lies from `starts[k]` to `starts[k + 1]`. */
interface Sparse {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly weights: Float64Array;
}

/** A word more texts hold than this counts only between texts that share a rarer one. */
const COMMON = 2000;

function countOf<Key>(keys: Iterable<Key>): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Texts by the words they share with others, rarest words first: a row a text, of unit length at most. */
function vectors(texts: readonly (readonly string[])[]): Sparse & { readonly holders: readonly number[] } {
  const counts = texts.map((stems) => countOf(stems));
  const holding = countOf(counts.flatMap((row) => [...row.keys()]));
  const shared = [...holding].filter(([, n]) => n > 1).sort(([a, n], [b, m]) => n - m || (a < b ? -1 : 1));
  const idOf = new Map(shared.map(([stem], id) => [stem, id]));
  const holders = shared.map(([, n]) => n);
  const starts = new Int32Array(texts.length + 1);
  counts.forEach((row, text) => {
    starts[text + 1] = starts[text]! + [...row.keys()].filter((stem) => idOf.has(stem)).length;
  });
  const ids = new Int32Array(starts[texts.length]!);
  const weights = new Float64Array(ids.length);
  counts.forEach((row, text) => {
    const known = [...row].flatMap(([stem, times]) => {
      const id = idOf.get(stem);
      return id === undefined ? [] : [{ id, times }];
    });
    known.sort((x, y) => x.id - y.id);
    const raw = known.map(
      ({ id, times }) => (1 + Math.log(times)) * Math.log((texts.length + 1) / holders[id]!),
    );
    // A word nobody else uses takes no part in the cosine, but tells how much of the text the shared ones are.
    const alone = (row.size - known.length) * Math.log(texts.length + 1) ** 2 * 0.25;
    const norm = Math.sqrt(raw.reduce((sum, weight) => sum + weight * weight, alone)) || 1;
    known.forEach(({ id }, k) => {
      ids[starts[text]! + k] = id;
      weights[starts[text]! + k] = raw[k]! / norm;
    });
  });
  return { starts, ids, weights, holders };
}

/** The same matrix by word: a row a word, its texts in order. */
function byWord({ starts, ids, weights }: Sparse, holders: readonly number[]): Sparse {
  const wordStarts = new Int32Array(holders.length + 1);
  holders.forEach((n, word) => {
    wordStarts[word + 1] = wordStarts[word]! + n;
  });
  const next = wordStarts.slice();
  const texts = new Int32Array(ids.length);
  const values = new Float64Array(ids.length);
  for (let text = 0; text + 1 < starts.length; text++) {
    for (let at = starts[text]!; at < starts[text + 1]!; at++) {
      const place = next[ids[at]!]!++;
      texts[place] = text;
      values[place] = weights[at]!;
    }
  }
  return { starts: wordStarts, ids: texts, weights: values };
}

/** Calls `each` with every text, the texts that share a word with it, and all cosines to it (0 where none). */
function forEachText(
  texts: readonly (readonly string[])[],
  each: (text: number, near: readonly number[], cosines: Float64Array) => void,
): void {
  const rows = vectors(texts);
  const words = byWord(rows, rows.holders);
  const cosines = new Float64Array(texts.length);
  for (let text = 0; text < texts.length; text++) {
    const near: number[] = [];
    for (let at = rows.starts[text]!; at < rows.starts[text + 1]!; at++) {
      const word = rows.ids[at]!;
      const weight = rows.weights[at]!;
      const brings = rows.holders[word]! <= COMMON;
      for (let place = words.starts[word]!; place < words.starts[word + 1]!; place++) {
        const other = words.ids[place]!;
        const before = cosines[other]!;
        if (before === 0 && !brings) continue;
        const cosine = before + weight * words.weights[place]!;
        if (before === 0 && cosine > 0) near.push(other);
        cosines[other] = cosine;
      }
    }
    each(text, near, cosines);
    for (const other of near) cosines[other] = 0;
  }
}

/**
 * Each text's `most` nearest neighbours whose cosine is at least `atLeast`. Two texts of the same theme gain `bonus`;
 * `linkThemes` joins them even without a common word.
 */
export function neighbourGraph(
  texts: readonly (readonly string[])[],
  themes: readonly (string | null)[],
  options: {
    readonly most: number;
    readonly atLeast: number;
    readonly bonus: number;
    readonly linkThemes: boolean;
  },
): Edge[] {
  const edges = new Map<number, Edge>();
  const same = (a: number, b: number): boolean => themes[a] !== null && themes[a] === themes[b];
  const add = (a: number, b: number, cosine: number): void => {
    const [low, high] = a < b ? [a, b] : [b, a];
    const weight = cosine + (same(a, b) ? options.bonus : 0);
    edges.set(low * texts.length + high, { a: low, b: high, weight });
  };
  forEachText(texts, (a, near, cosines) => {
    const closest = near
      .filter((b) => b !== a && cosines[b]! >= options.atLeast)
      .map((b) => ({ b, weight: cosines[b]! + (same(a, b) ? options.bonus : 0) }))
      .sort((x, y) => y.weight - x.weight || x.b - y.b);
    for (const { b } of closest.slice(0, options.most)) add(a, b, cosines[b]!);
    if (!options.linkThemes) return;
    for (let b = a + 1; b < texts.length; b++) if (same(a, b)) add(a, b, cosines[b]!);
  });
  return [...edges.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}
