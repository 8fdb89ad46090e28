/** A homeserver that fails as they do: passes everything on to the Synapse behind it, but for what is planned. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { slowly } from '../../slowly.ts';

export interface Call {
  readonly method: string;
  /** Without the address: `/_matrix/client/v3/sync?since=…`. */
  readonly path: string;
}

export interface Fault {
  readonly when: (call: Call) => boolean;
  /** How often; default once. */
  readonly times?: number;
  /** What is asked of the Synapse instead. */
  readonly path?: (path: string) => string;
  /** The answer that is given for the Synapse's; null when the connection is cut instead. */
  readonly answer: ((status: number, body: string) => { status: number; body: string }) | null;
  /** Whether the Synapse is asked at all; default true. */
  readonly reaches?: boolean;
}

export interface Between {
  readonly url: string;
  /** Resolves when it has happened as often as it should. */
  plan(fault: Fault): Promise<void>;
  close(): Promise<void>;
}

export async function between(synapse: string): Promise<Between> {
  const planned: { fault: Fault; left: number; done: () => void }[] = [];

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const call = { method: request.method!, path: request.url! };
    await slowly();
    const plannedFor = () => {
      const found = planned.find(({ fault, left }) => left > 0 && fault.when(call));
      if (found !== undefined) found.left -= 1;
      return found;
    };
    let found = plannedFor();
    let told = { status: 0, body: Buffer.alloc(0), type: 'application/json' };
    if (found?.fault.reaches !== false) {
      const { authorization } = request.headers;
      const answered = await fetch(`${synapse}${found?.fault.path?.(call.path) ?? call.path}`, {
        method: call.method,
        headers: {
          'content-type': request.headers['content-type'] ?? 'application/json',
          ...(authorization === undefined ? {} : { authorization }),
        },
        ...(pieces.length === 0 ? {} : { body: Buffer.concat(pieces) }),
      });
      const type = answered.headers.get('content-type') ?? told.type;
      told = { status: answered.status, body: Buffer.from(await answered.arrayBuffer()), type };
    }
    // It was planned while the Synapse kept this call waiting.
    found ??= plannedFor();
    const fault = found?.fault;
    if (fault?.answer === null) response.destroy();
    else {
      const { status, body } = fault?.answer?.(told.status, told.body.toString()) ?? told;
      response.writeHead(status, { 'content-type': told.type }).end(body);
    }
    if (found?.left === 0) found.done();
  }

  const server = createServer((request, response) => {
    // Whoever asked has gone, or the Synapse has: nobody is left to be told.
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    plan: (fault) =>
      new Promise((done) => {
        planned.push({ fault, left: fault.times ?? 1, done });
      }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
