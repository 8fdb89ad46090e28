/** What Bolt calls for each kind of request, and how each is told inward. */
import { App, type Receiver } from '@slack/bolt';
import type { Told } from '../../src/chat/inbound.ts';
import { type DeedParts, listenToDeeds } from './deeds.ts';
import type { Where } from './inbound/choice.ts';
import { readEvent } from './inbound/event.ts';
import { present } from './inbound/presence.ts';
import { MENU_SHORTCUT, readMessageShortcut, readShortcut } from './inbound/shortcut.ts';
import { silence } from './web/silence.ts';
import type { Workspaces } from './web/workspaces.ts';

export interface ListenerParts extends DeedParts {
  readonly receiver: Receiver;
  readonly workspaces: Workspaces;
  readonly membersOf: (workspace: string, channel: string) => Promise<readonly string[]>;
  /** Slack says that the bot may have no access there any more. */
  readonly revoked: (workspace: string) => void;
}

export function createListeners(parts: ListenerParts): App {
  const { platform, workspaces, now, tell, views } = parts;
  const where: Where = { platform, workspaceOf: (team) => workspaces.workspaceOf(team) };
  const app = new App({
    receiver: parts.receiver,
    // Nothing is asked of Slack for an event: our own calls know their tokens.
    authorize: async () => ({}),
    ignoreSelf: false,
    convoStore: false,
    logger: silence,
  });
  // Bolt wraps what a listener throws.
  app.error(async (error) => {
    throw (error as { original?: unknown }).original ?? error;
  });

  const all = async (events: readonly Told[]): Promise<void> => {
    for (const event of events) await tell(event);
  };

  app.event(/^/u, async ({ body }) => {
    const { told, entered, looks, revoked, setting } = readEvent(body, where, workspaces.bots, now());
    if (looks !== null) parts.homes.opened(setting.workspace, looks);
    if (revoked) parts.revoked(setting.workspace);
    await all(told);
    if (entered === null) return;
    const { channel, at } = entered;
    const here = { channel, at, here: true };
    for (const userId of await parts.membersOf(setting.workspace, channel))
      if (!setting.bots.has(userId))
        await tell(present(userId, here, setting, `${setting.eventId}/${userId}`));
  });
  listenToDeeds(app, where, parts);
  app.shortcut({ type: 'message_action', callback_id: /^/u }, async ({ body, ack }) => {
    const called = readMessageShortcut(body, where);
    if (called !== null) await views.openFrom(called, called.forms, called.given);
    await ack();
  });
  app.shortcut({ type: 'shortcut', callback_id: MENU_SHORTCUT }, async ({ body, ack }) => {
    await views.openMenu(readShortcut(body, where));
    await ack();
  });
  return app;
}
