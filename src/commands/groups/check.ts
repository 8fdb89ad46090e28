import { check } from '../check.ts';
import { slackReport } from '../check-slack.ts';
import type { Grammar, Options } from '../grammar.ts';

export function checkCommand({ program, command, tr, settle, shell }: Grammar): void {
  command(
    program,
    'check',
    'vérifie le dossier d’une consultation ; sans dossier, celui des réglages, et Slack',
    'checks the folder of a consultation; without one, that of the settings, and Slack',
  )
    .argument('[FOLDER]', tr('son dossier', 'its folder'))
    .action(async (folder: string | undefined, options: Options) => {
      const { out, lang } = shell;
      const slack = folder === undefined ? await slackReport(shell) : null;
      settle(await check(folder ?? shell.folder ?? '.', out, { json: options.json ?? false, lang, slack }));
    });
}
