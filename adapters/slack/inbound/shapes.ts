/** What is read of Slack's payloads, and no more. Fields that may be missing may as well be null or of any type. */
import { z } from 'zod';

export const id = z.string().min(1).max(255);
/** Seconds since 1970 as Slack writes them, `1700000000.000100`: also the name of a message in its channel. */
export const ts = z.string().regex(/^\d{1,12}(?:\.\d{1,9})?$/u);

export const maybe = <S extends z.ZodType>(shape: S) => shape.nullish().catch(null);

export const millisecondsOf = (stamp: string): number => Math.round(Number(stamp) * 1000);

export const Envelope = z.object({
  event_id: id,
  team_id: maybe(id),
  authorizations: maybe(
    z.array(z.object({ team_id: maybe(id), user_id: maybe(id), is_bot: maybe(z.boolean()) })),
  ),
  event: z.looseObject({ type: id }),
});
export type Envelope = z.infer<typeof Envelope>;

/**
 * The team in which the bot is installed, of somebody who does something: in a channel that organisations share, `team` and
 * `user.team_id` may be their own, another one.
 */
export const teamOf = (done: {
  readonly user: { readonly team_id?: string | null | undefined };
  readonly team?: { readonly id: string } | null | undefined;
  readonly view?: { readonly app_installed_team_id?: string | null | undefined } | null | undefined;
}): string | null => done.view?.app_installed_team_id ?? done.team?.id ?? done.user.team_id ?? null;

/** What every reader knows of where it reads. */
export interface Setting {
  readonly platform: string;
  readonly workspace: string;
  readonly eventId: string;
  /** The bot's own user ids. */
  readonly bots: ReadonlySet<string>;
}

/** Direct messages are in channels called D…; `im` is what events say. */
export const isDirect = (channel: string, type?: string | null): boolean =>
  type === 'im' || (type === undefined || type === null ? channel.startsWith('D') : false);

export function placeOf(
  channel: string,
  type: string | null | undefined,
  thread: string | null,
): { readonly kind: 'direct' | 'room'; readonly ref: string; readonly thread: string | null } {
  const direct = isDirect(channel, type);
  return { kind: direct ? 'direct' : 'room', ref: channel, thread: direct ? null : thread };
}
