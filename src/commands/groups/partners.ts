import type { Grammar, Options } from '../grammar.ts';
import { partnersHelp } from '../help.ts';
import { partnersImport } from '../partners/import.ts';

export function partnersCommands({ group, command, acted, tr, inCore }: Grammar): void {
  const partners = group('partners', 'les partenaires consultés', 'the partners who are consulted');
  acted(
    command(
      partners,
      'import',
      'inscrit les partenaires d’un fichier CSV',
      'enrols the partners of a CSV file',
    ),
  )
    .argument('<FILE>', tr('CSV, tel que le tableur l’enregistre', 'CSV, as the spreadsheet saves it'))
    .option(
      '--dry-run',
      tr('dit ce qui serait fait, n’enregistre rien', 'says what would be done, stores nothing'),
    )
    .option(
      '--college <KEY>',
      tr('type d’acteur des lignes qui n’en disent pas', 'type of actor of lines that say none'),
    )
    .option(
      '--slack-workspace <ID>',
      tr(
        'espace (T…) des identifiants Slack qui ne le disent pas',
        'workspace (T…) of Slack ids that don’t say theirs',
      ),
    )
    .addHelpText('after', partnersHelp(tr))
    .action((file: string, options: Options<Parameters<typeof partnersImport>[2]>) =>
      inCore(options, (context) => partnersImport(context, file, options)),
    );
}
