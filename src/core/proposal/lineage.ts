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
