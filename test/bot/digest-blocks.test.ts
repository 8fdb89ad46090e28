/** What the head of a digest says of a proposal that others joined. */
import { expect, test } from 'vitest';
import { digest as en } from '../../src/bot/locales/digest-en.ts';
import { digest as fr } from '../../src/bot/locales/digest-fr.ts';
import { converge } from '../../src/core/synthesis/convergence.ts';

test.each([
  [
    3,
    2,
    'Convergence : P-0001, 3 personnes de 2 collèges',
    'Convergence: P-0001, 3 people from 2 types of actor',
  ],
  [2, 2, 'Rejointe : P-0001, 2 personnes de 2 collèges', 'Joined: P-0001, 2 people from 2 types of actor'],
  [9, 1, 'Rejointe : P-0001, 9 personnes du même collège', 'Joined: P-0001, 9 people from 1 type of actor'],
  [2, 0, 'Rejointe : P-0001, 2 personnes', 'Joined: P-0001, 2 people'],
])('%i people of %i types of actor', (people, colleges, french, english) => {
  const across = converge({ people, colleges });
  expect(fr.joined('P-0001', people, colleges, across).replaceAll(/\s/gu, ' ')).toBe(french);
  expect(en.joined('P-0001', people, colleges, across)).toBe(english);
});
