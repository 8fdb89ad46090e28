/** A real TLS handshake with a real mail server, whose certificate is made here and signed by nobody. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { smtp } from '../../../../adapters/web/mail/transport.ts';
import { mailReport } from '../../../../src/commands/check-mail.ts';
import { checkMail, tryMail } from '../../../../src/compose/mail.ts';

const SHORT = { connection: 2_000, greeting: 2_000, silence: 2_000, letter: 4_000 };
const LETTER = {
  envelope: { from: 'bot@example.org', to: ['claire@example.org'] },
  from: 'bot@example.org',
  to: 'claire@example.org',
  subject: 'Bonjour',
  text: 'Un mot.',
};
/** On a loopback address STARTTLS is left alone: relays of the same machine have certificates of nobody. */
const outside = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

const dir = mkdtempSync(join(tmpdir(), 'tour-tls-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function certificate(address: string): { readonly key: string; readonly cert: string } {
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(dir, name));
  const made =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=mail.example.org';
  const names = ['-addext', `subjectAltName=IP:${address}`, '-keyout', key!, '-out', cert!];
  execFileSync('openssl', [...made.split(' '), ...names], { stdio: 'ignore' });
  return { key: readFileSync(key!, 'utf8'), cert: readFileSync(cert!, 'utf8') };
}

const KINDS = [
  ['smtps', '127.0.0.1'],
  ...(outside === undefined ? [] : ([['smtp', outside]] as const)),
] as const;

describe.each(KINDS)('%s, on %s', (protocol, address) => {
  let close: () => Promise<void>;
  const trusted = getCACertificates('default');
  afterEach(async () => {
    setDefaultCACertificates(trusted);
    await close();
  });

  /** A server; how each of its letters came. */
  async function server(named = address) {
    const heard: string[] = [];
    const { key, cert } = certificate(named);
    const made = new SMTPServer({
      key,
      cert,
      secure: protocol === 'smtps',
      authOptional: true,
      logger: false,
      onAuth(_given, _session, done) {
        heard.push('password');
        done(null, { user: 'bot' });
      },
      onData(stream, session, done) {
        heard.push(session.secure ? 'in secret' : 'in clear');
        stream.resume().on('end', () => done());
      },
    });
    made.on('error', () => {});
    const listening = await new Promise<ReturnType<typeof made.listen>>((resolve) => {
      const one = made.listen(0, address, () => resolve(one));
    });
    close = () => new Promise((resolve) => made.close(() => resolve()));
    const { port } = listening.address() as AddressInfo;
    return { heard, cert, url: `${protocol}://bot:s3cret@${address}:${port}` };
  }

  test('a certificate that is trusted: the letter and the password go encrypted', async () => {
    const { heard, cert, url } = await server();
    setDefaultCACertificates([...trusted, cert]);
    const transport = smtp({ url, withoutTls: false }, SHORT);
    expect(await transport.send(LETTER)).toMatch(/^250/u);
    expect(heard).toEqual(['password', 'in secret']);
    await transport.verify();
    expect(heard).toEqual(['password', 'in secret', 'password']);
    transport.close();
  });

  test('one of nobody, or of another name, gets nothing; who sets it up is told why', async () => {
    const { heard, cert, url } = await server();
    const mail = { url, from: 'plan@example.org', replyTo: null, perMinute: 60, withoutTls: false };
    const refused = await tryMail(mail, 'fr', 'claire@example.org').catch((error: unknown) => error);
    expect(refused).toMatchObject({ transient: true, scope: 'server', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    const told = [];
    for (const lang of ['fr', 'en'] as const)
      told.push(await mailReport({ lang, checkMail: () => checkMail(mail) }));
    expect(told).toMatchObject([
      { ok: false, lines: [expect.stringContaining('certificat de ce serveur n’est pas reconnu')] },
      { ok: false, lines: [expect.stringContaining('certificate of that server is not trusted')] },
    ]);
    await close();
    const other = await server('192.0.2.7');
    setDefaultCACertificates([...trusted, cert, other.cert]);
    const misnamed = await tryMail({ ...mail, url: other.url }, 'fr', 'claire@example.org').catch(
      (error: unknown) => error,
    );
    expect(misnamed).toMatchObject({
      transient: true,
      scope: 'server',
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    expect([...heard, ...other.heard]).toEqual([]);
  });
});
