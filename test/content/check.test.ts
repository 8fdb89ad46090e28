import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { type Files, FOLDERS, filesOf, rewrite } from './files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'consultation-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Files | Record<string, Uint8Array>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

async function run(path: string, json = false) {
  const printed: string[] = [];
  const errors: string[] = [];
  const out = { print: (line: string) => printed.push(line), error: (line: string) => errors.push(line) };
  const code = await check(path, out, { json });
  return { code, printed, errors };
}

test('a consultation in order: exit 0 and a summary', async () => {
  const { code, printed, errors } = await run(FOLDERS.windhaven);
  expect([code, errors]).toEqual([0, []]);
  expect(printed.join()).toContain('Axes : 4, thèmes : 2, collèges : 3, tours : 3, questions : 6');
});

test('a mistake: exit 1, and a line one can click', async () => {
  write(rewrite(filesOf('windhaven'), 'plan.yaml', 'axis: energie', 'axis: energy'));
  const { code, printed, errors } = await run(folder);
  expect([code, printed]).toEqual([1, []]);
  expect(errors[0]).toBe(
    `${join(folder, 'plan.yaml')}:6:11  actions[0].axis : renvoi vers rien ; trouvé : « energy » ; attendu : energie, water, verkeer, natuur. Vouliez-vous dire « energie » ?`,
  );
  expect(errors.at(-1)).toBe('1 erreur : la consultation ne peut pas être chargée.');
});

test('a key that would be a path, a device or another’s name is refused, and shown without acting', async () => {
  for (const key of ['../../x', 'CON', 'a\\u202etxt.exe', 'a\\e[2J', 'a\\0b']) {
    write(
      rewrite(
        filesOf('windhaven'),
        'consultation.yaml',
        /^key: .*$/mu.exec(filesOf('windhaven')['consultation.yaml']!)![0],
        `key: "${key}"`,
      ),
    );
    const { code, errors } = await run(folder);
    expect([code, errors[0]], key).toEqual([1, expect.stringContaining('une clé en minuscules')]);
    expect(errors.join('')).not.toMatch(/[\p{Cc}\u202e]/u);
  }
});

test('a warning alone blocks nothing: exit 0', async () => {
  write(rewrite(filesOf('windhaven'), 'rounds/maatregelen.yaml', 'to: 2026-05-15', 'to: 2026-04-20'));
  const { code, errors } = await run(folder);
  expect(code).toBe(0);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain(
    'avertissement : to : tour court (C3) ; trouvé : 14 jours ; attendu : 21 jours.',
  );
});

test('no such folder: exit 2', async () => {
  const missing = join(folder, 'nowhere');
  const { code, errors } = await run(missing);
  expect(code).toBe(2);
  expect(errors[0]).toContain(`Il n’y a pas de dossier ${missing}.`);
});

test('a file saved in Latin-1 is named, not garbled', async () => {
  const files = filesOf('windhaven');
  write(files);
  write({ 'plan.yaml': Buffer.from(files['plan.yaml']!.replace('Eilandwerken', 'Café'), 'latin1') });
  const { code, errors } = await run(folder);
  expect(code).toBe(1);
  expect(errors[0]).toContain(`${join(folder, 'plan.yaml')}:1:1  fichier illisible en UTF-8`);
});

test('for programs: one JSON object', async () => {
  const { code, printed } = await run(FOLDERS.mel, true);
  expect(code).toBe(0);
  expect(JSON.parse(printed.join('\n'))).toMatchObject({
    ok: true,
    problems: [],
    summary: { axes: 5, colleges: 4, rounds: 13 },
  });
});
