/** What short messages say, as busy people write them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCalled } from '../../src/bot/called.ts';
import { dayIn, endOf, today } from '../../src/bot/day.ts';
import { ownCommand } from '../../src/bot/own-command.ts';
import { teamCommand } from '../../src/bot/team-command.ts';
import { agrees, answerThenRest, option, said, wordless } from '../../src/bot/understand.ts';
import { cpuOf, SOON } from '../cpu.ts';

test.each([
  ['oui', 'yes'],
  ['Bonjour, oui volontiers !', 'yes'],
  ['OK mais vite', 'yes'],
  ['c’est bien ça, merci', 'yes'],
  ['ＯＵＩ', 'yes'],
  ['ja graag', 'yes'],
  ['non merci', 'no'],
  ['laissez, merci', 'no'],
  ['je passe', 'pass'],
  ['Pass.', 'pass'],
  ['merci, bonne journée', 'thanks'],
  ['plus tard svp', 'later'],
  ['Ce n’est pas moi', 'notMe'],
  ['mes données', 'data'],
  ['oui non', null],
  ['bonjour', null],
  ['oui mais pas que Roubaix', null],
  ['un poste de compta partagé', null],
  ['', null],
])('« %s » says %s', (text, meaning) => {
  expect(said(text)).toBe(meaning);
});

describe('choices', () => {
  test.each([
    ['2', 1],
    ['n°2', 1],
    ['B', 1],
    ['plutôt B', 1],
    ['la deuxième', 1],
    ['the second one', 1],
    ['premier', 0],
    ['liever B', 1],
    ['9', null],
    ['Z', null],
    ['bof', null],
    ['a priori oui', null],
  ])('« %s » of three is %s', (text, place) => {
    expect(option(text, 3)).toBe(place);
  });

  test('two choices are a yes and a no, by word or number, not by letter', () => {
    expect(['oui', '1', 'non', '2', '3', 'A', 'peut-être'].map(agrees)).toEqual([
      true,
      true,
      false,
      false,
      null,
      null,
      null,
    ]);
  });
});

test.each([
  ['oui mais pas que Roubaix', { yes: true, adds: false }, 'pas que Roubaix'],
  ['oui, et aussi un local', { yes: true, adds: true }, 'et aussi un local'],
  ['non, plutôt Croix', { yes: false, adds: false }, 'Croix'],
  ['ok plus un local', { yes: true, adds: true }, 'plus un local'],
])('« %s »: a yes or a no, then more', (text, what, rest) => {
  const found = answerThenRest(text)!;
  expect(found).toMatchObject(what);
  expect(text.slice(found.restAt)).toBe(rest);
});

test('whatever is written, reading it is quick and breaks nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      said(text);
      option(text, 3);
      answerThenRest(text);
      ownCommand(text);
      teamCommand(text);
      wordless(text);
    }),
  );
});

test.each([
  ['oui '.repeat(25_000)],
  ['p-1 '.repeat(25_000)],
  [`décider ${'P-0001, '.repeat(12_000)}`],
  [`ordonner 1 : ${'1.1 '.repeat(25_000)}x`],
  [`P-0001${' '.repeat(100_000)}x`],
  ['«'.repeat(100_000)],
  [`les 2${' ,'.repeat(50_000)}`],
])('100 kB made to be slow are read in time: %#', (text) => {
  const cpu = cpuOf(() => {
    said(text);
    option(text, 3);
    answerThenRest(text);
    ownCommand(text);
    teamCommand(text);
  });
  expect(cpu).toBeLessThan(SOON);
});

describe('days', () => {
  test('as people write them', () => {
    expect(['2026-12-20', '20/12/2026', '1/2/2026', '31/02/2026', '2026-13-01', 'demain'].map(dayIn)).toEqual(
      ['2026-12-20', '2026-12-20', '2026-02-01', null, null, null],
    );
  });

  test('end where the consultation is, also when the clock changes', () => {
    expect(new Date(endOf('2026-03-29', 'Europe/Paris')).toISOString()).toBe('2026-03-29T21:59:59.000Z');
    expect(new Date(endOf('2026-03-28', 'Europe/Paris')).toISOString()).toBe('2026-03-28T22:59:59.000Z');
    expect(today(Date.parse('2026-03-01T02:00:00Z'), 'America/Curacao')).toBe('2026-02-28');
  });
});

describe('letters that only look alike', () => {
  test('a name in other widths, decomposed, or with what can’t be seen, is that name', () => {
    for (const given of [
      'Ｃｌａｉｒｅ Léon',
      'Claire Le\u0301on',
      '\u202eClaire\u200b Lé\u00adon',
      'claire leon',
    ])
      expect(isCalled(given, 'Claire Léon'), given).toBe(true);
  });

  test('letters of another script are another name, and no command: nobody passes for somebody else', () => {
    expect(isCalled('\u0421laire L\u0435on', 'Claire Leon')).toBe(false);
    expect(said('\u043eui')).toBeNull();
    expect(teamCommand('\u0455igner')).toBeNull();
    expect(teamCommand('signer')).toEqual({ does: 'sign', anyway: false });
  });
});
