/** What Slack's side has sent and how it ended, whichever way it goes. */
import type { Taken } from './courier.ts';

export interface OnTheWay {
  readonly taken: readonly Taken[];
  watch(work: Promise<Taken>): Promise<Taken>;
  /** Resolves when nothing is on its way. */
  settled(): Promise<void>;
}

export function onTheWay(): OnTheWay {
  const taken: Taken[] = [];
  const busy = new Set<Promise<unknown>>();
  return {
    taken,
    watch(work) {
      const noted: Promise<Taken> = work.then((one) => {
        taken.push(one);
        busy.delete(noted);
        return one;
      });
      busy.add(noted);
      return noted;
    },
    async settled() {
      while (busy.size > 0) await Promise.all(busy);
    },
  };
}
