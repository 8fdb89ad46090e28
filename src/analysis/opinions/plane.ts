import { UNSEEN, type Votes } from './votes.ts';

/** x and y of each person, end to end. */
export type Plane = Float64Array;

const ROUNDS = 60;
const CLOSE_ENOUGH = 1e-9;

/** What a vote is above or below the mean vote of its statement; what nobody saw tells nothing. */
interface Centred {
  readonly starts: Int32Array;
  readonly statements: Int32Array;
  readonly values: Float64Array;
}

function centred({ people, statements, values }: Votes): Centred {
  const sums = new Float64Array(statements);
  const counts = new Int32Array(statements);
  let cast = 0;
  values.forEach((vote, k) => {
    if (vote === UNSEEN) return;
    sums[k % statements]! += vote;
    counts[k % statements]! += 1;
    cast += 1;
  });
  const starts = new Int32Array(people + 1);
  const found = { starts, statements: new Int32Array(cast), values: new Float64Array(cast) };
  let next = 0;
  for (let person = 0; person < people; person++) {
    for (let statement = 0; statement < statements; statement++) {
      const vote = values[person * statements + statement]!;
      if (vote === UNSEEN) continue;
      found.statements[next] = statement;
      found.values[next++] = vote - sums[statement]! / counts[statement]!;
    }
    starts[person + 1] = next;
  }
  return found;
}

const lengthOf = (row: Float64Array): number => Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));

/** The direction in which votes differ most, at right angles to `before`, by power iteration. */
function direction(
  { starts, statements, values }: Centred,
  size: number,
  before: Float64Array | null,
): Float64Array {
  let current = Float64Array.from({ length: size }, (_, k) => 1 + ((k * 7919) % 13) / 13);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(size);
    for (let person = 0; person + 1 < starts.length; person++) {
      let along = 0;
      for (let k = starts[person]!; k < starts[person + 1]!; k++)
        along += values[k]! * current[statements[k]!]!;
      for (let k = starts[person]!; k < starts[person + 1]!; k++) next[statements[k]!]! += along * values[k]!;
    }
    if (before !== null) {
      const along = next.reduce((sum, value, k) => sum + value * before[k]!, 0);
      for (let k = 0; k < size; k++) next[k]! -= along * before[k]!;
    }
    const length = lengthOf(next);
    if (length === 0) return next;
    let moved = 0;
    for (let k = 0; k < size; k++) {
      next[k]! /= length;
      moved = Math.max(moved, Math.abs(next[k]! - current[k]!));
    }
    current = next;
    if (moved < CLOSE_ENOUGH) break;
  }
  return current;
}

/**
 * People in the plane where their votes differ most. Who voted on few statements is moved outwards as much as they left
 * out, so that silence is not taken for the middle.
 */
export function planeOf(votes: Votes): Plane {
  const rows = centred(votes);
  const first = direction(rows, votes.statements, null);
  const second = direction(rows, votes.statements, first);
  const plane = new Float64Array(votes.people * 2);
  for (let person = 0; person < votes.people; person++) {
    const [from, to] = [rows.starts[person]!, rows.starts[person + 1]!];
    const scale = to === from ? 0 : Math.sqrt(votes.statements / (to - from));
    for (let k = from; k < to; k++) {
      plane[2 * person]! += rows.values[k]! * first[rows.statements[k]!]! * scale;
      plane[2 * person + 1]! += rows.values[k]! * second[rows.statements[k]!]! * scale;
    }
  }
  return plane;
}
