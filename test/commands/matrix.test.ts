/** `tour matrix` and `tour check`: what the operator who sets up Matrix is told. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeVolume } from '../../adapters/matrix/store/volume.ts';
import { run } from '../../src/commands/program.ts';
import type { Shell } from '../../src/commands/shell.ts';
import { matrixDesk } from '../../src/compose/matrix.ts';
import type { MatrixSettings } from '../../src/config.ts';
import { maintenance } from '../../src/store/maintenance.ts';
import { RECOVERY_KEY, STORE_KEY } from '../adapters/matrix/bot.ts';
import { hasPython } from '../adapters/matrix/python.ts';
import { type SharedSynapse, sharedSynapse } from '../adapters/matrix/shared.ts';
import type { Account } from '../adapters/matrix/synapse.ts';
import { ROOT } from '../generated.ts';
import { captured } from './shell.ts';

async function tour(
  words: readonly string[],
  matrix: MatrixSettings | null,
  { lang = 'fr', dataDir = '' }: { lang?: Shell['lang']; dataDir?: string } = {},
) {
  const { out, said } = captured();
  const exit = await run(words, {
    lang,
    out,
    matrix: matrix === null ? null : async () => matrixDesk(matrix, { lang, dataDir }),
    open: () => Promise.reject(new Error('no database is needed')),
    account: 'operator',
    clock: { now: Date.now },
    database: { databaseUrl: null, dataDir },
    maintenance: async () => maintenance,
    path: (given) => given,
    folder: 'prompts/mel-ess-2015-2020',
    beside: async () => null,
  });
  return { exit, ...said() };
}

const NOWHERE: MatrixSettings = {
  homeserver: 'http://127.0.0.1:1',
  user: '@tour:exemple.fr',
  password: 'secret',
  token: null,
  registrationToken: null,
  storeKey: null,
  recoveryKey: null,
  inviters: [],
};

describe('tour matrix, before there is an account', () => {
  test('says that there is no Matrix in the settings', async () => {
    const said = await tour(['matrix', 'setup'], null);
    expect(said).toMatchObject({ exit: 1, out: '' });
    expect(said.err).toContain('MATRIX_HOMESERVER');
  });

  test('makes the secrets that are missing, others each time, and says where they go', async () => {
    const first = await tour(['matrix', 'setup'], NOWHERE);
    expect(first.exit).toBe(1);
    expect(first.out).toMatch(/^MATRIX_STORE_KEY="[\w-]{43}"$/mu);
    expect(first.out).toMatch(/^MATRIX_RECOVERY_KEY="Es\w\w(?: \w{4}){11}"$/mu);
    expect(first.out).toContain('Puis, à nouveau : npx tour matrix setup');
    expect((await tour(['matrix', 'setup'], NOWHERE)).out).not.toBe(first.out);
    const only = await tour(['matrix', 'setup', '--json'], { ...NOWHERE, storeKey: 'x'.repeat(32) });
    expect(Object.keys((JSON.parse(only.out) as { made: object }).made)).toEqual(['MATRIX_RECOVERY_KEY']);
  });

  test('says what is missing, or that nobody answers there', async () => {
    const missing = await tour(['check'], NOWHERE);
    expect(missing).toMatchObject({ exit: 1 });
    expect(missing.err).toContain('il manque MATRIX_STORE_KEY, MATRIX_RECOVERY_KEY');
    const silent = await tour(['check'], { ...NOWHERE, storeKey: 'x'.repeat(32), recoveryKey: 'EsT' });
    expect(silent.exit).toBe(1);
    expect(silent.err).toContain('no answer');
    expect(silent.err).not.toContain('secret');
  });
});

describe.skipIf(!hasPython)('tour matrix, on a homeserver', () => {
  let synapse: SharedSynapse;
  let account: Account;
  let dataDir: string;
  beforeAll(async () => {
    synapse = await sharedSynapse();
    account = await synapse.register();
    dataDir = mkdtempSync(join(tmpdir(), 'tour-matrix-'));
  }, 10 * 60_000);
  afterAll(async () => {
    rmSync(dataDir, { recursive: true, force: true });
  });
  const KEY = /^MATRIX_(\w+)_KEY="(.+)"$/gmu;
  const own = (over: Partial<MatrixSettings> = {}): MatrixSettings => ({
    ...NOWHERE,
    homeserver: synapse.url,
    user: account.userId,
    password: account.password,
    ...over,
  });

  test('connects the account with the secrets it proposed, restores a lost device, replaces a lost identity', async () => {
    const proposed = (await tour(['matrix', 'setup'], own())).out;
    const keys = Object.fromEntries([...proposed.matchAll(KEY)].map(([, name, value]) => [name!, value!]));
    const settings = own({ storeKey: keys.STORE!, recoveryKey: keys.RECOVERY! });
    const ready = await tour(['matrix', 'setup'], settings, { dataDir });
    expect(ready).toMatchObject({ exit: 0, err: '' });
    expect(ready.out).toContain(`Relié en tant que ${account.userId}`);
    expect(ready.out).toContain('signé par le compte');
    expect(ready.out).toContain('ouvre le coffre');
    expect((await tour(['check'], settings, { dataDir })).out).toContain('Matrix : le serveur répond.');

    rmSync(join(dataDir, 'matrix'), { recursive: true });
    const lost = await tour(['matrix', 'setup'], { ...settings, recoveryKey: null }, { dataDir });
    expect(lost.out).toContain('MATRIX_RECOVERY_KEY=');
    const other = /MATRIX_RECOVERY_KEY="(.+)"/u.exec(lost.out)![1]!;
    const refused = await tour(['matrix', 'recover'], { ...settings, recoveryKey: other }, { dataDir });
    expect(refused).toMatchObject({ exit: 1, out: '' });
    expect(refused.err).toContain('n’ouvre pas leur coffre');
    const restored = await tour(['matrix', 'recover', '--json'], settings, { dataDir });
    expect(restored.exit).toBe(0);
    expect(JSON.parse(restored.out)).toMatchObject({ signed: true, recoverable: true });

    rmSync(join(dataDir, 'matrix'), { recursive: true });
    const anew = { ...settings, recoveryKey: other };
    const replaced = await tour(['matrix', 'recover', '--new-identity'], anew, { dataDir });
    expect(replaced).toMatchObject({ exit: 0, err: '' });
  });

  test('ends once it has said so', async () => {
    const other = await synapse.register();
    const child = spawn(process.execPath, ['src/cli.ts', 'matrix', 'setup'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env.PATH,
        DATA_DIR: mkdtempSync(join(dataDir, 'ends-')),
        MATRIX_HOMESERVER: synapse.url,
        MATRIX_USER: other.userId,
        MATRIX_PASSWORD: other.password,
        MATRIX_STORE_KEY: STORE_KEY,
        MATRIX_RECOVERY_KEY: RECOVERY_KEY,
      },
    });
    let said = '';
    child.stdout.on('data', (piece) => {
      said += piece;
    });
    const [code] = await once(child, 'close');
    expect(said).toContain(`Relié en tant que ${other.userId}`);
    expect(code).toBe(0);
    // By itself it would take 110 s more.
  }, 100_000);

  test('leaves the account alone while the bot has it', async () => {
    const settings = own({ storeKey: 'x'.repeat(32), recoveryKey: 'EsT' });
    const volume = takeVolume(join(dataDir, 'matrix'))!;
    const said = await tour(['matrix', 'setup'], settings, { dataDir, lang: 'en' });
    expect(said).toMatchObject({ exit: 1, out: '' });
    expect(said.err).toContain('stop it first');
    const status = await tour(['matrix', 'status'], settings, { dataDir });
    expect(status.exit).toBe(0);
    expect(status.out).toContain('Le robot tourne, et tient le compte.');
    volume.close();
  });
});
