/** One office document, in a thread of its own: started by `office-thread.ts`, ends when it is written. */
import { parentPort, workerData } from 'node:worker_threads';
import { writeDocx, writePdf } from './documents.ts';
import type { OfficeJob } from './office-thread.ts';

if (parentPort === null) throw new Error('src/compose/office-worker.ts runs as a worker thread only');
const { as, outline } = workerData as OfficeJob;
parentPort.postMessage(await (as === 'docx' ? writeDocx : writePdf)(outline));
