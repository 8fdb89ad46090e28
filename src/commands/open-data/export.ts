/** `tour open-data export DIR`. */
import { writeFile } from 'node:fs/promises';
import { SUMS } from '../../core/open-data/manifest.ts';
import type { AsOptions } from '../as-somebody.ts';
import { type Context, result, say } from '../context.ts';
import { gatheredFor } from '../gathered.ts';
import type { ExitCode } from '../terminal.ts';
import { listFiles, type Written, writeFiles } from '../write-files.ts';

export async function openDataExport(
  context: Context,
  dir: string,
  options: AsOptions & { readonly xlsx?: string },
): Promise<ExitCode> {
  const gathered = await gatheredFor(context, options);
  const texts = context.openDataFiles(gathered);
  const hash = context.sha256(texts[SUMS]!);
  const files = [...(await written(context, dir, texts))];
  if (options.xlsx !== undefined)
    files.push(await writeOne(context, options.xlsx, await context.openDataWorkbook(gathered)));
  const { licence } = gathered;
  return result(context, { number: gathered.synthesis.number, hash, licence, files }, () => [
    ...listFiles(context, files),
    say(
      context,
      `Empreinte de l’ensemble : ${hash}. Publiez-la à part : « npx tour verify ${dir} --hash … » dit si rien n’a changé depuis.`,
      `Hash of all: ${hash}. Publish it elsewhere: "npx tour verify ${dir} --hash …" says whether anything changed since.`,
    ),
    licence === null
      ? say(
          context,
          'Aucune licence n’est indiquée : ajoutez « licence: { name: …, url: … } » à consultation.yaml avant de publier.',
          'No licence is given: add "licence: { name: …, url: … }" to consultation.yaml before you publish.',
        )
      : say(context, `Licence : ${licence.name}.`, `Licence: ${licence.name}.`),
  ]);
}

/** A folder of files, or one file of them all. */
const written = async (context: Context, dir: string, texts: Readonly<Record<string, string>>) =>
  dir.endsWith('.zip') ? [await writeOne(context, dir, context.zip(texts))] : writeFiles(context, dir, texts);

async function writeOne(context: Context, file: string, bytes: Uint8Array): Promise<Written> {
  await writeFile(context.path(file), bytes, { mode: 0o600 });
  return { file, bytes: bytes.length };
}
