import { Worker } from 'node:worker_threads';
import type { Outline } from '../report/outline.ts';

export interface OfficeJob {
  readonly as: 'docx' | 'pdf';
  readonly outline: Outline;
}

/**
 * Writes beside the thread that answers people: ten thousand proposals take seconds. Rejects with what the writer
 * threw, or with `transient: true` when the thread ended without a word.
 */
export const writeBeside = (as: OfficeJob['as'], outline: Outline): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const job: OfficeJob = { as, outline };
    const thread = new Worker(new URL('./office-worker.ts', import.meta.url), { workerData: job });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => {
      reject(Object.assign(new Error(`the writer of a ${as} ended with code ${code}`), { transient: true }));
    });
  });
