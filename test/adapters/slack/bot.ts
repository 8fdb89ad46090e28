import { type SlackChat, type SlackChatParts, slackChat } from '../../../adapters/slack/chat.ts';
import type { Surfaces } from '../../../src/chat/surface.ts';
import type { Workspace } from './workspace.ts';

export const NO_SURFACES: Surfaces = {
  form: async () => null,
  menu: async () => null,
  home: async () => [],
  looker: async () => null,
  faults: async () => new Map(),
  lang: async () => null,
};

/** The chat of a bot that is installed in that workspace, not started. */
export const botOf = (slack: Workspace, over: Partial<SlackChatParts> = {}): SlackChat =>
  slackChat({
    tokens: [slack.botToken],
    connection: { by: 'http', signingSecret: slack.secret, host: '127.0.0.1', port: 0 },
    api: { url: slack.apiUrl, patience: 1_000 },
    lang: 'fr',
    surfaces: NO_SURFACES,
    now: Date.now,
    report: () => {},
    ...over,
  });
