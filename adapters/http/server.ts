/** The life of an HTTP server: it starts, says where it is, and ends when the requests on their way are answered. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ServerParts {
  readonly host: string;
  /** 0 takes any free port, and keeps it through a stop and a start. */
  readonly port: number;
  /** The setting that chooses the port: said when another program has it. */
  readonly setting: string;
  /** Milliseconds a whole request may take. */
  readonly patience: number;
  /** Milliseconds without a byte either way, after which whoever is there no more, or reads no more, is let go. */
  readonly idle?: number;
  /** Answers one request; a rejection is `failed`'s. `current` is false once the server is to end. */
  readonly answered: (
    request: IncomingMessage,
    response: ServerResponse,
    current: () => boolean,
  ) => Promise<void>;
  /** Called while nothing of the answer was sent; afterwards the connection is cut instead. */
  readonly failed: (response: ServerResponse, error: unknown, current: () => boolean) => void;
}

export interface HttpServer {
  /** `127.0.0.1` or `[::1]`, and the port, which is known once it was started. */
  readonly host: string;
  readonly port: number;
  start(): Promise<void>;
  /** Takes no more requests; resolves when those on their way are answered. `release` ends those that last. */
  stop(release?: () => void): Promise<void>;
}

const IDLE = 120_000;

export function httpServer(parts: ServerParts): HttpServer {
  const busy = new Set<Promise<void>>();
  const host = parts.host.includes(':') ? `[${parts.host}]` : parts.host;
  let server: Server | null = null;
  let { port } = parts;

  const create = (): Server => {
    const limits = { requestTimeout: parts.patience, headersTimeout: 10_000 };
    const made = createServer(limits, (request, response) => {
      const current = () => server === made;
      const handled = parts.answered(request, response, current).catch((error: unknown) => {
        if (response.headersSent) response.destroy();
        else parts.failed(response, error, current);
      });
      const tracked: Promise<void> = handled.finally(() => busy.delete(tracked));
      busy.add(tracked);
    });
    made.setTimeout(parts.idle ?? IDLE);
    return made;
  };

  const taken = (cause: Error): Error =>
    new Error(
      `${host}:${port} is taken by another program: stop it, or choose another port (${parts.setting}).`,
      { cause },
    );

  return {
    host,
    get port() {
      return port;
    },
    start: () =>
      new Promise((resolve, reject) => {
        const made = create();
        made.once('error', (error: NodeJS.ErrnoException) =>
          reject(error.code === 'EADDRINUSE' ? taken(error) : error),
        );
        made.listen({ host: parts.host, port }, () => {
          port = (made.address() as AddressInfo).port;
          server = made;
          resolve();
        });
      }),
    async stop(release = () => {}) {
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
