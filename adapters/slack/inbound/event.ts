/** An event of Slack's, in the words of every chat; nothing raw goes further in. */
import { z } from 'zod';
import type { Told } from '../../../src/chat/inbound.ts';
import type { Where } from './choice.ts';
import { readMessage } from './message.ts';
import { type Moves, readPresence } from './presence.ts';
import { readReaction } from './reaction.ts';
import { Envelope, maybe, type Setting } from './shapes.ts';

export interface Read extends Moves {
  readonly setting: Setting;
  /** Somebody looks at App Home; told to nobody. */
  readonly looks: unknown;
  /** The bot may have lost its access to that workspace. */
  readonly revoked: boolean;
}

/** Throws ZodError when it can't be read. */
export function readEvent(body: unknown, where: Where, own: ReadonlySet<string>, now: number): Read {
  const { event_id, team_id, authorizations, event } = Envelope.parse(body);
  const [installed] = authorizations ?? [];
  const bot = installed?.is_bot && installed.user_id ? [installed.user_id] : [];
  const setting: Setting = {
    platform: where.platform,
    // In a shared channel, `team_id` may be another organisation's: what counts is where the bot is installed.
    workspace: where.workspaceOf(installed?.team_id ?? team_id ?? null),
    eventId: event_id,
    bots: new Set([...own, ...bot]),
  };
  const only = (told: readonly Told[]): Read => ({
    told,
    entered: null,
    looks: null,
    revoked: false,
    setting,
  });
  switch (event.type) {
    case 'message':
      return only(readMessage(event, setting));
    case 'reaction_added':
    case 'reaction_removed':
      return only(readReaction(event, setting));
    case 'member_joined_channel':
    case 'member_left_channel':
      return { ...only([]), ...readPresence(event, now, setting) };
    case 'app_home_opened':
      return { ...only([]), looks: event };
    case 'app_uninstalled':
      return { ...only([]), revoked: true };
    case 'tokens_revoked':
      // Of people too: the bot uses none of theirs.
      return { ...only([]), revoked: (Revoked.safeParse(event).data?.tokens.bot?.length ?? 0) > 0 };
    default:
      return only([]);
  }
}

const Revoked = z.object({ tokens: z.object({ bot: maybe(z.array(z.unknown())) }) });

/** As much of a body as names it, for what can't be read. */
export function nameOfEvent(body: unknown, platform: string): unknown {
  if (typeof body !== 'object' || body === null) return null;
  const { event_id, team_id } = body as Readonly<Record<string, unknown>>;
  return { id: event_id, platform, workspace: typeof team_id === 'string' ? team_id : '' };
}
