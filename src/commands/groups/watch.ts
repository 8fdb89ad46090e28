/** What the operator looks at: what came in and failed, what waits to leave. */
import { Option } from 'commander';
import { deliveries } from '../deliveries.ts';
import { events } from '../events.ts';
import type { Grammar, Options } from '../grammar.ts';

export function watchCommands({ program, command, about, limited, tr, inCore }: Grammar): void {
  limited(command(program, 'events', 'événements reçus en échec', 'events that failed'), 50).action(
    (options: Options<Parameters<typeof events>[1]>) =>
      inCore(options, (context) => events(context, options)),
  );
  limited(
    about(command(program, 'deliveries', 'envois en attente ou en échec', 'deliveries queued or failed')),
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
