/** Slack, from the settings. */
import { PATIENCE, type SlackChat, slackChat } from '../../adapters/slack/chat.ts';
import { missingOf } from '../../adapters/slack/scopes.ts';
import { createWorkspaces } from '../../adapters/slack/web/workspaces.ts';
import type { Surfaces } from '../chat/surface.ts';
import type { SlackFound } from '../commands/shell.ts';
import type { SlackSettings } from '../config.ts';

const apiOf = ({ apiUrl, patience = PATIENCE }: SlackSettings) => ({ url: apiUrl, patience });

export const slackOf = (
  settings: SlackSettings,
  lang: 'fr' | 'en',
  surfaces: Surfaces,
  report: (error: unknown) => void,
  refused: (workspace: string) => void,
): SlackChat =>
  slackChat({
    tokens: settings.tokens,
    connection: settings.connection,
    api: apiOf(settings),
    lang,
    surfaces,
    // Requests are signed at the real time, whatever the bot takes for now.
    now: Date.now,
    report,
    refused,
  });

/** Asks Slack who the bot is, and what it may do there. Rejects with an error that Slack's word is in. */
export async function checkSlack(settings: SlackSettings): Promise<readonly SlackFound[]> {
  const found = await createWorkspaces(settings.tokens, apiOf(settings)).meet();
  return found.map(({ workspace, name, bot, scopes }) => ({
    workspace,
    name,
    bot: bot.userId,
    missing: missingOf(scopes),
  }));
}
