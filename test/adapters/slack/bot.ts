import { type SlackChat, type SlackChatParts, slackChat } from '../../../adapters/slack/chat.ts';
import type { Workspace } from './workspace.ts';

/** The chat of a bot that is installed in that workspace, not started. */
export const botOf = (slack: Workspace, over: Partial<SlackChatParts> = {}): SlackChat =>
  slackChat({
    tokens: [slack.botToken],
    connection: { by: 'http', signingSecret: slack.secret, host: '127.0.0.1', port: 0 },
    api: { url: slack.apiUrl, patience: 1_000 },
    phrases: { menu: 'aide', answeredInPrivate: 'Je vous réponds en message privé.' },
    now: Date.now,
    report: () => {},
    ...over,
  });
