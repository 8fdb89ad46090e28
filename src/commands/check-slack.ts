/** Slack, for `tour check` without a folder: is the bot installed, and may it do what it needs to? */
import { say } from './context.ts';
import type { Shell, SlackFound, SlackRefused } from './shell.ts';

export interface SlackReport {
  readonly ok: boolean;
  /** For people, each with what to do. */
  readonly lines: readonly string[];
  readonly workspaces: readonly SlackFound[];
}

/** null where Slack isn't set up. */
export async function slackReport({
  checkSlack,
  lang,
}: Pick<Shell, 'checkSlack' | 'lang'>): Promise<SlackReport | null> {
  if (!checkSlack) return null;
  const { workspaces, refused } = await checkSlack();
  return {
    ok: refused.length === 0 && workspaces.every(({ missing }) => missing.length === 0),
    workspaces,
    lines: [
      ...workspaces.map((one) => lineOf(one, lang)),
      ...refused.map((one) => say({ lang }, refusedFr(one), refusedEn(one))),
    ],
  };
}

function refusedFr({ setting, nth, why }: SlackRefused): string {
  const which = nth === null ? setting : `le jeton n° ${nth} de ${setting}`;
  return setting === 'SLACK_APP_TOKEN'
    ? `Slack n’ouvre pas de connexion : ${why}. Vérifiez ${which} (« Basic Information », « App-Level Tokens », portée connections:write), et que l’application est en Socket Mode.`
    : `Slack ne répond pas comme prévu : ${why}. Vérifiez ${which} (page « OAuth & Permissions » de l’application).`;
}

function refusedEn({ setting, nth, why }: SlackRefused): string {
  const which = nth === null ? setting : `token no. ${nth} of ${setting}`;
  return setting === 'SLACK_APP_TOKEN'
    ? `Slack opens no connection: ${why}. Check ${which} (“Basic Information”, “App-Level Tokens”, scope connections:write), and that the app is in Socket Mode.`
    : `Slack does not answer as expected: ${why}. Check ${which} (page “OAuth & Permissions” of the app).`;
}

function lineOf({ name, workspace, bot, missing }: SlackFound, lang: 'fr' | 'en'): string {
  const where = `Slack, ${name} (${workspace})`;
  return missing.length === 0
    ? say({ lang }, `${where} : relié, en tant que ${bot}.`, `${where}: connected, as ${bot}.`)
    : say(
        { lang },
        `${where} : il manque ${missing.join(', ')}. Ajoutez-les dans « OAuth & Permissions », puis réinstallez l’application.`,
        `${where}: missing ${missing.join(', ')}. Add them in “OAuth & Permissions”, then reinstall the app.`,
      );
}
