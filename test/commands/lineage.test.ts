/** Merged, then split, then answered part by part: whoever joined the whole is told of each part, in chat and in the files. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCore } from '../../src/compose/open-core.ts';
import { storyDatabases } from '../databases.ts';
import { LILLE, openStage, type Stage } from '../journeys/stage.ts';
import { quiet, type Told, tell } from '../journeys/story.ts';
import { type CommandLine, tourOn } from './shell.ts';

describe.each(storyDatabases())('from a merge to a split to the answers, on $name', ({ open }) => {
  const dir = mkdtempSync(join(tmpdir(), 'tour-lineage-'));
  let stage: Stage;
  let told: Told;
  let tour: CommandLine['tour'];
  beforeAll(async () => {
    const database = await open();
    stage = await openStage(database, { world: LILLE, stories: 2, dataDir: dir });
    const core = await openCore({ databaseUrl: null, dataDir: dir }, database);
    tour = tourOn(core, { lang: 'fr', dir, clock: stage.clock });
    // Lucie speaks for two.
    await stage.enrol([
      {
        name: 'Lucie 1',
        lang: 'fr',
        addresses: [{ platform: stage.platform.name, workspace: 'main', userId: 'lucie-1' }],
        roles: [],
        partner: { organisation: 'Ville de Lys', college: 'territoires' },
      },
    ]);
    await tell(
      stage,
      `
      Rachida: ouvrir plan-actions
      Bot: On envoie ?
      Rachida: oui
      Bot: invitations
      `,
    );
    told = await tell(
      stage,
      `
      Claire: oui
      Bot: 1/6 :
      Claire: Un fonds d'avance de trésorerie avec un guichet unique pour les petites associations
      Bot: Noté, {whole} … 2/6 :
      Omar: oui
      Bot: 1/6 :
      Omar: une avance de trésorerie pour les petites associations
      Bot: Noté, {joined} … 2/6 :
      Lucie: oui
      Bot: Au nom de qui
      Lucie: 1
      Bot: 1/6 :
      Lucie: des cantines solidaires dans les écoles
      Bot: Noté pour Organisation Lucie 1, {other} … 2/6 :
      Lucie: au nom de la ville de Lys
      Bot: 1/6 :
      Lucie: un jardin partagé derrière la mairie
      Bot: Noté pour Ville de Lys, {garden} … 2/6 :
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: est clos
      Rachida: réunir {joined} dans {whole}
      Bot: La question est posée
      Bot → Omar: semblent dire la même chose
      Omar: oui
      Bot: {joined} est réunie à {whole}.
      Rachida: scinder {whole} : un fonds d'avance de trésorerie / un guichet unique pour les petites associations
      Bot: La question est posée
      Bot → Claire: On les sépare
      Claire: oui
      Bot: {whole} devient plusieurs propositions … {fund}, « Un fonds … {desk}, « un guichet
    `,
    );
  }, 120_000);
  afterAll(async () => {
    await stage.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const ref = (name: string) => told.refs[name]!;
  const facts = async (...words: string[]) => {
    const { out, err } = await tour(...words, '--as', 'Solène', '--json');
    const said = JSON.parse(out);
    expect(said, `${words.join(' ')}: ${err}`).toMatchObject({ ok: true });
    return said;
  };
  const read = (name: string) => JSON.parse(readFileSync(join(dir, 'documents', name), 'utf8'));
  const stateOf = (name: string) =>
    stage.read(
      async (tx) => (await tx.proposals.byNumber(stage.consultation.id, Number(ref(name).slice(2))))!.state,
    );
  const signed = async () => {
    await facts('synthesis', 'compile');
    const { err } = await tour('synthesis', 'sign', '--as', 'Solène');
    const without = /--without-disagreement ([^ »]+)/u.exec(err)![1]!;
    await facts('synthesis', 'sign', '--without-disagreement', without);
  };
  const decided = async (name: string, status: string, reason: string) => {
    await facts('decide', ref(name), status, '--reason', reason, '--on', '2015-03-02');
  };
  const ratified = async () => {
    for (const { key } of stage.content.rules.decisions.bodies.slice(1))
      await facts('ratify', key, '--on', '2015-03-02');
  };

  test('each part has its answer, and both go to whoever had joined the whole', async () => {
    await signed();
    await decided('fund', 'retenue', 'Une avance sera testée en 2016.');
    await decided('desk', 'à étudier', 'Un guichet existe à Lille.');
    await decided('other', 'retenue', 'Avec les écoles.');
    await decided('garden', 'non retenue', 'Le terrain est vendu.');
    await ratified();
    expect(await facts('restitution', 'preview')).toMatchObject({ messages: 3, unreachable: 0 });
    const before = stage.platform.texts(told.users.Lucie!).length;
    await facts('restitution', 'send');
    await quiet(stage);
    const omar = stage.platform.texts(told.users.Omar!).at(-1)!;
    for (const piece of [ref('fund'), ref('desk'), 'testée en 2016', 'existe à Lille'])
      expect(omar).toContain(piece);
    // One message for both of her organisations.
    const [lucie, ...more] = stage.platform.texts(told.users.Lucie!).slice(before);
    expect(more).toEqual([]);
    for (const piece of ['Organisation Lucie 1', 'Avec les écoles', 'Ville de Lys', 'Le terrain est vendu'])
      expect(lucie).toContain(piece);
  });

  test('so do the files: an entry a part for the one that was merged, none for what was split', async () => {
    await facts('synthesis', 'export', join(dir, 'documents'));
    await facts('proposals', 'export', join(dir, 'documents'));
    const entries = read('restitution.json').map(
      ({ proposal, part, status, delivered }: Record<string, string | null>) => [
        proposal,
        part,
        status,
        delivered !== null,
      ],
    );
    expect(entries).toEqual([
      [ref('joined'), ref('fund'), 'adopted', true],
      [ref('joined'), ref('desk'), 'to-be-studied', true],
      [ref('other'), null, 'adopted', true],
      [ref('garden'), null, 'not-adopted', true],
      [ref('fund'), null, 'adopted', true],
      [ref('desk'), null, 'to-be-studied', true],
    ]);
    const states = new Map(
      read('proposals.json').map((row: { ref: string; state: string }) => [row.ref, row.state]),
    );
    expect([ref('whole'), ref('joined'), ref('fund')].map((one) => states.get(one))).toEqual([
      'split',
      'merged',
      'submitted',
    ]);
    expect(readFileSync(join(dir, 'documents', 'proposals.csv'), 'utf8')).toContain(`${ref('whole')},split,`);
  });

  test('one part withdrawn, the other answers; both withdrawn, what had joined stands on its own and is owed an answer', async () => {
    told = await tell(
      stage,
      `
      Claire: retirer {fund}
      Bot: {fund}
    `,
      told,
    );
    expect(await stateOf('joined')).toBe('merged');
    told = await tell(
      stage,
      `
      Claire: retirer {desk}
      Bot: {desk}
      Rachida: doutes
      Bot: De nouveau seule, celle qu'elle avait rejointe ayant été retirée : {joined}, « une avance
      Solène: dette
      Bot: {joined}
    `,
      told,
    );
    expect(await stateOf('joined')).toBe('submitted');
    expect((await tour('restitution', 'preview', '--as', 'Solène')).err).toContain(ref('joined'));
  });
});
