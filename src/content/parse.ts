/** The files of a consultation → a Consultation, or everything that is wrong with them at once. */
import type * as z from 'zod';
import type { Consultation } from '../core/consultation/model.ts';
import { assemble } from './assemble.ts';
import { checkDates } from './checks/dates.ts';
import { checkKeys } from './checks/keys.ts';
import { checkLanguages } from './checks/languages.ts';
import { checkReferences } from './checks/references.ts';
import { checkRound } from './checks/rounds.ts';
import { checkSequences } from './checks/sequences.ts';
import type { Sources } from './checks/sources.ts';
import { checkTaxonomy } from './checks/taxonomy.ts';
import { SCHEMAS } from './editor-schemas.ts';
import { nearest } from './nearest.ts';
import { byPlace, type Problem, type Said } from './problem.ts';
import { makeReport } from './report.ts';
import { ConsultationShape } from './shape/consultation.ts';
import { PlanShape } from './shape/plan.ts';
import { RoundShape } from './shape/round.ts';
import { reportShape } from './shape-problems.ts';
import { readSource, type Source } from './source.ts';

export type Loaded =
  | { readonly ok: true; readonly consultation: Consultation; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const ROUND = /^rounds\/[^/]+\.yaml$/;

/** `files`: text by path from the consultation's folder, with `/`: `consultation.yaml`, `rounds/…`, `plan.yaml`. */
export function parse(files: Readonly<Record<string, string>>): Loaded {
  const problems: Problem[] = [];
  const report = makeReport(problems);
  const read = (file: string): Source | null => {
    const text = Object.hasOwn(files, file) ? files[file] : undefined;
    if (text === undefined) return null;
    const { source, problems: faults } = readSource(file, text);
    problems.push(...faults);
    return source;
  };
  const names = Object.keys(files).sort();
  problems.push(...missingAndIgnored(names));
  const sources: Sources = {
    consultation: read('consultation.yaml'),
    rounds: names.filter((name) => ROUND.test(name)).flatMap((name) => read(name) ?? []),
    plan: read('plan.yaml'),
  };

  const shaped = <T>(source: Source | null, shape: z.ZodType<T>, kind: keyof typeof SCHEMAS): T | null => {
    if (!source) return null;
    const result = shape.safeParse(source.value);
    if (!result.success) reportShape(result.error.issues, source, SCHEMAS[kind], report);
    return result.success ? result.data : null;
  };
  const consultation = shaped(sources.consultation, ConsultationShape, 'consultation');
  const rounds = sources.rounds.flatMap((source) => shaped(source, RoundShape, 'round') ?? []);
  const plan = shaped(sources.plan, PlanShape, 'plan');

  checkReferences(sources, report);
  checkKeys(sources, report);
  checkLanguages(sources, report);
  checkDates(sources, report);
  for (const round of sources.rounds) {
    checkRound(round, report);
    checkSequences(round, report);
  }
  if (sources.consultation) checkTaxonomy(sources.consultation, report);

  problems.sort(byPlace);
  if (consultation && problems.every((problem) => problem.severity === 'warning'))
    return { ok: true, consultation: assemble(consultation, rounds, plan), warnings: problems };
  return { ok: false, problems };
}

function missingAndIgnored(names: readonly string[]): Problem[] {
  const ignored = names
    .filter((name) => name !== 'consultation.yaml' && name !== 'plan.yaml' && !ROUND.test(name))
    .map((name): Problem => {
      const close = nearest(name, ['consultation.yaml', 'plan.yaml', name.replace(/\.yml$/, '.yaml')]);
      return { ...problemOf(name, 'ignored-file', LAYOUT), severity: 'warning', nearest: close };
    });
  if (names.includes('consultation.yaml')) return ignored;
  return [problemOf('consultation.yaml', 'missing-file', LAYOUT), ...ignored];
}

const LAYOUT: Said = {
  fr: 'consultation.yaml, rounds/*.yaml et plan.yaml',
  en: 'consultation.yaml, rounds/*.yaml and plan.yaml',
};

/** A problem of a whole file. */
export const problemOf = (file: string, code: Problem['code'], expected: Said): Problem => ({
  severity: 'error',
  code,
  file,
  line: 1,
  column: 1,
  path: '',
  found: null,
  expected,
  nearest: null,
});
