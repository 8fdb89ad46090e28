/** `tour synthesis compile | show | sign | export DIR`. */

import { compileSynthesis } from '../app/synthesis/compile-synthesis.ts';
import { editSynthesis } from '../app/synthesis/edit-synthesis.ts';
import { showSynthesis } from '../app/synthesis/show-synthesis.ts';
import { signSynthesis } from '../app/synthesis/sign-synthesis.ts';
import type { SynthesisId } from '../core/ids.ts';
import type { SynthesisBody } from '../core/synthesis/model.ts';
import { type Acting, acting } from './acting.ts';
import { consultationNamed } from './consultation-named.ts';
import { type Context, count, result, s, say, unlessRefused } from './context.ts';
import { gatheredFor } from './gathered.ts';
import type { ExitCode } from './terminal.ts';
import { listFiles, writeFiles } from './write-files.ts';

export interface SynthesisOptions {
  readonly consultation?: string;
  readonly as?: string;
}

export async function synthesisCompile(context: Context, options: SynthesisOptions): Promise<ExitCode> {
  const started = performance.now();
  context.out.progress(say(context, 'Rédaction de la synthèse…', 'Drafting the synthesis…'));
  const within = <T>(act: (scene: Acting) => Promise<T>): Promise<T> =>
    context.store.transaction(async (tx) => {
      const consultation = await consultationNamed(context, tx, options.consultation);
      return act(await acting(context, tx, consultation, { as: options.as, verb: 'synthesis.compile' }));
    });
  const drafted = await compileSynthesis(within, context.analysis, context.ids.next<SynthesisId>());
  const row = unlessRefused(context, drafted);
  const seconds = (performance.now() - started) / 1000;
  const axes = row.body.axes.map(figuresOf);
  const { number } = row;
  const unclassified = row.body.unclassified.length;
  return result(context, { number, state: row.state, axes, unclassified, seconds }, () => [
    ...axes.map(({ axis, lines, themes, single, disagreements }) =>
      say(
        context,
        `Axe ${axis} : ${count(context, lines)} ligne${s(lines)} (thèmes : ${count(context, themes)}, voix seules : ${count(context, single)}), désaccords : ${count(context, disagreements)}.`,
        `Axis ${axis}: ${count(context, lines)} lines (themes: ${count(context, themes)}, single voices: ${count(context, single)}), disagreements: ${count(context, disagreements)}.`,
      ),
    ),
    say(
      context,
      `Synthèse n° ${number} rédigée en ${seconds.toFixed(1).replace('.', ',')} s, ${count(context, unclassified)} proposition${s(unclassified)} non classée${s(unclassified)}. Ensuite : « npx tour synthesis show », puis « sign ».`,
      `Synthesis no. ${number} drafted in ${seconds.toFixed(1)} s, ${count(context, unclassified)} proposals unclassified. Next: "npx tour synthesis show", then "sign".`,
    ),
  ]);
}

const figuresOf = (axis: SynthesisBody['axes'][number]) => ({
  axis: axis.axis,
  lines: axis.lines.length,
  themes: axis.themes.length,
  single: axis.singleVoices.length,
  disagreements: axis.disagreements.length,
});

export async function synthesisShow(
  context: Context,
  options: SynthesisOptions & { readonly public?: boolean },
): Promise<ExitCode> {
  const document = await context.store.transaction(async (tx) => {
    const consultation = await consultationNamed(context, tx, options.consultation);
    const scene = await acting(context, tx, consultation, { as: options.as, verb: 'synthesis.show' });
    return unlessRefused(context, await showSynthesis(scene, options.public ? 'public' : 'internal'));
  });
  return result(context, { synthesis: document }, () => [context.asMarkdown(document).trimEnd()]);
}

export async function synthesisSign(
  context: Context,
  options: SynthesisOptions & {
    readonly withoutDisagreement?: readonly string[];
    readonly acceptTitles?: boolean;
    readonly whileOpen?: boolean;
  },
): Promise<ExitCode> {
  const row = await context.store.transaction(async (tx) => {
    const consultation = await consultationNamed(context, tx, options.consultation);
    const scene = await acting(context, tx, consultation, { as: options.as, verb: 'synthesis.sign' });
    for (const axis of options.withoutDisagreement ?? [])
      unlessRefused(context, await editSynthesis(scene, { edit: 'no-disagreement', axis }));
    return unlessRefused(context, await signSynthesis(scene, context.sha256, options));
  });
  return result(context, { number: row.number, hash: row.hash }, () => [
    say(
      context,
      `Synthèse n° ${row.number} signée. Empreinte : ${row.hash}. Ensuite : « npx tour synthesis export DOSSIER ».`,
      `Synthesis no. ${row.number} signed. Hash: ${row.hash}. Next: "npx tour synthesis export DIR".`,
    ),
  ]);
}

export async function synthesisExport(
  context: Context,
  dir: string,
  options: SynthesisOptions & { readonly internal?: boolean },
): Promise<ExitCode> {
  const gathered = await gatheredFor(context, options);
  // Proposals and their words are a staff document: `proposals export` writes those. Public and internal files are never
  // written together: a folder is published whole.
  const published = Object.entries({
    ...context.documentFiles(gathered),
    ...(await context.officeFiles(gathered)),
  }).filter(
    ([name]) => !name.startsWith('proposals') && name.includes('-internal.') === (options.internal ?? false),
  );
  const files = await writeFiles(context, dir, Object.fromEntries(published));
  return result(context, { number: gathered.synthesis.number, files }, () => listFiles(context, files));
}
