import type { Grammar, Options } from '../grammar.ts';
import { reportDraft, reportExport, reportPublish, reportSign } from '../report.ts';

export function reportCommands({ group, command, acted, tr, inCore }: Grammar): void {
  const report = group('report', 'le bilan annuel du plan', 'the annual report of the plan');
  acted(
    command(report, 'draft', 'le rédige, d’après ce qui est enregistré', 'drafts it from what is on record'),
  )
    .argument('<YEAR>', '2016')
    .action((year: string, options: Options<Parameters<typeof reportDraft>[2]>) =>
      inCore(options, (context) => reportDraft(context, year, options)),
    );
  acted(command(report, 'sign', 'le signe : il ne change plus', 'signs it: it changes no more')).action(
    (options: Options<Parameters<typeof reportSign>[1]>) =>
      inCore(options, (context) => reportSign(context, options)),
  );
  acted(command(report, 'publish', 'le publie, si rien n’est plus dû', 'publishes it, once nothing is owed'))
    .option(
      '--override <REASON>',
      tr('passe outre ce qui est dû ; le bilan le dit', 'passes over what is owed; the report says so'),
    )
    .action((options: Options<Parameters<typeof reportPublish>[1]>) =>
      inCore(options, (context) => reportPublish(context, options)),
    );
  acted(command(report, 'export', 'l’écrit en fichiers', 'writes it as files'))
    .argument('<DIR>', tr('où écrire', 'where to write'))
    .action((dir: string, options: Options<Parameters<typeof reportExport>[2]>) =>
      inCore(options, (context) => reportExport(context, dir, options)),
    );
}
