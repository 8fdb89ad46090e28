import { expect, test } from 'vitest';
import { dotsSaid, objectionTo, workshopCommand } from '../../src/bot/workshop/command.ts';
import { cpuOf, SOON } from '../cpu.ts';

test.each([
  ['atelier', { does: 'status' }],
  ['Atelier atelier-1', { does: 'open', key: 'atelier-1' }],
  ['atelier début', { does: 'step', step: { does: 'start' } }],
  ['Atelier : suite', null],
  ['atelier suite.', { does: 'step', step: { does: 'next' } }],
  ['atelier +10', { does: 'step', step: { does: 'extend', minutes: 10 } }],
  ['atelier prolonger de 15 minutes', { does: 'step', step: { does: 'extend', minutes: 15 } }],
  ['workshop extend by 5 min', { does: 'step', step: { does: 'extend', minutes: 5 } }],
  ['l’atelier fin', { does: 'step', step: { does: 'end' } }],
  ['atelier annuler', { does: 'cancel' }],
  ['p42 dans g2', { does: 'move', proposal: 42, to: 2 }],
  ['P-0042 nouveau groupe', { does: 'move', proposal: 42, to: 'new' }],
  ['P-0042 hors groupe', { does: 'move', proposal: 42, to: null }],
  ['fusionner G3 dans G2', { does: 'merge', from: 3, into: 2 }],
  ['fusionner G2 et G3', { does: 'merge', from: 3, into: 2 }],
  ['Renommer G2 : Avancer la trésorerie', { does: 'rename', group: 2, title: 'Avancer la trésorerie' }],
  ['compte rendu', { does: 'minutes' }],
  ['Compte rendu introduction : texte', { does: 'write', where: { is: 'introduction' }, text: 'texte' }],
  ['compte rendu note 2 : texte', { does: 'write', where: { is: 'note', number: 2 }, text: 'texte' }],
  ['minutes note: text', { does: 'write', where: { is: 'note', number: null }, text: 'text' }],
  ['compte rendu sans note 2', { does: 'unwrite', where: { is: 'note', number: 2 } }],
  ['Minutes without the introduction', { does: 'unwrite', where: { is: 'introduction' } }],
  ['signer le compte rendu', { does: 'sign-minutes' }],
  ['suite', null],
  ['pause', null],
  ['un atelier de couture pour créer son activité', null],
] as const)('“%s”', (text, command) => expect(workshopCommand(text)).toEqual(command));

test('said to the bot in a room, the word is not needed', () => {
  expect(workshopCommand('suite', true)).toEqual({ does: 'step', step: { does: 'next' } });
  expect(workshopCommand('+5', true)).toEqual({ does: 'step', step: { does: 'extend', minutes: 5 } });
  expect(workshopCommand('une halle', true)).toBeNull();
});

test.each([
  ['2 points sur G3', [{ group: 3, set: 2 }]],
  [
    '2 points sur G3, 1 sur G1',
    [
      { group: 3, set: 2 },
      { group: 1, set: 1 },
    ],
  ],
  [
    'deux points pour le groupe G3 et un sur G1',
    [
      { group: 3, set: 2 },
      { group: 1, set: 1 },
    ],
  ],
  ['Je mets 3 points sur G2 !', [{ group: 2, set: 3 }]],
  ['G3 : 2', [{ group: 3, set: 2 }]],
  ['g3 2 points', [{ group: 3, set: 2 }]],
  ['G3 +1', [{ group: 3, add: 1 }]],
  ['G3 -1', [{ group: 3, add: -1 }]],
  ['G3', [{ group: 3, add: 1 }]],
  [
    '2 dots on G3 and 1 on G2',
    [
      { group: 3, set: 2 },
      { group: 2, set: 1 },
    ],
  ],
  ['mes points', 'mine'],
  ['retirer mes points', 'none'],
  ['retirer mes points de G3', [{ group: 3, set: 0 }]],
  ['take back my dots', 'none'],
  ['2 vélos sur G3', null],
  ['une halle', null],
  ['2', null],
  ['oui', null],
] as const)('dots: “%s”', (text, wishes) => expect(dotsSaid(text)).toEqual(wishes));

test.each([
  ['P-0042 est mal rangée', 42],
  ['Pas d’accord, P-0042 n’a rien à faire là', 42],
  ['P-0042 is in the wrong place', 42],
  ['I disagree with P-0042 being there', 42],
  ['P-0042', null],
  ['pas d’accord', null],
] as const)('a word on a group: “%s”', (text, number) => expect(objectionTo(text)).toBe(number));

test('a hostile text costs no time', () => {
  const cpu = cpuOf(() => {
    for (const text of ['1 sur g1, '.repeat(10_000), 'atelier '.repeat(12_000), ' '.repeat(100_000)]) {
      workshopCommand(text);
      dotsSaid(text);
      objectionTo(text);
    }
  });
  expect(cpu).toBeLessThan(SOON);
});
