/** What keeps a small group together: a theme that its members share, or else strong ties, pair by pair. */
import type { Edge } from './neighbours.ts';

/** Of a group, the share that must hold one thing for it to be about that thing, as for a theme to name it (see `labels.ts`). */
const SHARE = 2 / 5;
/** Of an edge: two texts without a theme in common have then more than a word in passing. */
const STRONG = 0.25;
/** Two texts alone have no third to bear them out. */
const STRONG_ALONE = 0.3;

/** Who holds what most of the group hold; nobody when hardly any hold the same. */
function aboutOneThing(
  nodes: readonly number[],
  saidBy: (node: number) => Iterable<string>,
): ReadonlySet<number> {
  const holders = new Map<string, number[]>();
  for (const node of nodes)
    for (const one of new Set(saidBy(node))) holders.set(one, [...(holders.get(one) ?? []), node]);
  const [most] = [...holders.values()].sort((a, b) => b.length - a.length);
  return most !== undefined && most.length >= Math.max(2, SHARE * nodes.length) ? new Set(most) : new Set();
}

/** Pieces of what the edges of at least that weight tie together; `whole` are in one whatever ties them. */
function pieces(
  nodes: readonly number[],
  edges: readonly Edge[],
  atLeast: number,
  whole: ReadonlySet<number> = new Set(),
): number[][] {
  const piece = new Map(nodes.map((node) => [node, node] as const));
  const pieceOf = (node: number): number => {
    let at = node;
    while (piece.get(at) !== at) at = piece.get(at)!;
    return at;
  };
  const [first, ...others] = whole;
  for (const other of others) piece.set(pieceOf(other), pieceOf(first!));
  for (const { a, b, weight } of edges)
    if (weight >= atLeast && piece.has(a) && piece.has(b)) piece.set(pieceOf(a), pieceOf(b));
  return [...Map.groupBy(nodes, pieceOf).values()];
}

/**
 * Groups that are about nothing in particular, chained by words in passing, fall apart into what is strongly tied; of
 * those about one thing, what is not and has no strong tie to it leaves. `saidBy` gives what a text is about: its
 * theme.
 */
export function apart(
  groups: readonly (readonly number[])[],
  edges: readonly Edge[],
  saidBy: (node: number) => Iterable<string>,
): number[][] {
  return groups.flatMap((nodes) => {
    const about = aboutOneThing(nodes, saidBy);
    return pieces(nodes, edges, STRONG, about).flatMap((piece) =>
      piece.length === 2 ? pieces(piece, edges, STRONG_ALONE) : [piece],
    );
  });
}
