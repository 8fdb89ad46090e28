import type { Grammar, Options } from '../grammar.ts';
import { openDataExport } from '../open-data/export.ts';
import { verify } from '../open-data/verify.ts';

export function openDataCommands({
  program,
  group,
  command,
  acted,
  tr,
  inCore,
  settle,
  shell,
}: Grammar): void {
  const data = group('open-data', 'les données ouvertes', 'the open data');
  acted(
    command(
      data,
      'export',
      'écrit celles de la synthèse signée et de la restitution',
      'writes those of the signed synthesis and of what was answered',
    ),
  )
    .argument(
      '<DIR>',
      tr('où écrire : un dossier, ou un fichier .zip', 'where to write: a folder, or a .zip file'),
    )
    .option(
      '--xlsx <FILE>',
      tr('écrit aussi les tableaux dans un classeur', 'also writes the tables as a workbook'),
    )
    .action((dir: string, options: Options<Parameters<typeof openDataExport>[2]>) =>
      inCore(options, (context) => openDataExport(context, dir, options)),
    );
  command(
    program,
    'verify',
    'relit des données ouvertes et refait chaque chiffre, sans la base',
    'reads open data and computes every figure again, without the database',
  )
    .argument(
      '<DIR|FILE>',
      tr(
        'leur dossier, ou un de ses fichiers (restitution.json)',
        'their folder, or a file of it (restitution.json)',
      ),
    )
    .option(
      '--hash <SHA256>',
      tr('l’empreinte publiée, à comparer', 'the hash that was published, to compare'),
    )
    .action(async (given: string, options: Options<{ readonly hash?: string }>) => {
      const { out, lang } = shell;
      settle(
        await verify({ out, lang, json: options.json ?? false }, shell.path(given), options.hash ?? null),
      );
    });
}
