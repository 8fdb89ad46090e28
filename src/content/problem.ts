/** What is wrong in a consultation's content, where, and what was expected there. */
import { type ProblemCode, TITLES } from './problem-titles.ts';

/** A phrase for the content's author, in the two languages of the interface. */
export interface Said {
  readonly fr: string;
  readonly en: string;
}

export interface Problem {
  /** A warning is shown and blocks nothing. */
  readonly severity: 'error' | 'warning';
  readonly code: ProblemCode;
  readonly file: string;
  /** 1-based; UTF-16 columns. */
  readonly line: number;
  readonly column: number;
  /** `axes[2].themes[0].label`; empty for the whole file. */
  readonly path: string;
  readonly found: Said | null;
  readonly expected: Said | null;
  readonly nearest: string | null;
}

export const same = (text: string): Said => ({ fr: text, en: text });

/** The sentence of a problem, without its place. */
export function describe(problem: Problem, lang: 'fr' | 'en'): string {
  const { path, found, expected, nearest } = problem;
  const title = TITLES[problem.code][lang];
  const where = path === '' ? '' : lang === 'fr' ? `${path} : ` : `${path}: `;
  const parts = [where + title];
  if (found) parts.push(lang === 'fr' ? ` ; trouvé : ${found.fr}` : `; found: ${found.en}`);
  if (expected) parts.push(lang === 'fr' ? ` ; attendu : ${expected.fr}` : `; expected: ${expected.en}`);
  parts.push('.');
  if (nearest !== null)
    parts.push(lang === 'fr' ? ` Vouliez-vous dire « ${nearest} » ?` : ` Did you mean "${nearest}"?`);
  return parts.join('');
}

/** `file:line:column  sentence`, as editors and terminals link it. */
export function format(problem: Problem, lang: 'fr' | 'en' = 'fr'): string {
  const kind = problem.severity === 'error' ? '' : lang === 'fr' ? 'avertissement : ' : 'warning: ';
  return `${problem.file}:${problem.line}:${problem.column}  ${kind}${describe(problem, lang)}`;
}

export const byPlace = (a: Problem, b: Problem): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
