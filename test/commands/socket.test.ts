/** Commands beside a bot that runs: the bot has the database, and runs them for whoever has its account. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Core } from '../../src/commands/context.ts';
import { type Caller, callBot } from '../../src/commands/socket/call.ts';
import { PROTOCOL, send } from '../../src/commands/socket/frames.ts';
import { placeSocket, socketOf } from '../../src/commands/socket/place.ts';
import { type CommandSocket, serveCommands } from '../../src/commands/socket/serve.ts';
import { openCore } from '../../src/compose/open-core.ts';
import { maintenance } from '../../src/store/maintenance.ts';
import { embeddedCopy } from '../databases.ts';
import { GRAND_DEBAT, lines, NOON } from './shell.ts';

const ROOT = join(import.meta.dirname, '../..');
const folders: string[] = [];
const folder = (name = 'tour-socket-test-'): string => {
  const made = mkdtempSync(join(tmpdir(), name));
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

describe('npm start and npx tour, two processes on one data directory', () => {
  const dir = folder();
  const running = new Set<ChildProcess>();
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: dir,
    PORT: '0',
    LOG_LEVEL: 'silent',
    CONSULTATION: GRAND_DEBAT,
  };

  function program(file: string, words: readonly string[], options: { lang?: string; cwd?: string } = {}) {
    const child = spawn(process.execPath, [join(ROOT, file), ...words], {
      cwd: options.cwd ?? ROOT,
      env: { ...env, INTERFACE_LANG: options.lang ?? 'fr' },
    });
    running.add(child);
    let out = '';
    let err = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      err += data;
    });
    const ended = once(child, 'close').then(([exit]) => {
      running.delete(child);
      return { exit, out, err };
    });
    return { child, ended, out: () => out };
  }
  const tour = (words: readonly string[], options = {}) => program('src/cli.ts', words, options).ended;
  async function start() {
    const bot = program('src/main.ts', []);
    while (!bot.out().includes('Ctrl+C'))
      await Promise.race([once(bot.child.stdout!, 'data'), bot.ended.then(() => Promise.reject(bot.out()))]);
    return bot;
  }
  let bot: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    bot = await start();
  });
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL');
  });

  test('the bot runs the command: its result on standard output, what is wrong on standard error, the same exit codes', async () => {
    expect(lstatSync(join(dir, 'bot.sock')).mode & 0o777).toBe(0o600);
    const texts = folder();
    writeFileSync(join(texts, 'textes.jsonl'), lines({ id: 1, text: 'Reconnaître le vote blanc' }));
    const import_ = ['proposals', 'import', 'textes.jsonl', '--as'];
    const [done, refused, wrong, english] = await Promise.all([
      tour([...import_, 'rachida', '--json'], { cwd: texts }),
      tour(['synthesis', 'compile', '--as', 'rachida', '--json']),
      tour(['proposals', 'liste']),
      tour(['people', 'list'], { lang: 'en' }),
    ]);
    expect(done).toMatchObject({ exit: 0, err: '' });
    expect(JSON.parse(done.out)).toMatchObject({ ok: true, added: 1, refs: ['P-0001', 'P-0001'] });
    expect(refused.exit).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({ ok: false, error: { code: 'no-right' } });
    expect(refused.err).toContain('n’a pas le droit');
    expect(wrong).toMatchObject({ exit: 2, out: '' });
    expect(english.out).toMatch(/Rachida Lemaire \(fictive\) +facilitator/u);
    expect(english.out).not.toContain('\u001b');
  });

  test('files are written where the command was typed; a pipe is not the bot’s to read', async () => {
    const here = folder();
    const asked = ['proposals', 'export', 'internes', '--as', 'solene'];
    expect(await tour(asked, { cwd: here })).toMatchObject({ exit: 0, err: '' });
    expect(readdirSync(join(here, 'internes'))).toContain('proposals.csv');
    const piped = await tour(['proposals', 'import', '/dev/stdin', '--as', 'rachida']);
    expect(piped).toMatchObject({ exit: 2, out: '' });
    expect(piped.err).toContain('Donnez un fichier');
  });

  test('personal links are signed by the bot, written where the command was typed, and void once revoked', async () => {
    const here = folder();
    const written = await tour(['partners', 'links', 'liens.csv', '--as', 'Rachida', '--json'], {
      cwd: here,
    });
    expect(JSON.parse(written.out)).toMatchObject({ ok: true, file: 'liens.csv', localOnly: true });
    const rows = readFileSync(join(here, 'liens.csv'), 'utf8');
    const [link] = /http:\S+?(?=;)/u.exec(rows.slice(rows.indexOf('Claire')))!;
    const ask = () => fetch(link, { redirect: 'manual' }).then((page) => page.text());
    expect(await ask()).toContain('Claire');
    const revoked = await tour(['partners', 'revoke', 'claire', '--as', 'Rachida', '--json'], { cwd: here });
    expect(JSON.parse(revoked.out)).toMatchObject({ ok: true, revoked: true });
    expect(await ask()).not.toContain('Claire');
  });

  test('a backup is made by the bot; a restore asks that it be stopped', async () => {
    const made = await tour(['db', 'backup']);
    expect(made).toMatchObject({ exit: 0, err: '' });
    const [backup] = readdirSync(join(dir, 'backups'));
    expect(made.out).toContain(backup);
    const refused = await tour(['db', 'restore', join(dir, 'backups', backup!)]);
    expect(refused).toMatchObject({ exit: 1, out: '' });
    expect(refused.err).toContain(`kill ${bot.child.pid}`);
  });

  test('after kill -9 the command opens the database itself; the next bot answers again, and leaves nothing behind', async () => {
    bot.child.kill('SIGKILL');
    await bot.ended;
    const alone = await tour(['proposals', 'list', '--as', 'rachida', '--json']);
    expect(JSON.parse(alone.out)).toMatchObject({ ok: true, total: 1 });
    bot = await start();
    const again = await tour(['db', 'restore', 'nothing']);
    expect(again.err).toContain(`kill ${bot.child.pid}`);
    const second = await program('src/main.ts', []).ended;
    expect(second.exit).toBe(1);
    expect(await tour(['consultation', 'list'])).toMatchObject({ exit: 0 });
    bot.child.kill('SIGTERM');
    expect((await bot.ended).exit).toBe(0);
    expect(readdirSync(dir)).not.toContain('bot.sock');
  });
});

describe('what may go wrong between the two', () => {
  const said: string[] = [];
  const caller = (dataDir: string): Caller => ({
    dataDir,
    lang: 'en',
    account: 'operator',
    cwd: '/',
    colour: false,
    width: null,
    watched: true,
    out: {
      print: (line) => void said.push(line),
      error: (line) => void said.push(line),
      progress: (line) => void said.push(`… ${line}`),
      colour: false,
      width: null,
    },
  });
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    said.splice(0);
    for (const close of closing.splice(0)) await close();
  });

  /** A bot of another time, that says this and hangs up. */
  async function impostor(hello: number, hangUp: boolean): Promise<string> {
    const dir = folder();
    const server = createServer((socket) => {
      send(socket, { tour: hello } as never);
      socket.once('data', () => hangUp && socket.destroy());
      socket.on('error', () => {});
    });
    const remove = await placeSocket(dir, (path) => new Promise((done) => server.listen(path, done)));
    closing.push(remove, () => server.close());
    return dir;
  }

  test('no bot, or what a killed one left: the command does without', async () => {
    expect(await callBot(['consultation', 'list'], caller(folder()))).toBeNull();
    const dir = folder();
    const left = spawn(process.execPath, [
      '-e',
      `require('net').createServer().listen(${JSON.stringify(join(dir, 'bot.sock'))}, () => process.kill(process.pid, 'SIGKILL'))`,
    ]);
    await once(left, 'close');
    expect(readdirSync(dir)).toEqual(['bot.sock']);
    expect(await callBot(['consultation', 'list'], caller(dir))).toBeNull();
  });

  test('another version says what to do, a bot that goes says where things stand', async () => {
    const other = callBot(['consultation', 'list'], caller(await impostor(PROTOCOL + 1, false)));
    await expect(other).rejects.toMatchObject({
      code: 'bot-version',
      exit: 1,
      message: expect.stringContaining('npm start'),
    });
    const gone = callBot(['consultation', 'list'], caller(await impostor(PROTOCOL, true)));
    await expect(gone).rejects.toMatchObject({
      code: 'bot-gone',
      exit: 1,
      message: expect.stringContaining('whole or not at all'),
    });
  });

  test('a data directory whose path is too long for a socket has it elsewhere, out of reach of others', async () => {
    const dir = join(folder(), 'd'.repeat(120));
    mkdirSync(dir);
    const server = createServer((socket) => socket.end());
    const bind = (path: string) => new Promise<void>((done) => server.listen(path, done));
    const remove = await placeSocket(dir, bind);
    closing.push(() => server.close());
    const path = socketOf(dir)!;
    expect(Buffer.byteLength(path)).toBeLessThanOrEqual(103);
    expect(lstatSync(join(path, '..')).mode & 0o777).toBe(0o700);
    await once(connect(path), 'connect');
    remove();
    expect(() => lstatSync(path)).toThrow();
    expect(readdirSync(dir)).toEqual([]);
  });

  describe('a command that runs', () => {
    let core: Core & { close(): Promise<void> };
    const dir = folder();
    let socket: CommandSocket;
    beforeAll(async () => {
      const database = { databaseUrl: null, dataDir: dir };
      core = await openCore(database, await embeddedCopy());
      const open = async () => ({ ...core, close: async () => {} });
      socket = await serveCommands(dir, {
        clock: { now: () => NOON },
        database,
        maintenance: async () => maintenance,
        open,
      });
    });
    afterAll(async () => {
      await socket.close(1_000);
      await core.close();
    });

    test('is told as it goes, where somebody watches', async () => {
      expect(await callBot(['consultation', 'load', GRAND_DEBAT], caller(dir))).toBe(0);
      writeFileSync(join(dir, 'texts.jsonl'), lines({ id: 1, text: 'Le train' }));
      const words = ['proposals', 'import', 'texts.jsonl', '--as', 'Nadia'];
      expect(await callBot(words, { ...caller(dir), cwd: dir })).toBe(0);
      expect(said.join('\n')).toMatch(/… Storing…[\s\S]*1 texts? imported/u);
      said.splice(0);
      expect(await callBot(words, { ...caller(dir), cwd: dir, watched: false })).toBe(0);
      expect(said.join('\n')).not.toContain('…');
    });

    test('and is left before its end stores nothing', async () => {
      const other = folder();
      const atWork = Promise.withResolvers<void>();
      const left = Promise.withResolvers<void>();
      const slow = await serveCommands(other, {
        clock: { now: () => NOON },
        database: { databaseUrl: null, dataDir: other },
        maintenance: async () => maintenance,
        async open() {
          atWork.resolve();
          await left.promise;
          return { ...core, close: async () => {} };
        },
      });
      const client = connect(socketOf(other)!);
      const { out: _, dataDir: __, ...request } = caller(other);
      const words = ['consultation', 'load', join(GRAND_DEBAT, '../windhaven')];
      send(client, { ...request, tour: PROTOCOL, words });
      await atWork.promise;
      client.destroy();
      // Answered after it: by then the bot knows that the first one left.
      await callBot(['check', GRAND_DEBAT], caller(other));
      left.resolve();
      await slow.close(5_000);
      const all = await core.store.transaction((tx) => tx.consultations.all());
      expect(all.map(({ content }) => content.key)).toEqual(['grand-debat']);
    });

    test('what is no request gets no answer, and harms nothing', async () => {
      for (const junk of ['\n', 'GET / HTTP/1.1\n\n', '{"tour":1}\n', `${'x'.repeat(2_000_000)}`]) {
        const client = connect(socketOf(dir)!);
        const closed = new Promise((resolve) => client.on('close', resolve));
        client.on('error', () => {});
        client.resume();
        client.write(junk);
        await closed;
      }
      expect(await callBot(['consultation', 'list'], caller(dir))).toBe(0);
    });
  });
});
