/** What was kept long enough leaves by the tick: killed in the middle of it, all of it is there, and leaves the next time. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createClockwork } from '../../src/compose/clockwork.ts';
import { createLog } from '../../src/log.ts';
import type { Database } from '../../src/store/database.ts';
import { openEmbedded } from '../../src/store/embedded.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { createStore } from '../../src/store/store.ts';
import { databases, serverCopy } from '../databases.ts';

const DAY = 86_400_000;
const OLD = 60;
const RECENT = 5;

/** A database that outlives a process: a directory, or an address. */
const KINDS = {
  PGlite: { make: async () => mkdtempSync(join(tmpdir(), 'tour-retention-')), open: openEmbedded },
  PostgreSQL: { make: serverCopy, open: openPostgres },
};

describe.each(databases())('retention, on $name', ({ name }) => {
  const { make, open } = KINDS[name];
  let child: ChildProcess | null = null;
  let where = '';
  afterEach(() => {
    child?.kill('SIGKILL');
    if (name === 'PGlite') rmSync(where, { recursive: true, force: true });
  });

  async function within<T>(look: (database: Database) => Promise<T>): Promise<T> {
    const database = await open(where);
    try {
      return await look(database);
    } finally {
      await database.close();
    }
  }

  const keep = ({ prisma }: Database) =>
    prisma.$transaction(async (tx) => {
      const consultationId = randomUUID();
      for (let number = 1; number <= OLD + RECENT; number += 1) {
        const id = randomUUID();
        await tx.attachment.create({
          data: {
            id,
            consultationId,
            number,
            personId: randomUUID(),
            conversationId: randomUUID(),
            inboundId: randomUUID(),
            messageRef: `m${number}`,
            place: 0,
            nameId: randomUUID(),
            kind: 'pdf',
            bytes: 9_000,
            sha256: `fingerprint ${number}`,
            state: number % 2 ? 'extracted' : 'filed',
            receivedAt: new Date(Date.now() - 500 * DAY),
            settledAt: new Date(Date.now() - (number <= OLD ? 366 : 364) * DAY),
          },
        });
        await tx.attachmentContent.create({ data: { attachmentId: id, data: Buffer.alloc(9_000, number) } });
      }
    });
  const held = ({ prisma }: Database) =>
    prisma.$transaction(async (tx) => ({
      files: await tx.attachment.count(),
      known: await tx.attachment.count({ where: { sha256: { not: null } } }),
      contents: await tx.attachmentContent.count(),
    }));
  const tick = async (database: Database) => {
    const store = createStore(database, () => ({ send: async () => {} }));
    await createClockwork({
      store,
      plain: store,
      clock: { now: () => Date.now() },
      ids: { next: () => randomUUID() as never },
      log: createLog({ destination: { write: () => {} } }),
      deskOf: () => {
        throw new Error('nothing is read here');
      },
      post: null,
    })();
  };

  test('killed amid it, nothing is half gone; then it leaves whole, and a second run does nothing', async () => {
    where = await make();
    await within(keep);
    child = spawn(process.execPath, [join(import.meta.dirname, 'expiring.ts'), where], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = await once(child.stdout!, 'data');
    expect(Number(said)).toBe(OLD);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await within(async (database) => {
      expect(await held(database)).toEqual({ files: 65, known: 65, contents: 65 });
      const left = { files: 65, known: RECENT, contents: RECENT };
      for (const _ of ['the first time', 'the second']) {
        await tick(database);
        expect(await held(database)).toEqual(left);
      }
    });
  });
});
