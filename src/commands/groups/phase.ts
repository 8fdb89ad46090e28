import type { Grammar, Options } from '../grammar.ts';
import { phaseClose, phaseList, phaseReopen } from '../phase.ts';

export function phaseCommands({ group, command, acted, tr, inCore }: Grammar): void {
  const phase = group('phase', 'les phases de la consultation', 'the phases of the consultation');
  const which = tr('sa clé', 'its key');
  acted(command(phase, 'list', 'où elles en sont', 'how they stand')).action(
    (options: Options<Parameters<typeof phaseList>[1]>) =>
      inCore(options, (context) => phaseList(context, options)),
  );
  acted(command(phase, 'close', 'la clôt, si rien n’est plus dû', 'closes it, once nothing is owed'))
    .argument('<PHASE>', which)
    .option(
      '--override <REASON>',
      tr(
        'passe outre ce qui est dû ; se lira dans le bilan',
        'passes over what is owed; the report shows it',
      ),
    )
    .action((key: string, options: Options<Parameters<typeof phaseClose>[2]>) =>
      inCore(options, (context) => phaseClose(context, key, options)),
    );
  acted(command(phase, 'reopen', 'revient dessus', 'takes it back'))
    .argument('<PHASE>', which)
    .action((key: string, options: Options<Parameters<typeof phaseReopen>[2]>) =>
      inCore(options, (context) => phaseReopen(context, key, options)),
    );
}
