import { expect, test } from 'vitest';
import { daySaid } from '../../src/bot/day-said.ts';
import { doubtCommand } from '../../src/bot/facilitator/doubts/command.ts';
import { aside, openingCommand } from '../../src/bot/facilitator/opening/command.ts';
import { cpuOf, SOON } from '../cpu.ts';

/** A Monday. */
const NOW = Date.parse('2015-03-02T09:00:00Z');

test.each([
  ['2015-04-17', '2015-04-17'],
  ['17/04/2015', '2015-04-17'],
  ['17/04', '2015-04-17'],
  ['01/03', '2016-03-01'],
  ['le 17 avril', '2015-04-17'],
  ['jusqu’au 1er août', '2015-08-01'],
  ['17 April 2016', '2016-04-17'],
  ['April 17th', '2015-04-17'],
  ['dans 3 semaines', '2015-03-23'],
  ['dans trois semaines', '2015-03-23'],
  ['in a month', '2015-04-02'],
  ['d’ici 10 jours', '2015-03-12'],
  ['demain', '2015-03-03'],
  ['hier', '2015-03-01'],
  ['31/02', null],
  ['le 31 avril', null],
  ['bientôt', null],
  ['dans 0 jours', null],
  ['99/99/9999', null],
])('« %s »', (text, day) => expect(daySaid(text, NOW, 'Europe/Paris')).toBe(day));

test('a long message is read in no time', () => {
  const heads = ['dans ', 'répondre ', 'inviter a', 'corriger P-1 ', 'ouvrir '];
  for (const text of heads.map((head) => head + ' a:,'.repeat(30_000))) {
    const cpu = cpuOf(() => {
      daySaid(text, NOW, 'Europe/Paris');
      doubtCommand(text);
      openingCommand(text);
      aside(text);
    });
    expect(cpu, text.slice(0, 20)).toBeLessThan(SOON);
  }
});
