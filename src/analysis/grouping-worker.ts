import { Worker } from 'node:worker_threads';
import type { Described, Lang } from '../core/consultation/model.ts';
import type { Grouping, GroupingInput } from '../core/synthesis/model.ts';

export interface GroupingRequest {
  readonly id: number;
  readonly inputs: readonly GroupingInput[];
  readonly lang: Lang;
  readonly themes: readonly Described[];
}

export type GroupingAnswer =
  | { readonly id: number; readonly grouping: Grouping }
  | { readonly id: number; readonly error: string };

/** Groups in a thread of its own, so that the thread which answers people is never held up. */
export interface Grouper {
  /** As `groupProposals`; rejects with what it threw, and with `transient: true` when the thread died or was closed. */
  group(inputs: readonly GroupingInput[], lang: Lang, themes: readonly Described[]): Promise<Grouping>;
  /** Ends the thread; what it was grouping is rejected. Grouping again starts another. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (grouping: Grouping) => void;
  readonly reject: (error: Error) => void;
}

/** The thread starts with the first grouping and stays; idle, it keeps no process alive. A dead one is started again. */
export function createGrouper(script: URL = new URL('./worker.ts', import.meta.url)): Grouper {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let thread: Worker | null = null;

  const lost = (died: Worker, why: string): void => {
    if (thread !== died) return;
    thread = null;
    const error = Object.assign(new Error(`the grouping thread ${why}`), { transient: true });
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const start = (): Worker => {
    const started = new Worker(script);
    started.on('message', (answer: GroupingAnswer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) started.unref();
      if ('error' in answer) asked?.reject(new Error(answer.error));
      else asked?.resolve(answer.grouping);
    });
    started.on('error', (error) =>
      lost(started, `died: ${error instanceof Error ? error.message : String(error)}`),
    );
    started.on('exit', (code) => lost(started, `ended with code ${code}`));
    return started;
  };

  return {
    group: (inputs, lang, themes) =>
      new Promise((resolve, reject) => {
        thread ??= start();
        last += 1;
        const request: GroupingRequest = { id: last, inputs, lang, themes };
        thread.postMessage(request);
        waiting.set(last, { resolve, reject });
        thread.ref();
      }),
    async close() {
      const open = thread;
      if (open === null) return;
      lost(open, 'was closed');
      await open.terminate();
    },
  };
}
