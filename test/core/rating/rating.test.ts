/** How the process is rated: what is asked next, and what everybody may read of it. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../../src/core/ids.ts';
import { atLeast } from '../../../src/core/participation/at-least.ts';
import {
  GRADES,
  type Grade,
  nextRated,
  RATED,
  type Rating,
  ratedForAll,
} from '../../../src/core/rating/rating.ts';

const rated = (question: Rating['question'], grade: Grade, person = 'p'): Rating => ({
  id: `${question}-${person}`,
  person: person as PersonId,
  question,
  grade,
  at: 1,
});

test('given somebody who rates, when some were asked, then the first of the others is, until none is left', () =>
  expect([[], ['said'] as const, ['said', 'again'] as const, RATED].map((asked) => nextRated(asked))).toEqual(
    ['said', 'answered', 'answered', null],
  ));

describe('given what everybody may read', () => {
  const many = (n: number, grade: Grade) =>
    Array.from({ length: n }, (_, at) => rated('said', grade, `${grade}${at}`));

  test('when twelve answered and three were not content, then it says at least ten, without telling the three', () => {
    const [said] = ratedForAll([...many(9, 'entirely'), ...many(3, 'not-at-all')], 5);
    expect(said).toEqual({ question: 'said', answered: 10, content: 5 });
  });

  test('when fewer than five answered, then no figure is told', () =>
    expect(ratedForAll(many(4, 'rather'), 5)[0]).toEqual({
      question: 'said',
      answered: null,
      content: null,
    }));

  test('when any number answered anything, then no figure is small, and none tells how few were not content', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ question: fc.constantFrom(...RATED), grade: fc.constantFrom(...GRADES) }), {
          maxLength: 60,
        }),
        fc.integer({ min: 2, max: 10 }),
        (given, smallest) => {
          for (const { question, answered, content } of ratedForAll(
            given.map((one, at) => rated(one.question, one.grade, `${at}`)),
            smallest,
          )) {
            const whole = given.filter((one) => one.question === question).length;
            for (const figure of [answered, content])
              if (figure !== null) expect(figure).toBeGreaterThanOrEqual(smallest);
            expect(answered ?? 0).toBeLessThanOrEqual(whole);
            expect((answered ?? 0) - (content ?? 0)).toSatisfy((rest: number) => rest % smallest === 0);
          }
        },
      ),
    ));
});

test('given any count, when it is told, then it is nothing, or a multiple of the smallest figure that is not above it', () =>
  fc.assert(
    fc.property(fc.nat({ max: 500 }), fc.integer({ min: 2, max: 20 }), (count, smallest) => {
      const shown = atLeast(count, smallest);
      if (count < smallest) expect(shown).toBeNull();
      else expect([shown! % smallest, count - shown! < smallest]).toEqual([0, true]);
    }),
  ));
