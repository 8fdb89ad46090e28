import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type MemoryChatOptions, memoryChat } from '../../adapters/memory/chat.ts';
import { MemoryPlatform } from '../../adapters/memory/platform.ts';
import type { Ids } from '../../src/app/ports/edge.ts';
import type { Store } from '../../src/app/ports/store.ts';
import { type Document, paragraph } from '../../src/chat/outbound.ts';
import type { ChatPort } from '../../src/chat/port.ts';
import { createDrain, type DrainSettings } from '../../src/host/drain.ts';
import { createReceive, type Handle, type ReceiveSettings } from '../../src/host/receive.ts';
import { createJobs, type JobRunner } from '../../src/jobs/runner.ts';
import { createLog } from '../../src/log.ts';
import type { Database } from '../../src/store/database.ts';
import { createStore } from '../../src/store/store.ts';
import type { TestDatabase } from '../databases.ts';

export const ids: Ids = { next: <Id extends string>() => v7() as Id };

export const say = (text: string): Document => ({ lang: 'fr', blocks: [paragraph(text)], choices: [] });

/** Answers a message with the person's own words, by reference, and everything else with its type. */
export const echo: Handle = async (_tx, { event, wordsId }) => ({
  state: 'handled',
  consultationId: null,
  personId: null,
  replies: [
    {
      kind: 'receipt',
      document:
        wordsId === null
          ? say(`Reçu : ${event.type}`)
          : { lang: 'fr', blocks: [paragraph('Reçu : ', { words: wordsId })], choices: [] },
    },
  ],
});

export interface Bot {
  readonly store: Store;
  readonly drain: ReturnType<typeof createDrain>;
  readonly receive: (event: unknown) => Promise<void>;
  readonly chat: ChatPort;
}

type Wanted = Partial<Omit<ReceiveSettings, 'drain' | 'log'>> &
  Partial<Omit<DrainSettings, 'log'>> & {
    platform: MemoryPlatform;
    chatOptions?: MemoryChatOptions;
    /** False: the chat isn't started. */
    listens?: boolean;
  };

/** A migrated database with its job queue, shared by the tests of a suite; bots made on it end with each test. */
export function onDatabase(test: TestDatabase) {
  let database: Database;
  let jobs: JobRunner;
  const ends: (() => Promise<void>)[] = [];
  const lines: string[] = [];
  const log = createLog({ destination: { write: (line) => void lines.push(line) } });

  beforeAll(async () => {
    database = await test.open();
    jobs = await createJobs(database, { report: () => {}, supervise: false });
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
    lines.length = 0;
  });
  afterAll(async () => {
    await jobs.stop();
    await database.close();
  });

  return {
    /** What was logged in this test. */
    lines,
    log,
    get database() {
      return database;
    },
    get store() {
      return createStore(database, jobs.sender);
    },
    async bot(wanted: Wanted): Promise<Bot> {
      const { platform, chatOptions, listens = true, ...given } = wanted;
      const store = given.store ?? createStore(database, jobs.sender);
      const chat = memoryChat(platform, chatOptions);
      const clock = given.clock ?? { now: Date.now };
      const drain = createDrain({
        ids,
        log,
        clock,
        erasedText: () => '[effacé]',
        ...given,
        store,
        ports: given.ports ?? new Map([[chat.platform, chat]]),
      });
      const receive = createReceive({
        handle: echo,
        apology: () => say("Quelque chose n'a pas marché."),
        ids,
        ...given,
        clock,
        store,
        drain,
        log,
      });
      if (listens) await chat.start(receive);
      ends.push(async () => {
        await chat.stop();
        await drain.stop(0);
      });
      return { store, drain, receive, chat };
    },
  };
}

/** A platform of its own for each test, so that rows of other tests are strangers. */
let platforms = 0;
export const newPlatform = (
  options: ConstructorParameters<typeof MemoryPlatform>[0] = {},
): MemoryPlatform => {
  platforms += 1;
  return new MemoryPlatform({ name: `memory-${platforms}`, ...options });
};
