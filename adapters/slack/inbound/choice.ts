/** A button of a message, pressed: Slack's `block_actions`. */
import { z } from 'zod';
import type { Told } from '../../../src/chat/inbound.ts';
import { id, maybe, millisecondsOf, placeOf, ts } from './shapes.ts';

/** Every button of the bot's messages has an id that begins so. */
export const CHOICE = 'choice-';

const Pressed = z.object({
  user: z.object({ id, team_id: maybe(id) }),
  team: maybe(z.object({ id })),
  channel: maybe(z.object({ id })),
  message: maybe(z.object({ ts, thread_ts: maybe(ts) })),
  container: maybe(
    z.object({ channel_id: maybe(id), message_ts: maybe(ts), is_ephemeral: maybe(z.boolean()) }),
  ),
  actions: z
    .array(z.object({ action_id: id, value: z.string().min(1).max(2000), action_ts: ts }))
    .min(1)
    .max(25),
});

export interface Where {
  readonly platform: string;
  /** The workspace a team of Slack's stands for. */
  readonly workspaceOf: (team: string | null) => string;
}

/** Throws ZodError when it can't be read. Slack gives no id: the press has one, by its time. */
export function readChoice(body: unknown, { platform, workspaceOf }: Where): Told[] {
  const { user, team, channel, message, container, actions } = Pressed.parse(body);
  const where = channel?.id ?? container?.channel_id ?? null;
  const of = message?.ts ?? container?.message_ts ?? null;
  if (where === null) return [];
  const thread = message?.thread_ts && message.thread_ts !== message.ts ? message.thread_ts : null;
  const workspace = workspaceOf(team?.id ?? user.team_id ?? null);
  return actions
    .filter(({ action_id }) => action_id.startsWith(CHOICE))
    .map(({ action_id, value, action_ts }) => ({
      id: `action/${where}/${of ?? ''}/${user.id}/${action_id}/${action_ts}`,
      platform,
      workspace,
      type: 'choice',
      at: millisecondsOf(action_ts),
      from: { userId: user.id, automatic: false },
      place: placeOf(where, null, thread),
      message: of,
      value,
    }));
}
