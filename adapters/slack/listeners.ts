/** What Bolt calls for each kind of request, and how each is told inward. */
import { App, type Receiver } from '@slack/bolt';
import type { Told } from '../../src/chat/inbound.ts';
import type { Surfaces } from '../../src/chat/surface.ts';
import { readChoice, type Where } from './inbound/choice.ts';
import { type Asked, readCommand, saidInPrivate } from './inbound/command.ts';
import { readEvent } from './inbound/event.ts';
import { present } from './inbound/presence.ts';
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
}

export function createListeners(parts: ListenerParts): App {
  const { platform, workspaces, now, tell } = parts;
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
    const { told, entered, setting } = readEvent(body, where, workspaces.bots, now());
    await all(told);
    if (entered === null) return;
    const { channel, at } = entered;
    const here = { channel, at, here: true };
    for (const userId of await parts.membersOf(setting.workspace, channel))
      if (!setting.bots.has(userId))
        await tell(present(userId, here, setting, `${setting.eventId}/${userId}`));
  });
  app.action({ type: 'block_actions' }, async ({ body, ack }) => {
    for (const { asker, told, opens } of readChoice(body, where)) {
      const opened = opens !== null && (await parts.views.openForm(asker, opens.form, opens.trigger));
      if (!opened) await tell(told);
    }
    await ack();
  });
  app.view({ type: 'view_submission', callback_id: FORM }, async ({ body, ack }) => {
    const { asker, form, filled, told } = readSubmission(body, where);
    const faults = await parts.surfaces.faults(asker, form, filled);
    if (faults.size > 0) return ack({ response_action: 'errors', errors: Object.fromEntries(faults) });
    await tell(told(await parts.openDirect(asker.workspace, asker.userId), now()));
    await ack();
  });
  app.command(/^/u, async ({ body, ack }) => {
    const asked: Asked = readCommand(body, where);
    const direct = await parts.openDirect(asked.workspace, asked.userId);
    const text = asked.text === '' ? parts.phrases.menu : asked.text;
    await tell(saidInPrivate(asked, direct, text, now(), platform));
    await (asked.channel === direct ? ack() : ack(parts.phrases.answeredInPrivate));
  });
  return app;
}
