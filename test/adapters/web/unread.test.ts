/** Who asks and never reads, or asks for what is no address, costs nothing that lasts. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type HttpServer, httpServer } from '../../../adapters/http/server.ts';
import { createListener } from '../../../adapters/web/http/listener.ts';
import { createStreams } from '../../../adapters/web/http/streams.ts';

const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0)) await end();
});

async function serving(
  answered: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  idle?: number,
): Promise<HttpServer> {
  const server = httpServer({
    host: '127.0.0.1',
    port: 0,
    setting: 'PORT',
    patience: 10_000,
    answered,
    failed: (response) => response.writeHead(500).end(),
    ...(idle === undefined ? {} : { idle }),
  });
  await server.start();
  ended.push(() => server.stop());
  return server;
}

/** Sends the request and lets the answer lie there. */
function deaf(port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.pause();
  socket.write('GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
  ended.push(() => socket.destroy());
  return socket;
}

test('an answer that nobody reads is given up', async () => {
  let gone: () => void;
  const closed = new Promise<void>((resolve) => {
    gone = resolve;
  });
  const server = await serving(async (_, response) => {
    response.on('close', gone);
    response.end(Buffer.alloc(30_000_000));
  }, 200);
  deaf(server.port);
  await closed;
});

test('a stream that nobody reads is cut, and nothing more is held for it', async () => {
  const streams = createStreams<string>(Date.now);
  ended.push(() => streams.close());
  const responses: ServerResponse[] = [];
  const server = await serving(async (_, response) => {
    responses.push(response);
    await streams.open('claire', response, 0, {
      render: (html) => [{ id: 'a', at: 1, html }],
      catchUp: async () => [],
    });
  });
  deaf(server.port);
  while (responses.length === 0) await new Promise((next) => setTimeout(next, 5));
  const [response] = responses;
  for (let n = 0; n < 40 && !response!.destroyed; n += 1) {
    streams.publish('claire', 'x'.repeat(500_000));
    await new Promise((next) => setImmediate(next));
  }
  expect(response!.destroyed).toBe(true);
});

test('what is no address is a bad request, and no fault of the program', async () => {
  const reported: unknown[] = [];
  const listener = createListener({
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    site: async () => ({ status: 200, body: 'read' }),
    report: (error) => reported.push(error),
  });
  await listener.start();
  ended.push(() => listener.stop(() => {}));
  const { host, port } = new URL(listener.url);
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), '127.0.0.1');
    let text = '';
    socket.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
    });
    socket.on('close', () => resolve(text));
    socket.write(`GET //[/t/canary HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 /u);
  expect(reported).toEqual([]);
});
