/** A body sent a byte at a time, or one that stops on the way, is given up. */
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { readUpload } from '../../../adapters/web/http/multipart.ts';
import { BadRequest, visitOf } from '../../../adapters/web/http/visit.ts';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** What a handler says of a request whose body begins and never ends. */
async function saidOf(
  type: string,
  begins: string,
  take: Parameters<typeof createServer>[1],
): Promise<string> {
  const made = createServer(take);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const { port } = made.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port,
        host: '127.0.0.1',
        method: 'POST',
        headers: { 'content-type': type, 'content-length': 100_000 },
      },
      (answer) => {
        answer.setEncoding('utf8').on('data', (text: string) => {
          resolve(text);
          sent.destroy();
        });
      },
    );
    sent.on('error', reject);
    sent.write(begins);
  });
}

const told = (reading: Promise<unknown>, answer: { end(text: string): unknown }) =>
  reading.then(
    () => answer.end('read'),
    (error: unknown) => answer.end(error instanceof BadRequest ? error.message : String(error)),
  );

test('a form', async () => {
  const said = await saidOf('application/x-www-form-urlencoded', 'text=a', (incoming, answer) => {
    void told(visitOf(incoming, { proxied: false, patience: 50 }).fields(), answer);
  });
  expect(said).toBe('408 tooSlow');
});

test('a form with a file', async () => {
  const begins = '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\na';
  const said = await saidOf('multipart/form-data; boundary=x', begins, (incoming, answer) => {
    void told(
      readUpload(incoming, { file: 1_000, perMessage: 1 }, () => {}, 50),
      answer,
    );
  });
  expect(said).toBe('408 tooSlow');
});
