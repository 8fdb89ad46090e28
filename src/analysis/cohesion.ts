/** What keeps a small group together: a theme or a word that its members share, or else strong ties, pair by pair. */
import type { Edge } from './neighbours.ts';

/** Of a group, the share that must hold one thing for it to be about that thing, as for a theme to name it (see `labels.ts`). */
const SHARE = 2 / 5;
/** Of an edge: two texts without a theme in common have then more than a word in passing; chosen on training parts. */
const STRONG = 0.2;
const FEWEST = 3;

function aboutOneThing(nodes: readonly number[], saidBy: (node: number) => Iterable<string>): boolean {
  const holders = new Map<string, number>();
  for (const node of nodes)
    for (const one of new Set(saidBy(node))) holders.set(one, (holders.get(one) ?? 0) + 1);
  return Math.max(0, ...holders.values()) >= SHARE * nodes.length;
}

/**
 * Groups that are about nothing in particular, chained by words in passing, fall apart into what is strongly tied.
 * `saidBy` gives what a text is about: its theme, its nouns.
 */
export function apart(
  groups: readonly (readonly number[])[],
  edges: readonly Edge[],
  saidBy: (node: number) => Iterable<string>,
): number[][] {
  const piece = new Map(groups.flatMap((nodes) => nodes.map((node) => [node, node] as const)));
  const pieceOf = (node: number): number => {
    let at = node;
    while (piece.get(at) !== at) at = piece.get(at)!;
    return at;
  };
  const group = new Map(groups.flatMap((nodes, k) => nodes.map((node) => [node, k] as const)));
  for (const { a, b, weight } of edges)
    if (weight >= STRONG && group.get(a) === group.get(b)) piece.set(pieceOf(a), pieceOf(b));
  return groups.flatMap((nodes) =>
    nodes.length < FEWEST || aboutOneThing(nodes, saidBy)
      ? [[...nodes]]
      : [...Map.groupBy(nodes, pieceOf).values()],
  );
}
