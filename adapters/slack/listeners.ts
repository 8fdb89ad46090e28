/** What Bolt calls for each kind of request, and how each is told inward. */
import { App, type Receiver } from '@slack/bolt';
import type { Told } from '../../src/chat/inbound.ts';
import type { Surfaces } from '../../src/chat/surface.ts';
import type { Homes } from './home.ts';
import { type Press, readPresses, type Where } from './inbound/choice.ts';
import { type Asked, readCommand, saidInPrivate } from './inbound/command.ts';
import { readEvent } from './inbound/event.ts';
import { present } from './inbound/presence.ts';
import { MENU_SHORTCUT, readMessageShortcut, readShortcut } from './inbound/shortcut.ts';
import { readSubmission } from './inbound/submission.ts';
import type { SlackPhrases } from './locales.ts';
import { FORM } from './outbound/modal.ts';
import type { Views } from './views.ts';
import { silence } from './web/silence.ts';
import type { Workspaces } from './web/workspaces.ts';

export interface ListenerParts {
  readonly platform: string;
  readonly receiver: Receiver;
  readonly workspaces: Workspaces;
  readonly now: () => number;
  /** Resolves when it is stored. */
  readonly tell: (event: Told) => Promise<void>;
  readonly openDirect: (workspace: string, userId: string) => Promise<string>;
  readonly membersOf: (workspace: string, channel: string) => Promise<readonly string[]>;
  readonly phrases: SlackPhrases;
  readonly surfaces: Surfaces;
  readonly views: Views;
  readonly homes: Pick<Homes, 'opened'>;
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

  async function onPress(press: Press): Promise<void> {
    const { asker, form, trigger } = press;
    if (form !== null && trigger !== null && (await views.openForm({ ...press, trigger }, form))) return;
    if (!press.private) return tell(press.told(''));
    const direct = await parts.openDirect(asker.workspace, asker.userId);
    await tell(press.told(direct));
    if (press.channel !== direct) await views.pointToPrivate(asker, press);
  }

  app.event(/^/u, async ({ body }) => {
    const { told, entered, looks, setting } = readEvent(body, where, workspaces.bots, now());
    if (looks !== null) parts.homes.opened(setting.workspace, looks);
    await all(told);
    if (entered === null) return;
    const { channel, at } = entered;
    const here = { channel, at, here: true };
    for (const userId of await parts.membersOf(setting.workspace, channel))
      if (!setting.bots.has(userId))
        await tell(present(userId, here, setting, `${setting.eventId}/${userId}`));
  });
  app.action({ type: 'block_actions' }, async ({ body, ack }) => {
    for (const press of readPresses(body, where)) await onPress(press);
    await ack();
  });
  app.view({ type: 'view_submission', callback_id: FORM }, async ({ body, ack }) => {
    const { asker, form, filled, told } = readSubmission(body, where);
    const faults = await parts.surfaces.faults(asker, form, filled);
    if (faults.size > 0) return ack({ response_action: 'errors', errors: Object.fromEntries(faults) });
    await tell(told(await parts.openDirect(asker.workspace, asker.userId), now()));
    // Whatever lay under it was only the way to it.
    await ack({ response_action: 'clear' });
  });
  app.shortcut({ type: 'message_action', callback_id: /^/u }, async ({ body, ack }) => {
    const called = readMessageShortcut(body, where);
    if (called !== null) await views.openFrom(called, called.form, called.given);
    await ack();
  });
  app.shortcut({ type: 'shortcut', callback_id: MENU_SHORTCUT }, async ({ body, ack }) => {
    await views.openMenu(readShortcut(body, where));
    await ack();
  });
  app.command(/^/u, async ({ body, ack }) => {
    const asked: Asked = readCommand(body, where);
    const menu = asked.text === '' ? await views.menu({ ...asked, platform }) : null;
    if (menu !== null) return ack(menu as never);
    const direct = await parts.openDirect(asked.workspace, asked.userId);
    const text = asked.text === '' ? parts.phrases.menu : asked.text;
    await tell(saidInPrivate(asked, direct, text, now(), platform));
    await (asked.channel === direct ? ack() : ack(parts.phrases.answeredInPrivate));
  });
  return app;
}
