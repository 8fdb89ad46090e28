/** `tour proposals export DIR`: an internal document, with a dictionary of its columns. */
import { exportProposals } from '../app/proposal/export-proposals.ts';
import { acting } from './acting.ts';
import { consultationNamed } from './consultation-named.ts';
import { type Context, result, unlessRefused } from './context.ts';
import type { ExitCode } from './terminal.ts';
import { listFiles, writeFiles } from './write-files.ts';

export async function proposalsExport(
  context: Context,
  dir: string,
  options: { readonly consultation?: string; readonly as?: string },
): Promise<ExitCode> {
  const rows = await context.store.transaction(async (tx) => {
    const consultation = await consultationNamed(context, tx, options.consultation);
    const scene = await acting(context, tx, consultation, { as: options.as, verb: 'documents.export' });
    return unlessRefused(context, await exportProposals(scene));
  });
  const files = await writeFiles(context, dir, context.proposalFiles(rows));
  return result(context, { proposals: rows.length, files }, () => listFiles(context, files));
}
