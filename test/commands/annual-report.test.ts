/** The annual report, from the command line. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyDatabases } from '../databases.ts';
import { type CommandLine, staffed } from './shell.ts';

describe.each(storyDatabases())('the annual report, on $name', ({ open }) => {
  let line: CommandLine;
  const tour = (...words: string[]) => line.tour('report', ...words, '--as', 'Solène');

  beforeAll(async () => {
    line = await staffed(open);
  });
  afterAll(() => line.close());

  test('nothing is signed, published or written before there is one', async () => {
    for (const words of [['sign'], ['publish'], ['export', tmpdir()]])
      expect((await tour(...words)).err, words.join(' ')).toContain('Il n’y a pas encore de bilan');
    expect((await tour('draft', 'hier')).exit).toBe(2);
    expect((await line.tour('report', 'draft', '2015', '--as', 'Rachida')).err).toContain('n’a pas le droit');
  });

  test('it is drafted, written, signed, and published once', async () => {
    await line.tour(
      'plan',
      'measure',
      'emplois-partages',
      'postes-partages',
      '9',
      '--on',
      '2015-05-03',
      '--as',
      'Solène',
    );
    expect((await tour('draft', '2015')).out).toMatch(/Bilan n° 1 : brouillon de \d lignes/u);
    const dir = mkdtempSync(join(tmpdir(), 'report-'));
    expect((await tour('export', dir)).exit).toBe(0);
    expect(readdirSync(dir).sort()).toEqual(
      ['docx', 'html', 'md', 'pdf'].map((format) => `annual-report-2015.${format}`),
    );
    const text = readFileSync(join(dir, 'annual-report-2015.md'), 'utf8');
    expect(text).toMatch(/Brouillon\s: personne ne l’a encore signé\./u);
    expect(text).toMatch(/9 postes le 3\smai 2015/u);
    expect((await tour('publish')).err).toContain('n’est pas signé');
    expect((await tour('sign')).out).toContain('Bilan n° 1 signé');
    expect((await tour('publish')).out).toContain('Bilan n° 1 publié');
    expect((await tour('publish')).err).toContain('déjà publié');
  });
});
