/** What a mail server may do to one letter, and what is made of it. */
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { senderFrom } from '../../../../adapters/web/mail/from.ts';
import { isLoopback, smtp, type Transport } from '../../../../adapters/web/mail/transport.ts';
import type { MailError } from '../../../../src/chat/letter.ts';
import { type MailServer, mailServer } from './smtp.ts';

const SHORT = { connection: 300, greeting: 300, silence: 300, letter: 1_000 };
const to = (email: string) => ({
  envelope: { from: 'bot@example.org', to: [email] },
  from: 'bot@example.org',
  to: email,
  subject: 'Bonjour',
  text: 'Un mot.',
});

describe('a mail server', () => {
  let server: MailServer;
  let transport: Transport;
  beforeEach(async () => {
    server = await mailServer();
    transport = smtp({ url: server.url, withoutTls: false }, SHORT);
  });
  afterEach(async () => {
    transport.close();
    await server.close();
  });
  const refusal = (email = 'claire@example.org'): Promise<MailError> =>
    transport.send(to(email)).then(
      () => Promise.reject(new Error('it was taken')),
      (error: MailError) => error,
    );

  test('takes a letter, and says so', async () => {
    expect(await transport.send(to('claire@example.org'))).toMatch(/^250/u);
    expect(server.taken).toHaveLength(1);
  });

  test.each([
    ['later', { transient: true, scope: 'letter', code: 'EENVELOPE:451' }],
    ['refused', { transient: false, scope: 'letter', code: 'EENVELOPE:550' }],
    ['dropped', { transient: true, scope: 'unknown' }],
    ['silent', { transient: true, scope: 'unknown' }],
    ['down', { transient: true, scope: 'server' }],
  ] as const)('%s', async (trouble, expected) => {
    server.ill(trouble);
    const before = performance.now();
    const error = await refusal();
    expect(error).toMatchObject(expected);
    expect(performance.now() - before).toBeLessThan(20_000);
    expect(error.message).not.toContain('example.org');
  });

  test('one that is gone', async () => {
    await server.close();
    expect(await refusal()).toMatchObject({ transient: true, scope: 'server', code: 'ECONNREFUSED' });
  });

  test('goes on with the next letter after it refused one', async () => {
    server.trouble('nobody@example.org', 'refused');
    await refusal('nobody@example.org');
    expect(await transport.send(to('claire@example.org'))).toMatch(/^250/u);
  });

  test('many letters go over three connections at most', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => transport.send(to(`p${n}@example.org`))));
    expect(server.taken).toHaveLength(20);
    expect(server.most).toBeLessThanOrEqual(3);
  });
});

describe('a mail server that wants a password', () => {
  test('gets the one of the settings, special characters too; a wrong one concerns all letters', async () => {
    const server = await mailServer({ auth: { user: 'bot@example.org', pass: 'p@ss:word/' } });
    const url = (secret: string) => server.url.replace('://', `://bot%40example.org:${secret}@`);
    const right = smtp({ url: url('p%40ss%3Aword%2F'), withoutTls: false }, SHORT);
    expect(await right.send(to('claire@example.org'))).toMatch(/^250/u);
    const wrong = smtp({ url: url('guess'), withoutTls: false }, SHORT);
    const error = await wrong.send(to('claire@example.org')).catch((thrown: MailError) => thrown);
    expect(error).toMatchObject({ transient: true, scope: 'server', code: 'EAUTH:535' });
    expect(JSON.stringify(error)).not.toContain('guess');
    right.close();
    wrong.close();
    await server.close();
  });
});

describe('a server that speaks badly', () => {
  let listening: Server;
  const sockets = new Set<Socket>();
  const heard: string[] = [];
  /** Sends `greeting`, then answers nothing. */
  const mute = async (greeting: string, host = '127.0.0.1'): Promise<string> => {
    listening = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('data', (data) => {
        heard.push(data.toString());
        if (/^EHLO/u.test(data.toString())) socket.write('250 mail.example.org\r\n');
        if (/^STARTTLS/u.test(data.toString())) socket.write('502 not here\r\n');
      });
      if (greeting !== '') socket.write(greeting);
    });
    listening.listen(0, host);
    await once(listening, 'listening');
    return `smtp://bot:secret@${host}:${(listening.address() as { port: number }).port}`;
  };
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    listening.close();
  });

  test('and never greets is left in time', async () => {
    const transport = smtp({ url: await mute(''), withoutTls: false }, SHORT);
    const error = await transport.send(to('claire@example.org')).catch((thrown: MailError) => thrown);
    expect(error).toMatchObject({ transient: true, scope: 'unknown' });
    transport.close();
  });

  test('and greets with a refusal concerns all letters', async () => {
    const transport = smtp({ url: await mute('554 no service here\r\n'), withoutTls: false }, SHORT);
    const error = await transport.send(to('claire@example.org')).catch((thrown: MailError) => thrown);
    expect(error).toMatchObject({ transient: true, scope: 'server' });
    transport.close();
  });

  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
  test.skipIf(outside === undefined)(
    'and does not encrypt gets neither letter nor password, unless the settings allow it',
    async () => {
      heard.length = 0;
      const url = await mute('220 hello\r\n', outside);
      const careful = smtp({ url, withoutTls: false }, SHORT);
      const error = await careful.send(to('claire@example.org')).catch((thrown: MailError) => thrown);
      expect(error).toMatchObject({ transient: true, scope: 'server' });
      expect(heard.join('')).not.toMatch(/AUTH|MAIL FROM|secret/u);
      careful.close();
      const careless = smtp({ url, withoutTls: true }, SHORT);
      await careless.send(to('claire@example.org')).catch(() => {});
      expect(heard.join('')).toMatch(/AUTH|MAIL FROM/u);
      careless.close();
    },
  );
});

test('this machine, by its names', () => {
  expect(['localhost', '127.0.0.1', '127.1.2.3', '[::1]'].map(isLoopback)).toEqual([true, true, true, true]);
  expect(['127.0.0.1.example.org', 'example.org', '10.0.0.1'].map(isLoopback)).toEqual([false, false, false]);
});

test.each([
  ['plan@example.org', { name: null, address: 'plan@example.org' }],
  ['Plan ESS <plan@example.org>', { name: 'Plan ESS', address: 'plan@example.org' }],
  ['"Plan, ESS" <plan@example.org>', { name: 'Plan, ESS', address: 'plan@example.org' }],
  ['plan', null],
  ['a@example.org, b@example.org', null],
  ['Plan <a@example.org>\r\nBcc: b@example.org', null],
])('the sender %s', (text, expected) => {
  expect(senderFrom(text)).toEqual(expected);
});
