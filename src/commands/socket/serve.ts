/** The bot's end of the socket: it runs commands for those who have its account, as somebody, with that person's rights. */
import { createServer, type Socket } from 'node:net';
import { isAbsolute, join } from 'node:path';
import type { Store } from '../../app/ports/store.ts';
import { Stop, say } from '../context.ts';
import { run } from '../program.ts';
import type { Shell } from '../shell.ts';
import type { Terminal } from '../terminal.ts';
import { isRequest, PROTOCOL, type Request, received, send } from './frames.ts';
import { placeSocket } from './place.ts';

const LONGEST_REQUEST = 1_000_000;

/** What the bot gives to a command; the rest comes with the request. */
export type Served = Pick<Shell, 'clock' | 'database' | 'maintenance' | 'open'>;

export interface CommandSocket {
  /** Takes no more commands, and waits for those that run, at most `patience` ms. */
  close(patience: number): Promise<void>;
}

/** Serves the commands of a data directory that this process holds. */
export async function serveCommands(dir: string, served: Served): Promise<CommandSocket> {
  const running = new Map<Socket, Promise<void>>();
  const server = createServer((socket) => {
    const done = converse(socket, served).finally(() => {
      running.delete(socket);
      socket.end();
    });
    running.set(socket, done);
  });
  const remove = await placeSocket(
    dir,
    (path) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(path, resolve);
      }),
  );
  return {
    async close(patience) {
      remove();
      server.close();
      const late = new Promise<void>((resolve) => setTimeout(resolve, patience).unref());
      await Promise.race([Promise.all(running.values()), late]);
      for (const socket of running.keys()) socket.destroy();
    },
  };
}

async function converse(socket: Socket, served: Served): Promise<void> {
  const left = new AbortController();
  socket.once('close', () => left.abort(new Stop(1, 'left', 'the command line went away')));
  socket.on('error', () => {});
  send(socket, { tour: PROTOCOL });
  try {
    const frames = received(socket, LONGEST_REQUEST);
    const { value } = await frames.next();
    // The other side ends by itself when it reads that the versions differ.
    if (!isRequest(value)) return;
    // Nothing more is expected, but only a socket that is read tells that its other end is gone.
    frames.next().catch(() => {});
    send(socket, { exit: await run(value.words, shellFor(value, served, socket, left.signal)) });
  } catch {
    // No request came: nothing to answer.
  }
}

function shellFor(request: Request, served: Served, socket: Socket, left: AbortSignal): Shell {
  const { lang, account, colour, width, watched, cwd } = request;
  const out: Terminal = {
    print: (line) => send(socket, { print: line }),
    error: (line) => send(socket, { error: line }),
    progress(line, share) {
      left.throwIfAborted();
      if (watched) send(socket, { progress: line, ...(share !== undefined && { share }) });
    },
    colour,
    width,
  };
  return {
    ...served,
    out,
    lang,
    account,
    path: (given) => pathFrom(cwd, given, lang),
    beside: async () => null,
    async open() {
      const core = await served.open();
      return { ...core, store: whileThere(core.store, left) };
    },
  };
}

/** A file of the bot's own process, such as its standard input, is never what was meant. */
function pathFrom(cwd: string, given: string, lang: Shell['lang']): string {
  const path = isAbsolute(given) ? given : join(cwd, given);
  if (!/^\/(dev|proc)\//u.test(path)) return path;
  throw new Stop(
    2,
    'path-elsewhere',
    say(
      { lang },
      `Le robot tourne et lit les fichiers lui-même : ${given} ne lui est pas accessible. Donnez un fichier.`,
      `The bot is running and reads files itself: it can't reach ${given}. Give a file.`,
    ),
  );
}

/** Whoever left before the end asked for nothing any more: what was not committed by then is undone. */
const whileThere = (store: Store, left: AbortSignal): Store => ({
  ...store,
  transaction: (body) =>
    store.transaction(async (tx) => {
      left.throwIfAborted();
      const value = await body(tx);
      left.throwIfAborted();
      return value;
    }),
});
