import type { Command } from 'commander';
import type { EditAsked } from '../../app/synthesis/edit-synthesis.ts';
import { ref } from '../../core/ids.ts';
import type { AsOptions } from '../as-somebody.ts';
import { numberGiven } from '../decide.ts';
import type { Grammar, Options } from '../grammar.ts';
import { synthesisEdit } from '../synthesis-edit.ts';

/** `synthesis edit title | reword | introduce | add | remove | order | no-disagreement`. */
export function synthesisEditCommands(
  { command, acted, tr, inCore, shell: { lang } }: Grammar,
  synthesis: Command,
): void {
  const edit = synthesis.command('edit').description(tr('modifie le brouillon', 'edits the draft'));
  const run = (asked: EditAsked, options: Options<AsOptions>) =>
    inCore(options, (context) => synthesisEdit(context, asked, options));
  const axis = tr('clé de l’axe', 'key of the axis');
  const line = tr('numéro de la ligne, par exemple 1.2', 'number of the line, for instance 1.2');
  const one = (name: string, fr: string, en: string) => acted(command(edit, name, fr, en));

  one('title', 'donne un titre à une ligne', 'titles a line')
    .argument('<LINE>', line)
    .argument('<TEXT>', tr('son titre', 'its title'))
    .action((line: string, text: string, options: Options<AsOptions>) =>
      run({ edit: 'title', line, text }, options),
    );
  one('reword', 'reformule une ligne', 'rewords a line')
    .argument('<LINE>', line)
    .argument('<TEXT>', tr('ce qu’elle dira', 'what it will say'))
    .action((line: string, text: string, options: Options<AsOptions>) =>
      run({ edit: 'reword', line, text }, options),
    );
  one('introduce', 'écrit l’introduction', 'writes the introduction')
    .argument('<TEXT>', tr('l’introduction', 'the introduction'))
    .option(
      '--axis <KEY>',
      tr('celle d’un axe, sinon de toute la synthèse', 'that of an axis, else of the whole'),
    )
    .action((text: string, options: Options<AsOptions & { readonly axis?: string }>) =>
      run({ edit: 'introduce', axis: options.axis ?? null, text }, options),
    );
  one('add', 'ajoute une ligne, qui cite des propositions', 'adds a line, which cites proposals')
    .argument('<AXIS>', axis)
    .argument('<TEXT>', tr('ce qu’elle dit', 'what it says'))
    .requiredOption(
      '--cites <REFS...>',
      tr('les propositions : P-0042 P-0043', 'the proposals: P-0042 P-0043'),
    )
    .option('--disagreement', tr('parmi les désaccords', 'among the disagreements'))
    .action(
      (
        axis: string,
        text: string,
        options: Options<AsOptions & { readonly cites: readonly string[]; readonly disagreement?: boolean }>,
      ) => {
        const cites = options.cites.map((word) => ref(numberGiven({ lang }, word)));
        const section = options.disagreement ? 'disagreements' : 'lines';
        return run({ edit: 'introduce-line', axis, section, text, cites }, options);
      },
    );
  one('remove', 'enlève une ligne', 'removes a line')
    .argument('<LINE>', line)
    .action((line: string, options: Options<AsOptions>) => run({ edit: 'remove', line }, options));
  one('order', 'change l’ordre des lignes d’un axe', 'reorders the lines of an axis')
    .argument('<AXIS>', axis)
    .argument('<LINES...>', tr('toutes, dans l’ordre voulu', 'all of them, in the wanted order'))
    .option('--disagreements', tr('l’ordre des désaccords', 'the order of the disagreements'))
    .action(
      (
        axis: string,
        lines: readonly string[],
        options: Options<AsOptions & { readonly disagreements?: boolean }>,
      ) => {
        const section = options.disagreements ? 'disagreements' : 'lines';
        return run({ edit: 'reorder', axis, section, lines }, options);
      },
    );
  one(
    'no-disagreement',
    'vous l’avez vérifié : l’axe est sans désaccord',
    'you have checked: the axis has none',
  )
    .argument('<AXIS>', axis)
    .action((axis: string, options: Options<AsOptions>) => run({ edit: 'no-disagreement', axis }, options));
}
