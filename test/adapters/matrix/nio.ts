/** People on matrix-nio, in a process of their own: another client than the bot's, encrypted by another library's hand. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { environment } from './python.ts';
import type { Account } from './synapse.ts';

export interface NioSeen {
  readonly ref: string;
  readonly text: string;
  /** Whether it came encrypted. */
  readonly secret: boolean;
}

export interface NioPeople {
  enter(account: Account): Promise<void>;
  say(userId: string, text: string): Promise<string>;
  /** What the bot told them, and how many messages they can't open. */
  seen(userId: string): Promise<{ readonly seen: readonly NioSeen[]; readonly locked: number }>;
  close(): Promise<void>;
}

export async function nioPeople(url: string, bot: string): Promise<NioPeople> {
  const store = mkdtempSync(join(tmpdir(), 'tour-nio-'));
  const child = spawn(await environment(), [join(import.meta.dirname, 'nio_partner.py')], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let said = '';
  child.stderr.on('data', (piece: Buffer) => {
    said = `${said}${piece}`.slice(-4_000);
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void gone.then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`matrix-nio stopped: ${said}`));
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const told = JSON.parse(line) as { id: number; result?: unknown; error?: string };
    const asked = waiting.get(told.id);
    waiting.delete(told.id);
    if (told.error === undefined) asked?.resolve(told.result);
    else asked?.reject(new Error(told.error));
  });
  let ids = 0;
  const ask = <T>(what: Readonly<Record<string, unknown>>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      ids += 1;
      waiting.set(ids, { resolve: resolve as (value: unknown) => void, reject });
      child.stdin.write(`${JSON.stringify({ id: ids, ...what })}\n`);
    });
  return {
    enter({ userId, password, name }) {
      const own = join(store, name);
      mkdirSync(own);
      return ask({ do: 'enter', user: userId, password, url, bot, store: own });
    },
    say: (userId, text) => ask({ do: 'say', user: userId, text }),
    seen: (userId) => ask({ do: 'seen', user: userId }),
    async close() {
      child.stdin.end();
      const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await gone;
      clearTimeout(timer);
      rmSync(store, { recursive: true, force: true });
    },
  };
}
