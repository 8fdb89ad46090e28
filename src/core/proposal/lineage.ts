import type { ProposalId } from '../ids.ts';
import type { Proposal } from './model.ts';

type Merged = Pick<Proposal, 'id' | 'mergedInto'>;

/** For each proposal the one it was merged into in the end, through any number of merges; itself when it was not. */
export function roots<Row extends Merged>(rows: readonly Row[]): ReadonlyMap<ProposalId, Row> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const rootOf = (row: Row): Row => {
    const seen = new Set([row.id]);
    let root = row;
    while (root.mergedInto !== null && byId.has(root.mergedInto) && !seen.has(root.mergedInto)) {
      root = byId.get(root.mergedInto)!;
      seen.add(root.id);
    }
    return root;
  };
  return new Map(rows.map((row) => [row.id, rootOf(row)]));
}

/**
 * What answers a proposal: the root it was merged into; where that was split, the parts that took its place, in the
 * end. A part that was withdrawn is left to the caller.
 */
export function answeringFor<Row extends Merged & Pick<Proposal, 'splitFrom' | 'state'>>(
  rows: readonly Row[],
): (row: Row) => readonly Row[] {
  const rootOf = roots(rows);
  const partsOf = Map.groupBy(rows, ({ splitFrom }) => splitFrom);
  const answering = (row: Row, seen: ReadonlySet<ProposalId>): readonly Row[] => {
    const root = rootOf.get(row.id) ?? row;
    if (root.state !== 'split') return [root];
    if (seen.has(root.id)) return [];
    return (partsOf.get(root.id) ?? []).flatMap((part) => answering(part, new Set([...seen, root.id])));
  };
  return (row) => [...new Set(answering(row, new Set()))];
}

/** For each proposal all that were merged into it, at once or by way of others; itself left out. */
export function mergedUnder<Row extends Merged>(
  rows: readonly Row[],
): ReadonlyMap<ProposalId, readonly Row[]> {
  const rootOf = roots(rows);
  return Map.groupBy(
    rows.filter((row) => rootOf.get(row.id)!.id !== row.id),
    (row) => rootOf.get(row.id)!.id,
  );
}
