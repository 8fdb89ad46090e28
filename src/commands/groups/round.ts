import type { Grammar, Options } from '../grammar.ts';
import { roundStatus } from '../round-status.ts';

export function roundCommands({ group, command, acted, inCore }: Grammar): void {
  const round = group('round', 'les tours', 'the rounds');
  acted(command(round, 'status', 'où en sont les tours', 'where the rounds stand')).action(
    (options: Options<Parameters<typeof roundStatus>[1]>) =>
      inCore(options, (context) => roundStatus(context, options)),
  );
}
