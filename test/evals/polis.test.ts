import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { agreement, conversationsIn } from './polis.ts';

const data = process.env.TOUR_EVAL_DATA ?? join(import.meta.dirname, '../../../shared/data');
const names = conversationsIn(data);
if (names.length === 0)
  console.warn(`NOT RUN beside Pol.is: no conversations with its own results in ${data}.`);

describe.skipIf(names.length === 0)('with the groups of Pol.is, its figures are found again', () => {
  test.each(names)('%s', (name) => {
    const found = agreement(data, name);
    for (const part of Object.values(found)) {
      expect(part.of).toBeGreaterThan(4);
      expect(part.same).toBe(part.of);
    }
  });
});
