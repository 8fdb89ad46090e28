/** All lanes that are due, so many side by side: one that takes long holds up no other, nor one that may go on meanwhile. */
import type { ConversationId } from '../core/ids.ts';
import type { OneAtATime } from './one-at-a-time.ts';

const PAGE = 100;

export interface SweepSettings {
  /** At most so many that are due, the longest queued first; none where that can't be known. */
  due(limit: number): Promise<readonly ConversationId[]>;
  /** Resolves when nothing of that lane can be sent now. */
  lane(id: ConversationId): Promise<void>;
  stopping(): boolean;
}

interface Round {
  /** Asked for anew while it runs. */
  wanted: boolean;
  nudge: () => void;
}

export function createSweep({ due, lane, stopping }: SweepSettings): OneAtATime {
  let current: (Round & { readonly done: Promise<void> }) | null = null;

  async function lanes(round: Round): Promise<void> {
    const going = new Set<ConversationId>();
    const seen = new Set<ConversationId>();
    let more = false;
    for (;;) {
      if (round.wanted) {
        round.wanted = false;
        more = true;
        seen.clear();
      }
      if (stopping()) more = false;
      if (more && going.size <= PAGE / 2) {
        const found = await due(seen.size + going.size + PAGE);
        const fresh = found.filter((id) => !seen.has(id) && !going.has(id));
        more = fresh.length > 0;
        for (const id of fresh) {
          seen.add(id);
          going.add(id);
          void lane(id).then(() => {
            going.delete(id);
            round.nudge();
          });
        }
      } else if (going.size === 0) return;
      else
        await new Promise<void>((resolve) => {
          round.nudge = resolve;
        });
    }
  }

  return {
    run() {
      if (stopping()) return Promise.resolve();
      if (current !== null) {
        current.wanted = true;
        current.nudge();
        return current.done;
      }
      const round: Round = { wanted: true, nudge: () => {} };
      const done = lanes(round).finally(() => {
        current = null;
      });
      current = Object.assign(round, { done });
      return done;
    },
    get running() {
      return current?.done ?? null;
    },
  };
}
