/** `tour consultation load FOLDER` and `tour consultation list`. */

import { inLang } from '../core/consultation/text.ts';
import { contentOf, putInForce } from './consultation-named.ts';
import { type Context, result, say } from './context.ts';
import type { ExitCode } from './terminal.ts';
import { table } from './terminal.ts';

export async function consultationLoad(context: Context, folder: string): Promise<ExitCode> {
  const content = await contentOf(context, folder);
  const { was } = await context.store.transaction((tx) => putInForce(context, tx, content));
  const { key, version } = content;
  const short = version.slice(0, 12);
  return result(context, { consultation: key, version, was }, () => [
    was === 'the-same'
      ? say(
          context,
          `« ${key} » est déjà en vigueur (version ${short}).`,
          `"${key}" is in force already (version ${short}).`,
        )
      : say(
          context,
          `« ${key} » est en vigueur (version ${short}). Ensuite : « npx tour people add NOM --role staff ».`,
          `"${key}" is in force (version ${short}). Next: "npx tour people add NAME --role staff".`,
        ),
  ]);
}

export async function consultationList(context: Context): Promise<ExitCode> {
  const all = await context.store.transaction((tx) => tx.consultations.all());
  const rows = all.map(({ content }) => ({
    key: content.key,
    title: inLang(content.title, context.lang, content.languages),
    version: content.version,
  }));
  return result(context, { consultations: rows }, () =>
    rows.length === 0
      ? [
          say(
            context,
            'Aucune consultation. « npx tour consultation load DOSSIER » en charge une.',
            'No consultation. "npx tour consultation load FOLDER" loads one.',
          ),
        ]
      : table(
          [say(context, 'clé', 'key'), 'version', say(context, 'titre', 'title')],
          rows.map(({ key, version, title }) => [key, version.slice(0, 12), title]),
          context.out.colour,
        ),
  );
}
