import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { start as startIn } from './npm-start.ts';

const dir = mkdtempSync(join(tmpdir(), 'tour-start-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const start = (env: Record<string, string> = {}) => startIn(dir, env);

test('npm start, with no settings: links for each part, one at a time, the same people after a restart', async () => {
  const first = start();
  await first.hears('Ctrl+C');
  const links = first.said().match(/http:\S+\/t\/\S+/gu)!;
  expect(links).toHaveLength(4);
  expect(first.said()).toMatch(/partenaire, .* \(fictive\)[\s\S]*animation, [\s\S]*équipe, /u);
  for (const link of links) {
    const gate = await fetch(link);
    expect(gate.status).toBe(200);
    expect(await gate.text()).toContain('Vous êtes bien');
  }
  expect(statSync(join(dir, 'web-secret')).mode & 0o777).toBe(0o600);
  expect(first.said()).not.toContain(readFileSync(join(dir, 'web-secret'), 'utf8').trim());

  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.complained()).toContain(`programme ${first.child.pid}`);

  const before = performance.now();
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(performance.now() - before).toBeLessThan(20_000);

  const third = start({ INTERFACE_LANG: 'en' });
  await third.hears('Ctrl+C');
  const site = /Tour de table: (\S+)/u.exec(third.said())![1]!;
  const old = new URL(links[0]!).pathname;
  expect((await fetch(site + old)).status).toBe(200);
  third.child.kill('SIGINT');
  expect(await third.ended).toBe(0);
});

test('what stops it is said', async () => {
  const wrong = start({ PORT: 'http', PUBLIC_URL: 'example.org', WEB_SECRET: 'short' });
  expect(await wrong.ended).toBe(1);
  for (const name of ['PORT', 'PUBLIC_URL', 'WEB_SECRET']) expect(wrong.complained()).toContain(name);
  expect(wrong.complained()).not.toContain('short');
});
