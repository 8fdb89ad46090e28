import { adjustedRand } from '../partitions.ts';
import { sequence } from '../sequence.ts';
import { bestClusters, type Clusters, clustersOf } from './clusters.ts';
import { planeOf } from './plane.ts';
import { agreedByEach, groupAware, type Representative, representativeOf } from './represent.ts';
import { tallies, UNSEEN, type Votes } from './votes.ts';

export interface OpinionGroup {
  /** Rows of the votes. */
  readonly people: readonly number[];
  readonly statements: readonly Representative[];
}

export interface OpinionGroups {
  readonly groups: readonly OpinionGroup[];
  /** How far groups found among four people in five are the same: the mean adjusted Rand index. */
  readonly stability: number;
  /** Statement by statement, how far all groups agree with it. */
  readonly groupAware: readonly number[];
  /** Statements that each group agrees with, those that all agree with most first. */
  readonly common: readonly number[];
}

/** As Pol.is: people who voted on that many statements, or on all where there are fewer, are placed. */
const FEWEST_VOTES = 7;
const FEWEST_PEOPLE = 15;
const DRAWS = 12;
const KEPT = 0.8;
/** From here on groups are said to be there. */
export const STABLE = 0.75;

function rowsOf({ statements, values }: Votes, people: readonly number[]): Votes {
  const kept = new Int8Array(people.length * statements);
  people.forEach((person, row) => {
    kept.set(values.subarray(person * statements, (person + 1) * statements), row * statements);
  });
  return { people: people.length, statements, values: kept };
}

function stabilityOf(votes: Votes, of: Clusters, groups: number): number {
  const random = sequence(20150511);
  let sum = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const kept = Array.from({ length: votes.people }, (_, k) => k).filter(() => random() < KEPT);
    const again = clustersOf(planeOf(rowsOf(votes, kept)), groups);
    sum += adjustedRand(
      kept.map((person) => of[person]!),
      again,
    );
  }
  return sum / DRAWS;
}

/** null with too few people or votes to speak of groups. */
export function opinionGroups(votes: Votes): OpinionGroups | null {
  const fewest = Math.min(FEWEST_VOTES, votes.statements);
  const placed = Array.from({ length: votes.people }, (_, k) => k).filter((person) => {
    let cast = 0;
    for (let k = person * votes.statements; k < (person + 1) * votes.statements; k++)
      if (votes.values[k] !== UNSEEN) cast += 1;
    return cast >= fewest && cast > 0;
  });
  if (placed.length < FEWEST_PEOPLE || votes.statements < 2) return null;
  const own = rowsOf(votes, placed);
  const { groups, of } = bestClusters(planeOf(own));
  const members = Array.from({ length: groups }, (_, group) => placed.filter((_, k) => of[k] === group));
  const counted = members.map((people) => tallies(votes, people));
  return {
    groups: members.map((people, group) => ({ people, statements: representativeOf(counted, group) })),
    stability: stabilityOf(own, of, groups),
    groupAware: groupAware(counted),
    common: agreedByEach(counted),
  };
}
