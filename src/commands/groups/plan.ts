import { Option } from 'commander';
import type { Grammar, Options } from '../grammar.ts';
import { planEchoes } from '../plan/echoes.ts';
import { planImport } from '../plan/import.ts';
import { PLAN_FORMATS, planDiff, planExport, planList, planShow } from '../plan/show.ts';

export function planCommands({ group, command, acted, dry, limited, tr, inCore }: Grammar): void {
  const plan = group('plan', 'le plan d’actions et ses versions', 'the action plan and its versions');
  dry(
    acted(
      command(plan, 'import', 'en fait une version, d’un tableau', 'makes a version of it, from a table'),
    ),
  )
    .argument(
      '<FILE>',
      tr(
        'CSV ou XLSX : action, opérateur, budget, moyens, indicateurs…',
        'CSV or XLSX: action, operator, budget, means, indicators…',
      ),
    )
    .option('--label <TEXT>', tr('le nom du plan (sinon celui d’avant)', 'the plan’s name (else as before)'))
    .option(
      '--sheet <NAME>',
      tr('la feuille (sinon la première qui convient)', 'the sheet (else the first that fits)'),
    )
    .action((file: string, options: Options<Parameters<typeof planImport>[2]>) =>
      inCore(options, (context) => planImport(context, file, options)),
    );
  acted(command(plan, 'list', 'ses versions', 'its versions')).action(
    (options: Options<Parameters<typeof planList>[1]>) =>
      inCore(options, (context) => planList(context, options)),
  );
  acted(command(plan, 'show', 'une version, par axe', 'a version, by axis'))
    .argument('[N]', tr('son numéro (sinon la dernière)', 'its number (else the last)'))
    .action((given: string | undefined, options: Options<Parameters<typeof planShow>[2]>) =>
      inCore(options, (context) => planShow(context, given, options)),
    );
  acted(
    command(
      plan,
      'diff',
      'ce qui change d’une version à l’autre',
      'what changes from one version to another',
    ),
  )
    .argument(
      '[N...]',
      tr('deux numéros, ou un seul (sinon les deux dernières)', 'two numbers, or one (else the last two)'),
    )
    .option('--csv <FILE>', tr('l’écrit aussi en tableau', 'also writes it as a table'))
    .action((given: readonly string[], options: Options<Parameters<typeof planDiff>[2]>) =>
      inCore(options, (context) => planDiff(context, given, options)),
    );
  limited(
    acted(
      command(
        plan,
        'echoes',
        'ce que chaque proposition y rejoint, ou rien',
        'what each proposal echoes of it, or nothing',
      ),
    ),
    40,
  )
    .option('--candidates', tr('celles dont le plan ne parle pas', 'only those the plan says nothing of'))
    .action((options: Options<Parameters<typeof planEchoes>[1]>) =>
      inCore(options, (context) => planEchoes(context, options)),
    );
  acted(
    command(
      plan,
      'export',
      'l’écrit en fichiers, notes de l’équipe comprises',
      'writes it as files, the team’s notes included',
    ),
  )
    .argument('<DIR>', tr('où écrire', 'where to write'))
    .option(
      '--plan <N>',
      tr('le numéro de la version (sinon la dernière)', 'the number of the version (else the last)'),
    )
    .addOption(
      new Option('--format <FORMATS...>', tr('seulement ceux-là', 'only these')).choices([...PLAN_FORMATS]),
    )
    .action((dir: string, options: Options<Parameters<typeof planExport>[2]>) =>
      inCore(options, (context) => planExport(context, dir, options)),
    );
}
