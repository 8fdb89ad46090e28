/** Slack, from the settings. */
import { PATIENCE, type SlackChat, slackChat } from '../../adapters/slack/chat.ts';
import { missingOf } from '../../adapters/slack/scopes.ts';
import { createCalls } from '../../adapters/slack/web/calls.ts';
import { createWorkspaces, type Installation } from '../../adapters/slack/web/workspaces.ts';
import type { Surfaces } from '../chat/surface.ts';
import type { SlackChecked, SlackFound, SlackRefused } from '../commands/shell.ts';
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

/** Asks Slack who the bot is with each token, what it may do there, and whether a socket may be opened. */
export async function checkSlack(settings: SlackSettings): Promise<SlackChecked> {
  const { tokens, connection } = settings;
  const each = await createWorkspaces(tokens, apiOf(settings)).meetEach();
  const app = connection.by === 'socket' ? await opens(connection.appToken, settings) : null;
  return {
    workspaces: each.flatMap((one) => (one.status === 'fulfilled' ? [foundIn(one.value)] : [])),
    refused: [
      ...each.flatMap((one, index) =>
        one.status === 'fulfilled'
          ? []
          : [refused('SLACK_BOT_TOKEN', tokens.length > 1 ? index + 1 : null, one.reason)],
      ),
      ...(app === null ? [] : [refused('SLACK_APP_TOKEN', null, app)]),
    ],
  };
}

const foundIn = ({ workspace, name, bot, scopes }: Installation): SlackFound => ({
  workspace,
  name,
  bot: bot.userId,
  missing: missingOf(scopes),
});

const refused = (setting: SlackRefused['setting'], nth: number | null, error: unknown): SlackRefused => ({
  setting,
  nth,
  why: error instanceof Error ? error.message : String(error),
});

/** What went wrong, null for nothing. */
const opens = (token: string, settings: SlackSettings): Promise<unknown> =>
  createCalls(token, apiOf(settings))
    .ask('apps.connections.open', null, (client) => client.apps.connections.open({}))
    .then(
      () => null,
      (error: unknown) => error,
    );
