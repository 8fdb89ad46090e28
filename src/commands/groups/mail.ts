/** E-mail, for the operator who sets it up. */
import type { Grammar, Options } from '../grammar.ts';
import { mailTest } from '../mail-test.ts';

export function mailCommands({ group, command, tr, settle, shell }: Grammar): void {
  const mail = group('mail', 'l’envoi d’e-mails', 'sending e-mail');
  command(
    mail,
    'test',
    'envoie un essai, dit ce que le serveur répond',
    'sends a test, says what the server answers',
  )
    .argument('<ADDRESS>', tr('à quelle adresse', 'to which address'))
    .action(async (email: string, options: Options) => settle(await mailTest(shell, email, options)));
}
