/** Words by reference, put in place. */
import { expect, test } from 'vitest';
import { paragraph, resolve } from '../../src/chat/outbound.ts';

const shown = (text: string, end: number): string => {
  const blocks = [paragraph({ words: 'w', start: 0, end, cut: true })];
  const [block] = resolve({ lang: 'fr', blocks, choices: [] }, new Map([['w', text]]), 'erased').blocks;
  return block!.type === 'list' ? '' : block!.content.map((run) => run.text).join('');
};

test.each([
  ['un an avant de trouver des locaux', 10, 'un an'],
  ['la trésorerie, surtout elle', 15, 'la trésorerie'],
  ['une place 👩‍🌾 au marché', 12, 'une place'],
  ['anticonstitutionnellement', 12, 'anticonstitu'],
])('what is cut ends with a whole word: %s', (text, end, expected) => {
  expect(shown(text, end)).toBe(expected);
});
