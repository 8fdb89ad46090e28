import { expect, test } from 'vitest';
import { themesCommand } from '../../src/bot/facilitator/themes/command.ts';
import { cpuOf, SOON } from '../cpu.ts';

test.each([
  ['thèmes', { does: 'list', axis: null }],
  ['les thèmes de l’axe 2', { does: 'list', axis: '2' }],
  ['themes axis 2', { does: 'list', axis: '2' }],
  ['T3', { does: 'show', theme: 3 }],
  ['renommer T3 : Avancer la trésorerie', { does: 'rename', theme: 3, title: 'Avancer la trésorerie' }],
  ['rename T3: Bridging loans', { does: 'rename', theme: 3, title: 'Bridging loans' }],
  ['fusionner T3 dans T1', { does: 'merge', from: 3, into: 1 }],
  ['merge T1 and T3', { does: 'merge', from: 3, into: 1 }],
  ['scinder T3 : P-0004, P-7 et P-0009', { does: 'split', theme: 3, proposals: [4, 7, 9] }],
  ['P-0042 dans T2', { does: 'move', proposals: [42], to: 2 }],
  ['ranger P-0042, P-0043 dans T2', { does: 'move', proposals: [42, 43], to: 2 }],
  ['P-0042 nouveau thème', { does: 'move', proposals: [42], to: 'new' }],
  ['épingler P-0042', { does: 'pin', proposals: [42] }],
  ['pin T3', { does: 'pin', theme: 3 }],
  ['annuler thème', { does: 'undo' }],
  ['undo the last theme change', { does: 'undo' }],
])('%s', (text, expected) => expect(themesCommand(text)).toEqual(expected));

test.each([
  'P-0042 dans G2',
  'renommer G2 : texte',
  'annuler plan-actions',
  'thème',
  'décider thème 2.1 adoptée',
])('« %s » is something else', (text) => expect(themesCommand(text)).toBeNull());

test('a long message is understood, or not, in no time', () => {
  for (const text of ['thèmes ', 'P-1, ', 'scinder T1 : ', 'renommer T1 '].flatMap((head) => [
    head + 'p-1 '.repeat(190),
    head + ' '.repeat(100_000),
    head.repeat(50_000),
  ]))
    expect(cpuOf(() => void themesCommand(text))).toBeLessThan(SOON);
});
