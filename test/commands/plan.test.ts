/** The plan from the command line: a table in, versions, what changed, files out and in again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadFolder } from '../../src/content/load-folder.ts';
import { parse } from '../../src/content/parse.ts';
import { wordsOfPlan } from '../../src/core/plan/model.ts';
import { storyDatabases } from '../databases.ts';
import { type CommandLine, LILLE, staffed } from './shell.ts';

const TABLE = join(import.meta.dirname, '../fixtures/plans/tableau.xlsx');
const AS = ['--as', 'Solène'];

describe.each(storyDatabases())('the plan, on $name', ({ open }) => {
  let line: CommandLine;
  const tour = (...words: string[]) => line.tour('plan', ...words, ...AS);
  const json = async (...words: string[]) => JSON.parse((await tour(...words, '--json')).out);
  const versions = () =>
    line.core.store.transaction(async (tx) => {
      const [consultation] = await tx.consultations.all();
      return tx.plans.of(consultation!.id);
    });
  beforeAll(async () => {
    line = await staffed(open);
  });
  afterAll(() => line.close());

  test('loading the folder makes the first version, once', async () => {
    await line.tour('consultation', 'load', LILLE);
    expect((await versions()).map(({ number, origin }) => [number, origin])).toEqual([[1, 'content']]);
    const shown = await tour('show');
    expect(shown.out).toContain(
      'Premier plan de développement de l’ESS 2011-2014, version 1 sur 1 (du dossier)',
    );
    expect(shown.out).toContain(
      'avance-tresorerie  Avance de trésorerie sur subvention (exemple) (prévue, exemple)',
    );
    expect((await tour('diff')).err).toContain('Il n’y a qu’une version du plan');
  });

  test('each proposal beside what it echoes of the plan, and those the plan says nothing of', async () => {
    const file = line.file(
      'echoes.jsonl',
      [
        { id: 1, text: 'Que la métropole prenne des parts dans les coopératives SCIC' },
        { id: 2, text: 'Créer une pépinière de brasseries artisanales au bord du canal' },
      ]
        .map((row) => JSON.stringify(row))
        .join('\n'),
    );
    await line.tour('proposals', 'import', file, '--as', 'Rachida');
    const said = (await tour('echoes')).out;
    expect(said).toMatch(/P-0001 {2}Parts dans des coopératives SCIC +0,\d\d {2}.*SCIC/u);
    expect(said).toMatch(/P-0002 {2}rien dans le plan/u);
    expect(said).toContain('à vous de juger');
    expect(await json('echoes', '--candidates')).toMatchObject({
      total: 1,
      candidates: 1,
      proposals: [{ ref: 'P-0002', echoes: [] }],
    });
  });

  test('a facilitator looks, and does not import', async () => {
    expect((await line.tour('plan', 'show', '--as', 'Rachida')).exit).toBe(0);
    const refused = await line.tour('plan', 'import', TABLE, '--as', 'Rachida');
    expect(refused.err).toContain('Rachida n’a pas le droit de faire cela. Peut le faire : Solène (équipe).');
  });

  test('a dry run says it all and stores nothing', async () => {
    const said = await tour('import', TABLE, '--dry-run');
    expect(said.out).toContain('Essai, rien n’est enregistré. Version 2 du plan : 4 actions');
    expect(said.out).toContain('feuille « Actions »');
    expect(await versions()).toHaveLength(1);
  });

  test('merged cells, a note, a total, amounts and days: a version, with a report', async () => {
    const done = await json('import', TABLE, '--label', 'Plan ESS 2015-2020');
    expect(done).toMatchObject({ ok: true, version: 2, sheet: 'Actions', actions: 4, notes: 1 });
    expect(done.remarks.map(({ code, line: at, column }: never) => [code, at, column])).toEqual([
      ['rows-joined', 7, 3],
      ['total-left-out', 10, 1],
      ['budget-unread', 9, 5],
    ]);
    const { plan } = await json('show');
    expect(
      plan.actions.map(({ key, axis, objective, euros }: never) => [key, axis, objective, euros]),
    ).toEqual([
      ['soutien-reseaux', '1', 'faciliter-l-acces-au-financement', 110_000],
      ['avance-tresorerie', '1', 'faciliter-l-acces-au-financement', 1_200_000],
      ['locaux-partages-dans-trois-communes', '1', 'ouvrir-des-lieux', 15_000],
      ['emplois-partages', '5', null, null],
    ]);
    expect(plan.actions[1]).toMatchObject({
      illustrative: true,
      calendar: { written: '01/03/2016', from: '2016-03' },
      notes: ['à confirmer avec la Région'],
      // Without a column: from the version before.
      description: 'Exemple inventé. Une avance remboursée au versement de la subvention.',
    });
    expect(plan.actions[1].indicators.map(({ label, target }: never) => [label, target])).toEqual([
      ["Nombre d'avances", null],
      ['Délai moyen de versement', 30],
    ]);
  });

  test('the same table again adds nothing', async () => {
    const again = await tour('import', TABLE);
    expect(again.exit).toBe(1);
    expect(again.err).toContain('la même chose que la version 2');
    expect(await versions()).toHaveLength(2);
  });

  test('what changed, in words and as a table', async () => {
    const file = join(line.dir, 'diff.csv');
    const said = await tour('diff', '1', '2', '--csv', file);
    expect(said.err).toBe('');
    expect(said.out).toContain('De la version 1 à la version 2. 1 action ajoutée, 3 modifiées, 7 retirées.');
    expect(said.out).toContain('« Locaux partagés dans trois communes » est ajoutée (axe 1).');
    expect(said.out).toContain('budget ajouté, « 110 »');
    const table = readFileSync(file, 'utf8');
    expect(table).toContain('Changement;Clé;Action;Axe;Champ;Avant;Après');
    expect(table).toContain('retirée;chaire-ess;');
    expect((await tour('diff', '2', '1')).out).toContain('7 actions ajoutées, 3 modifiées, 1 retirée.');
  });

  test('written as CSV, XLSX and YAML, and read again: nothing is lost', async () => {
    await tour('export', join(line.dir, 'out'));
    for (const name of ['plan.csv', 'plan.xlsx']) {
      const again = await tour('import', join(line.dir, 'out', name));
      expect(again.err, name).toContain('la même chose que la version 2');
    }
    const yaml = readFileSync(join(line.dir, 'out/plan.yaml'), 'utf8');
    expect(yaml).not.toContain('à confirmer avec la Région');
    expect(yaml).toContain('fr: 1,2 M€ dont 200 k€ de la Région');
    const first = await tour('export', join(line.dir, 'first'), '--plan', '1', '--format', 'yaml');
    expect(first.exit).toBe(0);
    const loaded = await loadFolder(LILLE);
    if (!loaded.ok) throw new Error('the folder is there');
    const folder = Object.fromEntries(
      ['consultation.yaml', 'rounds/plan-actions.yaml'].map((name) => [
        name,
        readFileSync(join(LILLE, name), 'utf8'),
      ]),
    );
    const back = parse({ ...folder, 'plan.yaml': readFileSync(join(line.dir, 'first/plan.yaml'), 'utf8') });
    expect(back.ok && back.consultation.plan).toEqual(loaded.consultation.plan);
  });

  test('wrong here and there: each place is named, and nothing is kept', async () => {
    const file = line.file(
      'faulty.csv',
      'Axe;Action;État;Budget\r\nAxe 9;Une fête;en cours;5 k€\r\n1;Un lieu;bof;=1+1\r\n',
    );
    const said = await tour('import', file);
    expect(said.exit).toBe(1);
    expect(said.err).toContain(`${file}:3:4  « Budget » : cette cellule est une formule`);
    const clean = line.file('axis.csv', 'Axe;Action;État\r\nAxe 9;Une fête;en cours\r\n1;Un lieu;bof\r\n');
    const where = await tour('import', clean);
    expect(where.err).toMatch(/axis\.csv:2:1 {2}« Axe » : « Axe 9 » n’est pas un axe/u);
    expect(where.err).toMatch(/axis\.csv:3:3 {2}« État » : « bof » n’est pas un état/u);
    expect(where.err).toContain('2 erreurs : le plan n’a pas changé.');
    expect(await versions()).toHaveLength(2);
    expect((await tour('import', join(line.dir, 'nowhere.xlsx'))).exit).toBe(2);
  });

  test('who imported it is erased: their notes go, the plan stays', async () => {
    const [, second] = await versions();
    const notes = wordsOfPlan(second!.plan);
    expect(notes).toHaveLength(1);
    await line.tour('people', 'add', 'Étienne', '--role', 'staff');
    await line.tour('person', 'erase', 'Solène', '--as', 'Étienne', '--yes');
    const shown = JSON.parse((await line.tour('plan', 'show', '--as', 'Étienne', '--json')).out);
    expect(shown.plan.actions[1]).toMatchObject({ notes: ['[effacé]'], operator: 'MEL' });
    expect((await versions())[1]!.plan).toEqual(second!.plan);
  });
});
