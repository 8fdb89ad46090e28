/** A weighted, undirected graph of close texts: `weight` is a cosine plus what else speaks for them. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

interface Vector {
  readonly terms: readonly string[];
  readonly weights: readonly number[];
}

function vectors(texts: readonly (readonly string[])[]): Vector[] {
  const holders = new Map<string, number>();
  for (const stems of texts)
    for (const stem of new Set(stems)) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  return texts.map((stems) => {
    const counts = new Map<string, number>();
    for (const stem of stems) if (holders.get(stem)! > 1) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    const terms = [...counts.keys()].sort();
    const raw = terms.map(
      (term) => (1 + Math.log(counts.get(term)!)) * Math.log((texts.length + 1) / holders.get(term)!),
    );
    // A word nobody else uses takes no part in the cosine, but tells how much of the text the shared ones are.
    const alone =
      new Set(stems.filter((stem) => holders.get(stem) === 1)).size * Math.log(texts.length + 1) ** 2 * 0.25;
    const norm = Math.sqrt(raw.reduce((sum, weight) => sum + weight * weight, alone)) || 1;
    return { terms, weights: raw.map((weight) => weight / norm) };
  });
}

/** Cosines of every pair that shares a word, by an inverted index; words held by more than `common` texts bring no pair. */
export function cosines(texts: readonly (readonly string[])[], common: number): Map<number, number>[] {
  const all = vectors(texts);
  const holders = new Map<string, { text: number; weight: number }[]>();
  const near = all.map(() => new Map<number, number>());
  all.forEach(({ terms, weights }, b) => {
    terms.forEach((term, k) => {
      const list = holders.get(term) ?? [];
      for (const { text: a, weight } of list) {
        const cosine = (near[a]!.get(b) ?? 0) + weight * weights[k]!;
        near[a]!.set(b, cosine);
        near[b]!.set(a, cosine);
      }
      if (list.length < common) list.push({ text: b, weight: weights[k]! });
      holders.set(term, list);
    });
  });
  return near;
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
  const near = cosines(texts, 2000);
  const edges = new Map<number, Edge>();
  const add = (a: number, b: number, weight: number): void => {
    const [low, high] = a < b ? [a, b] : [b, a];
    edges.set(low * texts.length + high, { a: low, b: high, weight });
  };
  const same = (a: number, b: number): boolean => themes[a] !== null && themes[a] === themes[b];
  const weight = (a: number, b: number, cosine: number): number => cosine + (same(a, b) ? options.bonus : 0);
  near.forEach((found, a) => {
    const closest = [...found]
      .filter(([, cosine]) => cosine >= options.atLeast)
      .map(([b, cosine]) => ({ b, weight: weight(a, b, cosine) }))
      .sort((x, y) => y.weight - x.weight || x.b - y.b);
    for (const { b, weight: value } of closest.slice(0, options.most)) add(a, b, value);
  });
  if (options.linkThemes) {
    for (let a = 0; a < texts.length; a++) {
      for (let b = a + 1; b < texts.length; b++)
        if (same(a, b)) add(a, b, weight(a, b, near[a]!.get(b) ?? 0));
    }
  }
  return [...edges.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}
