import { check } from '../check.ts';
import { mailReport } from '../check-mail.ts';
import { matrixReport } from '../check-matrix.ts';
import { slackReport } from '../check-slack.ts';
import type { Grammar, Options } from '../grammar.ts';

export function checkCommand({ program, command, tr, settle, shell }: Grammar): void {
  command(
    program,
    'check',
    'vérifie le dossier d’une consultation ; sans dossier, celui des réglages, Slack, Matrix et le serveur d’envoi',
    'checks the folder of a consultation; without one, that of the settings, Slack, Matrix and the mail server',
  )
    .argument('[FOLDER]', tr('son dossier', 'its folder'))
    .action(async (folder: string | undefined, options: Options) => {
      const { out, lang } = shell;
      const slack = folder === undefined ? await slackReport(shell) : null;
      const mail = folder === undefined ? await mailReport(shell) : null;
      const matrix = folder === undefined ? await matrixReport(shell) : null;
      const json = options.json ?? false;
      settle(await check(folder ?? shell.folder ?? '.', out, { json, lang, slack, mail, matrix }));
    });
}
