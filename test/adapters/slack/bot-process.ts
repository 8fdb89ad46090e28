/** The bot in a process of its own (`process.ts`), beside a workspace that outlives it. */
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ProcessSettings } from './process.ts';

export interface BotProcess {
  /** Where it takes what Slack posts. */
  readonly url: string;
  /** Ends as on SIGTERM. */
  stop(): Promise<void>;
  /** `kill -9` */
  kill(): Promise<void>;
}

/** Rejects when it ends before it was ready. */
export async function startBot(settings: ProcessSettings): Promise<BotProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'process.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Started again and again, it is compiled once.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'tour-compiled') },
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stdin.on('error', () => {});
  child.stdin.write(`${JSON.stringify(settings)}\n`);
  const { value, done } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  if (done || !value.startsWith('ready ')) throw new Error(`the bot says: ${value ?? 'nothing any more'}`);
  return {
    url: value.slice('ready '.length),
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
