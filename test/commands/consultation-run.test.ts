/** A consultation run from the command line, by people of the team, with what partners read of it in their chat. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCore } from '../../src/compose/open-core.ts';
import { databases } from '../databases.ts';
import { LILLE, openStage, type Stage } from '../journeys/stage.ts';
import { type Told, tell } from '../journeys/story.ts';
import { type CommandLine, tourOn } from './shell.ts';

describe.each(databases())('a consultation by commands, on $name', ({ open }) => {
  const dir = mkdtempSync(join(tmpdir(), 'tour-run-'));
  let stage: Stage;
  let told: Told | undefined;
  let tour: CommandLine['tour'];
  let inEnglish: CommandLine['tour'];
  beforeAll(async () => {
    const database = await open();
    stage = await openStage(database, { world: LILLE, stories: 1, dataDir: dir });
    const core = await openCore({ databaseUrl: null, dataDir: dir }, database);
    tour = tourOn(core, { lang: 'fr', dir, clock: stage.clock });
    inEnglish = tourOn(core, { lang: 'en', dir, clock: stage.clock });
  }, 60_000);
  afterAll(async () => {
    await stage.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const facts = async (...words: string[]) => JSON.parse((await tour(...words, '--json')).out);
  /** What a command says, and what people read and say after it. */
  const then = async <T>(command: () => Promise<T>, script: string): Promise<T> => {
    const story = tell(stage, script, told);
    const said = await command();
    await stage.bot.drain.sweep();
    told = await story;
    return said;
  };
  const acts = async () => {
    const all = await stage.read((tx) => tx.acts.of(stage.consultation.id));
    return all.map(({ verb, role }) => `${verb} (${role})`);
  };

  test('a preview tells who would be invited and changes nothing; then the invitations leave', async () => {
    const preview = await tour('round', 'open', 'plan-actions', '--dry-run', '--as', 'Rachida');
    expect(preview.out).toMatch(
      /Essai, rien ne part\. « plan-actions » serait ouvert[\s\S]*invitations : 5/u,
    );
    expect(await acts()).not.toContain('round.open (facilitator)');
    expect(await facts('round', 'status', '--as', 'Rachida')).toMatchObject({
      rounds: expect.arrayContaining([expect.objectContaining({ key: 'plan-actions', state: 'not-opened' })]),
    });
    expect(await tour('round', 'open', 'plan-actions', '--until', 'demain', '--as', 'Rachida')).toMatchObject(
      {
        exit: 2,
        err: 'tour : « demain » n’est pas un jour : --until attend 2026-12-20 ou 20/12/2026.',
      },
    );
    const opened = await then(
      () => facts('round', 'open', 'plan-actions', '--until', '2015-04-17', '--as', 'Rachida'),
      'Bot → Claire: Bonjour Claire\n Bot → Omar: Bonjour Omar\n Claire: oui\n Bot: 1/6 :',
    );
    expect(opened).toMatchObject({
      ok: true,
      round: 'plan-actions',
      dryRun: false,
      invited: 5,
      invitations: 5,
    });
    expect(await acts()).toContain('round.open (facilitator)');
    const twice = await inEnglish('round', 'open', 'plan-actions', '--as', 'Rachida');
    expect(twice).toMatchObject({ exit: 1, out: '' });
    expect(twice.err).toContain('was opened already');
  });

  test('a partner, or somebody of the committee, does not open, close or send anything', async () => {
    for (const words of [
      ['round', 'extend', 'plan-actions', '--until', '2015-04-30'],
      ['round', 'close', 'plan-actions', '--reason', 'x'],
      ['round', 'cancel', 'plan-actions'],
      ['round', 'remind'],
      ['decide', 'P-0001', 'adopted', '--reason', 'x'],
      ['restitution', 'send'],
      ['moderation'],
      ['synthesis', 'edit', 'reword', '1.1', 'x'],
      ['proposals', 'list'],
    ]) {
      const refused = await inEnglish(...words, '--as', 'Claire 1');
      expect(refused, words.join(' ')).toMatchObject({ exit: 1, out: '' });
      expect(refused.err, words.join(' ')).toContain('may not do that');
    }
    const staffOnly = await inEnglish('restitution', 'send', '--as', 'Rachida');
    expect(staffOnly.err).toContain('may not do that');
  });

  test('answers come; more time is given, and those who can still answer are told', async () => {
    told = await tell(
      stage,
      `
      Claire: une avance de trésorerie en attendant les subventions
      Bot: Noté
      Omar: oui
      Bot: 1/6 :
      Omar: des bureaux pas trop chers à Roubaix
      Bot: Noté
      `,
      told,
    );
    const shorter = await tour('round', 'extend', 'plan-actions', '--until', '2015-04-10', '--as', 'Rachida');
    expect(shorter.err).toContain('ne peut que s’allonger');
    // Lucie's chat takes nothing from the bot any more.
    const { platform } = stage;
    platform.faults.failPosts({
      transient: false,
      scope: 'place',
      place: platform.direct('main', 'lucie-1'),
    });
    const extended = await then(
      () => facts('round', 'extend', 'plan-actions', '--until', '24/04/2015', '--as', 'Rachida'),
      'Bot → Claire: 24 avril\n Bot → Omar: 24 avril',
    );
    expect(extended).toMatchObject({ ok: true, told: 5 });
  });

  test('whose chat refused a message is told with the status of the round', async () => {
    const { rounds } = await facts('round', 'status', '--as', 'Rachida');
    expect(rounds.find(({ key }: { key: string }) => key === 'plan-actions').refused).toEqual([
      { name: 'Lucie 1', organisation: 'Organisation Lucie 1', by: ['chat'] },
    ]);
    expect((await tour('round', 'status', '--as', 'Rachida')).out).toMatch(
      /1 personne que sa messagerie refuse de joindre :\n {4}Lucie 1, Organisation Lucie 1 \(discussion\)\n.*deliveries --state failed.*partners import/u,
    );
    expect((await inEnglish('round', 'status', '--as', 'Rachida')).out).toContain(
      '1 person whose chat or mailbox refused the message:',
    );
    expect((await tour('deliveries', '--state', 'failed', '--as', 'Rachida')).out).toContain('Lucie 1');
  });

  test('only the silent are reminded, when they may be written to', async () => {
    const preview = await inEnglish('round', 'remind', '--dry-run', '--as', 'Rachida');
    expect(preview.out).toContain('Dry run, nothing leaves. Silent people of "plan-actions" to remind: 3.');
    const asked = await facts('round', 'remind', 'plan-actions', '--as', 'Rachida');
    expect(asked).toMatchObject({ ok: true, round: 'plan-actions', reminded: 3 });
    expect(asked.now + asked.later + asked.outsideHours).toBe(3);
    const again = await tour('round', 'remind', '--as', 'Rachida');
    expect(again).toMatchObject({ exit: 1, out: '' });
    expect(again.err).toContain('Personne à relancer');
  });

  test('a round is closed before its day only with a reason', async () => {
    const bare = await tour('round', 'close', 'plan-actions', '--as', 'Rachida');
    expect(bare.err).toContain('--reason');
    const closed = await tour(
      'round',
      'close',
      'plan-actions',
      '--reason',
      'Tout le monde a répondu.',
      '--as',
      'Rachida',
    );
    expect(closed).toMatchObject({ exit: 0, err: '' });
    expect(closed.out).toContain('npx tour synthesis compile');
  });

  test('a proposal is found by its words, its tags, its type of actor', async () => {
    const found = await facts('proposals', 'list', '--text', 'TRESORERIE', '--as', 'Rachida');
    expect(found.proposals).toMatchObject([{ ref: 'P-0001', state: 'submitted' }]);
    const { college } = found.proposals[0];
    expect(await facts('proposals', 'list', '--college', college, '--as', 'Rachida')).toMatchObject({
      total: 2,
    });
    const other = stage.content.colleges.find(({ key }) => key !== college)!.key;
    expect(await facts('proposals', 'list', '--college', other, '--as', 'Rachida')).toMatchObject({
      total: 0,
    });
    expect(await facts('proposals', 'list', '--tag', 'roubaix', '--as', 'Rachida')).toMatchObject({
      proposals: [{ ref: 'P-0002' }],
    });
    expect((await tour('proposals', 'list', '--as', 'Rachida')).out).toMatch(/P-0001 .* déposée/u);
    expect((await tour('proposals', 'list', '--state', 'withdrawn', '--as', 'Rachida')).out).toContain(
      'Aucune',
    );
    const unknown = await tour('proposals', 'list', '--axis', 'neuf', '--as', 'Rachida');
    expect(unknown).toMatchObject({ exit: 2 });
    expect(unknown.err).toContain('Au choix');
  });

  test('the draft is edited by people and signed', async () => {
    expect((await facts('synthesis', 'compile', '--as', 'Solène')).ok).toBe(true);
    const shown = await facts('synthesis', 'show', '--internal', '--as', 'Solène');
    const axis = shown.synthesis.axes.find(({ lines }: { lines: unknown[] }) => lines.length > 0);
    const line = axis.lines[0].id;
    const edit = (...words: string[]) => facts('synthesis', 'edit', ...words, '--as', 'Solène');
    expect(await edit('reword', line, 'La trésorerie manque en début d’année.')).toMatchObject({ ok: true });
    expect(await edit('introduce', 'Deux mois de tour de table.')).toMatchObject({ edit: 'introduce' });
    expect(await edit('introduce', 'Sur cet axe.', '--axis', axis.axis)).toMatchObject({ ok: true });
    expect(await edit('add', axis.axis, 'Une ligne de plus.', '--cites', 'P-0001')).toMatchObject({
      ok: true,
    });
    const lines = (await facts('synthesis', 'show', '--as', 'Solène')).synthesis.axes
      .find((one: { axis: string }) => one.axis === axis.axis)
      .lines.map(({ id }: { id: string }) => id);
    expect(await edit('order', axis.axis, ...lines.toReversed())).toMatchObject({ ok: true });
    expect(await edit('remove', lines.at(-1))).toMatchObject({ ok: true });
    const text = (await tour('synthesis', 'show', '--as', 'Solène')).out;
    expect(text).toContain('La trésorerie manque en début d’année.');
    expect(text).not.toContain('Une ligne de plus.');
    const unknown = await tour('synthesis', 'edit', 'reword', '9.9', 'x', '--as', 'Solène');
    expect(unknown.err).toContain('n’a pas de ligne 9.9');
    const uncited = await tour(
      'synthesis',
      'edit',
      'add',
      axis.axis,
      'x',
      '--cites',
      'vélo',
      '--as',
      'Solène',
    );
    expect(uncited).toMatchObject({ exit: 2 });
    const { err } = await tour('synthesis', 'sign', '--as', 'Solène');
    const without = /--without-disagreement ([^ »]+)/u.exec(err)![1]!.split(',');
    expect(await edit('no-disagreement', without[0]!)).toMatchObject({ ok: true });
    const signed = await tour(
      'synthesis',
      'sign',
      '--without-disagreement',
      without.join(','),
      '--as',
      'Solène',
    );
    expect(signed).toMatchObject({ exit: 0 });
  });

  test('bodies decide in steps; then the restitution is previewed, and sent once', async () => {
    const early = await tour('restitution', 'preview', '--as', 'Solène');
    expect(early.err).toContain('Sans réponse : P-0001, P-0002 (« npx tour decide »)');
    const decide = (...words: string[]) => facts('decide', ...words, '--as', 'Solène');
    expect((await tour('decide', 'P-0001', 'oui', '--reason', 'x', '--as', 'Solène')).exit).toBe(2);
    expect((await tour('decide', 'adopted', '--reason', 'x', '--as', 'Solène')).err).toContain(
      'P-0042 P-0043',
    );
    const day = ['--on', '2015-03-02'];
    const motive = ['--reason', 'Un fonds d’avance est à l’étude.'];
    expect(await decide('P-0001', 'P-0002', 'retenue en partie', ...motive, ...day)).toMatchObject({
      proposals: ['P-0001', 'P-0002'],
      status: 'adopted-in-part',
      decidedOn: '2015-03-02',
    });
    const { bodies } = stage.content.rules.decisions;
    for (const { key } of bodies.slice(1)) {
      const ratified = await facts('ratify', key, '--on', '2015-03-02', '--as', 'Solène');
      expect(ratified).toMatchObject({ ok: true, ratified: 2, body: key });
    }
    expect(await facts('restitution', 'preview', '--as', 'Solène')).toMatchObject({ messages: 2 });
    const sent = await then(
      () => facts('restitution', 'send', '--as', 'Solène'),
      "Bot → Claire: Un fonds d'avance est à l'étude.\n Bot → Omar: Un fonds d'avance est à l'étude.",
    );
    expect(sent).toMatchObject({ messages: 2, unreachable: 0 });
    const twice = await inEnglish('restitution', 'send', '--as', 'Solène');
    expect(twice.err).toContain('nothing left twice');
    expect((await acts()).filter((act) => act.startsWith('restitution.send'))).toHaveLength(1);
  });

  test('the log of moderation names nobody', async () => {
    expect((await tour('moderation', '--as', 'Rachida')).out).toBe('Rien n’a été modéré.');
    told = await tell(
      stage,
      'Rachida: modérer P-0002 : Une adresse privée y était.\n Bot: P-0002\n Bot → Omar: Une adresse privée y était.',
      told,
    );
    const log = await tour('moderation', '--as', 'Rachida');
    expect(log.out).toMatch(/P-0002 +tenue hors de la publication +Une adresse privée y était\./u);
    expect(log.out).not.toMatch(/Omar|Roubaix/u);
    expect(await facts('moderation', '--as', 'Rachida')).toMatchObject({
      moderation: [{ proposal: 'P-0002', did: 'moderate' }],
    });
  });
});
