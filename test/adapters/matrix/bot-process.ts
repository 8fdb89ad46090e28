/** The bot in a process of its own (`process.ts`), as whoever started it sees it. */
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import about from '../../../package.json' with { type: 'json' };
import { LEAN } from '../../../src/lean.ts';
import type { ProcessSettings } from './process.ts';

export interface BotProcess {
  /** ms from its composition until it was ready. Rejects when it ends before. */
  readonly ready: Promise<number>;
  /** MB. */
  memory(): Promise<number>;
  /** How many messages have not left it. */
  left(): Promise<number>;
  /** How many messages it handled, ever. */
  handled(): Promise<number>;
  /** Ends as on SIGTERM. */
  stop(): Promise<void>;
  /** `kill -9` */
  kill(): Promise<void>;
}

/** What `npm start` tells Node. */
const FLAGS = about.scripts.start.split(' ').filter((word) => word.startsWith('--'));

export function startBot(settings: ProcessSettings): BotProcess {
  const child = spawn(process.execPath, [...FLAGS, join(import.meta.dirname, 'process.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Started again and again, it is compiled once.
    env: { ...process.env, ...LEAN, NODE_COMPILE_CACHE: join(tmpdir(), 'tour-compiled') },
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (name: string) => {
    const { value, done } = await lines.next();
    if (done || !value.startsWith(name)) throw new Error(`the bot says: ${value ?? 'nothing any more'}`);
    return Number(value.slice(name.length));
  };
  const ask = (what: string) => {
    child.stdin.write(`${what}\n`);
    return next(what);
  };
  // It may have ended before it was told.
  child.stdin.on('error', () => {});
  child.stdin.write(`${JSON.stringify(settings)}\n`);
  const ready = next('ready');
  ready.catch(() => {});
  return {
    ready,
    memory: () => ask('memory'),
    left: () => ask('left'),
    handled: () => ask('handled'),
    async stop() {
      child.stdin.end();
      await gone;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
