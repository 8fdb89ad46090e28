/** Indicators of the plan and their measures, from the command line. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyDatabases } from '../databases.ts';
import { type CommandLine, staffed } from './shell.ts';

describe.each(storyDatabases())('measures of the plan, on $name', ({ open }) => {
  let line: CommandLine;
  const tour = (...words: string[]) => line.tour('plan', ...words, '--as', 'Solène');

  beforeAll(async () => {
    line = await staffed(open);
  });
  afterAll(() => line.close());

  test('one is recorded, on a day of the past, and listed', async () => {
    const done = await tour(
      'measure',
      'emplois-partages',
      'postes partages',
      '1 200,5',
      '--on',
      '03/05/2014',
    );
    expect(done.out).toContain('emplois-partages, postes-partages : 1\u202f200,5, 2014-05-03, sans cible');
    const { indicators } = JSON.parse((await tour('indicators', '--json')).out);
    expect(indicators).toMatchObject([
      { indicator: 'emplois-directs', value: null, pace: 'no-target' },
      { indicator: 'emplois-indirects', value: null },
      { action: 'emplois-partages', value: 1200.5, day: '2014-05-03', share: null, expected: null },
    ]);
    expect((await tour('indicators')).out).toMatch(
      /emplois-partages +postes-partages +1\u202f200,5 +2014-05-03/u,
    );
  });

  test.each([
    [['emplois-partages', 'surface', '12'], 'pas d’indicateur « surface ». Il y a : postes-partages.'],
    [['rien', 'surface', '12'], 'Il y a : entreprendre-autrement, emplois-partages.'],
    [['emplois-partages', 'postes-partages', '1,200'], 'se lit de deux façons'],
    [['emplois-partages', 'postes-partages', '12', '--on', '2031-01-01'], 'encore à venir'],
  ])('%j is refused with what to do', async (words, expected) => {
    const { exit, err } = await tour('measure', ...words);
    expect(exit).not.toBe(0);
    expect(err).toContain(expected);
  });

  test('a facilitator reads them, and records none', async () => {
    const as = ['--as', 'Rachida'];
    expect((await line.tour('plan', 'indicators', ...as)).exit).toBe(0);
    const refused = await line.tour('plan', 'measure', 'emplois-partages', 'postes-partages', '9', ...as);
    expect(refused.err).toContain('n’a pas le droit');
  });
});
