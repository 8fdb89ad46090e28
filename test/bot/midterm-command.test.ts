import { expect, test } from 'vitest';
import { openingCommand } from '../../src/bot/facilitator/opening/command.ts';
import { promptCommand } from '../../src/bot/facilitator/opening/prompt-command.ts';
import { asksMidterm } from '../../src/bot/plan/midterm-command.ts';
import { reportCommand } from '../../src/bot/staff/report-command.ts';
import { cpuOf, SOON } from '../cpu.ts';

test.each([
  'préparer le mi-parcours',
  'Préparer le mi‑parcours',
  'préparer le tour de mi-parcours',
  'préparer la revue à mi-parcours du plan',
  'prepare the mid-term',
  'prepare the midterm review',
  'open a mid-term round',
])('%j prepares the mid-term round, and nothing else', (text) => {
  expect(asksMidterm(text)).toBe(true);
  expect(openingCommand(text)).toBeNull();
  expect(reportCommand(text)).toBeNull();
});

test.each(['préparer le bilan', 'le mi-parcours', 'préparer un tour', 'on prépare le mi-parcours de Claire'])(
  '%j does not',
  (text) => expect(asksMidterm(text)).toBe(false),
);

test.each([
  ['retirer question 2', { does: 'drop', place: 2 }],
  ['Drop the question 12.', { does: 'drop', place: 12 }],
  [
    'reformuler la question 1 : Que faire ?\nEt où ?',
    { does: 'reword', place: 1, lang: null, text: 'Que faire ?\nEt où ?' },
  ],
  ['reword question 1 (EN): What: now?', { does: 'reword', place: 1, lang: 'en', text: 'What: now?' }],
  ['ajouter question : Quoi ?', { does: 'add', axis: null, action: null, text: 'Quoi ?' }],
  ['ajouter une question axe 3 : Quoi ?', { does: 'add', axis: '3', action: null, text: 'Quoi ?' }],
  [
    'add question action emplois-partages: What?',
    { does: 'add', axis: null, action: 'emplois-partages', text: 'What?' },
  ],
])('%j changes one question', (text, command) => expect(promptCommand(text)).toEqual(command));

test.each(['retirer question', 'retirer A-3', 'reformuler 1.2 : texte', 'ajouter question :', 'questions'])(
  '%j changes none',
  (text) => expect(promptCommand(text)).toBeNull(),
);

test('a message of any length is read at once', () => {
  for (const hostile of ['ajouter question action ', 'ajouter question action a', 'reformuler question 1 ('])
    expect(cpuOf(() => promptCommand(hostile + 'a-'.repeat(50_000)))).toBeLessThan(SOON);
});
