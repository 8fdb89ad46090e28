/** The parameters of the tagger are chosen on training parts: what a test part holds changes nothing. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CHOSEN, type Tuning } from '../../src/analysis/learning/tuning.ts';
import { compared, TRIED } from './tagging/choose.ts';

const SAID = {
  'Démocratie et citoyenneté': [
    'le vote blanc',
    'des élus tirés au sort',
    'un référendum par an',
    'le vote obligatoire',
  ],
  'Transition écologique': [
    'des trains de nuit',
    'isoler les écoles',
    'moins de plastique',
    'taxer le kérosène',
  ],
};
const NAME = 'mel-grand-debat-comments';

/** A set of our own, as the real ones are laid out, with one text in its test part. */
function laidOut(inTest: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tour-choose-'));
  const rows = Object.entries(SAID).flatMap(([label, texts]) => texts.map((text) => ({ text, label })));
  const all = [...rows, { text: inTest, label: 'Transition écologique' }].map((row, k) => ({
    ...row,
    id: `t${k}`,
  }));
  mkdirSync(join(folder, 'splits'));
  writeFileSync(join(folder, `${NAME}.jsonl`), all.map((row) => JSON.stringify(row)).join('\n'));
  writeFileSync(join(folder, 'splits', `${NAME}.json`), JSON.stringify({ test_ids: [all.at(-1)!.id] }));
  return folder;
}

test('each parameter is tried at what stands, and elsewhere', () => {
  const tried = { ...TRIED.learning, ...TRIED.mixing };
  expect(Object.keys(tried).sort()).toEqual(Object.keys(CHOSEN).sort());
  for (const [parameter, values] of Object.entries(tried)) {
    expect(values, parameter).toContain(CHOSEN[parameter as keyof Tuning]);
    expect(values.length, parameter).toBeGreaterThan(2);
  }
});

test('what a test part holds is not read, what a training part holds is', async () => {
  const some = { learning: { letters: [0, CHOSEN.letters] }, mixing: { cosine: [0, CHOSEN.cosine] } };
  const folders = [laidOut('le vote blanc aux élections'), laidOut('planter des arbres')];
  try {
    const [one, other] = await Promise.all(folders.map((folder) => compared(folder, some)));
    expect(other).toEqual(one);
    for (const rows of [one!.learning, one!.mixing]) {
      expect(rows.map(({ chosen }) => chosen)).toEqual(['', 'chosen']);
      expect(new Set(rows.map(({ mean }) => mean)).size).toBe(2);
    }
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
});
