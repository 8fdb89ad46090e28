/** Phases of the consultation, from the command line. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyDatabases } from '../databases.ts';
import { type CommandLine, staffed } from './shell.ts';

describe.each(storyDatabases())('phases, on $name', ({ open }) => {
  let line: CommandLine;
  const tour = (...words: string[]) => line.tour('phase', ...words, '--as', 'Solène');

  beforeAll(async () => {
    line = await staffed(open);
  });
  afterAll(() => line.close());

  test('one that owes nothing closes, is listed, and opens again', async () => {
    expect((await tour('close', 'premieres-rencontres')).out).toContain('est close, rien n’y reste dû.');
    const { phases } = JSON.parse((await tour('list', '--json')).out);
    expect(phases[0]).toMatchObject({ phase: 'premieres-rencontres', owed: null, reason: null });
    expect(phases[0].closedAt).not.toBeNull();
    expect((await tour('reopen', 'premieres-rencontres')).exit).toBe(0);
    expect((await tour('list')).out).toMatch(/premieres-rencontres +Premières rencontres +–/u);
  });

  test.each([
    [['close', 'printemps'], 'n’existe pas. Les phases : premieres-rencontres, objectifs'],
    [['reopen', 'objectifs'], 'n’est pas close'],
  ])('%j is refused with what there is', async (words, expected) => {
    const { exit, err } = await tour(...words);
    expect(exit).not.toBe(0);
    expect(err).toContain(expected);
  });
});
