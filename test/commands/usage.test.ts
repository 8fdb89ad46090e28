/** Commands typed in haste: what is wrong, which word it is, and where it is told how. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeTrouble } from '../../src/commands/store-trouble.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { type CommandLine, commandLine, LILLE } from './shell.ts';

const WRONG: readonly (readonly [words: readonly string[], fr: string, en: string])[] = [
  [
    ['people', 'add', 'Jean', 'Dupont', '--role', 'staff'],
    'tour : « Dupont » est de trop. Des mots qui vont ensemble se mettent entre guillemets : "Jean Dupont". « npx tour people add --help » dit comment faire.',
    'tour: "Dupont" is one too many. Words that go together are put in quotes: "Jean Dupont". "npx tour people add --help" says how.',
  ],
  [
    ['events', 'too', 'many\u001b[2J'],
    'tour : « too », « many [2J » sont de trop. « npx tour events --help » dit comment faire.',
    'tour: "too", "many [2J" are too many. "npx tour events --help" says how.',
  ],
  [
    ['decide', 'P-0001', 'adopted', '--reason', 'x', '--decision', 'y'],
    'tour : « --decision » n’est pas une option ici. « npx tour decide --help » dit comment faire.',
    'tour: "--decision" is no option here. "npx tour decide --help" says how.',
  ],
  [
    ['proposals', 'list', '--limt', '3'],
    'tour : « --limt » n’est pas une option ici. Peut-être « --limit » ? « npx tour proposals list --help » dit comment faire.',
    'tour: "--limt" is no option here. Perhaps "--limit"? "npx tour proposals list --help" says how.',
  ],
  [
    ['person', 'list'],
    'tour : « list » n’est pas une commande. Au choix : export, erase. « npx tour person --help » dit comment faire.',
    'tour: "list" is no command. One of: export, erase. "npx tour person --help" says how.',
  ],
  [
    ['nope'],
    'tour : « nope » n’est pas une commande. « npx tour --help » dit comment faire.',
    'tour: "nope" is no command. "npx tour --help" says how.',
  ],
  [
    ['session', 'say', 'A-1', "d'accord"],
    "tour : « d'accord » ne va pas pour POSITION. Au choix : agree, object, abstain. « npx tour session say --help » dit comment faire.",
    'tour: "d\'accord" does not do for POSITION. One of: agree, object, abstain. "npx tour session say --help" says how.',
  ],
  [
    ['people', 'add', 'Zoé', '--role', "l'équipe"],
    "tour : « l'équipe » ne va pas pour --role. Au choix : staff, facilitator, committee. « npx tour people add --help » dit comment faire.",
    'tour: "l\'équipe" does not do for --role. One of: staff, facilitator, committee. "npx tour people add --help" says how.',
  ],
];

describe('what is typed in haste', () => {
  let french: CommandLine;
  let english: CommandLine;
  beforeAll(async () => {
    [french, english] = [await commandLine('fr'), await commandLine('en')];
  });
  afterAll(() => Promise.all([french.close(), english.close()]));

  test.each(WRONG)('%j', async (words, fr, en) => {
    expect(await french.tour(...words)).toEqual({ exit: 2, out: '', err: fr });
    expect(await english.tour(...words)).toEqual({ exit: 2, out: '', err: en });
  });

  test('a round that waits is not open; one that is nowhere is not there; a type of actor that is not, neither', async () => {
    await french.tour('consultation', 'load', LILLE);
    await french.tour('people', 'add', 'Solène', '--role', 'staff');
    const as = ['--as', 'Solène'];
    for (const words of [
      ['round', 'close', 'plan-actions', '--reason', 'x'],
      ['round', 'cancel', 'plan-actions'],
      ['round', 'extend', 'plan-actions', '--until', '2099-12-20'],
      ['round', 'remind', 'plan-actions'],
    ]) {
      const waits = await french.tour(...words, ...as);
      expect(waits, words.join(' ')).toMatchObject({ exit: 1, out: '' });
      expect(waits.err).toContain('« plan-actions » n’est pas ouvert.');
    }
    expect((await french.tour('round', 'cancel', 'nulle-part', ...as)).err).toContain(
      'n’a pas de tour « nulle-part »',
    );
    const listed = await french.tour('partners', 'list', '--college', 'nope', ...as);
    expect(listed).toMatchObject({ exit: 2, out: '' });
    expect(listed.err).toContain('--college ne connaît pas « nope ». Au choix : partenaires, territoires');
  });

  test('no backup, no server: in the language of the interface, and without its password', async () => {
    const torn = french.file('sauvegarde.tar.gz', 'x');
    const other = french.file('autre.tar.gz', gzipSync('x'));
    expect((await french.tour('db', 'restore', torn)).err).toMatch(
      /^tour : sauvegarde\.tar\.gz n’est pas une sauvegarde entière.*« npx tour db restore » montre celles qu’il y a\.$/u,
    );
    const said = await english.tour('db', 'restore', other, '--json');
    expect(said).toMatchObject({ exit: 1, err: expect.stringContaining('autre.tar.gz holds no database') });
    expect(JSON.parse(said.out)).toMatchObject({ ok: false, error: { code: 'backup-foreign' } });
    const error = await openPostgres('postgresql://tour:hunter2@127.0.0.1:1/tour').catch(
      (one: unknown) => one,
    );
    const { message } = storeTrouble('fr', error)!;
    expect(message).toMatch(/^PostgreSQL ne répond pas comme il faut à 127\.0\.0\.1:1\/tour .*DATABASE_URL/u);
    expect(message).not.toContain('hunter2');
    expect(storeTrouble('fr', new Error('another'))).toBeNull();
  });

  test('a file whose name is too long is said so, shortened', async () => {
    const { err } = await french.tour(
      'round',
      'export',
      'plan-actions',
      '--out',
      'a'.repeat(300),
      '--as',
      'Solène',
    );
    expect(err).toMatch(
      /^tour : Impossible d’ouvrir a+… : ce nom est trop long\. Donnez un autre chemin\.$/u,
    );
    expect(err.length).toBeLessThan(260);
  });
});
