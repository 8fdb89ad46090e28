/** When the mail server, the mailbox, the program or the plan changes its mind. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mailerOf } from '../../../../adapters/web/chat.ts';
import type { Mailer } from '../../../../src/chat/letter.ts';
import type { Context } from '../../../../src/commands/context.ts';
import { roundStatus } from '../../../../src/commands/round-status.ts';
import type { Post } from '../../../../src/host/post.ts';
import { createPost } from '../../../../src/host/post.ts';
import { createLog } from '../../../../src/log.ts';
import type { Database } from '../../../../src/store/database.ts';
import { createStore } from '../../../../src/store/store.ts';
import { storyDatabases } from '../../../databases.ts';
import { openRound, openStage, type Stage, somebody, until } from '../stage.ts';
import { type MailServer, mailServer } from './smtp.ts';

const mailerTo = ({ url }: MailServer): Mailer =>
  mailerOf(
    { url, withoutTls: false, from: 'consultation@example.org', replyTo: null },
    {
      guests: {
        find: async (consultation, userId) => ({
          consultation,
          userId,
          generation: 1,
          name: 'Claire Martin',
          lang: 'fr',
          zone: 'Europe/Paris',
          team: false,
          title: 'Un plan',
          asker: 'la Métropole',
        }),
      },
      links: { linkOf: () => '/t/link', stopOf: () => '/u/stop' },
      origin: () => 'http://127.0.0.1',
    },
  );

const MINUTE = 60_000;
const PEOPLE = ['claire', 'omar', 'lucie', 'kate'] as const;
const boxOf = (userId: string) => `${userId}@example.org`;

describe.each(storyDatabases())('letters in trouble on $name', ({ name, open }) => {
  let server: MailServer;
  let database: Database;
  let stage: Stage;
  let post: Post;

  beforeEach(async () => {
    server = await mailServer();
    database = await open();
    stage = await openStage(
      database,
      PEOPLE.map((userId) => somebody(userId, { contact: { email: boxOf(userId) } })),
      { open: false, mail: { url: server.url } },
    );
    post = stage.bot.post!;
  });
  afterEach(async () => {
    await stage.close();
    await server.close();
  });

  const rows = (columns: string) =>
    database.session(({ query }) =>
      query<Record<string, unknown>>(`SELECT ${columns} FROM "Mail" ORDER BY "createdAt", id`),
    );
  const later = async (ms: number): Promise<void> => {
    stage.pass(ms);
    await post.sweep();
  };
  const counts = () => PEOPLE.map((userId) => server.to(boxOf(userId)).length);
  const reached = async () => {
    const [row] = await database.session(({ query }) =>
      query<{ n: number }>('SELECT count("reachedAt")::int AS n FROM "Participation"'),
    );
    return row!.n;
  };

  test('a mailbox that asks for patience gets its letter later, once; nobody else waits for it', async () => {
    server.trouble(boxOf('claire'), 'later', 'later');
    await openRound(stage);
    await until(async () => {
      await post.sweep();
      return counts().join() === '0,1,1,1';
    });
    expect(await reached()).toBe(3);
    await later(MINUTE + 1);
    expect(server.to(boxOf('claire'))).toHaveLength(0);
    await later(2 * MINUTE + 1);
    expect(counts()).toEqual([1, 1, 1, 1]);
    expect(await reached()).toBe(4);
    await later(60 * MINUTE);
    expect(counts()).toEqual([1, 1, 1, 1]);
  });

  test('a mailbox that does not exist fails at once, and is not counted as reached', async () => {
    server.trouble(boxOf('omar'), 'refused');
    await openRound(stage);
    await until(async () => {
      await post.sweep();
      return (await rows('state')).every(({ state }) => state === 'sent' || state === 'failed');
    });
    expect(counts()).toEqual([1, 0, 1, 1]);
    expect(await rows('state, error')).toContainEqual({ state: 'failed', error: 'EENVELOPE:550' });
    expect(await reached()).toBe(3);
    const rachida = await stage.person('rachida');
    rachida.say('silence');
    await until(async () =>
      (await rachida.read()).some(({ text }) => text.includes('1 refusé par la messagerie')),
    );
    rachida.say('statut');
    await until(async () =>
      (await rachida.read()).some(
        ({ text }) => /Omar.*\(e-mail\)/su.test(text) && !/Claire.*\(e-mail\)/su.test(text),
      ),
    );
    rachida.close();
    expect(await statusByCommand()).toEqual([
      { name: expect.stringContaining('Omar'), organisation: expect.any(String), by: ['mail'] },
    ]);
  });

  /** Who `tour round status --json` says could not be told. */
  async function statusByCommand(): Promise<unknown> {
    const said: string[] = [];
    const out = { print: (line: string) => void said.push(line), error: () => {}, progress: () => {} };
    const core = { ...stage.bot, json: true, lang: 'fr', account: 'test', path: (given: string) => given };
    await roundStatus({ ...core, out: { ...out, colour: false, width: null } } as unknown as Context, {
      as: 'rachida',
    });
    return JSON.parse(said.join('\n')).rounds.flatMap(({ refused }: { refused: unknown[] }) => refused);
  }

  test('a connection that breaks after the text: sent again, as the same letter', async () => {
    await stage.tell('claire', 'Un mot.');
    server.trouble(boxOf('claire'), 'dropped');
    await until(async () => {
      await later(21_000);
      return (await rows('state')).every(({ state }) => state === 'sent');
    });
    const ids = server.to(boxOf('claire')).map(({ mail }) => mail.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('a server that is down holds back all letters and nothing else; then each leaves once', async () => {
    server.ill('down');
    await openRound(stage);
    await post.sweep();
    expect(counts()).toEqual([0, 0, 0, 0]);
    // The page goes on.
    const claire = await stage.person('claire');
    claire.say('oui');
    await until(async () => (await claire.read()).some(({ text }) => text.includes('1/6')));
    claire.close();
    expect(await rows('attempts, error')).toEqual(PEOPLE.map(() => ({ attempts: 0, error: null })));
    server.well();
    await until(async () => {
      await later(MINUTE);
      return (await rows('state')).every(({ state }) => state !== 'queued' && state !== 'sending');
    });
    expect(counts()).toEqual([1, 1, 1, 1]);
    expect(stage.lines.join('\n')).toContain('mail.pauses');
    expect(stage.lines.join('\n')).not.toMatch(/example\.org|not today/u);
  });

  test('a cancelled round: what had not left stays, and those it had not reached are told nothing', async () => {
    server.ill('down');
    await openRound(stage);
    await post.sweep();
    const rachida = await stage.person('rachida');
    rachida.say('annuler plan-actions');
    await until(async () => (await rachida.read()).some(({ text }) => text.includes('est annulé')));
    rachida.close();
    server.well();
    await later(10 * MINUTE);
    expect(server.taken).toEqual([]);
    expect(await rows('state, error')).toEqual(PEOPLE.map(() => ({ state: 'dropped', error: 'called-off' })));
  });

  test('somebody erased while their letter waits gets none, and their address is nowhere', async () => {
    server.ill('later');
    await stage.tell('claire', 'Un mot.');
    await stage.tell('omar', 'Un mot.');
    await post.sweep();
    const address = { platform: 'web', workspace: 'main', userId: 'claire' };
    await stage.bot.store.transaction(async (tx) => {
      const [claire] = await tx.people.byAddress(address);
      await tx.personal.erase(claire!.id, stage.bot.clock.now(), []);
    });
    server.well();
    await later(2 * MINUTE);
    expect(counts()).toEqual([0, 1, 0, 0]);
    const left = await database.session(async ({ query }) => [
      ...(await query(`SELECT id FROM "Person" p WHERE p::text LIKE '%' || $1::text || '%'`, [
        boxOf('claire'),
      ])),
      ...(await query(
        `SELECT id FROM "Mail" m WHERE m::text LIKE '%@%' OR m::text LIKE '%says the server%'`,
        [],
      )),
      ...(await query(`SELECT id FROM pgboss.job j WHERE j::text LIKE '%' || $1::text || '%'`, [
        boxOf('omar'),
      ])),
    ]);
    expect(left).toEqual([]);
  });

  test('after a restore nothing old is mailed again', async () => {
    server.ill('down');
    await stage.tell('claire', 'Avant la restauration.');
    await post.sweep();
    await database.session(({ query }) => query('UPDATE "Installation" SET generation = generation + 1'));
    server.well();
    await stage.tell('omar', 'Après.');
    await later(10 * MINUTE);
    expect(counts()).toEqual([0, 1, 0, 0]);
  });

  test('killed between the server’s yes and its own note: sent again by who comes after, as the same letter', async () => {
    const store = createStore(database, () => ({ send: async () => {} }));
    const parts = {
      mailer: mailerTo(server),
      clock: stage.bot.clock,
      log: createLog({ level: 'silent' }),
      erasedText: () => '',
      compose: async () => null,
      roundOf: async () => null,
      perMinute: 6_000,
    };
    await post.stop(0);
    await stage.tell('claire', 'Un mot.');
    let noted = false;
    const dying = createPost({
      ...parts,
      store: {
        ...store,
        transaction: (body) =>
          store.transaction((tx) =>
            body({
              ...tx,
              mails: {
                ...tx.mails,
                sent: () => {
                  noted = true;
                  return Promise.reject(new Error('killed here'));
                },
              },
            }),
          ),
      },
    });
    await dying.sweep();
    expect(noted).toBe(true);
    expect(await rows('state')).toEqual([{ state: 'sending' }]);
    const after = createPost({
      ...parts,
      store,
      alone: name === 'PGlite',
    });
    // Elsewhere another process waits for the end of the lease.
    if (name !== 'PGlite') stage.pass(4 * MINUTE);
    await after.sweep();
    expect(await rows('state')).toEqual([{ state: 'sent' }]);
    const ids = server.to(boxOf('claire')).map(({ mail }) => mail.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('two processes: each letter once, over few connections', async () => {
    const store = createStore(database, () => ({ send: async () => {} }));
    const other = createPost({
      clock: stage.bot.clock,
      log: createLog({ level: 'silent' }),
      erasedText: () => '',
      compose: async () => null,
      roundOf: async () => null,
      perMinute: 6_000,
      mailer: mailerTo(server),
      store,
    });
    for (let turn = 0; turn < 10; turn += 1)
      for (const userId of PEOPLE) await stage.tell(userId, `Message ${turn}.`);
    await until(async () => {
      await Promise.all([post.sweep(), other.sweep()]);
      return (await rows('state')).every(({ state }) => state === 'sent');
    });
    expect(counts()).toEqual([10, 10, 10, 10]);
    expect(new Set(server.taken.map(({ mail }) => mail.messageId)).size).toBe(40);
    expect(server.most).toBeLessThanOrEqual(6);
    await other.stop(0);
  });

  test('stopped in the middle of a fan-out: soon, and what is left leaves later', async () => {
    server.ill('silent');
    for (const userId of PEOPLE) await stage.tell(userId, 'Un mot.');
    void post.sweep();
    await until(async () => server.tries > 0);
    const before = performance.now();
    await post.stop(300);
    expect(performance.now() - before).toBeLessThan(20_000);
    expect((await rows('state')).map(({ state }) => state)).toEqual(PEOPLE.map(() => 'queued'));
  });
});
