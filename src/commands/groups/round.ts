import type { Grammar, Options } from '../grammar.ts';
import { roundCancel, roundClose, roundExtend } from '../round-change.ts';
import { roundExport } from '../round-export.ts';
import { roundOpen } from '../round-open.ts';
import { roundRemind } from '../round-remind.ts';
import { roundStatus } from '../round-status.ts';

export function roundCommands({ group, command, acted, dry, tr, inCore }: Grammar): void {
  const round = group('round', 'les tours', 'the rounds');
  const key = tr('la clé du tour', 'the key of the round');
  acted(command(round, 'status', 'où en sont les tours', 'where the rounds stand')).action(
    (options: Options<Parameters<typeof roundStatus>[1]>) =>
      inCore(options, (context) => roundStatus(context, options)),
  );
  dry(
    acted(
      command(round, 'open', 'ouvre un tour : les invitations partent', 'opens a round: invitations leave'),
    ),
  )
    .argument('<KEY>', key)
    .option(
      '--until <DAY>',
      tr('dernier jour : 2026-12-20 ou 20/12/2026', 'last day: 2026-12-20 or 20/12/2026'),
    )
    .action((round: string, options: Options<Parameters<typeof roundOpen>[2]>) =>
      inCore(options, (context) => roundOpen(context, round, options)),
    );
  dry(acted(command(round, 'remind', 'relance les personnes silencieuses', 'reminds the silent ones')))
    .argument(
      '[KEY]',
      tr('la clé du tour ; sinon celui qui est ouvert', 'the key of the round; else the open one'),
    )
    .action((round: string | undefined, options: Options<Parameters<typeof roundRemind>[2]>) =>
      inCore(options, (context) => roundRemind(context, round, options)),
    );
  acted(command(round, 'extend', 'donne plus de temps', 'gives more time'))
    .argument('<KEY>', key)
    .requiredOption('--until <DAY>', tr('nouveau dernier jour', 'new last day'))
    .action((round: string, options: Options<Parameters<typeof roundExtend>[2]>) =>
      inCore(options, (context) => roundExtend(context, round, options)),
    );
  acted(command(round, 'close', 'clôt un tour', 'closes a round'))
    .argument('<KEY>', key)
    .option('--reason <TEXT>', tr('pourquoi avant son terme', 'why before its end'))
    .action((round: string, options: Options<Parameters<typeof roundClose>[2]>) =>
      inCore(options, (context) => roundClose(context, round, options)),
    );
  acted(command(round, 'cancel', 'annule un tour ouvert', 'cancels an open round'))
    .argument('<KEY>', key)
    .action((round: string, options: Options<Parameters<typeof roundCancel>[2]>) =>
      inCore(options, (context) => roundCancel(context, round, options)),
    );
  acted(
    command(
      round,
      'export',
      'l’écrit en fichier de consultation (YAML)',
      'writes it as a file of a consultation (YAML)',
    ),
  )
    .argument('<KEY>', key)
    .option('--out <FILE>', tr('écrire dans un fichier', 'write to a file'))
    .action((round: string, options: Options<Parameters<typeof roundExport>[2]>) =>
      inCore(options, (context) => roundExport(context, round, options)),
    );
}
