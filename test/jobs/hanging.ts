// Run by a test with a directory and a conversation: queues a job, begins it, says so, and never ends it.
import { writeSync } from 'node:fs';
import { createJobs } from '../../src/jobs/runner.ts';
import { openEmbedded } from '../../src/store/embedded.ts';

const [dir, conversationId] = process.argv.slice(2);
if (dir === undefined || conversationId === undefined)
  throw new Error('usage: hanging.ts DIRECTORY CONVERSATION');
const database = await openEmbedded(dir);
const jobs = await createJobs(database, { report: () => {}, pollSeconds: 0.5 });
await database.prisma.$transaction((tx) => jobs.sender(tx).send('drain', { conversationId }));
await jobs.start({
  drain: () => {
    writeSync(1, 'begun\n');
    return new Promise(() => {});
  },
  tick: async () => {},
  sweep: async () => {},
  mail: async () => {},
  'fetch-files': async () => {},
  'group-workshop': async () => {},
  scrub: async () => {},
  'find-themes': async () => {},
  'show-workshop': async () => {},
  'show-silence': async () => {},
  'compile-synthesis': async () => {},
});
