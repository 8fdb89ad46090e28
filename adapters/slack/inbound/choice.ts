/** A button of a message, pressed: Slack's `block_actions`. */
import { z } from 'zod';
import type { Told } from '../../../src/chat/inbound.ts';
import type { Asker } from '../../../src/chat/surface.ts';
import { id, maybe, millisecondsOf, placeOf, ts } from './shapes.ts';

/** Every button of the bot's messages has an id that begins so. */
export const CHOICE = 'choice-';
/** Those that open a form, whose name comes before their value. */
export const OPENS = 'form-';
export const withForm = (form: string, value: string): string => `${form} ${value}`;

const Pressed = z.object({
  trigger_id: maybe(id),
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

export interface Press {
  readonly asker: Asker;
  /** What it says. */
  readonly told: Told;
  /** The form it opens in the place of saying that. */
  readonly opens: { readonly form: string; readonly trigger: string } | null;
}

/** Throws ZodError when it can't be read. Slack gives no id: the press has one, by its time. */
export function readChoice(body: unknown, { platform, workspaceOf }: Where): Press[] {
  const { trigger_id, user, team, channel, message, container, actions } = Pressed.parse(body);
  const where = channel?.id ?? container?.channel_id ?? null;
  const of = message?.ts ?? container?.message_ts ?? null;
  if (where === null) return [];
  const ref: string = where;
  const thread = message?.thread_ts && message.thread_ts !== message.ts ? message.thread_ts : null;
  const workspace = workspaceOf(team?.id ?? user.team_id ?? null);
  return actions
    .filter(({ action_id }) => action_id.startsWith(CHOICE) || action_id.startsWith(OPENS))
    .map(({ action_id, value: whole, action_ts }) => {
      const at = action_id.startsWith(OPENS) ? whole.indexOf(' ') : -1;
      const opens = at > 0 && trigger_id ? { form: whole.slice(0, at), trigger: trigger_id } : null;
      const told = said(action_id, whole.slice(at + 1), action_ts);
      return { asker: { platform, workspace, userId: user.id }, told, opens };
    });

  function said(action_id: string, value: string, action_ts: string): Told {
    return {
      id: `action/${ref}/${of ?? ''}/${user.id}/${action_id}/${action_ts}`,
      platform,
      workspace,
      type: 'choice',
      at: millisecondsOf(action_ts),
      from: { userId: user.id, automatic: false },
      place: placeOf(ref, null, thread),
      message: of,
      value,
    };
  }
}
