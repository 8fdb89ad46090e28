/** `tour proposals export DIR`: an internal document, with a dictionary of its columns. */
import { exportProposals } from '../app/proposal/export-proposals.ts';
import { type AsOptions, asSomebody } from './as-somebody.ts';
import { type Context, result, unlessRefused } from './context.ts';
import type { ExitCode } from './terminal.ts';
import { listFiles, writeFiles } from './write-files.ts';

export const FORMATS = ['csv', 'json', 'xlsx'] as const;
type Format = (typeof FORMATS)[number];

/** All formats unless some are named. */
export async function proposalsExport(
  context: Context,
  dir: string,
  options: AsOptions & { readonly format?: readonly Format[] },
): Promise<ExitCode> {
  const rows = await asSomebody(context, options, 'documents.export', async (scene) =>
    unlessRefused(context, await exportProposals(scene)),
  );
  const wanted = new Set<Format>(options.format ?? FORMATS);
  const texts = Object.entries(context.proposalFiles(rows)).filter(([name]) => {
    const format = name.endsWith('.json') ? 'json' : 'csv';
    return wanted.has(format);
  });
  const files = await writeFiles(context, dir, {
    ...Object.fromEntries(texts),
    ...(wanted.has('xlsx') && { 'proposals.xlsx': await context.proposalsWorkbook(rows) }),
  });
  return result(context, { proposals: rows.length, files }, () => listFiles(context, files));
}
