import { Option } from 'commander';
import type { Grammar, Options } from '../grammar.ts';
import { importHelp } from '../help.ts';
import { proposalsExport } from '../proposals-export.ts';
import { proposalsImport } from '../proposals-import.ts';
import { proposalsList } from '../proposals-list.ts';

export function proposalsCommands({ group, command, acted, limited, tr, inCore }: Grammar): void {
  const proposals = group('proposals', 'les propositions', 'the proposals');
  acted(
    command(
      proposals,
      'import',
      'importe des textes, un par ligne (JSONL)',
      'imports texts, one a line (JSONL)',
    ),
  )
    .argument('<FILE>', 'JSONL : {"id", "text", "axis"?, "lang"?, "label"?}')
    .option(
      '--dry-run',
      tr('dit ce qui serait fait, n’enregistre rien', 'says what would be done, stores nothing'),
    )
    .addOption(
      new Option(
        '--attribution <HOW>',
        tr(
          'citer ces textes sans nom (college) ou jamais (none)',
          'quote them without a name (college) or never (none)',
        ),
      ).choices(['college', 'none']),
    )
    .addHelpText('after', importHelp(tr))
    .action((file: string, options: Options<Parameters<typeof proposalsImport>[2]>) =>
      inCore(options, (context) => proposalsImport(context, file, options)),
    );
  limited(acted(command(proposals, 'list', 'montre les propositions', 'shows the proposals')), 40)
    .option('--axis <KEY>', tr('d’un axe', 'of one axis'))
    .option('--unsure', tr('là où la machine hésite', 'where the machine hesitates'))
    .action((options: Options<Parameters<typeof proposalsList>[1]>) =>
      inCore(options, (context) => proposalsList(context, options)),
    );
  acted(
    command(
      proposals,
      'export',
      'les écrit dans un dossier (document interne)',
      'writes them to a folder (internal)',
    ),
  )
    .argument('<DIR>', tr('où écrire', 'where to write'))
    .action((dir: string, options: Options<Parameters<typeof proposalsExport>[2]>) =>
      inCore(options, (context) => proposalsExport(context, dir, options)),
    );
}
