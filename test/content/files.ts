import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from '../../src/content/parse.ts';
import type { Problem } from '../../src/content/problem.ts';
import type { Consultation } from '../../src/core/consultation/model.ts';

export type Files = Record<string, string>;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const FOLDERS = {
  mel: `${ROOT}prompts/mel-ess-2015-2020`,
  windhaven: `${ROOT}test/fixtures/consultations/windhaven`,
  debate: `${ROOT}test/fixtures/consultations/grand-debat`,
} as const;

export function filesOf(name: keyof typeof FOLDERS): Files {
  const names = readdirSync(FOLDERS[name], { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => [file.replaceAll('\\', '/'), readFileSync(`${FOLDERS[name]}/${file}`, 'utf8')]),
  );
}

/** The files with one extract replaced; throws when it is not there exactly once. */
export function rewrite(files: Files, file: string, before: string, after: string): Files {
  const text = files[file] ?? '';
  if (text.split(before).length !== 2) throw new Error(`${file} should hold once: ${before}`);
  return { ...files, [file]: text.replace(before, () => after) };
}

/** Line and column of the first character of `needle`, counted by hand rather than by the YAML parser. */
export function placeOf(files: Files, file: string, needle: string): { line: number; column: number } {
  const text = files[file] ?? '';
  const offset = text.indexOf(needle);
  if (offset < 0 || text.indexOf(needle, offset + 1) >= 0)
    throw new Error(`${file} should hold once: ${needle}`);
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

export function problemsOf(files: Files): readonly Problem[] {
  const loaded = parse(files);
  return loaded.ok ? loaded.warnings : loaded.problems;
}

export function consultationOf(files: Files): Consultation {
  const loaded = parse(files);
  if (!loaded.ok) throw new Error(loaded.problems.map((problem) => problem.code).join(', '));
  return loaded.consultation;
}
