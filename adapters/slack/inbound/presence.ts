/** Events of type `member_joined_channel` and `member_left_channel`. */
import { z } from 'zod';
import type { Told } from '../../../src/chat/inbound.ts';
import { id, maybe, millisecondsOf, placeOf, type Setting, ts } from './shapes.ts';

const Presence = z.object({
  type: z.enum(['member_joined_channel', 'member_left_channel']),
  user: id,
  channel: id,
  event_ts: maybe(ts),
});

export interface Moves {
  readonly told: readonly Told[];
  /** A channel the bot itself entered: whoever is in it is to be told, an event each, of that event's id. */
  readonly entered: { readonly channel: string; readonly at: number } | null;
}

/** Throws ZodError when it can't be read. */
export function readPresence(event: unknown, time: number, setting: Setting): Moves {
  const { type, user, channel, event_ts } = Presence.parse(event);
  const at = event_ts ? millisecondsOf(event_ts) : time;
  const here = type === 'member_joined_channel';
  if (setting.bots.has(user)) return { told: [], entered: here ? { channel, at } : null };
  return { told: [present(user, { channel, at, here }, setting, setting.eventId)], entered: null };
}

export const present = (
  userId: string,
  { channel, at, here }: { readonly channel: string; readonly at: number; readonly here: boolean },
  { platform, workspace }: Setting,
  eventId: string,
): Told => ({
  id: eventId,
  platform,
  workspace,
  type: 'presence',
  at,
  from: { userId, automatic: false },
  place: placeOf(channel, 'channel', null),
  here,
});
