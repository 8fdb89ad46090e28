import { type Command, Option } from 'commander';
import type { Grammar, Options } from '../grammar.ts';
import {
  planAdjustments,
  planAdopt,
  planAnnex,
  planCoverage,
  planDecide,
  planRatify,
} from '../plan/adjustments.ts';
import { planAlerts } from '../plan/alerts.ts';
import { planEchoes } from '../plan/echoes.ts';
import { planImport } from '../plan/import.ts';
import { planIndicators, planMeasure } from '../plan/measures.ts';
import { PLAN_FORMATS, planDiff, planExport, planList, planShow } from '../plan/show.ts';

export function planCommands(grammar: Grammar): void {
  const { group, command, acted, dry, limited, tr, inCore } = grammar;
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
  measureCommands(grammar, plan);
  adjustmentCommands(grammar, plan);
}

function measureCommands({ command, acted, tr, inCore }: Grammar, plan: Command): void {
  acted(
    command(
      plan,
      'indicators',
      'les indicateurs, leur dernière mesure et leur cible',
      'the indicators, their last measure and their target',
    ),
  ).action((options: Options<Parameters<typeof planIndicators>[1]>) =>
    inCore(options, (context) => planIndicators(context, options)),
  );
  acted(
    command(
      plan,
      'alerts',
      'les indicateurs en retard, ou à mesurer',
      'the indicators that are behind, or to be measured',
    ),
  ).action((options: Options<Parameters<typeof planAlerts>[1]>) =>
    inCore(options, (context) => planAlerts(context, options)),
  );
  acted(command(plan, 'measure', 'note une mesure d’un indicateur', 'records a measure of an indicator'))
    .argument('<ACTION>', tr('la clé de l’action', 'the key of the action'))
    .argument(
      '<INDICATOR>',
      tr('la clé de l’indicateur, ou son titre', 'the key of the indicator, or its title'),
    )
    .argument('<VALUE>', tr('12, 12,5 ou "1 200"', '12, 12.5 or "1 200"'))
    .option('--on <DAY>', tr('quand : 2026-12-20 (sinon aujourd’hui)', 'when: 2026-12-20 (else today)'))
    .option('--note <TEXT>', tr('d’où vient ce chiffre', 'where the figure comes from'))
    .action(
      (
        action: string,
        indicator: string,
        value: string,
        options: Options<Parameters<typeof planMeasure>[2]>,
      ) => inCore(options, (context) => planMeasure(context, { action, indicator, value }, options)),
    );
}

function adjustmentCommands({ command, acted, tr, inCore }: Grammar, plan: Command): void {
  const on = tr('quand : 2026-12-20 (sinon aujourd’hui)', 'when: 2026-12-20 (else today)');
  const except = tr('sauf ces ajustements', 'but for these adjustments');
  acted(
    command(plan, 'adjustments', 'les ajustements, et où ils en sont', 'the adjustments, and how they stand'),
  ).action((options: Options<Parameters<typeof planAdjustments>[1]>) =>
    inCore(options, (context) => planAdjustments(context, options)),
  );
  acted(command(plan, 'coverage', 'ce qu’aucun ajustement ne touche', 'what no adjustment touches')).action(
    (options: Options<Parameters<typeof planCoverage>[1]>) =>
      inCore(options, (context) => planCoverage(context, options)),
  );
  acted(
    command(plan, 'decide', 'une instance se prononce sur des ajustements', 'a body speaks on adjustments'),
  )
    .usage('<A-N...> <STATUS> --reason <TEXT>')
    .argument(
      '<A-N...>',
      tr(
        'A-3 A-4, puis la décision, par exemple adopted',
        'A-3 A-4, then the decision, for instance adopted',
      ),
    )
    .requiredOption('--reason <TEXT>', tr('le motif', 'the reason'))
    .option('--body <KEY>', tr('l’instance (sinon la première)', 'the body (else the first)'))
    .option('--on <DAY>', on)
    .action((words: readonly string[], options: Options<Parameters<typeof planDecide>[2]>) =>
      inCore(options, (context) => planDecide(context, words, options)),
    );
  acted(command(plan, 'ratify', 'une instance confirme ce qui l’attend', 'a body confirms what awaits it'))
    .argument('<BODY>', tr('l’instance', 'the body'))
    .option('--on <DAY>', on)
    .option('--except <A-N...>', except)
    .action((body: string, options: Options<Parameters<typeof planRatify>[2]>) =>
      inCore(options, (context) => planRatify(context, body, options)),
    );
  acted(
    command(
      plan,
      'adopt',
      'la dernière instance adopte : une version naît',
      'the last body adopts: a version is born',
    ),
  )
    .argument('<BODY>', tr('l’instance', 'the body'))
    .option('--on <DAY>', on)
    .option('--except <A-N...>', except)
    .action((body: string, options: Options<Parameters<typeof planAdopt>[2]>) =>
      inCore(options, (context) => planAdopt(context, body, options)),
    );
  acted(command(plan, 'annex', 'écrit l’annexe de la délibération', 'writes the annex of the deliberation'))
    .argument('<DIR>', tr('où écrire', 'where to write'))
    .option(
      '--plan <N>',
      tr(
        'le numéro de la version (sinon la dernière adoptée)',
        'the number of the version (else the last adopted)',
      ),
    )
    .action((dir: string, options: Options<Parameters<typeof planAnnex>[2]>) =>
      inCore(options, (context) => planAnnex(context, dir, options)),
    );
}
