import { expect, test } from 'vitest';
import { proofreadingCommand } from '../../src/bot/staff/proofreading-command.ts';
import { cpuOf, SOON } from '../cpu.ts';

test.each([
  ['titrer 1.2 : Du pain', { does: 'title', line: '1.2', text: 'Du pain' }],
  ['title energy.1: Bread', { does: 'title', line: 'energy.1', text: 'Bread' }],
  ['accepter les titres', { does: 'accept-titles' }],
  ['relire Étienne', { does: 'ask', names: ['Étienne'] }],
  ['faire relire par Étienne et Rachida Benali', { does: 'ask', names: ['Étienne', 'Rachida Benali'] }],
  ['ask to proofread Elena', { does: 'ask', names: ['Elena'] }],
  ['relu', { does: 'read', remarkAt: null }],
  ['Relu !', { does: 'read', remarkAt: null }],
  ['relu sauf 2.3 : le mot manque', { does: 'read', remarkAt: 10 }],
  ['proofread except 2.3: a word is missing', { does: 'read', remarkAt: 17 }],
  ['montrer modifications', { does: 'show-edits' }],
  ['annuler la dernière modification', { does: 'undo-edit' }],
])('%s', (text, expected) => expect(proofreadingCommand(text)).toEqual(expected));

test.each(['reluire', 'relu et corrigé par deux fois', 'annuler plan-actions', 'titre 1.2'])(
  '« %s » is something else',
  (text) => expect(proofreadingCommand(text)).toBeNull(),
);

test('a long message is understood, or not, in no time', () => {
  for (const text of ['titrer ', 'relire ', 'relu '].flatMap((head) => [
    head + 'a '.repeat(50_000),
    head + ' '.repeat(100_000),
    head + '1.1'.repeat(33_000),
  ])) {
    const cpu = cpuOf(() => {
      proofreadingCommand(text);
    });
    expect(cpu, text.slice(0, 20)).toBeLessThan(SOON);
  }
});
