import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault } from '../../src/app/proposal/json-fault.ts';

/** Where the engine itself says a text stops being JSON; null when it doesn't say. */
function engineSays(text: string): number | null {
  try {
    JSON.parse(text);
    return text.length;
  } catch (error) {
    const { message } = error as Error;
    // Inside a string or a number the engine points at the character, we at the beginning.
    if (/string|escape|number|control|exponent|Unicode|digit|minus/iu.test(message)) return null;
    // So it does for a word or a number that is cut at the end.
    if (message.startsWith('Unexpected end')) return /[\w.+"\\-]$/u.test(text) ? null : text.length;
    const position = /at position (\d+)/u.exec(message);
    return position ? Number(position[1]) : null;
  }
}

test('a text that was tampered with is found to fail where the engine says', () => {
  const tampered = fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom(',', '}', ']', ':', '[', '{', ' ', ''))
    .map(([json, at, put]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + put + json.slice(place + 1);
    });
  let compared = 0;
  fc.assert(
    fc.property(tampered, (text) => {
      const expected = engineSays(text);
      if (expected === null) return;
      compared += 1;
      expect(jsonFault(text)).toBe(expected);
    }),
    { numRuns: 2_000 },
  );
  expect(compared).toBeGreaterThan(500);
});

test('a deep, long line is judged at once', () => {
  expect(jsonFault('['.repeat(500_000))).toBe(500_000);
  expect(jsonFault(`"${'\\u'.repeat(100_000)}`)).toBe(0);
});
