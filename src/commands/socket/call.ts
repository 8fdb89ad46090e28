/** A command line beside a bot that runs: the bot, which has the database, runs the command and says what it says. */
import { connect, type Socket } from 'node:net';
import { type Lang, Stop, say } from '../context.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { type Frame, type Hello, PROTOCOL, type Request, received, send } from './frames.ts';
import { socketOf } from './place.ts';

export interface Caller extends Omit<Request, 'tour' | 'words'> {
  readonly dataDir: string;
  readonly out: Terminal;
}

/** How the command ended in the bot; null when no bot listens. Throws a Stop when the bot is of another version, or goes. */
export async function callBot(words: readonly string[], caller: Caller): Promise<ExitCode | null> {
  const path = socketOf(caller.dataDir);
  const socket = path === null ? null : await connected(path);
  if (socket === null) return null;
  try {
    return await converse(socket, words, caller);
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw gone(caller);
  } finally {
    socket.destroy();
  }
}

async function converse(
  socket: Socket,
  words: readonly string[],
  { dataDir: _, out, ...caller }: Caller,
): Promise<ExitCode> {
  const frames = received(socket);
  const hello = (await frames.next()).value as Hello | undefined;
  if (hello === undefined) throw gone(caller);
  if (hello.tour !== PROTOCOL) throw otherVersion(caller, hello.tour);
  send(socket, { ...caller, tour: PROTOCOL, words });
  for await (const frame of frames as AsyncIterable<Frame>) {
    if ('exit' in frame) return frame.exit;
    if ('print' in frame) out.print(frame.print);
    else if ('error' in frame) out.error(frame.error);
    else out.progress(frame.progress, frame.share);
  }
  throw gone(caller);
}

/** Nobody there any more: what a killed process left behind. */
const NOBODY = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTSOCK']);

function connected(path: string): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error: NodeJS.ErrnoException) =>
      NOBODY.has(error.code ?? '') ? resolve(null) : reject(error),
    );
  });
}

const gone = (caller: { readonly lang: Lang }): Stop =>
  new Stop(
    1,
    'bot-gone',
    say(
      caller,
      'Le robot s’est arrêté pendant la commande : ce qu’elle devait faire est fait en entier ou pas du tout. Relancez-la : le robot n’a pas besoin de tourner.',
      'The bot stopped during the command: what it was to do is done whole or not at all. Run it again: the bot need not be running.',
    ),
  );

const otherVersion = (caller: { readonly lang: Lang }, theirs: unknown): Stop =>
  new Stop(
    1,
    'bot-version',
    say(
      caller,
      `Le robot qui tourne n’est pas de la version de cette commande (protocole ${theirs} au lieu de ${PROTOCOL}) : arrêtez-le (Ctrl+C), relancez « npm start », puis la commande.`,
      `The bot that runs is not of this command's version (protocol ${theirs} instead of ${PROTOCOL}): stop it (Ctrl+C), run "npm start" again, then the command.`,
    ),
  );
