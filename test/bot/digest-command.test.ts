import { expect, test } from 'vitest';
import { digestCommand } from '../../src/bot/staff/digest-command.ts';
import { cpuOf, SOON } from '../cpu.ts';

const every = (weekday: number | null, minute: number | null, always = false) => ({
  does: 'schedule',
  schedule: { weekday, minute },
  always,
});

test.each([
  ['digest', { does: 'read', asked: { of: 'unread' } }],
  ['Quoi de neuf ?', { does: 'read', asked: { of: 'unread' } }],
  ['What’s new?', { does: 'read', asked: { of: 'unread' } }],
  ['digest 7 jours', { does: 'read', asked: { of: 'days', days: 7 } }],
  ['digest depuis les 3 derniers jours', { does: 'read', asked: { of: 'days', days: 3 } }],
  ['quoi de neuf depuis le 02/03/2015', { does: 'read', asked: { of: 'day', day: '2015-03-02' } }],
  ['digest axe 2', { does: 'read', asked: { of: 'axis', axis: '2' } }],
  ['détail axe 2', { does: 'read', asked: { of: 'axis', axis: '2' } }],
  ['detail axis energy', { does: 'read', asked: { of: 'axis', axis: 'energy' } }],
  ['digest chaque lundi 9h', every(1, 540)],
  ['digest tous les vendredis à 17h30', every(5, 1050)],
  ['digest chaque jour', every(null, null)],
  ['digest chaque jour 8h toujours', every(null, 480, true)],
  ['digest every Monday 9am', every(1, 540)],
  ['digest every day at 14:05', every(null, 845)],
  ['digest chaque lundi 25h', { does: 'which-hour' }],
  ['digest stop', { does: 'unschedule' }],
  ['digest quand ?', { does: 'when' }],
])('%s', (text, expected) => expect(digestCommand(text)).toEqual(expected));

test.each(['digeste', 'digest chaque lune', 'le digest est utile', 'axe 2', 'quoi de neuf docteur'])(
  '« %s » is something else',
  (text) => expect(digestCommand(text)).toBeNull(),
);

test('a long message is understood, or not, in no time', () => {
  for (const text of [
    'digest '.repeat(20_000),
    `digest ${' '.repeat(100_000)}`,
    `digest chaque ${'a'.repeat(99_000)}`,
  ]) {
    const cpu = cpuOf(() => {
      digestCommand(text);
    });
    expect(cpu).toBeLessThan(SOON);
  }
});
