/** The addresses people write are text: whatever holds one, nothing here asks for it. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadFolder } from '../../src/content/load-folder.ts';
import { commandLine } from '../commands/shell.ts';
import { journeys } from './harness.ts';
import { LILLE } from './stage.ts';
import { quiet } from './story.ts';

const dir = mkdtempSync(join(tmpdir(), 'tour-addresses-'));
let asked = 0;
let server: Server;
let address = '';
beforeAll(async () => {
  server = createServer((_, response) => response.end('<title>secret</title>'));
  server.on('connection', () => {
    asked += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/latest/meta-data`;
});
afterAll(() => {
  server.close();
  rmSync(dir, { recursive: true, force: true });
});

journeys('an address', { stories: 1 }, (at) => {
  test('in words, in the name of a file, in what the team writes: repeated, never asked for', async () => {
    const { platform } = at.stage;
    await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: un local comme ${address} et des vélos
      Bot: {a}
    `);
    platform.send('claire-1', `voir ${address}`, [
      { name: `${address}.pdf`, content: `%PDF-1.7 ${address}` },
    ]);
    await quiet(at.stage);
    for (const said of ['mes propositions', 'mes données', 'oui']) {
      platform.say('claire-1', said);
      await quiet(at.stage);
    }
    for (const said of ['pièces', 'PJ-1', 'propositions', 'doutes', `clore plan-actions : voir ${address}`]) {
      platform.say('rachida', said);
      await quiet(at.stage);
    }
    platform.say('solene', 'synthèse');
    await platform.waitFor('solene', ({ text }) => text.includes('Brouillon'), { within: 30_000 });
    platform.say('solene', `introduire : lire ${address}`);
    await quiet(at.stage);
    expect(platform.texts('claire-1').join('\n')).toContain(address);
    expect(platform.texts('solene').join('\n')).toContain(address);
    expect(asked).toBe(0);
  });
});

test('in the files of a consultation and of partners: read, kept, never asked for', async () => {
  const folder = join(dir, 'consultation');
  cpSync(LILLE.folder, folder, { recursive: true });
  let written = 0;
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.yaml')) continue;
    const text = readFileSync(join(folder, path), 'utf8');
    const changed = text.replace(/^background:\n {2}- label: (.*)\n/mu, (_, label: string) => {
      written += 1;
      return `background:\n  - label: ${label}\n    url: ${address.replace('http:', 'https:')}\n`;
    });
    writeFileSync(join(folder, path), changed);
  }
  expect(written).toBeGreaterThan(0);
  expect(await loadFolder(folder)).toMatchObject({ ok: true });
  const line = await commandLine('fr');
  try {
    await line.tour('consultation', 'load', folder);
    await line.tour('people', 'add', 'Solène', '--role', 'staff');
    const partners = line.file(
      'partenaires.csv',
      `organisation;nom;collège;e-mail;site\n${address};Claire ${address};partenaires;claire@example.org;${address}\n`,
    );
    expect((await line.tour('partners', 'import', partners, '--as', 'Solène')).err).toBe('');
    const texts = line.file('textes.csv', `id;texte\n1;un local comme ${address} et des vélos\n`);
    const read = await line.tour('proposals', 'import', texts, '--as', 'Solène');
    expect(read.err).toBe('');
    expect((await line.tour('proposals', 'list', '--as', 'Solène')).out).toContain(address);
  } finally {
    await line.close();
  }
  expect(asked).toBe(0);
});
