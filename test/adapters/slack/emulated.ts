/** The state of a workspace, kept by a Slack that nobody of us wrote. */
import { WebClient } from '@slack/web-api';
import { createEmulator } from 'emulate';

/** `emulate` has one workspace, of that id. */
export const EMULATED_TEAM = 'T000000001';
export const APP = 'A0TOUR';
export const BOT = { userId: 'U0TOURBOT', botId: 'B0TOURBOT' };

export interface Emulated {
  /** Without a slash at its end. */
  readonly url: string;
  /** User ids, in the order of `names`. */
  readonly people: readonly string[];
  /** Slack as that person's client sees it. */
  readonly as: (userId: string) => WebClient;
  close(): Promise<void>;
}

export async function openEmulated(
  names: readonly string[],
  bot: { readonly token: string; readonly scopes: readonly string[] },
): Promise<Emulated> {
  const slack = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        strict_scopes: true,
        users: names.map((name) => ({ name, real_name: name, email: `${name}@example.org` })),
        oauth_apps: [
          {
            client_id: 'client',
            client_secret: 'none',
            app_id: APP,
            name: 'Tour de table',
            redirect_uris: [],
            scopes: bot.scopes,
            bot_id: BOT.botId,
            bot_user_id: BOT.userId,
            bot_name: 'tour',
          },
        ],
        tokens: [
          {
            token: bot.token,
            type: 'bot',
            user_id: BOT.userId,
            bot_id: BOT.botId,
            app_id: APP,
            scopes: bot.scopes,
          },
          ...names.map((name) => ({ token: `xoxp-${name}`, type: 'user', user: name })),
        ],
      },
    },
  });
  const url = slack.url.replace('localhost', '127.0.0.1');
  const client = (name: string) => new WebClient(`xoxp-${name}`, { slackApiUrl: `${url}/api/` });
  const listed = await client(names[0]!).users.list({ limit: 1000 });
  const idOf = new Map(listed.members!.map(({ name, id }) => [name!, id!]));
  const clients = new Map(names.map((name) => [idOf.get(name)!, client(name)]));
  return {
    url,
    people: names.map((name) => idOf.get(name)!),
    as: (userId) => clients.get(userId)!,
    close: () => slack.close(),
  };
}
