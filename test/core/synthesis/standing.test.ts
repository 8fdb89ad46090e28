import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spokenOf, standing } from '../../../src/core/synthesis/standing.ts';
import { anyInput, draft } from './any-input.ts';

describe('a signed synthesis, some weeks later', () => {
  test('given nothing happened since, then it is shown as it was signed', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const body = draft(input);
        expect(standing(body, new Set(), [])).toBe(body);
      }),
    );
  });

  test('given some were withdrawn and others arrived, then no line speaks of the first, and the others are listed', () => {
    fc.assert(
      fc.property(anyInput, fc.infiniteStream(fc.boolean()), (input, coin) => {
        const body = draft(input);
        const gone = new Set([...spokenOf(body)].filter(() => coin.next().value));
        const shown = standing(body, gone, ['P-9999']);
        const expected = [...spokenOf(body)].filter((ref) => !gone.has(ref));
        expect([...spokenOf(shown)].sort()).toEqual([...expected, 'P-9999'].sort());
        for (const axis of shown.axes)
          for (const line of [...axis.lines, ...axis.disagreements]) {
            expect(line.cites.length).toBeGreaterThan(0);
            if (line.theme !== null) expect(axis.themes[line.theme]?.proposals).toEqual(line.cites);
            if (line.quote) expect(gone.has(line.quote.proposal)).toBe(false);
          }
      }),
    );
  });
});
