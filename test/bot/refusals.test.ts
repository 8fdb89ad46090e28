/** Whatever is refused, the person is told why, in French and in English. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../../src/bot/locales/en.ts';
import { fr } from '../../src/bot/locales/fr.ts';
import { refuse } from '../../src/core/refusal.ts';

const SRC = join(import.meta.dirname, '../../src');

const codes = (): string[] => {
  const found = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('generated'))
    .flatMap((path) => [...readFileSync(join(SRC, path), 'utf8').matchAll(/\brefuse\(\s*'([a-z-]+)'/gu)])
    .map(([, code]) => code!);
  return [...new Set(found)].sort();
};

test('every refusal of the program has its sentence in both languages', () => {
  expect(codes().length).toBeGreaterThan(20);
  const speechless = codes().flatMap((code) =>
    [fr, en].flatMap(({ lang, refusals }) => {
      try {
        const sentence = refusals(refuse(code, {}));
        return sentence.length > 0 ? [] : [`${code} (${lang})`];
      } catch {
        return [`${code} (${lang})`];
      }
    }),
  );
  expect(speechless).toEqual([]);
});
