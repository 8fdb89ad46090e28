import { decide, ratifyAnswers } from '../decide.ts';
import type { Grammar, Options } from '../grammar.ts';
import { restitutionPreview, restitutionSend } from '../restitution.ts';

export function decisionCommands({ program, group, command, acted, tr, inCore }: Grammar): void {
  const on = tr('quand : 2026-12-20 (sinon aujourd’hui)', 'when: 2026-12-20 (else today)');
  acted(command(program, 'decide', 'une instance répond à des propositions', 'a body answers proposals'))
    .usage('<REF...> <STATUS> --reason <TEXT>')
    .argument(
      '<REF...>',
      tr(
        'P-0042 P-0043, puis la décision, par exemple adopted',
        'P-0042 P-0043, then the decision, for instance adopted',
      ),
    )
    .requiredOption(
      '--reason <TEXT>',
      tr('le motif, que l’auteur·rice lira', 'the reason, which the author reads'),
    )
    .option('--body <KEY>', tr('l’instance (sinon la première)', 'the body (else the first)'))
    .option('--on <DAY>', on)
    .action((words: readonly string[], options: Options<Parameters<typeof decide>[2]>) =>
      inCore(options, (context) => decide(context, words, options)),
    );
  acted(
    command(
      program,
      'ratify',
      'une instance entérine les réponses qui l’attendent',
      'a body ratifies the answers that await it',
    ),
  )
    .argument('<BODY>', tr('l’instance', 'the body'))
    .option('--on <DAY>', on)
    .option('--except <REFS...>', tr('sauf ces propositions', 'but for these proposals'))
    .action((body: string, options: Options<Parameters<typeof ratifyAnswers>[2]>) =>
      inCore(options, (context) => ratifyAnswers(context, body, options)),
    );
  const restitution = group('restitution', 'la réponse à chaque personne', 'the answer to each person');
  acted(command(restitution, 'preview', 'ce qui partirait', 'what would leave')).action(
    (options: Options<Parameters<typeof restitutionPreview>[1]>) =>
      inCore(options, (context) => restitutionPreview(context, options)),
  );
  acted(command(restitution, 'send', 'l’envoie, une seule fois', 'sends it, once')).action(
    (options: Options<Parameters<typeof restitutionSend>[1]>) =>
      inCore(options, (context) => restitutionSend(context, options)),
  );
}
