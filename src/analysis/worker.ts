/** The analysis thread: started by `thread.ts`, one request at a time, each answered once. */
import { parentPort } from 'node:worker_threads';
import { TASKS } from './tasks.ts';
import type { Answer, Request } from './thread.ts';

if (parentPort === null) throw new Error('src/analysis/worker.ts runs as a worker thread only');
const port = parentPort;
port.on('message', ({ id, task, given }: Request) => {
  const answer = (): Answer => {
    try {
      const run: (...all: never[]) => unknown = TASKS[task];
      return { id, result: run(...(given as never[])) };
    } catch (error) {
      return { id, error: error instanceof Error ? error.message : String(error) };
    }
  };
  port.postMessage(answer());
});
