/** Adjustments from the command line, up to the annex of the deliberation. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftAdjustment } from '../../src/app/adjustment/draft-adjustment.ts';
import { keepWords } from '../../src/app/words/keep-words.ts';
import { openWorkbook } from '../../src/commands/workbook/read.ts';
import { isRefusal } from '../../src/core/refusal.ts';
import { storyDatabases } from '../databases.ts';
import { type CommandLine, commandLine, LILLE, lines, NOON } from './shell.ts';

const HOSTILE = '<script>alert(1)</script> Avance *versée* sous 30 jours';

describe.each(storyDatabases())('from adjustments to the annex, on $name', ({ open }) => {
  let line: CommandLine;
  const tour = (...words: string[]) => line.tour('plan', ...words, '--as', 'Solène');
  const json = async (...words: string[]) => JSON.parse((await tour(...words, '--json')).out);

  beforeAll(async () => {
    line = await commandLine('fr', open);
    await line.tour('consultation', 'load', LILLE);
    await line.tour('people', 'add', 'Solène', '--role', 'staff');
    const texts = [
      'Une avance de trésorerie',
      'Des locaux moins chers à Roubaix',
      'Un poste de comptable partagé',
    ];
    const file = line.file('texts.jsonl', lines(...texts.map((text, n) => ({ id: n, text }))));
    await line.tour('proposals', 'import', file, '--as', 'Solène');
    await line.core.store.transaction(async (tx) => {
      const [consultation] = await tx.consultations.all();
      const person = (await tx.people.find(consultation!.id, 'Solène'))!;
      const { ids } = line.core;
      const scene = { tx, consultation: consultation!, actor: { person, partners: [] }, now: NOON, ids };
      const drafts = [
        {
          kind: 'strengthen',
          action: 'avance-tresorerie',
          axis: null,
          fields: { description: await keepWords(scene, HOSTILE), budget: await keepWords(scene, '110 k€') },
          numbers: [1],
        },
        {
          kind: 'add',
          action: null,
          axis: '1',
          fields: { label: await keepWords(scene, 'Locaux partagés') },
          numbers: [2, 1],
        },
        { kind: 'drop', action: 'chaire-ess', axis: null, fields: {}, numbers: [3] },
      ] as const;
      for (const draft of drafts) {
        const done = await draftAdjustment(scene, { ...draft, line: null });
        if (isRefusal(done)) throw new Error(done.code);
      }
    });
  });
  afterAll(() => line.close());

  test('an annex is written of what a body adopted, and of nothing else', async () => {
    expect((await tour('annex', line.dir)).err).toContain('Aucune version du plan n’a été adoptée');
    expect((await tour('adopt', 'conseil')).err).toContain('Aucun ajustement n’est prêt');
  });

  test('each body in its turn', async () => {
    expect((await json('adjustments')).adjustments).toMatchObject([
      { ref: 'A-1', kind: 'strengthen', cites: ['P-0001'], state: 'undecided' },
      { ref: 'A-2', kind: 'add', action: 'locaux-partages', cites: ['P-0002', 'P-0001'] },
      { ref: 'A-3', kind: 'drop' },
    ]);
    expect((await tour('decide', 'A-1', 'A-2', 'A-3', 'adopted', '--reason', 'Demandé.')).out).toContain(
      'A-1, A-2, A-3 : retenue, l’équipe du plan ESS',
    );
    const session = (who: string, ...words: string[]) => line.tour('session', ...words, '--as', who);
    expect((await session('Solène', 'convene', 'comite', '--until', '2026-12-20')).err).toContain(
      'Personne ne siège encore',
    );
    for (const [name, role] of [
      ['Bruno', 'committee'],
      ['Nadia', 'committee'],
      ['Solène', 'staff'],
    ] as const)
      await line.tour('people', 'add', name, '--role', role, '--address', `web:main:${name}`);
    /** Who was written to since it was last asked. */
    let seen = 0;
    const written = () =>
      line.core.store.transaction(async (tx) => {
        const [consultation] = await tx.consultations.all();
        const all = await tx.outbox.of(consultation!.id, ['queued'], 100);
        const fresh = all.slice(0, all.length - seen);
        seen = all.length;
        const lanes = await Promise.all(fresh.map((one) => tx.conversations.byId(one.conversationId)));
        return lanes.map((one) => one!.userId).toSorted();
      });
    expect((await session('Solène', 'convene', 'comite', '--until', '2026-12-20')).out).toContain(
      'Séance n° 1 : le Comité métropolitain de l’ESS',
    );
    expect((await session('Bruno', 'say', 'A-3', 'object')).err).toContain(
      'Une objection vaut par son motif',
    );
    expect(await written()).toEqual(['Bruno', 'Nadia']);
    await session('Bruno', 'say', 'A-3', 'object', '--reason', HOSTILE);
    expect(await written()).toEqual(['Solène']);
    expect((await session('Nadia', 'proxy', 'Bruno')).out).toContain('Bruno porte cette voix');
    expect(await written()).toEqual(['Bruno']);
    expect((await session('Nadia', 'proxy', 'Solène')).err).toContain('ne siège pas à cette séance');
    expect((await session('Nadia', 'take-back')).exit).toBe(0);
    expect((await session('Nadia', 'take-back')).err).toContain('confié votre voix à personne');
    expect(await session('Solène', 'integrate', 'P-0001', '--means', 'x')).toMatchObject({ exit: 2 });
    expect((await session('Solène', 'integrate', 'A-1')).err).toContain(
      'Dites ce qui change : --description',
    );
    expect((await session('Nadia', 'integrate', 'A-1', '--means', 'x')).exit).toBe(1);
    expect((await session('Solène', 'integrate', 'A-1', '--means', 'Une ligne du budget')).out).toContain(
      'A-1 a un autre texte, sur lequel les membres se prononcent de nouveau ; 2',
    );
    expect(await written()).toEqual(['Bruno', 'Nadia']);
    await session('Bruno', 'say', 'tout', 'agree');
    expect((await session('Solène', 'say', 'A-1', 'agree')).exit).toBe(1);
    expect(JSON.parse((await session('Solène', 'show', '--json')).out)).toMatchObject({
      quorum: { members: 2, present: 1, needed: 1, met: true },
      items: [{ item: 'A-1' }, { item: 'A-2' }, { item: 'A-3', objections: 1 }],
    });
    expect((await session('Solène', 'close')).out).toContain('2 points validés sur 3');
    const [markdown, html] = ['md', 'html'].map((ending) => `session-1-minutes.${ending}`);
    expect((await session('Solène', 'minutes', line.dir)).out).toContain(markdown);
    const read = (name: string) => readFileSync(join(line.dir, name), 'utf8');
    expect(read(markdown!).replaceAll(/[\u00a0\u202f]/gu, ' ')).toMatch(
      /^# Procès-verbal de la séance n° 1 : le Comité métropolitain de l’ESS\n.*- Bruno\n- Nadia, n’a pas pris part\n.*### 1\\\. A-1, action renforcée : .*\*\*Validation\.\*\* 1 d’accord, 0 objection, 0 abstention, 1 sans réponse\..*### 3\\\. A-3, action retirée.*\*\*Renvoi à l’équipe\.\*\*.*Un·e membre : « .* » Maintenue\./su,
    );
    expect(read(markdown!)).not.toContain('<script>');
    expect(read(html!)).not.toContain('<script>');
    expect((await json('ratify', 'comite')).ratified).toEqual(['A-3']);
    expect((await tour('adopt', 'comite')).err).toContain('la dernière instance');
    expect((await tour('adopt', 'conseil', '--except', 'A-9x')).exit).toBe(2);
    const adopted = await json('adopt', 'conseil', '--on', '2026-03-10', '--except', 'A-3');
    expect(adopted).toMatchObject({
      version: 2,
      decidedOn: '2026-03-10',
      applied: ['A-1', 'A-2'],
      left: ['A-3'],
    });
    expect((await json('adjustments')).adjustments).toMatchObject([
      { version: 2 },
      { version: 2 },
      { awaits: 'conseil' },
    ]);
  });

  test('what is left untouched is said', async () => {
    const covered = await json('coverage');
    expect(covered).toMatchObject({
      adjustments: 3,
      proposals: 3,
      cited: 3,
      axes: ['2', '4', '5'],
      unchanged: [],
    });
    expect((await tour('coverage')).out).toContain('Axes sans ajustement : 2, 4, 5.');
  });

  test('the annex: by axis and action, with adjustments and sources, the same figures in both formats', async () => {
    const done = await json('annex', line.dir);
    expect(done).toMatchObject({ version: 2, figures: { actions: 11, adjustments: 2, proposals: 2 } });
    const markdown = readFileSync(join(line.dir, 'plan-annex.md'), 'utf8');
    const html = readFileSync(join(line.dir, 'plan-annex.html'), 'utf8');
    for (const [format, text] of [
      ['md', markdown],
      ['html', html.replace(/<[^>]+>/gu, '')],
    ] as const) {
      expect(text, format).toMatch(/adoptée par le Conseil métropolitain le 10 mars 2026/u);
      expect(text, format).toMatch(/11 actions.; 2 ajustements, d’après 2 propositions/u);
      for (const piece of ['Axe 1', 'Locaux partagés', 'action ajoutée', 'action renforcée', '110 k€'])
        expect(text, format).toContain(piece);
      expect(text.replaceAll('\\', ''), format).toMatch(/D’après P-0002, P-0001/u);
      expect(text, format).not.toContain('A-3');
    }
    expect(html).not.toContain('<script');
    expect(markdown).not.toMatch(/(?<!\\)<script/u);
    expect(markdown).toContain('\\*versée\\*');
  });

  test('all of it as open data, which anybody verifies without the database', async () => {
    const dir = join(line.dir, 'open');
    const act = (...words: string[]) => line.tour(...words, '--as', 'Solène');
    expect((await act('open-data', 'export', dir)).err).toContain('pas encore de synthèse');
    await act('synthesis', 'compile');
    await act('plan', 'measure', 'entreprendre-autrement', 'emplois-directs', '12,5', '--on', '2026-03-11');
    expect((await act('open-data', 'export', dir)).err).toContain('encore signée');
    const axes = ['1', '2', '3', '4', '5'].flatMap((axis) => ['--without-disagreement', axis]);
    const signed = await act('synthesis', 'sign', '--accept-titles', ...axes);
    expect(signed).toMatchObject({ exit: 0 });
    await act('decide', 'P-0001', 'P-0002', 'adopted', '--reason', 'Demandé par beaucoup.');
    for (const body of ['comite', 'conseil']) await act('ratify', body);
    const exported = await act('open-data', 'export', dir, '--json');
    const { hash, licence } = JSON.parse(exported.out);
    expect(licence.name).toBe('Licence Ouverte 2.0');
    const verified = await line.tour('verify', dir, '--hash', hash);
    expect(verified).toMatchObject({ exit: 0, err: '' });
    expect(verified.out).toMatch(/chiffres refaits à partir des tableaux : tous concordent/u);
    expect(
      JSON.parse((await line.tour('verify', join(dir, 'restitution.json'), '--json')).out),
    ).toMatchObject({
      ok: true,
      hash,
      disagreements: [],
    });
    const read = (name: string) => readFileSync(join(dir, name), 'utf8');
    expect(read('adjustments.csv')).toContain('A-2,2,add,locaux-partages,P-0002; P-0001');
    expect(read('adjustments.csv')).not.toContain('A-3');
    expect(JSON.parse(read('data.json'))).toMatchObject({
      plan_versions: [{ version: 1 }, { version: 2, decided_on: '2026-03-10' }],
      decisions: [
        { proposal: 'P-0001', status: 'adopted', decided_by: 'le Conseil métropolitain' },
        { proposal: 'P-0002' },
      ],
    });
    const zip = join(line.dir, 'open.zip');
    const xlsx = join(line.dir, 'open.xlsx');
    expect(await act('open-data', 'export', zip, '--xlsx', xlsx)).toMatchObject({ exit: 0 });
    expect(await line.tour('verify', zip, '--hash', hash)).toMatchObject({ exit: 0, err: '' });
    const { sheets } = await openWorkbook(xlsx);
    expect(sheets).toEqual(expect.arrayContaining(['Dictionnaire', 'Participation', 'Plan', 'Mesures']));
    const broken = readFileSync(zip);
    writeFileSync(zip, broken.subarray(0, broken.length - 40));
    expect((await line.tour('verify', zip)).err).toContain('abîmé');
    const sums = spawnSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: dir, encoding: 'utf8' });
    expect(sums).toMatchObject({ status: 0, stdout: '' });
  });

  test('one figure changed, and it is named; nothing to read is another thing', async () => {
    const dir = join(line.dir, 'open');
    const file = join(dir, 'restitution.json');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace('"adopted"', '"not-adopted"'));
    const told = await line.tour('verify', dir);
    expect(told).toMatchObject({ exit: 1, out: '' });
    expect(told.err).toMatch(/restitution\.json {2}a changé/u);
    expect(told.err).toMatch(/answers\.adopted : publié 1 \(restitution\.json\), refait 2/u);
    writeFileSync(file, before);
    expect((await line.tour('verify', dir, '--hash', 'f'.repeat(64))).err).toContain(
      'pas celle qui a été donnée',
    );
    expect(await line.tour('verify', line.dir)).toMatchObject({ exit: 2 });
    expect((await line.tour('verify', join(line.dir, 'nowhere'))).err).toContain('npx tour open-data export');
  });

  test('no table may take away an action that an adjustment on its way changes', async () => {
    const file = line.file('short.csv', 'Axe;Action;Opérateur\n1;Locaux partagés;MEL\n');
    expect((await tour('import', file)).err).toContain('A-3');
  });
});
