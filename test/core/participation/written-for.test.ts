import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenFor } from '../../../src/core/participation/written-for.ts';

const AT = Date.UTC(2015, 3, 2, 10);
const READING = 3_000;
const asked = (...shown: readonly (number | null)[]) =>
  shown.map((after, index) => ({ what: `q${index}`, shownAt: after === null ? null : AT + after }));

describe('which question a message was written for', () => {
  it('is the newest one that could be read', () => {
    const questions = asked(60_000, 0);
    expect(writtenFor(questions, AT + 59_000, READING)).toBe('q1');
    expect(writtenFor(questions, AT + 62_999, READING)).toBe('q1');
    expect(writtenFor(questions, AT + 63_000, READING)).toBe('q0');
  });

  it('is none that was not sent yet, and none at all when nothing was there long enough', () => {
    expect(writtenFor(asked(null, 0), AT + 9_000, READING)).toBe('q1');
    expect(writtenFor(asked(0), AT + 1_000, READING)).toBeNull();
    expect(writtenFor([], AT, READING)).toBeNull();
  });

  it('never goes back in time: what is written later is for the same question or a newer one', () => {
    const times = fc.uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(times, fc.nat(120_000), fc.nat(20_000), (shown, first, more) => {
        const questions = asked(...shown.toSorted((a, b) => b - a));
        const place = (at: number) => {
          const found = writtenFor(questions, AT + at, READING);
          return found === null ? questions.length : Number(found.slice(1));
        };
        expect(place(first + more)).toBeLessThanOrEqual(place(first));
      }),
    );
  });
});
