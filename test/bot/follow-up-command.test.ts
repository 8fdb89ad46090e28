import { expect, test } from 'vitest';
import { followUpCommand } from '../../src/bot/staff/follow-up-command.ts';
import { cpuOf, SOON } from '../cpu.ts';

const nobody = { body: null, day: null };

test.each([
  [
    'décider thème 2.1 retenue sauf P-0042, P-0050 : un fonds ouvrira',
    {
      does: 'decide-together',
      chosen: { by: 'line', line: '2.1' },
      status: 'retenue',
      except: [42, 50],
      reason: 'un fonds ouvrira',
      ...nobody,
    },
  ],
  [
    'Décider l’axe 3 retenue en partie par comite le 2015-05-13 sauf p42 : motif : avec deux-points',
    {
      does: 'decide-together',
      chosen: { by: 'axis', axis: '3' },
      status: 'retenue en partie',
      except: [42],
      reason: 'motif : avec deux-points',
      body: 'comite',
      day: '2015-05-13',
    },
  ],
  [
    'decide the rest to be studied except P-0007: later',
    {
      does: 'decide-together',
      chosen: { by: 'rest' },
      status: 'to be studied',
      except: [7],
      reason: 'later',
      ...nobody,
    },
  ],
  [
    'corriger décision P-0042 retenue en partie : motif',
    { does: 'correct-decision', number: 42, status: 'retenue en partie', reason: 'motif', ...nobody },
  ],
  [
    'corriger réponse P-0042',
    { does: 'correct-decision', number: 42, status: null, reason: null, ...nobody },
  ],
  ['dette', { does: 'owed' }],
  ['Contestation n° 2', { does: 'dispute', number: 2 }],
  ['prendre la contestation 2', { does: 'take-dispute', number: 2 }],
  [
    'répondre à la contestation 2 : modifiée, retenue en partie : une avance\nsera testée',
    {
      does: 'answer-dispute',
      number: 2,
      verdict: 'modifiée, retenue en partie',
      reason: 'une avance\nsera testée',
    },
  ],
  ['answer dispute 2: upheld', { does: 'answer-dispute', number: 2, verdict: 'upheld', reason: null }],
  ['restitution pour Claire Dupont', { does: 'restitution-for', name: 'Claire Dupont' }],
])('%s', (text, expected) => expect(followUpCommand(text)).toEqual(expected));

test.each([
  'décider P-0042 retenue : motif',
  'corriger P-0042',
  'restitution',
  'une dette de 3 ans nous pèse',
])('« %s » is something else', (text) => expect(followUpCommand(text)).toBeNull());

test('a long message is understood, or not, in no time', () => {
  const heads = [
    'décider axe 1 ',
    'corriger décision P-1 ',
    'répondre contestation 1 : ',
    'restitution pour ',
  ];
  for (const text of heads.flatMap((head) => [
    head + 'a '.repeat(50_000),
    head + ' '.repeat(100_000),
    head + ' sauf P-1'.repeat(11_000),
    head + ' par a'.repeat(16_000),
  ])) {
    const cpu = cpuOf(() => {
      followUpCommand(text);
    });
    expect(cpu, text.slice(0, 30)).toBeLessThan(SOON);
  }
});
