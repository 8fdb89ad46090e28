/** What is looked at: what came in and failed, what waits to leave, what was moderated. */
import { Option } from 'commander';
import { deliveries } from '../deliveries.ts';
import { events } from '../events.ts';
import type { Grammar, Options } from '../grammar.ts';
import { moderation } from '../moderation.ts';

export function watchCommands({ program, command, acted, limited, tr, inCore }: Grammar): void {
  acted(command(program, 'moderation', 'journal public de la modération', 'public log of moderation')).action(
    (options: Options<Parameters<typeof moderation>[1]>) =>
      inCore(options, (context) => moderation(context, options)),
  );
  limited(acted(command(program, 'events', 'événements reçus en échec', 'events that failed')), 50).action(
    (options: Options<Parameters<typeof events>[1]>) =>
      inCore(options, (context) => events(context, options)),
  );
  limited(
    acted(command(program, 'deliveries', 'envois en attente ou en échec', 'deliveries queued or failed')),
    50,
  )
    .addOption(
      new Option('--state <STATES...>', tr('états', 'states'))
        .choices(['queued', 'sending', 'sent', 'failed', 'dropped'])
        .default(['failed', 'sending', 'queued']),
    )
    .action((options: Options<Parameters<typeof deliveries>[1]>) =>
      inCore(options, (context) => deliveries(context, options)),
    );
}
