/**
 * Rooms that the bot makes for its conversations: one after the other, since a homeserver makes them slower than
 * anything else, and counts them apart. What is answered to others waits for none.
 */
import { EventType, type MatrixClient, type MatrixEvent } from 'matrix-js-sdk';
import { ChatError } from '../../../src/chat/port.ts';
import type { Ledger } from '../store/ledger.ts';
import { createPace } from './pace.ts';

export interface Making {
  /** A new encrypted room with that person, who is asked into it; known before it is said. Rejects with ChatError. */
  direct(userId: string): Promise<string>;
  /** Tells clients, once that changed, which rooms are a conversation with whom (`m.direct`). */
  noteDirects(): void;
  stop(): void;
}

export interface MakingParts {
  readonly client: MatrixClient;
  readonly ledger: Pick<Ledger, 'directs' | 'setDirect'>;
  readonly now: () => number;
  readonly report: (error: unknown) => void;
}

/** Those that may wait for their turn: beyond, the host's patience with a call would end first. */
const MOST = 8;
/** Milliseconds. */
const TURN = 1_000;
const QUIET = 3_000;

export function createMaking({ client, ledger, now, report }: MakingParts): Making {
  const pace = createPace(now, 'call');
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let timer: NodeJS.Timeout | null = null;

  async function make(userId: string): Promise<string> {
    const { room_id } = await pace.ask('createRoom', () =>
      client.createRoom({
        is_direct: true,
        invite: [userId],
        preset: 'trusted_private_chat' as never,
        initial_state: [
          { type: 'm.room.encryption', state_key: '', content: { algorithm: 'm.megolm.v1.aes-sha2' } },
        ],
      }),
    );
    ledger.setDirect(userId, room_id);
    noteDirects();
    return room_id;
  }

  function noteDirects(): void {
    clearTimeout(timer ?? undefined);
    timer = setTimeout(() => {
      timer = null;
      void tell().catch(report);
    }, QUIET);
    timer.unref();
  }

  async function tell(): Promise<void> {
    const known = client.getAccountData(EventType.Direct) as MatrixEvent | undefined;
    const before = known?.getContent<Record<string, string[]>>() ?? {};
    const after = withDirects(before, ledger.directs());
    if (after !== null) await pace.ask('account_data', () => client.setAccountData(EventType.Direct, after));
  }

  return {
    async direct(userId) {
      if (waiting >= MOST)
        throw new ChatError('matrix: createRoom: others first', {
          transient: true,
          retryAfter: MOST * TURN,
          untaken: true,
        });
      waiting += 1;
      const mine = last.then(() => make(userId));
      last = mine.catch(() => {});
      try {
        return await mine;
      } finally {
        waiting -= 1;
      }
    },
    noteDirects,
    stop: () => clearTimeout(timer ?? undefined),
  };
}

/** null when they are all there. */
export function withDirects(
  before: Readonly<Record<string, unknown>>,
  directs: readonly { readonly person: string; readonly room: string }[],
): Record<string, string[]> | null {
  const after = new Map<string, string[]>();
  for (const [person, rooms] of Object.entries(before))
    if (Array.isArray(rooms))
      after.set(
        person,
        rooms.filter((one) => typeof one === 'string'),
      );
  let changed = false;
  for (const { person, room } of directs) {
    const rooms = after.get(person) ?? [];
    if (rooms.includes(room)) continue;
    after.set(person, [...rooms, room]);
    changed = true;
  }
  return changed ? Object.fromEntries(after) : null;
}
