/** A year's measures from the tables that administrations keep: all of it or nothing, and twice is once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyDatabases } from '../databases.ts';
import { type CommandLine, staffed } from './shell.ts';
import { rowOf, workbookParts, zipped } from './zipped.ts';

const YEAR = `Relevé de fin d’année;;;;
Action;Indicateur;Date;Valeur;Source
emplois-partages;;31/12/2014;9;d’après les deux groupements
entreprendre-autrement;Emplois créés ou consolidés directement;31/12/2014;1 200;"rapport, page 4"
entreprendre-autrement;emplois-indirects;2014-12-31;1955,5;

emplois-partages;postes partagés;31/12/2014;9;d’après les deux groupements
`;
const HEAD = 'action;indicateur;date;valeur;source\n';

describe.each(storyDatabases())('measures from a table, on $name', ({ open }) => {
  let line: CommandLine;
  const imports = (name: string, text: string | Uint8Array, ...words: string[]) =>
    line.tour('measures', 'import', line.file(name, text), '--as', 'Solène', ...words);
  const indicators = async () => {
    const said = await line.tour('plan', 'indicators', '--as', 'Solène', '--json');
    return (
      JSON.parse(said.out).indicators as { indicator: string; value: number | null; day: string }[]
    ).map(({ indicator, value, day }) => [indicator, value, day]);
  };
  const NOTHING = [
    ['emplois-directs', null, null],
    ['emplois-indirects', null, null],
    ['postes-partages', null, null],
  ];

  beforeAll(async () => {
    line = await staffed(open);
  });
  afterAll(() => line.close());

  test('a dry run reads it all and records nothing', async () => {
    expect((await imports('annee.csv', YEAR, '--dry-run')).out).toContain(
      'Essai, rien n’est enregistré. 3 mesures notées, 1 déjà là.',
    );
    expect(await indicators()).toEqual(NOTHING);
  });

  test('wrong lines are said where they are, and then nothing is recorded', async () => {
    const { exit, err } = await imports(
      'fautes.csv',
      `${HEAD}emplois-partages;;31/12/2014;9;
emplois-partage;;31/12/2014;9;
entreprendre-autrement;;31/12/2014;9;
emplois-partages;surface;31/12/2014;9;
emplois-partages;;31/13/2014;9;
emplois-partages;;2031-01-01;9;
emplois-partages;;31/12/2014;1,200;
emplois-partages;;31/12/2014;=A1+1;
;;31/12/2014;9;
emplois-partages;;31/12/2014;;
`,
    );
    expect(exit).toBe(1);
    expect(err).toMatch(/fautes\.csv:6:3 {2}« date » : « 31\/13\/2014 » n’est pas un jour/u);
    expect(err).toMatch(/fautes\.csv:7:3 .*encore à venir/u);
    expect(err).toMatch(/fautes\.csv:8:4 .*« 1,200 » n’est pas un nombre, ou se lit de deux façons/u);
    expect(err).toMatch(/fautes\.csv:9:4 .*est une formule/u);
    expect(err).toMatch(/fautes\.csv:10:1 .*il manque l’action/u);
    expect(err).toMatch(/fautes\.csv:11:4 .*il manque la valeur/u);
    expect(err).toContain('aucune mesure n’a été notée');
    expect(await indicators()).toEqual(NOTHING);
  });

  test('so are actions and indicators the plan does not have, with the nearest ones', async () => {
    const { exit, err } = await imports(
      'inconnues.csv',
      `${HEAD}emplois-partages;;31/12/2014;9;
emplois-partage;;31/12/2014;9;
entreprendre-autrement;;31/12/2014;9;
emplois-partages;surface;31/12/2014;9;
emplois-partages;postes-partages;31/12/2014;10;
`,
    );
    expect(exit).toBe(1);
    expect(err).toMatch(
      /inconnues\.csv:3:1 .*« emplois-partage » n’est pas .*le plus proche : « emplois-partages »/u,
    );
    expect(err).toMatch(
      /inconnues\.csv:4:2 .*plusieurs indicateurs : dites lequel, parmi emplois-directs, /u,
    );
    expect(err).toMatch(/inconnues\.csv:5:2 .*« surface » n’est pas un indicateur .*postes-partages/u);
    expect(err).toMatch(/inconnues\.csv:6:4 .*déjà une autre valeur le 2014-12-31, à la ligne 2/u);
    expect(await indicators()).toEqual(NOTHING);
  });

  test.each([
    ['rien.csv', '', 'je ne trouve pas la ligne des titres'],
    ['titres.csv', 'action;valeur\nemplois-partages;9\n', 'je ne trouve pas la ligne des titres'],
    ['vide.csv', HEAD, 'aucune mesure sous les titres'],
  ])('%s is refused', async (name, text, expected) => {
    const { exit, err } = await imports(name, text);
    expect(exit).not.toBe(0);
    expect(err).toContain(expected);
  });

  test('all of it, and the same file again changes nothing', async () => {
    const done = await imports('annee.csv', YEAR);
    expect(done.out).toContain('3 mesures notées, 1 déjà là.');
    const after = [
      ['emplois-directs', 1200, '2014-12-31'],
      ['emplois-indirects', 1955.5, '2014-12-31'],
      ['postes-partages', 9, '2014-12-31'],
    ];
    expect(await indicators()).toEqual(after);
    expect((await imports('annee.csv', YEAR)).out).toContain('0 mesure notée, 4 déjà là.');
    expect(await indicators()).toEqual(after);
    const stored = await line.core.store.transaction(async (tx) => {
      const [one] = await tx.consultations.all();
      const measures = await tx.measures.of(one!.id);
      return {
        measures: measures.length,
        notes: await tx.words.texts(measures.flatMap(({ note }) => note ?? [])),
      };
    });
    expect(stored.measures).toBe(3);
    expect([...stored.notes.values()].toSorted()).toEqual([
      'd’après les deux groupements',
      'rapport, page 4',
    ]);
  });

  test('a figure mended since stays mended when the file comes again', async () => {
    await line.tour(
      'plan',
      'measure',
      'emplois-partages',
      'postes-partages',
      '11',
      '--on',
      '2014-12-31',
      '--as',
      'Solène',
    );
    expect((await imports('annee.csv', YEAR)).out).toContain('0 mesure notée');
    expect((await indicators()).at(-1)).toEqual(['postes-partages', 11, '2014-12-31']);
  });

  test('a workbook is read as a CSV is; a facilitator records none', async () => {
    const sheet = zipped(
      workbookParts(
        rowOf(1, 'Value', 'Measured on', 'Action', 'Note') +
          rowOf(2, '12', '31/12/2015', 'emplois-partages', 'by phone'),
      ),
    );
    const json = JSON.parse((await imports('year.xlsx', sheet, '--json')).out);
    expect(json).toMatchObject({
      recorded: 1,
      same: 0,
      indicators: [{ action: 'emplois-partages', value: 12, day: '2015-12-31' }],
    });
    const refused = await line.tour('measures', 'import', line.file('y.xlsx', sheet), '--as', 'Rachida');
    expect(refused.err).toContain('n’a pas le droit');
  });
});
