import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openEmbedded } from '../../src/store/embedded.ts';
import { DirectoryHeld } from '../../src/store/lock.ts';

let seed: string;
let dir: string;
const children: ChildProcess[] = [];
beforeAll(async () => {
  seed = mkdtempSync(join(tmpdir(), 'tour-seed-'));
  await (await openEmbedded(seed)).close();
});
afterAll(() => rmSync(seed, { recursive: true }));
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tour-embedded-'));
  cpSync(seed, dir, { recursive: true });
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

/** Empty once it has ended. */
function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** A process that opens the directory and writes rows, saying the id of each once it is committed. */
function writer(from: number) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), dir, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pid: child.pid,
    /** The next number acknowledged. */
    next: async () => Number((await lines.next()).value),
    async kill() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      const rest: number[] = [];
      for (let line = await lines.next(); !line.done; line = await lines.next())
        rest.push(Number(line.value));
      return rest;
    },
  };
}

test('rows acknowledged before a kill -9 are there after it, three times over', async () => {
  const acknowledged: number[] = [];
  for (const rows of [1, 7, 23]) {
    const process = writer(acknowledged.length * 10);
    for (let n = 0; n < rows; n++) acknowledged.push(await process.next());
    acknowledged.push(...(await process.kill()));
  }
  const database = await openEmbedded(dir);
  const stored = await database.prisma.words.findMany({ select: { text: true } });
  await database.close();
  const texts = new Set(stored.map(({ text }) => Number(text)));
  expect(acknowledged.length).toBeGreaterThanOrEqual(31);
  expect(acknowledged.filter((n) => !texts.has(n))).toEqual([]);
});

test('a second process is refused, told which one holds the directory and what to do', async () => {
  const first = writer(0);
  await first.next();
  const refused = await openEmbedded(dir).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DirectoryHeld);
  expect((refused as DirectoryHeld).pid).toBe(first.pid);
  expect((refused as DirectoryHeld).message).toContain(`${dir} is in use by process ${first.pid}`);
  expect((refused as DirectoryHeld).message).toContain('DATABASE_URL');
  await first.kill();
  await (await openEmbedded(dir)).close();
});

test('the same process is refused too, until it closes what it opened', async () => {
  const database = await openEmbedded(dir);
  await expect(openEmbedded(dir)).rejects.toThrow(`process ${process.pid}`);
  await database.close();
  await database.close();
  await (await openEmbedded(dir)).close();
});

test('a first start killed half-way is started afresh', async () => {
  rmSync(join(dir, 'database'), { recursive: true });
  mkdirSync(join(dir, 'database-fresh', 'base'), { recursive: true });
  writeFileSync(join(dir, 'database-fresh', 'PG_VERSION'), '18\n');
  const database = await openEmbedded(dir);
  expect(await database.prisma.installation.count()).toBe(1);
  await database.close();
  expect(existsSync(join(dir, 'database-fresh'))).toBe(false);
});

test('killed amid its first start, it leaves no maker behind, and the next start is whole', async () => {
  rmSync(join(dir, 'database'), { recursive: true });
  const making = () => readdirSync(dir).filter((name) => name.startsWith('database-fresh'));
  const first = writer(0);
  await expect.poll(making).toHaveLength(1);
  await first.kill();
  const database = await openEmbedded(dir);
  expect(await database.prisma.installation.count()).toBe(1);
  await database.close();
  const makers = () =>
    readdirSync('/proc').filter((pid) => {
      const command = /^\d+$/u.test(pid) ? commandOf(pid) : '';
      return command.includes('make.ts') && command.includes(dir);
    });
  await expect.poll(makers).toEqual([]);
  await (await openEmbedded(dir)).close();
  expect(making()).toEqual([]);
});

test('what PostgreSQL leaves in the directory of a dead process does not stop the next one', async () => {
  writeFileSync(join(dir, 'database', 'postmaster.pid'), `${process.pid}\n/somewhere\n`);
  await (await openEmbedded(dir)).close();
  expect(readdirSync(dir).sort()).toEqual(['database', 'lock.sqlite']);
});
