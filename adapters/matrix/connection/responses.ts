/**
 * The server's sync responses, on their way to the SDK. It keeps rooms, members and keys, but would also hold every
 * message for as long as the process lives: those are taken out here, for a feed that gives them once.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

export const RawEvent = z.looseObject({
  event_id: z.string().min(1).max(255),
  type: z.string().min(1),
  sender: z.string().min(1),
  origin_server_ts: z.number().catch(0),
  content: z.record(z.string(), z.unknown()).catch({}),
  state_key: z.string().optional().catch(undefined),
});
export type RawEvent = z.infer<typeof RawEvent>;

/** What happened in one room. */
export interface Slice {
  readonly room: string;
  /** Oldest first; as the server gave them, for whoever can't be read is reported by name. */
  readonly events: readonly unknown[];
  /** There is more before them, from that position back to where the sync before ended. */
  readonly limited: boolean;
  readonly before: string | null;
  readonly left: boolean;
}

export interface Batch {
  /** The position where the sync before ended; null for the first. */
  readonly since: string | null;
  readonly slices: readonly Slice[];
}

const Timeline = z.object({
  events: z.array(z.unknown()).catch([]),
  limited: z.boolean().catch(false),
  prev_batch: z.string().nullable().catch(null),
});
type Room = { timeline?: unknown; state?: { events?: unknown[] } } & Record<string, unknown>;
interface Response {
  next_batch?: unknown;
  rooms?: Partial<Record<'join' | 'leave', Record<string, Room>>>;
}

/** Whether the state of that room, as it is known, came after that one. */
export type IsPast = (room: string, state: unknown, joined: boolean) => boolean;

/**
 * Takes messages out of a response, in place: their states stay, as states. `since` as it was asked for. A message that
 * was written while somebody entered makes servers repeat the state before it, which would take them out again: what
 * `isPast` is left out.
 */
export function split(response: Response, since: string | null, isPast: IsPast = () => false): Batch {
  const slices: Slice[] = [];
  for (const membership of ['join', 'leave'] as const)
    for (const [room, content] of Object.entries(response.rooms?.[membership] ?? {})) {
      const { events, limited, prev_batch } = Timeline.catch({
        events: [],
        limited: false,
        prev_batch: null,
      }).parse(content.timeline ?? {});
      slices.push({ room, events, limited, before: prev_batch, left: membership === 'leave' });
      const states = events.filter(
        (event) => typeof (event as { state_key?: unknown })?.state_key === 'string',
      );
      if (content.state?.events !== undefined)
        content.state.events = content.state.events.filter(
          (one) => !isPast(room, one, membership === 'join'),
        );
      // The state after the timeline may come by itself (MSC4222).
      if (!('org.matrix.msc4222.state_after' in content) && !('state_after' in content))
        content.state = { events: [...(content.state?.events ?? []), ...states] };
      content.timeline = { events: [], limited, prev_batch };
    }
  return { since, slices };
}

/** Milliseconds before a sync whose connection dropped is asked again: the SDK itself would be deaf for ten seconds. */
const AGAIN = [50, 500, 2_000] as const;

/** A fetch that hands each sync's batch to `kept`, under the position the response ends with. */
export function splitting(kept: (position: string, batch: Batch) => void, isPast: IsPast): typeof fetch {
  const once: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const url = new URL(input instanceof Request ? input.url : String(input));
    if (!url.pathname.endsWith('/sync') || !response.ok) return response;
    const body = (await response.json()) as Response;
    const batch = split(body, url.searchParams.get('since'), isPast);
    if (typeof body.next_batch === 'string') kept(body.next_batch, batch);
    return new Response(JSON.stringify(body), { status: response.status, headers: response.headers });
  };
  return async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : String(input));
    if (pathname.endsWith('/sync'))
      for (const wait of AGAIN)
        try {
          return await once(input, init);
        } catch (error) {
          if (init?.signal?.aborted) throw error;
          await pause(wait);
        }
    return once(input, init);
  };
}
