/** Whoever is erased is gone from the disk too: from the files of the database, and from the backup made after. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { backup } from '../../src/store/backup.ts';
import { openEmbedded } from '../../src/store/embedded.ts';
import { LILLE, openStage } from '../journeys/stage.ts';
import { tell } from '../journeys/story.ts';

/** Under a folder, in plain or compressed files. */
const filesHolding = (dir: string, said: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = join(dir, name);
    if (!statSync(file).isFile()) return false;
    const bytes = readFileSync(file);
    return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).includes(said);
  });

test('no file holds the words of somebody erased, nor does the backup made next', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tour-scrub-'));
  const database = await openEmbedded(dir);
  const stage = await openStage(database, { world: LILLE, stories: 1, dataDir: dir });
  try {
    const told = await tell(
      stage,
      `
      Rachida: ouvrir plan-actions
      Bot: On envoie ?
      Rachida: oui
      Bot: invitations
      Bot → Claire: Bonjour Claire
      Claire: oui
      Bot: 1/6 :
      Claire: trop de paperasse pour louer un triporteur
      Bot: Noté
    `,
    );
    await database.pglite.exec('CHECKPOINT');
    expect(filesHolding(join(dir, 'database'), 'louer un triporteur')).not.toEqual([]);
    await tell(
      stage,
      `
      Claire: effacer
      Bot: J'efface tout ?
      Claire: oui
      Bot: au revoir
    `,
      told,
    );
    await expect.poll(() => filesHolding(join(dir, 'database'), 'louer un triporteur')).toEqual([]);
    await backup(database, stage.clock.now());
    expect(filesHolding(dir, 'louer un triporteur')).toEqual([]);
  } finally {
    await stage.close();
    rmSync(dir, { recursive: true, force: true });
  }
});
