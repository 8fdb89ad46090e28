/** Slack, for `tour check` without a folder: is the bot installed, and may it do what it needs to? */
import { say } from './context.ts';
import type { Shell, SlackFound } from './shell.ts';

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
  try {
    const workspaces = await checkSlack();
    const ok = workspaces.every(({ missing }) => missing.length === 0);
    return { ok, workspaces, lines: workspaces.map((one) => lineOf(one, lang)) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const line = say(
      { lang },
      `Slack ne répond pas comme prévu : ${why}. Vérifiez SLACK_BOT_TOKEN (page « OAuth & Permissions » de l’application).`,
      `Slack does not answer as expected: ${why}. Check SLACK_BOT_TOKEN (page “OAuth & Permissions” of the app).`,
    );
    return { ok: false, workspaces: [], lines: [line] };
  }
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
