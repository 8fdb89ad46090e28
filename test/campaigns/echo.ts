// Run by the kill campaign with a directory: people talk with a bot that repeats them, from where they were.
import { join } from 'node:path';
import { v7 } from 'uuid';
import { memoryChat } from '../../adapters/memory/chat.ts';
import { MemoryPlatform } from '../../adapters/memory/platform.ts';
import type { Ids } from '../../src/app/ports/edge.ts';
import { paragraph } from '../../src/chat/outbound.ts';
import { createDrain } from '../../src/host/drain.ts';
import { createReceive } from '../../src/host/receive.ts';
import { createJobs } from '../../src/jobs/runner.ts';
import { createLog } from '../../src/log.ts';
import { openEmbedded } from '../../src/store/embedded.ts';
import { createStore } from '../../src/store/store.ts';

const [dir, messages] = process.argv.slice(2);
if (dir === undefined || messages === undefined) throw new Error('usage: echo.ts DIRECTORY MESSAGES_EACH');

const ids: Ids = { next: <Id extends string>() => v7() as Id };
const clock = { now: Date.now };
const log = createLog({ level: 'silent' });
const database = await openEmbedded(dir);
const jobs = await createJobs(database, { report: () => {} });
const store = createStore(database, jobs.sender);
const platform = new MemoryPlatform({ journal: join(dir, 'chat.jsonl') });
// As on Slack: a message posted twice is two messages.
const chat = memoryChat(platform, { deduplicates: false });
const ports = new Map([[chat.platform, chat]]);
const drain = createDrain({ store, ports, clock, ids, log, erasedText: () => '', alone: true });
const receive = createReceive({
  store,
  drain,
  clock,
  ids,
  log,
  apology: () => null,
  handle: async (_tx, { wordsId }) => ({
    state: 'handled',
    consultationId: null,
    personId: null,
    replies: [
      { kind: 'receipt', document: { lang: 'fr', blocks: [paragraph({ words: wordsId! })], choices: [] } },
      { kind: 'prompt', document: { lang: 'fr', blocks: [paragraph('Et encore ?')], choices: [] } },
    ],
  }),
});
await chat.start(receive);
void drain.sweep();

await Promise.all(
  Array.from({ length: 6 }, async (_, index) => {
    const who = `p${index}`;
    let said = platform.said(who).length;
    const answered = () => platform.waitForCount(who, 2 * said, { within: 60_000 });
    await answered();
    while (said < Number(messages)) {
      platform.say(who, `message ${said} de ${who}`);
      said += 1;
      await answered();
    }
  }),
);
await platform.settled();
await chat.stop();
await drain.stop(10_000);
await jobs.stop();
await store.close();
platform.close();
