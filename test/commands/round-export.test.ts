/** A round written in chat becomes a file of the folder, which is checked and loaded like any other. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCore } from '../../src/compose/open-core.ts';
import { loadFolder } from '../../src/content/load-folder.ts';
import { storyDatabases } from '../databases.ts';
import { LILLE, openStage, type Stage } from '../journeys/stage.ts';
import { tell } from '../journeys/story.ts';
import { type CommandLine, tourOn } from './shell.ts';

describe.each(storyDatabases())('a round written in chat, on $name', ({ open }) => {
  const dir = mkdtempSync(join(tmpdir(), 'tour-export-'));
  let stage: Stage;
  let tour: CommandLine['tour'];
  beforeAll(async () => {
    const database = await open();
    stage = await openStage(database, { world: LILLE, stories: 1, dataDir: dir });
    tour = tourOn(await openCore({ databaseUrl: null, dataDir: dir }, database), {
      lang: 'fr',
      dir,
      clock: stage.clock,
    });
    await tell(
      stage,
      `
      Rachida: ouvrir un tour
      Bot: Quel tour voulez-vous ouvrir ?
      Rachida: nouveau
      Bot: Comment s'appelle ce tour
      Rachida: Des locaux : où, "comment" & pour qui
      Bot: Et en anglais ?
      Rachida: Premises
      Bot: Sur quels axes ?
      Rachida: 1
      Bot: Qu'est-ce qui reste ouvert
      Rachida: # tout, sauf le prix
      Bot: Et en anglais ?
      Rachida: passe
      Bot: Et qu'est-ce qui est déjà décidé
      Rachida: oui
      Bot: Que faut-il avoir lu avant de répondre ?
      Rachida: La carte : https://example.org/friches
      Bot: Axe 1, créer et financer : quelle question poser ?
      Rachida: - Quel local vous manque ?
      Bot: Et en anglais
      Rachida: Which premises do you lack?
      Bot: Qui inviter ?
      Rachida: tous
      Bot: Jusqu'à quand ?
      Rachida: dans 5 semaines
      Bot: Combien de jours après l'invitation relancer
      Rachida: 10 et 20
      Bot: Combien de minutes
      Rachida: 4
      Bot: On envoie ?
      Rachida: envoyer
      Bot: C'est ouvert
    `,
    );
  }, 120_000);
  afterAll(async () => {
    await stage.close();
    rmSync(dir, { recursive: true, force: true });
  });
  const KEY = 'des-locaux-ou-comment-pour-qui';

  test('is checked, loaded, and says the same when it is written again', async () => {
    const folder = join(dir, 'folder');
    cpSync(stage.world.folder, folder, { recursive: true });
    const file = join(folder, 'rounds', `${KEY}.yaml`);
    const written = await tour('round', 'export', KEY, '--out', file, '--as', 'Rachida');
    expect(written).toMatchObject({ exit: 0, err: '' });
    expect(written.out).toContain('À traduire (en)');
    expect(written.out).toContain('Relances après 10, 20 jour(s)');
    const loaded = await loadFolder(folder);
    expect(loaded.ok ? loaded.warnings : loaded.problems).toEqual([]);
    const round = loaded.ok && loaded.consultation.rounds.find(({ key }) => key === KEY);
    expect(round).toMatchObject({
      title: { fr: expect.stringContaining('où, "comment" & pour qui'), en: 'Premises' },
      open: { fr: '# tout, sauf le prix', en: '# tout, sauf le prix' },
      axes: ['1'],
      minutes: 4,
      background: [{ url: 'https://example.org/friches' }],
      prompts: [{ axis: '1', text: { fr: 'Quel local vous manque ?', en: 'Which premises do you lack?' } }],
    });
    expect((await tour('check', folder)).out).toContain('Tout est en ordre.');
    // In force from the folder, in a consultation where nobody wrote it in chat.
    expect(await tour('consultation', 'load', folder)).toMatchObject({ exit: 0 });
    const again = await tour('round', 'export', KEY, '--as', 'Rachida');
    expect(`${again.out}\n`).toBe(readFileSync(file, 'utf8'));
  });

  test('so are the rounds of the folder, workshops too', async () => {
    const folder = join(dir, 'again');
    cpSync(stage.world.folder, folder, { recursive: true });
    const { content } = stage;
    for (const { key } of content.rounds)
      expect(
        await tour('round', 'export', key, '--out', join(folder, 'rounds', `${key}.yaml`), '--as', 'Rachida'),
      ).toMatchObject({ exit: 0 });
    const loaded = await loadFolder(folder);
    expect(loaded.ok && loaded.consultation.rounds).toEqual(content.rounds);
  });

  test('an unknown key, and somebody who may not', async () => {
    expect(await tour('round', 'export', 'nope', '--as', 'Rachida')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('pas de tour « nope »'),
    });
    const said = await tour('round', 'export', KEY, '--as', 'Rachida', '--json');
    expect(JSON.parse(said.out)).toMatchObject({
      ok: true,
      round: KEY,
      notes: [expect.any(String), expect.any(String)],
    });
  });
});
