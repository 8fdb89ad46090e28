import { Worker } from 'node:worker_threads';
import type { TaskName, Tasks } from './tasks.ts';

export interface Request {
  readonly id: number;
  readonly task: TaskName;
  readonly given: readonly unknown[];
}

export type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

/** Long work in a thread of its own, so that the thread which answers people is never held up. */
export interface AnalysisThread {
  /** Rejects with what the task threw, and with `transient: true` when the thread died or was closed. */
  run<Name extends TaskName>(task: Name, ...given: Parameters<Tasks[Name]>): Promise<ReturnType<Tasks[Name]>>;
  /** Ends the thread; what it was at is rejected. Asked again, it starts another. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/** The thread starts with the first request and stays; idle, it keeps no process alive. A dead one is started again. */
export function createThread(script: URL = new URL('./worker.ts', import.meta.url)): AnalysisThread {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let thread: Worker | null = null;

  const lost = (died: Worker, why: string): void => {
    if (thread !== died) return;
    thread = null;
    const error = Object.assign(new Error(`the analysis thread ${why}`), { transient: true });
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const start = (): Worker => {
    const started = new Worker(script);
    started.on('message', (answer: Answer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) started.unref();
      if ('error' in answer) asked?.reject(new Error(answer.error));
      else asked?.resolve(answer.result as never);
    });
    started.on('error', (error) =>
      lost(started, `died: ${error instanceof Error ? error.message : String(error)}`),
    );
    started.on('exit', (code) => lost(started, `ended with code ${code}`));
    return started;
  };

  return {
    run: (task, ...given) =>
      new Promise((resolve, reject) => {
        thread ??= start();
        last += 1;
        const request: Request = { id: last, task, given };
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
