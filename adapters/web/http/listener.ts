/** What reaches the site over HTTP, and what is answered when it fails. */
import type { IncomingMessage } from 'node:http';
import { httpServer } from '../../http/server.ts';
import type { Site } from '../site.ts';
import { send } from './answer.ts';
import { answered } from './failed.ts';
import { BadRequest, type Visit, visitOf } from './visit.ts';

export interface ListenerParts {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | null;
  readonly site: Site;
  readonly report: (error: unknown) => void;
}

export interface Listener {
  readonly url: string;
  start(): Promise<void>;
  /** Takes no more requests; resolves when those on their way are answered. `release` ends those that last. */
  stop(release: () => void): Promise<void>;
}

/** A file of 10 MB takes minutes where the network is poor. */
const PATIENCE = 300_000;

export function createListener(parts: ListenerParts): Listener {
  const url = () => parts.publicUrl ?? `http://${server.host}:${server.port}`;

  /** A page of another name that points here must not be read by this one's scripts (DNS rebinding). */
  const hosts = () =>
    new Set([
      new URL(url()).host,
      `${server.host}:${server.port}`,
      `127.0.0.1:${server.port}`,
      `localhost:${server.port}`,
      `[::1]:${server.port}`,
    ]);

  /** null when its address is none. */
  const visitFrom = (request: IncomingMessage): Visit | null => {
    try {
      return visitOf(request, { proxied: parts.publicUrl !== null });
    } catch (error) {
      if (error instanceof BadRequest) return null;
      throw error;
    }
  };

  const ending = (current: () => boolean): Readonly<Record<string, string>> => ({
    ...(url().startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    ...(current() ? {} : { connection: 'close' }),
  });

  const server = httpServer({
    host: parts.host,
    port: parts.port,
    setting: 'PORT',
    patience: PATIENCE,
    async answered(request, response, current) {
      if (!hosts().has(request.headers.host ?? '')) {
        send(response, { status: 421, body: 'Misdirected request' }, { connection: 'close' });
        return;
      }
      try {
        const visit = visitFrom(request);
        if (visit === null) {
          send(response, { status: 400, body: 'Bad request' }, { connection: 'close' });
          return;
        }
        const answer = await parts.site(visit, response);
        if (answer !== null) send(response, answer, ending(current));
      } catch (error) {
        if ((error as { transient?: unknown }).transient !== true) parts.report(error);
        throw error;
      }
    },
    failed: (response, _error, current) =>
      send(response, answered(503, 'away', [], { 'retry-after': '2' }), ending(current)),
  });

  return {
    get url() {
      return url();
    },
    start: () => server.start(),
    stop: (release) => server.stop(release),
  };
}
