/** `tour check [FOLDER]`: is this consultation ready to be loaded, and the chat it is on? */
import { isAbsolute, join } from 'node:path';
import { loadFolder } from '../content/load-folder.ts';
import { format, type Problem } from '../content/problem.ts';
import type { Consultation } from '../core/consultation/model.ts';
import { inLang } from '../core/consultation/text.ts';
import type { MailReport } from './check-mail.ts';
import type { MatrixReport } from './check-matrix.ts';
import type { SlackReport } from './check-slack.ts';
import { type Output, tame } from './terminal.ts';

/**
 * Prints every problem as `file:line:column  sentence`, then a summary. 0 when the consultation can be loaded (there
 * may be warnings) and `slack`, `matrix` and `mail`, when given, are well; 1 when not, 2 when there is no such folder. With `json`, one object
 * with numbers and problems.
 */
export async function check(
  folder: string,
  out: Output,
  options: {
    readonly json: boolean;
    readonly lang?: 'fr' | 'en';
    readonly slack?: SlackReport | null;
    readonly mail?: MailReport | null;
    readonly matrix?: MatrixReport | null;
  },
): Promise<0 | 1 | 2> {
  const { lang = 'fr', slack = null, mail = null, matrix = null } = options;
  const around = [slack, mail, matrix].filter((report) => report !== null);
  const isWell = around.every(({ ok }) => ok);
  const loaded = await loadFolder(folder);
  const found = loaded.ok ? loaded.warnings : loaded.problems;
  const missing = found.some((problem) => problem.code === 'missing-folder');
  const problems = missing ? found : found.map((problem) => inFolder(problem, folder));
  if (options.json) {
    const summary = loaded.ok
      ? { ...counts(loaded.consultation), version: loaded.consultation.version }
      : null;
    const well = loaded.ok && isWell;
    const beside = slack === null ? {} : { slack: { ok: slack.ok, workspaces: slack.workspaces } };
    const letters = mail === null ? {} : { mail: { ok: mail.ok } };
    const account = matrix === null ? {} : { matrix: { ok: matrix.ok } };
    out.print(JSON.stringify({ ok: well, problems, summary, ...beside, ...letters, ...account }, null, 2));
  } else {
    if (missing) out.error(nowhere(folder, lang));
    else for (const problem of problems) out.error(tame(format(problem, lang)));
    if (loaded.ok) out.print(summaryOf(loaded.consultation, lang));
    else if (!missing) out.error(verdict(problems, lang));
    for (const { ok, lines } of around) for (const line of lines) (ok ? out.print : out.error)(line);
  }
  if (!loaded.ok) return missing ? 2 : 1;
  return isWell ? 0 : 1;
}

const nowhere = (folder: string, lang: 'fr' | 'en'): string =>
  lang === 'en'
    ? `There is no folder ${folder}. "npx tour check" wants that of a consultation, for instance prompts/mel-ess-2015-2020.`
    : `Il n’y a pas de dossier ${folder}. « npx tour check » attend celui d’une consultation, par exemple prompts/mel-ess-2015-2020.`;

const inFolder = (problem: Problem, folder: string): Problem =>
  isAbsolute(problem.file) ? problem : { ...problem, file: join(folder, problem.file) };

function counts(consultation: Consultation) {
  const { axes, colleges, rounds, taxonomy, plan } = consultation;
  return {
    axes: axes.length,
    themes: axes.reduce((sum, axis) => sum + axis.themes.length, 0),
    colleges: colleges.length,
    rounds: rounds.length,
    prompts: rounds.reduce((sum, round) => sum + round.prompts.length, 0),
    territories: taxonomy.territories.length,
    actions: plan.actions.length,
  };
}

function summaryOf(consultation: Consultation, lang: 'fr' | 'en'): string {
  const title = inLang(consultation.title, lang, consultation.languages);
  const n = counts(consultation);
  const version = consultation.version.slice(0, 12);
  if (lang === 'en')
    return `${title}. Axes: ${n.axes}, themes: ${n.themes}, colleges: ${n.colleges}, rounds: ${n.rounds}, prompts: ${n.prompts}, territories: ${n.territories}, actions: ${n.actions}. Version ${version}. Ready.`;
  return `${title}. Axes : ${n.axes}, thèmes : ${n.themes}, collèges : ${n.colleges}, tours : ${n.rounds}, questions : ${n.prompts}, territoires : ${n.territories}, actions : ${n.actions}. Version ${version}. Tout est en ordre.`;
}

function verdict(problems: readonly Problem[], lang: 'fr' | 'en'): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  if (lang === 'fr')
    return errors === 1
      ? '1 erreur : la consultation ne peut pas être chargée.'
      : `${errors} erreurs : la consultation ne peut pas être chargée.`;
  return errors === 1
    ? '1 error: the consultation cannot be loaded.'
    : `${errors} errors: the consultation cannot be loaded.`;
}
