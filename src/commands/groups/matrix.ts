/** The account in Matrix, for the operator who sets it up. */
import type { Grammar, Options } from '../grammar.ts';
import { matrixRecover, matrixSetup, matrixStatus } from '../matrix.ts';

export function matrixCommands({ group, command, tr, settle, shell }: Grammar): void {
  const matrix = group('matrix', 'le compte du robot dans Matrix', 'the bot’s account in Matrix');
  command(
    matrix,
    'setup',
    'connecte le compte et fait ses clés, ou dit ce qui manque',
    'connects the account and makes its keys, or says what is missing',
  ).action(async (options: Options) => settle(await matrixSetup(shell, options)));
  command(
    matrix,
    'status',
    'le serveur répond-il, le robot tourne-t-il',
    'does the homeserver answer, does the bot run',
  ).action(async (options: Options) => settle(await matrixStatus(shell, options)));
  command(
    matrix,
    'recover',
    'restaure un appareil perdu par la clé de récupération',
    'restores a lost device by the recovery key',
  )
    .option(
      '--new-identity',
      tr(
        'clé de récupération perdue : refait l’identité du compte, et vos partenaires en seront avertis',
        'recovery key lost: makes a new identity for the account, of which your partners will be warned',
      ),
    )
    .action(async (options: Options<{ readonly newIdentity?: boolean }>) =>
      settle(await matrixRecover(shell, options)),
    );
}
