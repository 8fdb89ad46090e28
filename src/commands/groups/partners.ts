import type { Grammar, Options } from '../grammar.ts';
import { partnersHelp } from '../help.ts';
import { partnersImport } from '../partners/import.ts';
import { partnersLinks, partnersRevoke } from '../partners/links.ts';
import { partnersList } from '../partners/list.ts';

export function partnersCommands({ group, command, acted, limited, tr, inCore }: Grammar): void {
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
  limited(acted(command(partners, 'list', 'montre les partenaires', 'shows the partners')), 200)
    .option('--college <KEY>', tr('d’un type d’acteur', 'of one type of actor'))
    .option('--silent', tr('sans réponse dans un tour ouvert', 'without an answer in an open round'))
    .option(
      '--unreachable',
      tr('sans autre chat que la page, ni e-mail', 'with no chat but the page, and no e-mail'),
    )
    .action((options: Options<Parameters<typeof partnersList>[1]>) =>
      inCore(options, (context) => partnersList(context, options)),
    );
  acted(
    command(
      partners,
      'links',
      'écrit leurs liens personnels, pour un publipostage',
      'writes their personal links, for a mail merge',
    ),
  )
    .argument('<FILE>', tr('CSV à écrire', 'CSV to write'))
    .option('--college <KEY>', tr('d’un type d’acteur', 'of one type of actor'))
    .action((file: string, options: Options<Parameters<typeof partnersLinks>[2]>) =>
      inCore(options, (context) => partnersLinks(context, file, options)),
    );
  acted(command(partners, 'revoke', 'annule les liens d’une personne', 'voids the links of a person'))
    .argument('<WHO>', tr('nom, e-mail, identifiant de chat ou id', 'name, e-mail, chat user id or id'))
    .action((who: string, options: Options<Parameters<typeof partnersRevoke>[2]>) =>
      inCore(options, (context) => partnersRevoke(context, who, options)),
    );
}
