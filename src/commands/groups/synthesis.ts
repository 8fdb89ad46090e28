import { Option } from 'commander';
import type { Grammar, Options } from '../grammar.ts';
import { synthesisCompile, synthesisExport, synthesisShow, synthesisSign } from '../synthesis.ts';
import { synthesisEditCommands } from './synthesis-edit.ts';

export function synthesisCommands(grammar: Grammar): void {
  const { group, command, acted, tr, inCore } = grammar;
  const synthesis = group('synthesis', 'la synthèse', 'the synthesis');
  acted(command(synthesis, 'compile', 'rédige un brouillon', 'drafts one')).action(
    (options: Options<Parameters<typeof synthesisCompile>[1]>) =>
      inCore(options, (context) => synthesisCompile(context, options)),
  );
  acted(command(synthesis, 'show', 'montre la dernière', 'shows the latest'))
    .addOption(
      new Option('--public', tr('comme elle sera publiée', 'as it will be published')).conflicts('internal'),
    )
    .option(
      '--internal',
      tr('avec les noms, pour l’équipe (d’ordinaire)', 'with names, for the team (usual)'),
    )
    .action((options: Options<Parameters<typeof synthesisShow>[1]>) =>
      inCore(options, (context) => synthesisShow(context, options)),
    );
  synthesisEditCommands(grammar, synthesis);
  acted(command(synthesis, 'sign', 'signe le brouillon', 'signs the draft'))
    .option(
      '--without-disagreement <AXES>',
      tr(
        'axes sans désaccord, vous l’avez vérifié : a,b',
        'axes without disagreement, you have checked: a,b',
      ),
      (given: string, before: readonly string[] | undefined) => [
        ...(before ?? []),
        ...given.split(',').map((key) => key.trim()),
      ],
    )
    .option(
      '--accept-titles',
      tr('garde les titres faits de mots par la machine', 'keeps the titles the machine made of words'),
    )
    .option(
      '--while-open',
      tr(
        'signe alors qu’un tour est encore ouvert : ce qui arrive ensuite n’y sera pas',
        'signs while a round is still open: what comes in later will not be in it',
      ),
    )
    .action((options: Options<Parameters<typeof synthesisSign>[1]>) =>
      inCore(options, (context) => synthesisSign(context, options)),
    );
  acted(
    command(
      synthesis,
      'export',
      'écrit les documents publics de la synthèse signée',
      'writes the signed synthesis',
    ),
  )
    .argument('<DIR>', tr('où écrire', 'where to write'))
    .option(
      '--internal',
      tr(
        'la version interne, avec les noms, à ne pas diffuser',
        'the internal version, with names: not to be shared',
      ),
    )
    .action((dir: string, options: Options<Parameters<typeof synthesisExport>[2]>) =>
      inCore(options, (context) => synthesisExport(context, dir, options)),
    );
}
