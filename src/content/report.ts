/** Collects the problems of the files of one consultation. */
import { type Problem, type Said, same } from './problem.ts';
import type { ProblemCode } from './problem-titles.ts';
import type { Path, Place, Source } from './source.ts';

export interface Finding {
  readonly source: Source;
  readonly path: Path;
  readonly code: ProblemCode;
  readonly severity?: 'error' | 'warning';
  /** Where it stands, when that is not the value at `path`. */
  readonly place?: Place;
  readonly found?: Said | null;
  readonly expected?: Said | null;
  readonly nearest?: string | null;
}

export type Report = (finding: Finding) => void;

export function makeReport(problems: Problem[]): Report {
  return ({ source, path, code, severity = 'error', place, found, expected, nearest }) => {
    const { file, line, column } = place ?? source.at(path);
    problems.push({
      severity,
      code,
      file,
      line,
      column,
      path: pathText(path),
      found: found ?? null,
      expected: expected ?? null,
      nearest: nearest ?? null,
    });
  };
}

function pathText(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      return `${index > 0 ? '.' : ''}${String(step).slice(0, 40)}`;
    })
    .join('');
}

export const oneOf = (words: Iterable<string>): Said => {
  const list = [...words];
  const shown = list.slice(0, 15).join(', ');
  const rest = list.length - 15;
  return rest > 0 ? { fr: `${shown} et ${rest} autres`, en: `${shown} and ${rest} more` } : same(shown);
};

/** What stands in a file, short and on one line. */
export function shown(value: unknown): Said {
  if (value === null || value === undefined) return { fr: 'rien', en: 'nothing' };
  if (Array.isArray(value)) return { fr: 'une liste', en: 'a list' };
  if (typeof value === 'object') return { fr: 'un ensemble de clés', en: 'a set of keys' };
  if (typeof value !== 'string') return same(String(value));
  const line = value.replace(/\s+/g, ' ').trim();
  const short = line.length > 60 ? `${line.slice(0, 59)}…` : line;
  return { fr: `« ${short} »`, en: `"${short}"` };
}
