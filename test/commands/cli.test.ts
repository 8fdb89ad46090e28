import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'tour-cli-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function npx(...words: readonly string[]) {
  const env = {
    ...process.env,
    DATA_DIR: join(home, 'data'),
    DATABASE_URL: '',
    INTERFACE_LANG: 'fr',
    npm_config_cache: join(home, 'npm'),
    npm_config_offline: 'true',
  };
  return spawnSync('npx', ['tour', ...words], { cwd: root, env, encoding: 'utf8' });
}

test('npx tour runs the command line of this checkout, with Node 24, on an empty machine', () => {
  const checked = npx('check', 'prompts/mel-ess-2015-2020');
  expect(checked.stderr.replaceAll(/^npm warn.*\n/gmu, '')).toBe('');
  expect(checked).toMatchObject({ status: 0, stdout: expect.stringContaining('Tout est en ordre.') });
  const loaded = npx('consultation', 'load', 'prompts/mel-ess-2015-2020');
  expect(loaded).toMatchObject({ status: 0, stdout: expect.stringContaining('est en vigueur') });
  const wrong = npx('consultations');
  expect(wrong).toMatchObject({ status: 2, stdout: '' });
  expect(wrong.stderr).toContain('« consultations » n’est pas une commande');
});

test('a wrong setting is said before anything is opened', () => {
  const env = { ...process.env, DATABASE_URL: 'mysql://somewhere' };
  const { status, stderr } = spawnSync(process.execPath, ['src/cli.ts', 'events'], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toContain('DATABASE_URL');
  expect(stderr).not.toContain('somewhere');
});
