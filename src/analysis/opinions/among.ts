import type { OpinionGroups, Vote } from '../../core/synthesis/model.ts';
import { opinionGroups, STABLE } from './groups.ts';
import { FEWEST_VOICES } from './represent.ts';
import { votesOf } from './votes.ts';

/** Fewer votes on a proposal place nobody; past so many proposals, those with most votes tell enough. */
const FEWEST_VOTES = 2;
const MOST_PROPOSALS = 1_000;

/** Groups of people by what they said, when the same groups come out of parts of the people. */
export function opinionsAmong(votes: readonly Vote[]): OpinionGroups | null {
  const counts = new Map<Vote['proposal'], number>();
  for (const { proposal } of votes) counts.set(proposal, (counts.get(proposal) ?? 0) + 1);
  const refs = [...counts]
    .filter(([, count]) => count >= FEWEST_VOTES)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, MOST_PROPOSALS)
    .map(([ref]) => ref);
  const statements = new Map(refs.map((ref, k) => [ref, k]));
  const people = new Map([...new Set(votes.map(({ person }) => person))].map((person, k) => [person, k]));
  const cast = votes.flatMap(({ person, proposal, vote }) => {
    const statement = statements.get(proposal);
    return statement === undefined ? [] : [{ person: people.get(person)!, statement, vote }];
  });
  const found = opinionGroups(votesOf(people.size, refs.length, cast));
  if (found === null || found.stability < STABLE) return null;
  return {
    groups: found.groups.map(({ people: members, statements: stances }) => ({
      people: members.length,
      stances: stances
        .filter(({ successes }) => successes >= FEWEST_VOICES)
        .map((one) => ({ proposal: refs[one.statement]!, for: one.for })),
    })),
    common: found.common.map((statement) => refs[statement]!),
  };
}
