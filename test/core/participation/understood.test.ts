import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProposalId } from '../../../src/core/ids.ts';
import {
  type Asked,
  type ReviewAnswer,
  type Understood,
  understoodForAll,
  understoodIn,
  voiceOf,
} from '../../../src/core/participation/understood.ts';

const ANSWERS = ['confirmed', 'corrected', 'withdrawn'] as const;
const VOICES = ['confirmed', 'mended', 'corrected', 'withdrawn', 'silent'] as const;

const said = (...answers: ReviewAnswer['answer'][]): Asked => ({
  reached: true,
  answers: answers.map((answer, at) => ({ answer, at, proposalId: `p-${at}` as ProposalId })),
});

describe('what somebody last answered', () => {
  it.each([
    [[], 'silent'],
    [['confirmed'], 'confirmed'],
    [['confirmed', 'corrected'], 'corrected'],
    [['corrected', 'confirmed'], 'mended'],
    [['corrected', 'withdrawn'], 'corrected'],
    [['corrected', 'confirmed', 'withdrawn'], 'withdrawn'],
    [['withdrawn', 'confirmed'], 'confirmed'],
  ] as const)('%j counts as %s', (answers, voice) => {
    expect(voiceOf(said(...answers))).toBe(voice);
  });

  it('does not depend on the order the answers come in', () => {
    const { answers } = said('corrected', 'confirmed');
    expect(voiceOf({ answers: answers.toReversed() })).toBe('mended');
  });

  it('counts each person once, those who answered among the reached', () => {
    const asked = fc.array(
      fc.record({ reached: fc.boolean(), answers: fc.array(fc.constantFrom(...ANSWERS)) }),
    );
    fc.assert(
      fc.property(asked, (people) => {
        const row = understoodIn(
          'round',
          people.map(({ reached, answers }) => ({ ...said(...answers), reached })),
        );
        expect(VOICES.reduce((sum, voice) => sum + row[voice], 0)).toBe(row.reached);
        expect(row.asked).toBe(people.length);
        expect(row.reached).toBe(people.filter((one) => one.reached || one.answers.length > 0).length);
      }),
    );
  });
});

describe('what the public reads of it', () => {
  const rowOf = (voices: readonly number[], unreached: number): Understood => {
    const [confirmed = 0, mended = 0, corrected = 0, withdrawn = 0, silent = 0] = voices;
    const reached = voices.reduce((sum, count) => sum + count, 0);
    return {
      round: 'round',
      asked: reached + unreached,
      reached,
      confirmed,
      mended,
      corrected,
      withdrawn,
      silent,
    };
  };

  it('is rounded down, and withheld below the smallest figure', () => {
    expect(understoodForAll(rowOf([42, 6, 4, 1, 8], 2), 5)).toEqual({
      round: 'round',
      asked: 60,
      reached: null,
      confirmed: 40,
      mended: 5,
      corrected: null,
      withdrawn: null,
      silent: 5,
    });
    expect(understoodForAll(rowOf([3, 0, 1, 0, 0], 0), 1)).toEqual(rowOf([3, 0, 1, 0, 0], 0));
  });

  it('never tells the count of a group of one or two people, even to a reader who replays it on every row', () => {
    const [smallest, full] = [3, 24];
    const read = new Map<string, Understood[]>();
    const upTo = (n: number) => Array.from({ length: n + 1 }, (_, count) => count);
    for (const confirmed of upTo(5))
      for (const corrected of upTo(5))
        for (const withdrawn of upTo(5))
          for (const silent of upTo(2))
            for (const unreached of upTo(full + 2)) {
              const row = rowOf([confirmed, 0, corrected, withdrawn, silent], unreached);
              const shown = understoodForAll(row, smallest);
              if ((shown.asked ?? 0) > full) continue;
              const key = JSON.stringify(shown);
              read.set(key, [...(read.get(key) ?? []), row]);
            }
    const told = (counts: readonly number[]) => (new Set(counts).size === 1 ? counts[0]! : 0);
    for (const rows of read.values()) {
      const groups = [...VOICES.map((voice) => rows.map((row) => row[voice]))];
      groups.push(rows.map(({ asked, reached }) => asked - reached));
      for (const counts of groups) expect([1, 2]).not.toContain(told(counts));
    }
  });

  it('says the same, or moves by a whole step, when a few people changed their minds', () => {
    const counts = fc.array(fc.nat(60), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, fc.nat(4), fc.nat(4), (voices, at, few) => {
        const later = voices.map((count, voice) => (voice === at ? count + few : count));
        const [one, two] = [voices, later].map((each) => understoodForAll(rowOf(each, 0), 5));
        for (const voice of [...VOICES, 'asked'] as const)
          expect([0, 5]).toContain((two![voice] ?? 0) - (one![voice] ?? 0));
      }),
    );
  });
});
