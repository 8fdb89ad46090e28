/** `tour report draft | sign | publish | export`: the annual report of the plan. */
import { draftReport } from '../app/report/draft-report.ts';
import { publishReport } from '../app/report/publish-report.ts';
import { ofReports, showReport } from '../app/report/show-report.ts';
import { signSynthesis } from '../app/synthesis/sign-synthesis.ts';
import { keepWords } from '../app/words/keep-words.ts';
import { countOf } from '../core/gate/gate.ts';
import { type AsOptions, asSomebody } from './as-somebody.ts';
import { type Context, result, Stop, say, unlessRefused } from './context.ts';
import type { ExitCode } from './terminal.ts';
import { listFiles, writeFiles } from './write-files.ts';

export async function reportDraft(context: Context, given: string, options: AsOptions): Promise<ExitCode> {
  if (!/^\d{4}$/u.test(given))
    throw new Stop(2, 'no-year', say(context, 'Une année est attendue : 2016.', 'A year is expected: 2016.'));
  const row = await asSomebody(context, options, 'report.draft', async (scene) =>
    unlessRefused(context, await draftReport(scene, Number(given))),
  );
  const lines = row.body.axes.reduce((sum, axis) => sum + axis.lines.length, 0);
  return result(context, { number: row.number, year: Number(given), lines }, () => [
    say(
      context,
      `Bilan n° ${row.number} : brouillon de ${lines} lignes. « npx tour report export DOSSIER » l’écrit ; dans une discussion, « bilan » le montre et l’édite.`,
      `Report no. ${row.number}: a draft of ${lines} lines. "npx tour report export DIR" writes it; in chat, "annual report" shows it, for edits.`,
    ),
  ]);
}

export async function reportSign(context: Context, options: AsOptions): Promise<ExitCode> {
  const row = await asSomebody(context, options, 'synthesis.sign', async (scene) => {
    if ((await scene.tx.reports.latest(scene.consultation.id)) === null)
      unlessRefused(context, { refused: true, code: 'no-report', details: {} });
    return unlessRefused(context, await signSynthesis({ ...scene, tx: ofReports(scene.tx) }, context.sha256));
  });
  return result(context, { number: row.number, hash: row.hash }, () => [
    say(
      context,
      `Bilan n° ${row.number} signé : ${row.hash}. « npx tour report publish » l’annonce.`,
      `Report no. ${row.number} is signed: ${row.hash}. "npx tour report publish" announces it.`,
    ),
  ]);
}

export async function reportPublish(
  context: Context,
  options: AsOptions & { readonly override?: string },
): Promise<ExitCode> {
  const done = await asSomebody(context, options, 'report.publish', async (scene) => {
    const reason = options.override?.trim() ? await keepWords(scene, options.override.trim()) : null;
    const published = unlessRefused(context, await publishReport(scene, reason));
    await context.announce.report(scene, published);
    return published;
  });
  const { override } = done.passage;
  const data = {
    number: done.row.number,
    told: done.told.length,
    owed: override === null ? null : countOf(override.debt),
  };
  return result(context, data, () => [
    say(
      context,
      `Bilan n° ${data.number} publié, et annoncé à ${data.told} personnes dont il cite les mots.`,
      `Report no. ${data.number} is published, and ${data.told} people whose words it cites are told.`,
    ),
  ]);
}

export async function reportExport(context: Context, dir: string, options: AsOptions): Promise<ExitCode> {
  const report = await asSomebody(context, options, 'report.show', async (scene) =>
    unlessRefused(context, await showReport(scene, null)),
  );
  const files = await writeFiles(context, dir, await context.reportFiles(report));
  return result(context, { number: report.document.number, year: report.facts.year, files }, () =>
    listFiles(context, files),
  );
}
