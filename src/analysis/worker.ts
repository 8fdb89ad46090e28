/** The thread that groups: started by `grouping-worker.ts`, one request at a time, each answered once. */
import { parentPort } from 'node:worker_threads';
import type { GroupingAnswer, GroupingRequest } from './grouping-worker.ts';
import { groupProposals } from './themes.ts';

if (parentPort === null) throw new Error('src/analysis/worker.ts runs as a worker thread only');
const port = parentPort;
port.on('message', ({ id, inputs, lang, themes }: GroupingRequest) => {
  const answer = (): GroupingAnswer => {
    try {
      return { id, grouping: groupProposals(inputs, lang, themes) };
    } catch (error) {
      return { id, error: error instanceof Error ? error.message : String(error) };
    }
  };
  port.postMessage(answer());
});
