import { Option } from 'commander';
import type { Grammar, Options } from '../grammar.ts';
import { importHelp } from '../help.ts';
import { proposalsDuplicates } from '../proposals-duplicates.ts';
import { FORMATS, proposalsExport } from '../proposals-export.ts';
import { proposalsImport } from '../proposals-import.ts';
import { proposalsList, STATES } from '../proposals-list.ts';

export function proposalsCommands({ group, command, acted, limited, tr, inCore }: Grammar): void {
  const proposals = group('proposals', 'les propositions', 'the proposals');
  acted(
    command(
      proposals,
      'import',
      'importe des textes, un par ligne (JSONL ou CSV)',
      'imports texts, one a line (JSONL or CSV)',
    ),
  )
    .argument('<FILE>', 'JSONL : {"id", "text", "axis"?, "lang"?, "label"?} ; .csv : id, text…')
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
    .option('--college <KEY>', tr('d’un type d’acteur', 'of one type of actor'))
    .option(
      '--tag <VALUES...>',
      tr('thème, commune, nature ou sujet, par sa clé', 'theme, municipality, kind or subject, by its key'),
    )
    .option('--text <WORDS>', tr('dont le texte contient', 'whose text contains'))
    .addOption(new Option('--state <STATES...>', tr('états', 'states')).choices(STATES))
    .option('--unsure', tr('là où la machine hésite', 'where the machine hesitates'))
    .action((options: Options<Parameters<typeof proposalsList>[1]>) =>
      inCore(options, (context) => proposalsList(context, options)),
    );
  limited(
    acted(
      command(
        proposals,
        'duplicates',
        'montre celles qui disent peut-être la même chose',
        'shows those that may say the same',
      ),
    ),
    20,
  ).action((options: Options<Parameters<typeof proposalsDuplicates>[1]>) =>
    inCore(options, (context) => proposalsDuplicates(context, options)),
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
    .addOption(new Option('--format <FORMATS...>', tr('sinon tous', 'else all of them')).choices(FORMATS))
    .action((dir: string, options: Options<Parameters<typeof proposalsExport>[2]>) =>
      inCore(options, (context) => proposalsExport(context, dir, options)),
    );
}
