import { describe, expect, test } from 'vitest';
import { opinionsAmong } from '../../../src/analysis/opinions/among.ts';
import { opinionGroups, STABLE } from '../../../src/analysis/opinions/groups.ts';
import { votesOf } from '../../../src/analysis/opinions/votes.ts';
import { sequence } from '../../../src/analysis/sequence.ts';
import { type PartnerId, ref } from '../../../src/core/ids.ts';
import type { Vote } from '../../../src/core/synthesis/model.ts';

const PEOPLE = 60;
const STATEMENTS = 14;
type Cast = { person: number; statement: number; vote: -1 | 0 | 1 };

/** Two camps of 36 and 24 people, who differ on the first ten statements and share the last four; a few err. */
function camps(errs = 0.1): Cast[] {
  const random = sequence(3);
  return Array.from({ length: PEOPLE }, (_, person) => person).flatMap((person) =>
    Array.from({ length: STATEMENTS }, (_, statement) => statement).flatMap((statement): Cast[] => {
      if (random() < 0.15) return [];
      const side = statement >= 10 || (statement + (person < 36 ? 0 : 1)) % 2 === 0 ? 1 : -1;
      return [{ person, statement, vote: random() < errs ? (-side as 1 | -1) : side }];
    }),
  );
}

describe('groups of opinion', () => {
  test('two camps are found again, with what tells them apart and what they share', () => {
    const found = opinionGroups(votesOf(PEOPLE, STATEMENTS, camps()))!;
    expect(found.groups.map(({ people }) => people.length)).toEqual([36, 24]);
    expect(found.groups[0]!.people.every((person) => person < 36)).toBe(true);
    expect(found.stability).toBeGreaterThan(STABLE);
    for (const { statements } of found.groups) {
      expect(statements.length).toBeGreaterThan(2);
      expect(statements.every(({ statement }) => statement < 10)).toBe(true);
    }
    const shared = found.groupAware.map((value, k) => ({ value, k })).toSorted((a, b) => b.value - a.value);
    expect(
      shared
        .slice(0, 4)
        .map(({ k }) => k)
        .toSorted((a, b) => a - b),
    ).toEqual([10, 11, 12, 13]);
  });

  test('what people say by lot makes no group that anybody is told of', () => {
    const random = sequence(5);
    const votes: Vote[] = Array.from({ length: 900 }, () => ({
      person: `p${Math.floor(random() * 60)}` as PartnerId,
      proposal: ref(1 + Math.floor(random() * 40)),
      vote: random() < 0.5 ? 1 : -1,
    }));
    expect(opinionsAmong(votes)).toBeNull();
  });

  test('too few people, too few votes, nobody at all: none', () => {
    expect(
      opinionGroups(
        votesOf(
          8,
          STATEMENTS,
          camps().filter(({ person }) => person < 8),
        ),
      ),
    ).toBeNull();
    expect(opinionGroups(votesOf(0, 0, []))).toBeNull();
    expect(opinionsAmong([])).toBeNull();
  });

  test('in the words of a synthesis: how many people, and which proposals', () => {
    const votes = camps().map(({ person, statement, vote }) => ({
      person: `p${person}` as PartnerId,
      proposal: ref(statement + 1),
      vote: vote as 1 | -1,
    }));
    const found = opinionsAmong(votes)!;
    expect(found.groups.map(({ people }) => people)).toEqual([36, 24]);
    const [first, second] = found.groups.map(({ stances }) =>
      stances.filter((one) => one.for === 'agree').map(({ proposal }) => Number(proposal.slice(2)) % 2),
    );
    expect(new Set(first)).toEqual(new Set([1]));
    expect(new Set(second)).toEqual(new Set([0]));
    expect([...found.common].sort()).toEqual([11, 12, 13, 14].map((number) => ref(number)));
    expect(opinionsAmong(votes)).toEqual(found);
  });

  test('what one or two of a group say alone is not told as what it stands for', () => {
    const cast = (person: number, proposal: number, vote: 1 | -1): Vote => ({
      person: `p${person}` as PartnerId,
      proposal: ref(proposal),
      vote,
    });
    const all = Array.from({ length: PEOPLE }, (_, person) => person).flatMap((person) => [
      ...[1, 2, 3].map((proposal) => cast(person, proposal, person < 36 ? 1 : -1)),
      ...[4, 5, 6, 7].map((proposal) => cast(person, proposal, 1)),
    ]);
    const against = Array.from({ length: 10 }, (_, person) => cast(person, 20, -1));
    const told = (voices: readonly number[]) =>
      opinionsAmong([...all, ...against, ...voices.map((person) => cast(person, 20, 1))])!
        .groups.flatMap(({ stances }) => stances)
        .filter(({ proposal }) => ![1, 2, 3].some((number) => proposal === ref(number)));
    const disagree = { proposal: ref(20), for: 'disagree' };
    // Nor is a group told to disagree with what all of it agrees with.
    expect(told([40, 41])).toEqual([disagree]);
    expect(told([40, 41, 42])).toEqual([disagree, { proposal: ref(20), for: 'agree' }]);
  });
});
