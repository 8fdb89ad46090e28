import { expect, test } from 'vitest';
import { ownCommand } from '../../src/bot/own-command.ts';

test.each([
  ['mes propostions', { does: 'mine' }],
  ['Mes porpositions !', { does: 'mine' }],
  ['mes donées', { does: 'data' }],
  ['my proposels', { does: 'mine' }],
  ['retier P-0042', { does: 'withdraw', number: 42 }],
  ['corrigger p-42', { does: 'rewrite', number: 42 }],
  ['rétalbir P-0007', { does: 'restore', number: 7 }],
])('a slip of the finger: “%s”', (text, command) => expect(ownCommand(text)).toEqual(command));

test.each([
  'des propositions pour les jeunes',
  'mes proportions',
  'mes deux propositions',
  'une épicerie P-0042',
  'retirer les pylônes',
  'mes années',
])('no command: “%s”', (text) => expect(ownCommand(text)).toBeNull());
