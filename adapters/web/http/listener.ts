/** The HTTP server: what reaches the site, what is answered when it fails, and how it ends. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Site } from '../site.ts';
import { send } from './answer.ts';
import { answered } from './failed.ts';
import { visitOf } from './visit.ts';

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

export function createListener(parts: ListenerParts): Listener {
  const busy = new Set<Promise<void>>();
  let server: Server | null = null;
  let port = parts.port;
  const named = parts.host.includes(':') ? `[${parts.host}]` : parts.host;
  const url = () => parts.publicUrl ?? `http://${named}:${port}`;

  /** A page of another name that points here must not be read by this one's scripts (DNS rebinding). */
  const hosts = () =>
    new Set([
      new URL(url()).host,
      `${named}:${port}`,
      `127.0.0.1:${port}`,
      `localhost:${port}`,
      `[::1]:${port}`,
    ]);

  const create = (): Server => {
    // A file of 10 MB takes minutes where the network is poor.
    const made = createServer({ requestTimeout: 300_000, headersTimeout: 10_000 }, (request, response) => {
      const secure = url().startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {};
      const closing = () => (server === made ? secure : { ...secure, connection: 'close' });
      const handled = (async () => {
        try {
          if (!hosts().has(request.headers.host ?? '')) {
            send(response, { status: 421, body: 'Misdirected request' }, { connection: 'close' });
            return;
          }
          const visit = visitOf(request, { proxied: parts.publicUrl !== null });
          const answer = await parts.site(visit, response);
          if (answer !== null) send(response, answer, closing());
        } catch (error) {
          if ((error as { transient?: unknown }).transient !== true) parts.report(error);
          if (response.headersSent) response.destroy();
          else send(response, { ...answered(503, 'away', [], { 'retry-after': '2' }) }, closing());
        }
      })();
      const tracked: Promise<void> = handled.finally(() => busy.delete(tracked));
      busy.add(tracked);
    });
    made.on('clientError', (_error, socket) => socket.destroy());
    return made;
  };

  return {
    get url() {
      return url();
    },
    start: () =>
      new Promise((resolve, reject) => {
        const made = create();
        made.once('error', (error: NodeJS.ErrnoException) =>
          reject(
            error.code === 'EADDRINUSE'
              ? new Error(
                  `${named}:${port} is taken by another program: stop it, or choose another port (PORT).`,
                  {
                    cause: error,
                  },
                )
              : error,
          ),
        );
        // Kept through a stop and a start, so that open pages find it again.
        made.listen({ host: parts.host, port }, () => {
          port = (made.address() as AddressInfo).port;
          server = made;
          resolve();
        });
      }),
    async stop(release) {
      const stopped = server;
      server = null;
      if (stopped === null) return;
      const closed = new Promise<void>((resolve) => stopped.close(() => resolve()));
      release();
      while (busy.size > 0) await Promise.all(busy);
      stopped.closeAllConnections();
      await closed;
    },
  };
}
