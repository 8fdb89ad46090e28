import { countsFor, type PublishedCollege } from '../consultation/published-colleges.ts';
import type { PartnerId } from '../ids.ts';
import type { BaseRow, SynthesisProposal, ThemePeople } from './model.ts';
import type { PeopleFact } from './sentences.ts';

/**
 * Distinct people behind some proposals, said only from `smallest` on and rounded down to a multiple of it: two
 * syntheses then never differ by a few people (C13). null when nothing may be said.
 */
export function peopleFact(proposals: readonly SynthesisProposal[], smallest: number): PeopleFact | null {
  const people = new Set(proposals.flatMap((proposal) => proposal.supporters)).size;
  const step = Math.max(1, smallest);
  const count = Math.floor(people / step) * step;
  return count === 0 ? null : { count, exact: step === 1 };
}

/** Distinct people behind some proposals, by type of actor: a row for each of those that were invited. */
export function peopleBehind(
  proposals: readonly SynthesisProposal[],
  base: readonly Pick<BaseRow, 'college'>[],
  collegeOf: ReadonlyMap<PartnerId, string>,
): ThemePeople<number>[] {
  const people = [...new Set(proposals.flatMap(({ supporters }) => supporters))];
  const counts = Map.groupBy(people, (one) => collegeOf.get(one));
  return base.map(({ college }) => ({ college, people: counts.get(college)?.length ?? 0 }));
}

/** The same as everybody may read it: rows published together are one, and each is rounded down as `peopleFact` is. */
export function peopleForAll(
  rows: readonly ThemePeople<number>[],
  published: readonly Pick<PublishedCollege, 'key' | 'colleges' | 'formerly'>[],
  smallest: number,
): ThemePeople[] {
  const step = Math.max(1, smallest);
  return published.flatMap((row) => {
    const { key } = row;
    const own = rows.filter(({ college }) => countsFor(row, college));
    const people = own.reduce((all, one) => all + one.people, 0);
    const shown = step === 1 ? people : Math.floor(people / step) * step || null;
    return own.length === 0 ? [] : [{ college: key, people: shown }];
  });
}
